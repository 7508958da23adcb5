"""What stands on the credit note of one promise?

Exactly what goes back: the rows of the plan, each under one tax treatment, so that the note, the promise and the books
are one sum. Units that were asked for and are not paid lower the row they belong to; fees and caps are rows that lower
the whole, at the tax of the goods. A business gets a credit note that refers to its invoice; a consumer gets a receipt
on the same paper without their name. In words and numbers: docs/algorithms/credit-notes.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from volte.kit.money import Money
from volte.kit.rates import Rate

Rates = tuple[Rate, ...]
# What a row of a plan is called where units are held back from another.
ITEMS, UNITS_CAP = "items", "units_cap"


class Paper(StrEnum):
    """A note to a business also is a file for its accounting; a consumer's receipt is paper alone."""

    CREDIT_NOTE = "credit_note"
    RECEIPT = "receipt"


class Category(StrEnum):
    """Why a row bears the tax it bears: the codes of EN 16931 (UNCL 5305)."""

    STANDARD = "S"
    ZERO = "Z"
    EXEMPT = "E"
    WITHIN_EU = "K"
    EXPORT = "G"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One amount of a plan under one tax treatment, minor units: `gross` contains `taxes`, one for each rate.

    `reference` and `line` say which rows are about the same units; `count` is of how many.
    """

    kind: str
    gross: int
    rates: Rates
    taxes: tuple[int, ...]
    reference: str = ""
    line: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Sold:
    """What a line of the order is called on paper."""

    title: str
    sku: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a note, minor units. Rows below zero lower what goes back. `title` is the goods' name, "" for what has
    a name of its own kind (the way out, a fee)."""

    kind: str
    rates: Rates
    net: int
    tax: int
    quantity: int = 1
    title: str = ""
    sku: str = ""

    @property
    def gross(self) -> int:
        return self.net + self.tax

    @property
    def rate(self) -> Rate:
        """All rates on the same base as one."""
        return Rate(sum((rate.share for rate in self.rates), Fraction(0)))


@dataclass(frozen=True, slots=True)
class Party:
    """Who sells or bought. `legal` is printed as it stands; `registration` is a SIREN in France, `site` a SIRET."""

    name: str
    country: str
    line1: str = ""
    line2: str = ""
    postcode: str = ""
    city: str = ""
    legal: str = ""
    registration: str = ""
    site: str = ""
    vat_id: str = ""


@dataclass(frozen=True, slots=True)
class Bought:
    """The order a note is about: its number, its day, when it was delivered, and the invoice if somebody told us."""

    order_number: str
    placed_on: date
    supplied_on: date
    delivered_to: str
    invoice_number: str = ""
    invoice_on: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A note without its number and day. `buyer` is None for a consumer; `means` is what the promise gives (refund,
    credit, exchange); `exemption` why the seller charges no tax."""

    currency: str
    seller: Party
    buyer: Party | None
    bought: Bought
    rows: tuple[Row, ...]
    means: str
    language: str
    exemption: str = ""

    @property
    def paper(self) -> Paper:
        return Paper.RECEIPT if self.buyer is None else Paper.CREDIT_NOTE

    def net(self) -> Money:
        return Money(sum(row.net for row in self.rows), self.currency)

    def tax(self) -> Money:
        return Money(sum(row.tax for row in self.rows), self.currency)

    def gross(self) -> Money:
        return self.net() + self.tax()

    def category(self, *, row: Row) -> Category:
        """Why this row bears its tax."""
        return _category(row, self)

    def by_rate(self) -> tuple["Taxed", ...]:
        """The sums of each rate, the highest first: what a return of tax wants."""
        found: dict[tuple[Category, Rate], list[int]] = {}
        for row in self.rows:
            sums = found.setdefault((self.category(row=row), row.rate), [0, 0])
            sums[0] += row.net
            sums[1] += row.tax
        order = sorted(found, key=lambda key: (-key[1].share, key[0]))
        return tuple(Taxed(*key, *found[key]) for key in order)


@dataclass(frozen=True, slots=True)
class Taxed:
    """What of a note stands under one rate."""

    category: Category
    rate: Rate
    net: int
    tax: int


@dataclass(frozen=True, slots=True)
class Note:
    """A draft with its number and its day: what is written down and never changed."""

    number: str
    issued_on: date
    draft: Draft


def rows(*, plan: Iterable[PlanRow], sold: Mapping[str, Sold]) -> tuple[Row, ...]:
    """The rows of a plan as a note shows them; `sold` names the lines of the order.

    Units held back are taken off the row they were asked in. A row of nothing is left out, but not goods that cost
    nothing: they came back.
    """
    groups: dict[tuple[str, str, str, Rates], list[PlanRow]] = {}
    for one in plan:
        kind = ITEMS if one.kind == UNITS_CAP else one.kind
        groups.setdefault((kind, one.reference, one.line, one.rates), []).append(one)
    mixed = _treatments(groups)
    found = []
    for (kind, reference, line, rates), parts in groups.items():
        count = sum(-one.count if one.kind == UNITS_CAP else one.count for one in parts)
        tax = sum(sum(one.taxes) for one in parts)
        net = sum(one.gross for one in parts) - tax
        goods = sold.get(line, Sold(line)) if kind == ITEMS else Sold("")
        # Units under two treatments cannot be counted twice.
        quantity = count if kind == ITEMS and mixed[reference, line] == 1 else 1
        if (net or tax) or (kind == ITEMS and count > 0):
            found.append(Row(kind, rates, net, tax, max(quantity, 1), goods.title, goods.sku))
    return tuple(found)


def number(*, prefix: str, year: int, place: int) -> str:
    """AV-2026-000001."""
    return f"{prefix}-{year}-{place:06d}"


def _treatments(groups: Mapping[tuple[str, str, str, Rates], Sequence[PlanRow]]) -> Mapping[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for kind, reference, line, _ in groups:
        if kind == ITEMS:
            found[reference, line] = found.get((reference, line), 0) + 1
    return found


# The member states; Greece bears EL in numbers for value added tax and GR in addresses.
EU = frozenset({"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
                "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"})  # fmt: skip


def _category(row: Row, draft: Draft) -> Category:
    if row.rate.share:
        return Category.STANDARD
    if draft.exemption:
        return Category.EXEMPT
    seller, buyer, there = draft.seller.country, draft.buyer, draft.bought.delivered_to
    if seller in EU and there and there not in EU:
        return Category.EXPORT
    if buyer is not None and buyer.vat_id and seller in EU and there in EU and there != seller:
        return Category.WITHIN_EU
    return Category.ZERO
