"""When are the books of a shop to be added up again?"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

BEGINS = time(3)
"""Where the shop is: its day is over, and nobody works yet."""


def due(*, now: datetime, zone: str, last: date | None) -> date | None:
    """The night that is due, by its day; `last` is the night looked at last, None for a shop never looked at.

    A machine that slept makes up for the night once it is awake; a new shop is not made to wait for its first.
    """
    local = now.astimezone(ZoneInfo(zone))
    if last is None:
        return local.date()
    return local.date() if local.date() > last and local.time() >= BEGINS else None
