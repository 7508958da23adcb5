"""When does a mail leave, when is it tried again, and when has it failed?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A day before the last day is too late for a parcel; a week before, nobody remembers why they were told.
REMIND_DAYS_BEFORE = 4
# A return opened less than this before its last day was told the date a moment ago.
REMIND_AFTER_DAYS = 7
REMIND_AT = time(9)

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
# With these waits about four days: RFC 5321 (4.5.4.1) asks to go on for four or five.
MOST_ATTEMPTS = 100


def remind_at(*, opened_on: date, last_day: date, zone: str) -> datetime | None:
    """The morning on which to say that the last day is near (where the shop is); None when it was only just said."""
    if (last_day - opened_on).days < REMIND_AFTER_DAYS:
        return None
    return datetime.combine(last_day - timedelta(days=REMIND_DAYS_BEFORE), REMIND_AT, ZoneInfo(zone)).astimezone(UTC)


def next_try(*, attempts: int, now: datetime) -> datetime:
    """After the first failure 30 seconds, then twice as long each time, an hour at most."""
    doublings = min(max(attempts, 1) - 1, 12)
    return now + min(LONGEST_WAIT, FIRST_WAIT * (1 << doublings))


def given_up(*, attempts: int) -> bool:
    """Has it been tried for so long that a person should know?"""
    return attempts >= MOST_ATTEMPTS
