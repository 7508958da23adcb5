"""How is a thing named? Inside by UUIDv7 (time-ordered), outside with a prefix, on paper by a short number."""

import secrets
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

# Crockford's base 32 without the letters that look like digits: what a person can read out over the phone.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUE = {letter: value for value, letter in enumerate(_ALPHABET)}
_SPOKEN = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> UUID:
    """A fresh id that sorts by the moment it was made (PostgreSQL 15 has no uuidv7() of its own)."""
    return uuid7()


def new_id_at(moment: datetime) -> UUID:
    """A fresh id that sorts as if it had been made then: what comes in late stands where it belongs in a list."""
    return uuid7(nanoseconds=int(moment.timestamp()) * 1_000_000_000 + moment.microsecond * 1_000)


def public(prefix: str, value: UUID) -> str:
    """`ret_01jd…`: the prefix and 26 letters of base 32."""
    number = value.int
    letters = [""] * 26
    for place in range(25, -1, -1):
        letters[place] = _ALPHABET[number & 31]
        number >>= 5
    return f"{prefix}_{''.join(letters)}"


def parse(prefix: str, written: str) -> UUID | None:
    """The UUID inside a public id, or None when it is not one of ours with this prefix."""
    start = f"{prefix}_"
    if not written.startswith(start) or len(written) != len(start) + 26:
        return None
    number = 0
    for letter in written[len(start) :]:
        value = _VALUE.get(letter)
        if value is None:
            return None
        number = number << 5 | value
    return UUID(int=number) if number < 1 << 128 else None


def short_number(groups: int = 2, *, size: int = 4) -> str:
    """A number for people, such as `R7K2-M4QX`: no 0/O or 1/I/L/U, about 39 bits for two groups."""
    return "-".join("".join(secrets.choice(_SPOKEN) for _ in range(size)) for _ in range(groups))


def tidy_number(written: str) -> str:
    """What a person typed or a scanner read, as we store it: no spaces, capitals, no leading #."""
    return "".join(written.split()).lstrip("#").upper()
