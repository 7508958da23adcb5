"""What the journey wants from the outside: a history of orders and of what came back of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from volte.catalogue.ports import Fault, PastOrder


@dataclass(frozen=True, slots=True)
class PastItem:
    """Units that came back. `row` is the source's line; `line` the order line they belong to, "" when no purchase is
    known and `why` says it (a text `history-<why>`). `amount` is what was given back for them, minor units."""

    row: int
    line: str
    sku: str
    title: str
    quantity: int
    amount: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class PastReturn:
    """A return that was over before we knew of it. `order` is the shop's id of the order, "" when it is not known."""

    number: str
    order: str
    customer: str
    at: datetime
    currency: str
    items: tuple[PastItem, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What a source holds. `orders` are made as they are asked for, `lines` in all; `returns` come after them.

    `faults` name lines that could not be read (`refused` in all, even if not all are named); `left_out` counts the
    lines that are neither sale nor return, by kind; `units_service` units given back that were no goods.
    """

    orders: Iterable[PastOrder]
    lines: int
    returns: Sequence[PastReturn]
    faults: tuple[Fault, ...]
    refused: int
    left_out: Mapping[str, int]
    units_service: int


class HistorySource(Protocol):
    """A format of files that hold past orders and returns."""

    @property
    def home(self) -> Mapping[str, str]:
        """Settings (country, currency, timezone) of a shop that is opened for such a file."""

    def history(self, *, path: Path) -> History:
        """All of the file; the same file gives the same history. Refuses `import_header`, `import_no_rows`,
        `import_not_readable`, `import_column`."""
