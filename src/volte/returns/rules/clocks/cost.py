"""What does a deadline that passed cost by law so far, and what at the next step?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volte.kit import time
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.law.rules import interest, lateness
from volte.law.rules.interest import Interest
from volte.law.rules.lateness import Cost
from volte.returns.rules.clocks.clock import Clock

_FIRST_HALF = 6


@dataclass(frozen=True, slots=True)
class Lateness:
    """`so_far` is the cost today; from `next_on` on it is `then`, both None where it grows no further. `interest` is
    what legal interest comes to by today, where `so_far` is that; `daily` that of the first day, where `then` is."""

    days_late: int
    so_far: Cost
    next_on: date | None = None
    then: Cost | None = None
    interest: Interest | None = None
    daily: Interest | None = None


def of(clock: Clock, *, amount: Money, now: datetime) -> Lateness | None:
    """What being late with `amount` costs; None where no law we know names a price, or no day can be named."""
    late, last_day = clock.late, clock.last_day
    if late is None or last_day is None:
        return None
    today = time.local_date(min(now, clock.done_at or now), clock.zone)
    days_late = max(0, (today - last_day).days)
    so_far = lateness.cost(late=late, amount=amount, days_late=days_late)
    owed = _interest(clock, amount, last_day, days_late) if so_far.legal_interest else None
    step = lateness.next_step(late=late, days_late=days_late)
    if step is None or clock.done_at is not None:
        return Lateness(days_late, so_far, interest=owed)
    then = lateness.cost(late=late, amount=amount, days_late=step)
    daily = _interest(clock, amount, last_day, step) if then.legal_interest else None
    return Lateness(days_late, so_far, last_day + timedelta(days=step), then, owed, daily)


def told(owed: Interest, *, so_far: bool) -> Message:
    """Legal interest in words: what it comes to by now, or at which rate it will run; and which rate is missing."""
    facts = {"amount": owed.amount, "rate": owed.rate} if so_far else {"rate": owed.rate}
    name = "clock_cost_interest_so_far" if so_far else "clock_cost_interest_at"
    if owed.missing_from is None:
        return message(name, **facts)
    half = 1 if owed.missing_from.month <= _FIRST_HALF else 2
    return message(f"{name}_about", **facts, half=half, year=str(owed.missing_from.year))


def _interest(clock: Clock, amount: Money, last_day: date, days: int) -> Interest | None:
    if clock.contract is None:
        return None
    first, last = last_day + timedelta(days=1), last_day + timedelta(days=days)
    return interest.interest(country=clock.contract.country, amount=amount, first=first, last=last)
