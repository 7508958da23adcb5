"""To which item of a return does each amount of a promise belong?

A promise names an item for goods and restocking fees. What is promised for the return as a whole (way out, return
postage, gestures) stands with one of its items, so that the items of a return sum to what was promised for it: the
first that counts, for what stands with a refused one is in no answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from volte.money.rules.plan import LineKind

_GOODS = (
    LineKind.ITEMS,
    LineKind.UNITS_CAP,
    LineKind.REDUCED_BEFORE,
    LineKind.DEDUCTION,
    LineKind.PRICE_REDUCTION,
    LineKind.CEILING,
)
_FEES = (LineKind.RESTOCKING_FEE, LineKind.RETURN_SHIPPING_FEE, LineKind.FEES_CAP)
_WHOLE = ""


@dataclass(slots=True)
class ItemMoney:
    """Minor units. `refund` is what the goods were settled at, in whatever form; `fees` were kept back."""

    refund: int = 0
    outbound: int = 0
    goodwill: int = 0
    fees: int = 0
    bonus: int = 0

    def plus(self, other: "ItemMoney") -> "ItemMoney":
        return ItemMoney(
            self.refund + other.refund,
            self.outbound + other.outbound,
            self.goodwill + other.goodwill,
            self.fees + other.fees,
            self.bonus + other.bonus,
        )


@dataclass(slots=True)
class Settled:
    """All promises of one return."""

    by_item: dict[str, ItemMoney] = field(default_factory=lambda: defaultdict(ItemMoney))

    def add(self, *, lines: Iterable[Mapping[str, Any]], units: Mapping[str, int], bonus: int) -> None:
        """One more promise: its lines as they were written, the items it settled."""
        for line in lines:
            self._line(LineKind(line["kind"]), line["amount"], line["reference"])
        self.by_item[next(iter(units), _WHOLE)].bonus += bonus

    def of(self, item: str, *, bears_the_whole: bool) -> ItemMoney:
        own = self.by_item.get(item, ItemMoney())
        return own.plus(self.by_item.get(_WHOLE, ItemMoney())) if bears_the_whole else own

    def _line(self, kind: LineKind, amount: int, reference: str) -> None:
        if kind in _GOODS:
            self.by_item[reference].refund += amount
        elif kind in _FEES:
            self.by_item[reference].fees -= amount
        elif kind is LineKind.OUTBOUND_SHIPPING:
            self.by_item[reference].outbound += amount
        else:
            self.by_item[reference].goodwill += amount


NOTHING = Settled()


def bearer(counting: Sequence[bool]) -> int:
    """Which item bears what is promised for the whole return? The first that counts, else the first."""
    return next((place for place, counts in enumerate(counting) if counts), 0)
