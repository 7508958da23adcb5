"""Which deadlines of the coming week will probably be missed, seen from how long such steps really took here?

The share of such steps that were still open after any time is read from the shop's own history by Kaplan and Meier, so
that what is open still counts for as long as it has been. Worked tables: docs/algorithms/breach-forecast.md.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from uuid import UUID

from volte.kit.money import Money, zero
from volte.law.rules import lateness
from volte.law.rules.terms import Late
from volte.returns.rules.clocks.words import Code

FEWEST = 20
"""With fewer comparable steps nothing is said."""
WITHIN_DAYS = 90
"""Costs of being late are followed for so long."""
_CERTAINTY = 0.8
_EXACT_UP_TO = 400
# Eight of ten draws of a normal law lie within so many standard deviations.
_NORMAL = 1.2816


class Step(StrEnum):
    """What somebody waits through: an answer, or money, from the last thing that happened."""

    ANSWER = "answer"
    FROM_REQUEST = "from_request"
    FROM_APPROVAL = "from_approval"
    FROM_HAND_OVER = "from_hand_over"
    FROM_ARRIVAL = "from_arrival"
    FROM_INSPECTION = "from_inspection"


@dataclass(frozen=True, slots=True)
class Wait:
    """`count` steps that took so many whole hours, or (not `ended`) have been open for so long."""

    hours: int
    ended: bool
    count: int = 1


@dataclass(frozen=True, slots=True)
class Price:
    """From the `day`-th day late on, being late costs `more` on top of what it cost before."""

    day: int
    more: Money


@dataclass(frozen=True, slots=True)
class Pending:
    """A deadline that runs. `waited` and `allowed` are whole hours since `step` began: until now, until it is due."""

    return_id: UUID
    number: str
    code: Code
    on: date
    step: Step
    waited: int
    allowed: int
    prices: tuple[Price, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`chance` that it is missed, `cost` to be expected of it; both None where the history is too short to say.
    `rough`: it has waited longer than almost all it could be compared with."""

    pending: Pending
    chance: float | None
    cost: Money | None
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """Of `due` deadlines so many are missed in the mean, and in eight of ten cases from `low` to `high`. `unknown` are
    those of which nothing is said; they are in `due` and in nothing else."""

    due: int
    unknown: int
    mean: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    expected: Expected
    costs: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """The days of the week that follow one another, the whole of them, and each deadline, the likeliest first."""

    days: tuple[Day, ...]
    whole: Expected
    costs: tuple[Money, ...]
    foreseen: tuple[Foreseen, ...]

    @property
    def says_something(self) -> bool:
        return self.whole.due > self.whole.unknown


class Curve:
    """Of steps like these, which share was still open after so many hours?"""

    def __init__(self, waits: Iterable[Wait]) -> None:
        ended: Counter[int] = Counter()
        left: Counter[int] = Counter()
        for wait in waits:
            (ended if wait.ended else left)[wait.hours] += wait.count
        self._hours: list[int] = sorted({*ended, *left})
        self._shares: list[float] = []
        self._beyond: list[int] = []
        at_risk, share = ended.total() + left.total(), 1.0
        self.count = at_risk
        for hour in self._hours:
            share *= 1 - ended[hour] / at_risk
            at_risk -= ended[hour] + left[hour]
            self._shares.append(share)
            self._beyond.append(at_risk)

    def open_after(self, hours: int) -> float:
        place = bisect_right(self._hours, hours)
        return self._shares[place - 1] if place else 1.0

    def longer_than(self, hours: int) -> int:
        """How many steps are known to have taken longer."""
        place = bisect_right(self._hours, hours)
        return self._beyond[place - 1] if place else self.count

    def is_rough(self, *, waited: int) -> bool:
        """Has it waited longer than almost all others?"""
        return self.longer_than(waited) < FEWEST

    def chance(self, *, waited: int, until: int) -> float | None:
        """That what has waited so long is still open then. Never quite 0 or 1: half a case of doubt on either side.

        What has waited longer than almost all is compared with the longest waits there are enough of, over the same
        time still to come. None where the whole history is too short.
        """
        if self.count < FEWEST:
            return None
        since = min(waited, self._longest_comparable()) if self.is_rough(waited=waited) else waited
        similar, share = self.longer_than(since), self.open_after(since)
        return (similar * self.open_after(since + until - waited) / share + 0.5) / (similar + 1)

    def _longest_comparable(self) -> int:
        """The longest wait that enough steps are known to have outlasted; -1 is before the first hour."""
        comparable = (hour for hour, beyond in zip(self._hours, self._beyond, strict=True) if beyond >= FEWEST)
        return max(comparable, default=-1) if self.longer_than(0) >= FEWEST else -1


