"""By when must the money be out under each policy: how much in which week or month?

Worked table: docs/algorithms/backtest.md, "Refunds by the calendar".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from volte.kit import time

# So many days of history are told week by week; longer ones month by month.
_SHORT = 92


@dataclass(frozen=True, slots=True)
class Sum:
    """So many items, and what is refunded for them in minor units."""

    items: int = 0
    amount: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.items + other.items, self.amount + other.amount)


NONE = Sum()


@dataclass(frozen=True, slots=True)
class Period:
    """The week or month that begins on `starts`."""

    starts: date
    now: Sum
    then: Sum


@dataclass(frozen=True, slots=True)
class Leaving:
    """Refunds by the last day each policy, or the law before it, leaves the shop; those nobody can put on a day are
    `undated`. `step`: week or month. `days`: from the request to that day, on average, of what both policies refund
    and can be dated. `unscanned` and `uninspected`: items for which another day stands in, and which one."""

    step: str = "month"
    periods: tuple[Period, ...] = ()
    undated_now: Sum = NONE
    undated_then: Sum = NONE
    days_now: float | None = None
    days_then: float | None = None
    unscanned: int = 0
    uninspected: int = 0


NOTHING = Leaving()


def step_of(days: Iterable[date]) -> str:
    """Week by week, or month by month?"""
    every = sorted(days)
    return "week" if every and (every[-1] - every[0]).days <= _SHORT else "month"


def periods(now: Mapping[date, Sum], then: Mapping[date, Sum], *, step: str) -> tuple[Period, ...]:
    """Both policies' days gathered into weeks or months, empty ones among them too."""
    sides: list[dict[date, Sum]] = []
    for side in (now, then):
        gathered: dict[date, Sum] = {}
        for day, found in side.items():
            first = _first(day, step)
            gathered[first] = gathered.get(first, NONE) + found
        sides.append(gathered)
    one, other = sides
    return tuple(
        Period(first, one.get(first, NONE), other.get(first, NONE)) for first in _every({**one, **other}, step)
    )


def _first(day: date, step: str) -> date:
    return day - timedelta(days=day.weekday()) if step == "week" else day.replace(day=1)


def _every(found: Iterable[date], step: str) -> Iterator[date]:
    known = sorted(found)
    first = known[0] if known else None
    while first is not None and first <= known[-1]:
        yield first
        first = first + timedelta(days=7) if step == "week" else time.add_months(first, 1)
