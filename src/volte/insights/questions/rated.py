"""Groups with their rates: what four of the questions have in common."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from volte.insights.answers import SMALLEST, Column, Drawing, Kind
from volte.insights.asked import View
from volte.insights.rules import rates
from volte.insights.rules.rates import Count, Estimate, Prior
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.runtime import formats

# An interval whose ends are so far apart is said by its low end; one that reaches not even so far above the average by
# no number.
_WIDE, _TELLING = 1.35, 1.1
# On fewer units than this a title names how many there were.
_FEW = 40
COLUMNS = (
    Column("sold", Kind.COUNT),
    Column("back", Kind.COUNT),
    Column("rate", Kind.RATE),
    Column("estimate", Kind.RATE),
    Column("low", Kind.RATE),
    Column("high", Kind.RATE),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group large enough to be shown. `key` is its value in the facts, `label` what people call it."""

    key: Any
    label: str
    count: Count
    estimate: Estimate

    def cells(self) -> tuple[Any, ...]:
        count, found = self.count, self.estimate
        return (count.sold, count.back, count.rate, found.rate, found.low, found.high)


@dataclass(frozen=True, slots=True)
class Rated:
    """The groups, what they come to together, and how many were too small to be shown."""

    groups: tuple[Group, ...]
    prior: Prior
    whole: Count
    small: int
    young: int

    @property
    def mean(self) -> float:
        return self.prior.mean


Namer = Callable[[Mapping[str, Any]], str]


def rated(found: Iterable[Mapping[str, Any]], *, key: str, name: Namer, most: int | None = None) -> Rated:
    """Rows with `sold`, `back` and `squares` become groups, each with its interval; with `most`, those standing out."""
    given = list(found)
    sold = [row for row in given if row["sold"]]
    counts = [(row, Count.of(sold=int(row["sold"]), back=int(row["back"]), squares=row["squares"])) for row in sold]
    known = [count for _, count in counts]
    prior = rates.prior(known)
    large = [(row, count) for row, count in counts if count.weight >= SMALLEST]
    if most is not None:
        large = sorted(large, key=lambda each: -rates.surprise(each[1], prior))[:most]
    groups = tuple(Group(row[key], name(row), count, rates.estimate(count, prior)) for row, count in large)
    small = sum(1 for count in known if count.weight < SMALLEST)
    return Rated(groups, prior, rates.overall(known), small, sum(int(row["young"]) for row in given))


def drawing(groups: Sequence[Group], mean: float) -> Drawing:
    return Drawing(
        "intervals",
        labels=tuple(group.label for group in groups),
        values=tuple(group.estimate.rate for group in groups),
        lows=tuple(group.estimate.low for group in groups),
        highs=tuple(group.estimate.high for group in groups),
        mark=mean,
        unit="share",
    )


def share(value: float) -> Rate:
    """To a tenth of a percent, as people read it."""
    return Rate(Fraction(round(value * 1000), 1000))


def told(count: Count, found: Estimate, mean: float, view: View) -> dict[str, Any]:
    """How many times as often as the average, as surely as it is known: where the interval is wide its low end,
    rounded down (`sure` is then "no", and "hardly" when that end says nothing); `few` are the units of a group so small
    that a reader should know."""
    wide = found.high > _WIDE * found.low
    lowest = math.floor(round(found.low / mean * 10, 6)) / 10
    value = lowest if wide else round(found.rate / mean, 1)
    return {
        "sure": "yes" if not wide else "no" if lowest >= _TELLING else "hardly",
        "times": formats.number(value, view.language),
        "few": count.sold if count.weight < _FEW else 0,
        "rate": share(found.rate),
        "mean": share(mean),
    }


def notes(found: Rated, *, orphans: int) -> tuple[Message, ...]:
    """What the rates leave out."""
    told = []
    if found.young:
        told.append(message("insights_note_unripe", units=found.young))
    if found.small:
        told.append(message("insights_note_small", groups=found.small, smallest=SMALLEST))
    if orphans:
        told.append(message("insights_note_orphans", units=orphans))
    return tuple(told)
