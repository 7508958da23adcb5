"""What does a deadline that passed cost by law so far, and what at the next step?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volte.kit import time
from volte.kit.money import Money
from volte.law.rules import lateness
from volte.law.rules.lateness import Cost
from volte.returns.rules.clocks.clock import Clock


@dataclass(frozen=True, slots=True)
class Lateness:
    """`so_far` is the cost today; from `next_on` on it is `then`, both None where it grows no further."""

    days_late: int
    so_far: Cost
    next_on: date | None = None
    then: Cost | None = None


def of(clock: Clock, *, amount: Money, now: datetime) -> Lateness | None:
    """What being late with `amount` costs; None where no law we know names a price, or no day can be named."""
    late, last_day = clock.late, clock.last_day
    if late is None or last_day is None:
        return None
    today = time.local_date(min(now, clock.done_at or now), clock.zone)
    days_late = max(0, (today - last_day).days)
    so_far = lateness.cost(late=late, amount=amount, days_late=days_late)
    step = lateness.next_step(late=late, days_late=days_late)
    if step is None and late.factor > 1 and days_late == 0:
        step = 1
    if step is None or clock.done_at is not None:
        return Lateness(days_late, so_far)
    then = lateness.cost(late=late, amount=amount, days_late=step)
    return Lateness(days_late, so_far, last_day + timedelta(days=step), then)
