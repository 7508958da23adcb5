"""What does one cell of a table mean?"""

import re
from typing import Any, assert_never

from volte.connectors.commerce.csv.columns import Kind
from volte.kit import currencies

_MONEY = re.compile(r"^(\d{1,13})(?:[.,](\d{1,4}))?$")
_YES = frozenset({"1", "yes", "true", "oui", "vrai"})
_NO = frozenset({"0", "no", "false", "non", "faux"})
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


class NotReadable(ValueError):
    """A cell that does not hold what its column promises; `code` is the text with the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def value(*, written: str, kind: Kind, currency: str) -> Any:
    """The value of a cell (not empty), in the shape of the order document."""
    match kind:
        case Kind.TEXT:
            return written
        case Kind.WHOLE:
            return _whole(written)
        case Kind.MONEY:
            return _money(written, currency)
        case Kind.MOMENT:
            # A bare day is its first moment in UTC: exact enough for an order, and said so in the how-to.
            return f"{written}T00:00:00Z" if _DAY.match(written) else written
        case Kind.LIST:
            return [part.strip() for part in written.split(">") if part.strip()]
        case Kind.PAIRS:
            return _pairs(written)
        case Kind.RATES:
            return [{"rate": part.strip()} for part in written.split("+")]
        case Kind.YES_NO:
            return _yes_or_no(written)
        case _:
            assert_never(kind)


def _whole(written: str) -> int:
    # At most 19 digits: longer ones are beyond 64 bits and int() would take its time over them.
    if not re.fullmatch(r"-?\d{1,19}", written):
        raise NotReadable("document_not_whole")
    return int(written)


def _money(written: str, currency: str) -> int:
    """ "49,99" or "49.99" in minor units; more decimals than the currency has are refused unless they are zeros."""
    match = _MONEY.match(written)
    if match is None:
        raise NotReadable("document_not_money")
    digits = currencies.digits(currency)
    decimals = (match.group(2) or "").ljust(digits, "0")
    if decimals[digits:].strip("0"):
        raise NotReadable("document_not_money")
    return int(match.group(1) + decimals[:digits])


def _pairs(written: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in written.split(";"):
        name, equals, word = part.partition("=")
        if not equals or not name.strip():
            raise NotReadable("document_not_pairs")
        pairs[name.strip()] = word.strip()
    return pairs


def _yes_or_no(written: str) -> bool:
    word = written.casefold()
    if word not in _YES | _NO:
        raise NotReadable("document_not_yes_or_no")
    return word in _YES
