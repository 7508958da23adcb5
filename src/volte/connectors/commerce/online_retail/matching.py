"""Which purchase does each returned unit come from, when no invoice says so?

Of the same customer and the same stock code, the latest earlier purchase that has enough units left; when none has,
the units are taken from several, the latest first. What is left over matches nothing, and says why. Returns are
looked at in the order in which they happened, so each sees what the ones before it left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Key = tuple[str, str]


class Unmatched(StrEnum):
    """Why units of a return belong to no purchase we know."""

    CUSTOMER_UNKNOWN = "customer_unknown"
    NEVER_BOUGHT = "never_bought"
    BOUGHT_LATER = "bought_later"
    ALL_RETURNED = "all_returned"


@dataclass(slots=True)
class Purchase:
    """A line of an invoice, and how many of its units have not come back yet."""

    at: datetime
    row: int
    invoice: str
    line: str
    left: int


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of a credit invoice: `units` came back at `at`. `customer` is "" for a guest."""

    row: int
    at: datetime
    customer: str
    code: str
    units: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Units of one credit that belong to one purchase, or to none and why; `amount` is what they cost, minor units."""

    credit: Credit
    units: int
    purchase: Purchase | None
    why: Unmatched | None = None
    amount: int = 0


def matched(*, purchases: Mapping[Key, Sequence[Purchase]], credits: Sequence[Credit]) -> list[Piece]:
    """Every unit of every credit, in pieces; takes the units off the purchases' `left`."""
    sorted_purchases: dict[Key, list[Purchase]] = {}
    pieces: list[Piece] = []
    for credit in sorted(credits, key=lambda one: (one.at, one.row)):
        key = (credit.customer, credit.code)
        if key not in sorted_purchases:
            known = purchases.get(key, ()) if credit.customer else ()
            sorted_purchases[key] = sorted(known, key=lambda one: (one.at, one.row), reverse=True)
        pieces += _pieces(credit, sorted_purchases[key])
    return pieces


def _pieces(credit: Credit, latest_first: Sequence[Purchase]) -> list[Piece]:
    earlier = [one for one in latest_first if (one.at, one.row) < (credit.at, credit.row)]
    whole = next((one for one in earlier if one.left >= credit.units), None)
    pieces: list[Piece] = []
    rest = credit.units
    for purchase in [whole] if whole else earlier:
        taken = min(rest, purchase.left)
        if taken:
            purchase.left -= taken
            rest -= taken
            pieces.append(Piece(credit, taken, purchase))
    if rest:
        pieces.append(Piece(credit, rest, None, _why(credit, latest_first, earlier)))
    return pieces


def _why(credit: Credit, all_of_it: Sequence[Purchase], earlier: Sequence[Purchase]) -> Unmatched:
    if not credit.customer:
        return Unmatched.CUSTOMER_UNKNOWN
    if not all_of_it:
        return Unmatched.NEVER_BOUGHT
    return Unmatched.ALL_RETURNED if earlier else Unmatched.BOUGHT_LATER
