"""What has the shop to do today, what is late already, and what comes within a week?

Only what the shop owes; of a return one line for each of the three, what the law wants before what was promised.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from volte.kit import time
from volte.kit.money import Money, zero
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.cost import Lateness
from volte.returns.rules.clocks.words import Code, Origin, State, Who

WEEK_DAYS = 7


class When(StrEnum):
    LATE = "late"
    TODAY = "today"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline of one return. `amount` is what is still to be paid back."""

    return_id: UUID
    number: str
    code: Code
    origin: Origin
    due: datetime
    amount: Money
    lateness: Lateness | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Each in the order of its moment, what the law wants first among what is late."""

    late: tuple[Due, ...] = ()
    today: tuple[Due, ...] = ()
    week: tuple[Due, ...] = ()

    @property
    def anything(self) -> bool:
        return bool(self.late or self.today or self.week)

    @property
    def late_costs(self) -> tuple[Money, ...]:
        """What being late costs by law so far, one sum for each currency; legal interest is not in it."""
        sums: dict[str, Money] = {}
        for each in self.late:
            extra = each.lateness.so_far.extra if each.lateness else None
            if extra:
                sums[extra.currency] = sums.get(extra.currency, zero(extra.currency)) + extra
        return tuple(sums[currency] for currency in sorted(sums))

    @property
    def interest(self) -> tuple[Money, ...]:
        """The refunds on which legal interest runs by now, one sum for each currency."""
        sums: dict[str, Money] = {}
        for each in self.late:
            if each.lateness and each.lateness.so_far.legal_interest:
                sums[each.amount.currency] = sums.get(each.amount.currency, zero(each.amount.currency)) + each.amount
        return tuple(sums[currency] for currency in sorted(sums))

    @property
    def interest_so_far(self) -> tuple[Money, ...]:
        """What that interest comes to by now, by the rates we know; one sum for each currency."""
        sums: dict[str, Money] = {}
        for each in self.late:
            owed = each.lateness.interest if each.lateness else None
            if owed is not None:
                sums[owed.amount.currency] = sums.get(owed.amount.currency, zero(owed.amount.currency)) + owed.amount
        return tuple(sums[currency] for currency in sorted(sums))


def when(clock: Clock, *, now: datetime, zone: str) -> When | None:
    """Which of the three it belongs to, in days of the shop; None for what is no work of the shop's this week."""
    if clock.who is not Who.SHOP or clock.due is None:
        return None
    match clock.state(now):
        case State.MISSED:
            return When.LATE
        case State.RUNNING:
            # `due` is the first moment too late: what ends at midnight is due the day before.
            last = time.local_date(clock.due - timedelta(microseconds=1), zone)
            days = (last - time.local_date(now, zone)).days
            return When.TODAY if days <= 0 else When.WEEK if days <= WEEK_DAYS else None
        case _:
            return None


def agenda(found: Iterable[tuple[When, Due]]) -> Agenda:
    """The three lists, of a return one line in each."""
    kept: dict[tuple[When, UUID], Due] = {}
    for place, each in found:
        before = kept.get((place, each.return_id))
        if before is None or _pressing(each) < _pressing(before):
            kept[place, each.return_id] = each
    return Agenda(
        late=_sorted(kept, When.LATE, law_first=True),
        today=_sorted(kept, When.TODAY, law_first=False),
        week=_sorted(kept, When.WEEK, law_first=False),
    )


def _sorted(kept: dict[tuple[When, UUID], Due], place: When, *, law_first: bool) -> tuple[Due, ...]:
    mine = (each for (at, _), each in kept.items() if at is place)
    return tuple(sorted(mine, key=lambda each: (law_first and _promised(each), each.due, each.number)))


def _pressing(each: Due) -> tuple[bool, datetime]:
    return _promised(each), each.due


def _promised(each: Due) -> bool:
    return each.origin is Origin.PROMISE
