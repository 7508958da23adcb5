"""What changes in the stock that can be sold, and what can still be promised?

Stock moves because a person decided where a unit goes, counted a shelf, or promised a unit for an exchange; never
because money moved.
"""

from dataclasses import dataclass
from enum import StrEnum

from volte.kit.words import Disposition


class StockKind(StrEnum):
    """Why a stock figure changed."""

    RESTOCKED = "restocked"
    TAKEN_OUT = "taken_out"
    COUNTED = "counted"
    RESERVED = "reserved"
    RELEASED = "released"
    COMMITTED = "committed"


@dataclass(frozen=True, slots=True)
class Level:
    """One sku at one place: what lies there, and what of it is promised."""

    sku: str
    location: str
    on_hand: int
    reserved: int

    @property
    def available(self) -> int:
        return max(self.on_hand - self.reserved, 0)


def change(*, before: Disposition | None, after: Disposition | None) -> int:
    """By how much sellable stock changes when a decision about one unit changes: 1, 0 or -1. Only `restock` counts:
    a unit to be repacked is sellable once it is repacked and decided again."""
    return int(after is Disposition.RESTOCK) - int(before is Disposition.RESTOCK)
