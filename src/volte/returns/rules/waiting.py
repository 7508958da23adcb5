"""Until when may the difference of an exchange be paid, and when is the customer told again?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from volte.kit import time

# So many days before the end somebody who has not paid hears of it once more.
_REMINDED_BEFORE = 3


@dataclass(frozen=True, slots=True)
class PayUntil:
    """`last_day` is inclusive where the shop is; `over_at` is the first moment too late."""

    remind_at: datetime
    last_day: date
    over_at: datetime


def pay_until(*, promised_at: datetime, days: int, zone: str) -> PayUntil:
    """Whole days: the day of the promise does not count."""
    last = time.local_date(promised_at, zone) + timedelta(days=days)
    return PayUntil(time.end_of(last - timedelta(days=_REMINDED_BEFORE + 1), zone), last, time.end_of(last, zone))
