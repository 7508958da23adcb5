"""How much of what a customer buys do they send back, and how sure are we?

A rate of 50 % from two units says little, from sixty a lot. So the estimate is drawn towards what is usual (a Beta
prior of 2 returned in 10 units) and comes with the interval in which the true rate lies nine times out of ten.
Goods that were faulty, wrong or damaged on the way are no habit of the customer and are not counted as returned.
In words and numbers: docs/algorithms/return-rate.md.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

from volte.kit.rates import Rate

# What is usual in online fashion and home: about a fifth, weighing as much as ten units of a customer's own.
PRIOR_RETURNED = 2
PRIOR_KEPT = 8
MONTHS = 12
_TAIL = 0.05
_STEPS = 20


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


@dataclass(frozen=True, slots=True)
class Interval:
    """The true rate lies between `low` and `high` nine times out of ten, in tenths of a percent."""

    low: Rate
    high: Rate


def estimate(*, standing: Standing) -> Rate:
    """The rate drawn towards what is usual: (2 + returned) / (10 + bought)."""
    returned, kept = _posterior(standing)
    return Rate(Fraction(returned, returned + kept))


def interval(*, standing: Standing) -> Interval:
    """The 90 % credible interval of the Beta posterior."""
    returned, kept = _posterior(standing)
    return Interval(_quantile(_TAIL, returned, kept), _quantile(1 - _TAIL, returned, kept))


def _posterior(standing: Standing) -> tuple[int, int]:
    returned = min(standing.units_returned, standing.units_bought)
    return PRIOR_RETURNED + returned, PRIOR_KEPT + standing.units_bought - returned


def _quantile(share: float, returned: int, kept: int) -> Rate:
    """By halving: the distribution function only grows."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _below(middle, returned, kept) < share:
            low = middle
        else:
            high = middle
    return Rate(Fraction(round((low + high) * 500), 1000))


def _below(rate: float, returned: int, kept: int) -> float:
    """P(Beta(returned, kept) <= rate) = P(Binomial(returned + kept - 1, rate) >= returned), for whole parameters."""
    trials = returned + kept - 1
    return math.fsum(
        math.exp(
            math.lgamma(trials + 1)
            - math.lgamma(hits + 1)
            - math.lgamma(trials - hits + 1)
            + hits * math.log(rate)
            + (trials - hits) * math.log1p(-rate)
        )
        for hits in range(returned, trials + 1)
    )
