"""What goes back, line by line: which kind, how much, why, and taxed how?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from volte.kit.money import Money, total
from volte.kit.text import Message
from volte.money.rules import taxes
from volte.money.rules.reductions import Reductions
from volte.money.rules.taxes import Part


class LineKind(StrEnum):
    ITEMS = "items"
    UNITS_CAP = "units_cap"
    REDUCED_BEFORE = "reduced_before"
    DEDUCTION = "deduction"
    RESTOCKING_FEE = "restocking_fee"
    PRICE_REDUCTION = "price_reduction"
    OUTBOUND_SHIPPING = "outbound_shipping"
    GOODWILL = "goodwill"
    RETURN_SHIPPING_FEE = "return_shipping_fee"
    FEES_CAP = "fees_cap"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One amount with its sign and its reason, in the parts of each tax treatment; they sum to it."""

    kind: LineKind
    amount: Money
    parts: tuple[Part, ...]
    reason: Message
    reference: str = ""
    line: str = ""
    positions: tuple[int, ...] = ()

    @property
    def tax(self) -> Money:
        """What of the amount is tax."""
        return Money(sum(part.tax() for part in self.parts), self.amount.currency)


@dataclass(frozen=True, slots=True)
class RefundPlan:
    """The lines that sum to `total()`, the units they really pay, and what somebody should look at first."""

    currency: str
    lines: tuple[PlanLine, ...]
    units: Mapping[str, frozenset[int]]
    flags: tuple[Message, ...] = ()
    reduced: Reductions = field(default_factory=dict)

    def paid_by(self, *, reference: str) -> tuple[tuple[str, int], ...]:
        """The (line, position) of each unit really paid under this reference."""
        mine = [line for line in self.lines if line.reference == reference]
        asked = [(line.line, one) for line in mine if line.kind is LineKind.ITEMS for one in line.positions]
        held = {(line.line, one) for line in mine if line.kind is LineKind.UNITS_CAP for one in line.positions}
        return tuple(unit for unit in asked if unit not in held)

    def outbound(self) -> Money:
        return total(
            (line.amount for line in self.lines if line.kind is LineKind.OUTBOUND_SHIPPING), currency=self.currency
        )

    def total(self) -> Money:
        return Money(summed(self.lines), self.currency)

    def parts(self) -> tuple[Part, ...]:
        """The total by tax treatment."""
        return parts(self.lines)


def summed(lines: Sequence[PlanLine]) -> int:
    return sum(line.amount.amount for line in lines)


def parts(lines: Sequence[PlanLine]) -> tuple[Part, ...]:
    return taxes.summed(part for line in lines for part in line.parts)
