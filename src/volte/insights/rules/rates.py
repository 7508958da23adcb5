"""How often does it come back, and how sure are we?

Three returns of four units say little, three hundred of four hundred a lot. So the rate of each group is drawn
towards the shop's own rate, the more the fewer units it has, and comes with the interval that holds the true rate
nine times out of ten. Units bought together come back together, so a group weighs as many units as it has independent
ones: eighty thousand of one order say no more than one. How strongly it is drawn the groups say themselves: where
they hardly differ more than chance would make them, strongly; where they truly differ, little (empirical Bayes, beta-
binomial, moments after Kleinman 1973). In words and numbers: docs/algorithms/shrunk-rates.md.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What the shop's rate weighs at least, in units. At most it weighs like the average group has units: a group of usual
# size says at least half of its estimate itself, however alike the groups seem.
WEAKEST = 1.0
# Without at least so many groups, nobody can say how much they differ: then the prior weighs like ten units.
FEW_GROUPS, USUAL = 3, 10.0
_TAIL = 0.05
_STEPS = 60
_TERMS = 500
_SMALL = 1e-14


@dataclass(frozen=True, slots=True)
class Count:
    """Units sold of a group, and how many of them came back (never more than were sold). `alike` is by how much the
    units bought together outnumber the purchases: 1 where every purchase was of one unit."""

    sold: int
    back: int
    alike: float = 1.0

    @classmethod
    def of(cls, *, sold: int, back: int, squares: float | None = None) -> "Count":
        """`squares` is the sum of the squared quantities of the purchases (Kish, *Survey Sampling*, 1965)."""
        alike = squares / sold if squares and sold else 1.0
        return cls(sold, min(max(back, 0), sold), max(alike, 1.0))

    @property
    def weight(self) -> float:
        """Units as far as they say something each for itself."""
        return self.sold / self.alike

    @property
    def rate(self) -> float:
        return self.back / self.sold if self.sold else 0.0


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known of a group before we look at it: the shop's own rate, weighing like `strength` units."""

    mean: float
    strength: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """The rate drawn towards the shop's, and between what it truly lies nine times out of ten."""

    rate: float
    low: float
    high: float

    def is_above(self, mean: float) -> bool:
        return self.low > mean

    def is_below(self, mean: float) -> bool:
        return self.high < mean


def overall(counts: Iterable[Count]) -> Count:
    """All groups together."""
    known = list(counts)
    return Count(sum(one.sold for one in known), sum(one.back for one in known))


def prior(counts: Sequence[Count]) -> Prior:
    """What the groups together say of each of them."""
    sold = [one for one in counts if one.sold]
    whole = overall(sold)
    mean, groups, units = whole.rate, len(sold), sum(one.weight for one in sold)
    spread = mean * (1 - mean)
    if groups < FEW_GROUPS or not spread:
        return Prior(mean, USUAL)
    seen = sum(one.weight * (one.rate - mean) ** 2 for one in sold)
    room = units - sum(one.weight * one.weight for one in sold) / units - (groups - 1)
    if room <= 0:
        return Prior(mean, USUAL)
    strongest = max(USUAL, units / groups)
    beyond_chance = (seen - spread * (groups - 1)) / (spread * room)
    if beyond_chance <= 0:
        return Prior(mean, strongest)
    return Prior(mean, min(max((1 - beyond_chance) / beyond_chance, WEAKEST), strongest))


def shrunk(count: Count, prior: Prior) -> float:
    """The estimate alone, where the interval is not needed."""
    return (prior.strength * prior.mean + count.back / count.alike) / (prior.strength + count.weight)


def estimate(count: Count, prior: Prior) -> Estimate:
    """The mean of the Beta distribution after this group was seen, and its 5 % and 95 % points."""
    a = prior.strength * prior.mean + count.back / count.alike
    b = prior.strength * (1 - prior.mean) + (count.sold - count.back) / count.alike
    if a <= 0 or b <= 0:
        certain = float(b <= 0)
        return Estimate(certain, certain, certain)
    return Estimate(a / (a + b), _point(a, b, _TAIL), _point(a, b, 1 - _TAIL))


def surprise(count: Count, prior: Prior) -> float:
    """By how many of its own standard deviations a group lies above the shop: to choose whom to look at closely."""
    rate, weight = shrunk(count, prior), prior.strength + count.weight
    width = math.sqrt(max(rate * (1 - rate), _SMALL) / (weight + 1))
    return (rate - prior.mean) / width


def _point(a: float, b: float, share: float) -> float:
    """Where the Beta(a, b) distribution reaches this share, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _reached(a, b, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _reached(a: float, b: float, x: float) -> float:
    """The distribution function of Beta(a, b) at x: the regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    # The fraction converges fast on this side of the mean, its mirror on the other.
    if x < (a + 1) / (a + b + 2):
        return math.exp(log) * _fraction(a, b, x) / a
    return 1 - math.exp(log) * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (DLMF 8.17.22), after Lentz."""
    c, d = 1.0, _away_from_zero(1 - (a + b) * x / (a + 1))
    d = 1 / d
    value = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _SMALL:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300
