"""How much of what a customer buys do they send back?

Goods that were faulty, wrong or damaged on the way are no habit of the customer and are not counted as returned.
In words and numbers: docs/algorithms/return-rate.md.
"""

from dataclasses import dataclass
from fractions import Fraction

from volte.kit.rates import Rate

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer bought in the last `months` months, and how much of that came back by their own choice."""

    orders: int
    units_bought: int
    units_returned: int
    months: int = MONTHS

    @property
    def rate(self) -> Rate:
        """The plain share of units that came back, never above the whole."""
        if not self.units_bought:
            return Rate(Fraction(0))
        return Rate(Fraction(min(self.units_returned, self.units_bought), self.units_bought))
