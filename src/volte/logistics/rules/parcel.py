"""What is printed on a parcel, and which parcel did a scanner just read?

A code is `V`, eleven random characters and a check character: thirteen in all, about 51 random bits. The alphabet is
the ten digits and sixteen letters that look like no digit and sit on the same key on English, French and German
keyboards. A keyboard-wedge scanner set to another layout than its computer therefore spoils at most the digits, and
`read` undoes that. The check character is ISO 7064 MOD 27,26 (made for alphabets of 26): every single wrong character
and nearly every swapped pair is noticed, so a misread never becomes somebody else's parcel.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

ALPHABET = "0123456789BCDEFGHJKNPRSTVX"
LENGTH = 13
_PREFIX = "V"
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_SIZE = len(ALPHABET)

# Symbology identifiers some scanners send first (ISO/IEC 15424): Code 128, EAN and QR.
_SYMBOLOGY = re.compile(r"^\][CEQ][0-9]")
_NOT_OURS = re.compile(r"[^0-9A-Z]")
# The digit row of a French keyboard when the scanner types as an English one.
_FRENCH_DIGITS = str.maketrans("&é\"'(-è_çà", "1234567890")
_LOOKS_LIKE = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a scan or a typed text turned out to be.

    `code` is a whole parcel code, or None when it is not one; `text` is then what else to look for (a return number,
    a carrier's own code), in capitals without spaces.
    """

    code: str | None
    text: str


def new_code() -> str:
    """A fresh code. Unlikely to meet another one (2^51); the database refuses a second one all the same."""
    return with_check(_PREFIX + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 2)))


def with_check(body: str) -> str:
    """`body` and its check character. A character outside the alphabet is a ValueError."""
    for letter in ALPHABET:
        if _remainder(body + letter) == 1:
            return body + letter
    raise AssertionError("MOD 27,26 has a check character for every text")


def is_code(text: str) -> bool:
    """Is this exactly a parcel code, check character included?"""
    if len(text) != LENGTH or not text.startswith(_PREFIX) or any(letter not in _VALUE for letter in text):
        return False
    return _remainder(text) == 1


def spaced(code: str) -> str:
    """The code as people read it: `V 7K2X 90BD 3FRT`."""
    return " ".join([code[:1], code[1:5], code[5:9], code[9:]])


def read(written: str) -> Reading:
    """What a scanner sent or a person typed: small letters, spaces, hyphens, a link around it, O for 0, a wrong
    keyboard layout. Never fails: an unknown text comes back as text, because a parcel must always have a path."""
    for candidate in _candidates(written):
        if is_code(candidate):
            return Reading(candidate, candidate)
    return Reading(None, tidy(written))


def tidy(written: str) -> str:
    """A text as we look for it: no control characters, spaces or leading #, in capitals."""
    visible = "".join(letter for letter in written if letter.isprintable())
    return "".join(_SYMBOLOGY.sub("", visible.strip()).split()).lstrip("#").upper()


def _candidates(written: str) -> Iterator[str]:
    text = tidy(written)
    whole = _NOT_OURS.sub("", text)
    last = _NOT_OURS.sub("", re.split(r"[/?#=]", text.rstrip("/"))[-1])
    # Capitals of é è ç à are what tidy() makes of the digit row; so translate before it.
    french = _NOT_OURS.sub("", tidy(written.translate(_FRENCH_DIGITS)))
    yield from (whole, last, french)
    yield whole.translate(_LOOKS_LIKE)


def _remainder(text: str) -> int:
    """ISO 7064 hybrid system with M = 26: 1 for a text that ends in its right check character."""
    product = _SIZE
    for position, letter in enumerate(text):
        value = _VALUE.get(letter)
        if value is None:
            raise ValueError(f"not in the alphabet of parcel codes: {letter!r}")
        total = (product + value) % _SIZE or _SIZE
        if position == len(text) - 1:
            return total
        product = total * 2 % (_SIZE + 1)
    raise ValueError("an empty text has no check character")
