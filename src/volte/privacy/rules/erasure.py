"""May a person be erased now? What must stay all the same, by which law, and for how long?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Whose wish it is: the person's own (GDPR art. 17), or the shop's."""

    ASKED = "asked"
    SHOP = "shop"


class Standing(StrEnum):
    """`waits`: something is still open, it is tried again every night. `done`: it cannot be undone."""

    WAITS = "waits"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Law:
    """Why accounts are kept, and for how many years at least. `checked`: somebody held the term against the text of the
    law itself. Nobody has yet (France and Germany we only saw in what others publish), and pages say so."""

    country: str
    years: int
    cited: str
    checked: bool = False


# Germany lets vouchers go after eight years since 2025, but books after ten: what we keep is both.
BOOKS: Mapping[str, Law] = {
    law.country: law
    for law in (
        Law("FR", 10, "Code de commerce, art. L123-22"),
        Law("DE", 10, "§ 147 Abs. 3 AO, § 257 Abs. 4 HGB"),
        Law("AT", 7, "§ 132 BAO, § 212 UGB"),
        Law("BE", 10, "Code de la TVA, art. 60"),
        Law("ES", 6, "Código de Comercio, art. 30"),
        Law("IT", 10, "Codice civile, art. 2220"),
        Law("NL", 7, "Algemene wet inzake rijksbelastingen, art. 52"),
        Law("GB", 6, "VAT Act 1994, Sch. 11"),
    )
}
UNKNOWN_YEARS = 10


def books(*, country: str) -> Law:
    """The duty to keep accounts where the shop sits; the longest we know where we know nothing."""
    return BOOKS.get(country) or Law(country, UNKNOWN_YEARS, "")


# What keeps its goods, money and numbers and loses whoever it belonged to; all else that is counted goes altogether.
NAMELESS = frozenset({"customers", "orders", "returns", "decisions", "events"})


def parted(counts: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """What goes for ever, and what becomes nameless."""
    goes = {name: count for name, count in counts.items() if count and name not in NAMELESS}
    return goes, {name: count for name, count in counts.items() if count and name in NAMELESS}


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What stands against erasing now: numbers of returns not ended, of those whose money has not arrived, and of those
    whose credit note is still to be written and must name a business."""

    open_returns: tuple[str, ...] = ()
    money_under_way: tuple[str, ...] = ()
    notes_due: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.open_returns, *self.money_under_way, *self.notes_due)))

    @property
    def any(self) -> bool:
        return bool(self.numbers)
