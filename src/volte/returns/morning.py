"""What the shop's day looks like by its deadlines, asked inside an entered shop: what is late, due today and within a
week, and which of it will probably be missed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volte.kit import time
from volte.kit.money import Money
from volte.law.rules.terms import Late
from volte.returns import deadlines, due, waits
from volte.returns.models import Return
from volte.returns.rules.clocks import agenda, cost, forecast
from volte.returns.rules.clocks.agenda import WEEK_DAYS, Agenda, Due, When
from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.forecast import Forecast, Pending, Price, Step
from volte.returns.rules.clocks.words import Code
from volte.runtime import clock, shop_settings, tenancy

_HOUR = timedelta(hours=1)
_ANSWERS = (Code.ANSWER, Code.QUESTION, Code.APPEAL)


@dataclass(frozen=True, slots=True)
class Morning:
    """What one reading of all returns found: the agenda, and what of it may still be missed within `days`."""

    agenda: Agenda
    pending: tuple[Pending, ...]
    days: tuple[date, ...]
    now: datetime


def read() -> Morning:
    """What is late, due today and within a week, of all returns."""
    now, zone = clock.now(), _zone()
    today = time.local_date(now, zone)
    days = tuple(today + timedelta(days=ahead) for ahead in range(WEEK_DAYS))
    found: list[tuple[When, Due]] = []
    pending: list[Pending] = []
    for row, each, amount in _running(now, zone):
        place = agenda.when(each, now=now, zone=zone)
        if place is None:
            continue
        found.append((place, _due(row, each, amount, now)))
        if place is not When.LATE:
            pending.append(_pending(row, each, amount, now, zone))
    return Morning(agenda.agenda(found), tuple(each for each in pending if each.on in days), days, now)


def week(morning: Morning) -> Forecast:
    """Which deadlines of the coming week, today being its first day, will probably be missed."""
    return forecast.forecast(pending=morning.pending, history=waits.history(now=morning.now), days=morning.days)


def _running(now: datetime, zone: str) -> Iterator[tuple[Return, Clock, Money]]:
    """Every deadline of every return of which something is due within a week, with what is still to be paid back."""
    end = time.end_of(time.local_date(now, zone) + timedelta(days=WEEK_DAYS), zone)
    for batch in due.due_before(end):
        owed = due.still_owed(batch)
        for row, items in batch:
            for each in deadlines.clocks(row, items):
                yield row, each, owed[row.id]


def _due(row: Return, each: Clock, amount: Money, now: datetime) -> Due:
    assert each.due is not None, "only what has a day is on the agenda"
    late = cost.of(each, amount=amount, now=now)
    return Due(row.id, row.number, each.code, each.origin, each.due, amount, late)


def _pending(row: Return, each: Clock, amount: Money, now: datetime, zone: str) -> Pending:
    assert each.due is not None, "only what has a day can be missed"
    step, since = _began(row, each.code)
    return Pending(
        return_id=row.id,
        number=row.number,
        code=each.code,
        on=time.local_date(each.due - timedelta(microseconds=1), zone),
        step=step,
        waited=max(0, (now - since) // _HOUR),
        allowed=max(0, (each.due - since) // _HOUR),
        prices=_prices(each.late, amount),
    )


def _began(row: Return, code: Code) -> tuple[Step, datetime]:
    """What the shop is waited for since: an answer since it was asked, money since the last thing that happened."""
    if code in _ANSWERS:
        return Step.ANSWER, row.waits_since or row.requested_at
    stages = (
        (Step.FROM_INSPECTION, row.inspected_at),
        (Step.FROM_ARRIVAL, row.arrived_at),
        (Step.FROM_HAND_OVER, row.handed_over_at),
        (Step.FROM_APPROVAL, row.approved_at),
    )
    return next(((step, at) for step, at in stages if at is not None), (Step.FROM_REQUEST, row.requested_at))


def _prices(late: Late | None, amount: Money) -> tuple[Price, ...]:
    return forecast.prices(late=late, amount=amount) if late is not None else ()


def _zone() -> str:
    return shop_settings.of_shop(tenancy.current()).timezone