def prices(*, late: Late, amount: Money) -> tuple[Price, ...]:
    """What being late costs by law, step by step; legal interest, whose rate the state sets, is no price."""
    found: list[Price] = []
    day, before = 0, zero(amount.currency)
    while (step := lateness.next_step(late=late, days_late=day)) is not None and step <= WITHIN_DAYS:
        extra = lateness.cost(late=late, amount=amount, days_late=step).extra
        if extra is not None and extra > before:
            found.append(Price(step, extra - before))
            before = extra
        day = step
    return tuple(found)


def foreseen(pending: Pending, curve: Curve) -> Foreseen:
    """One deadline: the chance that it is missed, and what that would cost by law in the mean."""
    chance = curve.chance(waited=pending.waited, until=pending.allowed)
    if chance is None:
        return Foreseen(pending, None, None)
    rough = curve.is_rough(waited=pending.waited)
    if not pending.prices:
        return Foreseen(pending, chance, None, rough)
    mean = 0.0
    for price in pending.prices:
        # The k-th day late begins k - 1 days after the moment it is due.
        still = curve.chance(waited=pending.waited, until=pending.allowed + 24 * (price.day - 1))
        mean += (still or 0.0) * price.more.amount
    return Foreseen(pending, chance, Money(int(mean + 0.5), pending.prices[0].more.currency), rough)


def forecast(*, pending: Sequence[Pending], history: Mapping[Step, Sequence[Wait]], days: Sequence[date]) -> Forecast:
    """The coming `days`, from the deadlines that run and the steps that ended or are open."""
    curves = {step: Curve(history.get(step, ())) for step in Step}
    each = [foreseen(one, curves[one.step]) for one in pending]
    return Forecast(
        days=tuple(_day(on, [one for one in each if one.pending.on == on]) for on in days),
        whole=expected(each),
        costs=_costs(each),
        foreseen=tuple(sorted(each, key=lambda one: (-(one.chance or 0.0), one.pending.on, one.pending.number))),
    )


def expected(each: Sequence[Foreseen]) -> Expected:
    """How many are missed. They are taken as independent: one ill colleague is not in it."""
    chances = [one.chance for one in each if one.chance is not None]
    mean = sum(chances)
    low, high = _between(chances, mean)
    return Expected(len(each), len(each) - len(chances), mean, low, high)


def _day(on: date, each: Sequence[Foreseen]) -> Day:
    return Day(on, expected(each), _costs(each))


def _between(chances: Sequence[float], mean: float) -> tuple[int, int]:
    """The middle eight tenths of the number: exactly for some hundred deadlines, by the normal law for more."""
    if len(chances) > _EXACT_UP_TO:
        spread = _NORMAL * sqrt(sum(chance * (1 - chance) for chance in chances))
        return max(0, round(mean - spread)), min(len(chances), round(mean + spread))
    law = [1.0]
    for chance in chances:
        law = [
            (law[k] * (1 - chance) if k < len(law) else 0.0) + (law[k - 1] * chance if k else 0.0)
            for k in range(len(law) + 1)
        ]
    return _quantile(law, (1 - _CERTAINTY) / 2), _quantile(law, (1 + _CERTAINTY) / 2)


def _quantile(law: Sequence[float], share: float) -> int:
    """The smallest number that is not exceeded in this share of all cases."""
    so_far = 0.0
    for number, chance in enumerate(law):
        so_far += chance
        if so_far >= share:
            return number
    return len(law) - 1


def _costs(each: Sequence[Foreseen]) -> tuple[Money, ...]:
    sums: dict[str, Money] = {}
    for one in each:
        if one.cost:
            sums[one.cost.currency] = sums.get(one.cost.currency, zero(one.cost.currency)) + one.cost
    return tuple(sums[currency] for currency in sorted(sums))
