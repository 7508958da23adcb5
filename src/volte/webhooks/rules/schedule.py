"""When is a delivery tried again, when is it given up, and when is an endpoint left alone?

Eleven tries over three and a half days, each wait four times the one before and a day at most: soon for a restart, late
enough for a weekend. `chance` (0 to 1) spreads what failed together, so that a receiver that comes back is not met by
all of it at once.
"""

from datetime import datetime, timedelta

FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(days=1)
MOST_TRIES = 11
# Nothing was taken for so long: people are told, while there is time.
TELL_AFTER = timedelta(hours=24)
# Nothing was taken for so long although we tried: people are told, and the endpoint is paused.
PAUSE_AFTER = timedelta(days=5)
OVERLAP = timedelta(hours=24)
# What is due so soon may be in a worker's hands (longer than its lease): nobody may take it from there.
SOON = timedelta(minutes=2)
KEEP_DELIVERED = timedelta(days=30)
KEEP_FAILED = timedelta(days=90)


def next_try(*, tries: int, now: datetime, chance: float, asked: int | None = None) -> datetime:
    """The moment of the next try after `tries` failed ones. `asked` is the receiver's Retry-After in seconds: if later
    than we would have come it is followed, up to an hour."""
    wait = min(LONGEST_WAIT, FIRST_WAIT * (1 << 2 * (min(tries, MOST_TRIES) - 1)))
    wait *= 0.8 + 0.4 * chance
    if asked is not None:
        wait = max(wait, min(timedelta(seconds=asked), timedelta(hours=1)))
    return now + wait


def given_up(*, tries: int) -> bool:
    return tries >= MOST_TRIES


def should_pause(*, failing_since: datetime, now: datetime) -> bool:
    """Has nothing been taken for so long that somebody should know?"""
    return now - failing_since >= PAUSE_AFTER
