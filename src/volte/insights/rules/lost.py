"""How much of what was paid for returned goods is lost by where they go?

By share: a unit sold at 40.00 that goes to the outlet, where half is lost, loses 20.00. Where the shop named no share
for a way, or nobody knows what was paid, the loss is unknown and counted as such, not as nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from volte.kit.rates import half_up


@dataclass(frozen=True, slots=True)
class Seen:
    """Units that went one way: what had been paid for them, and of how many nobody knows."""

    disposition: str
    units: int
    value: int
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """`amount` in minor units; None when nothing can be said of any unit. `unknown` of the `units` are left out."""

    amount: int | None
    units: int
    unknown: int


def value_lost(seen: Iterable[Seen], shares: Mapping[str, int]) -> Lost:
    """`shares` are hundredths by disposition."""
    known = list(seen)
    units = sum(each.units for each in known)
    unknown = sum(each.unpriced if each.disposition in shares else each.units for each in known)
    if units and unknown == units:
        return Lost(None, units, unknown)
    amount = sum(half_up(Fraction(each.value * shares.get(each.disposition, 0), 100)) for each in known)
    return Lost(amount, units, unknown)


def each(amount: int, units: int) -> int:
    """The amount for one unit, to the nearest minor unit."""
    return half_up(Fraction(amount, units)) if units else 0
