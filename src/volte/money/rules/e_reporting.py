"""What of a day's receipts would be reported to the tax authority (French e-reporting, art. 290 and 290 A CGI)?

Credit notes to consumers, and to businesses abroad, added up by day, currency, category and rate. Those to businesses
in the seller's own country travel as electronic invoices and are left out. Amounts are negative: they lower what the
sales of the day came to. This is the content of the report, not its official file (flux 10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from volte.kit.rates import Rate
from volte.money.rules.credit_note import Category, Draft, Note, Row

# The categories of transactions of the report: deliveries of goods that bear the tax, and what bears none in France.
TAXED, UNTAXED = "TLB1", "TNT1"


@dataclass(frozen=True, slots=True)
class Day:
    """One line of the report, minor units of `currency`; `notes` is of how many credit notes."""

    on: date
    currency: str
    category: str
    rate: Rate
    net: int
    tax: int
    notes: int


def days(*, notes: Iterable[Note]) -> tuple[Day, ...]:
    """The lines of these notes, by day, currency, category and rate."""
    found: dict[tuple[date, str, str, Rate], list[int]] = {}
    for note in notes:
        if not _reported(note.draft):
            continue
        counted = set()
        for row in note.draft.rows:
            key = (note.issued_on, note.draft.currency, _category(row, note.draft), row.rate)
            sums = found.setdefault(key, [0, 0, 0])
            sums[0] -= row.net
            sums[1] -= row.tax
            sums[2] += key not in counted
            counted.add(key)
    return tuple(Day(*key, *found[key]) for key in sorted(found))


def _reported(draft: Draft) -> bool:
    return draft.buyer is None or draft.buyer.country != draft.seller.country


def _category(row: Row, draft: Draft) -> str:
    return TAXED if draft.category(row=row) is Category.STANDARD else UNTAXED
