"""Does this machine agree with the database what time it is?

Links, tries and deadlines go by the machine's clock, leases of jobs by the database's.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from volte.project.doctor.checks import database
from volte.project.doctor.findings import Finding, bad, ok, warn
from volte.runtime import clock

_FEELS = 1.0
_HURTS = 30.0


def agrees() -> Iterator[Finding]:
    if database.why_not():
        return
    seconds = _apart()
    if abs(seconds) >= _HURTS:
        yield bad("clock-wrong", seconds=round(seconds))
    elif abs(seconds) >= _FEELS:
        yield warn("clock-apart", seconds=f"{seconds:.1f}")
    else:
        yield ok("clock", milliseconds=round(abs(seconds) * 1000))


def _apart() -> float:
    """How far our clock is ahead, in seconds. The quickest of a few answers is the most exact."""
    found: list[tuple[float, float]] = []
    with connection.cursor() as cursor:
        for _ in range(3):
            before = clock.now()
            cursor.execute("SELECT clock_timestamp()")
            (theirs,) = cursor.fetchone()
            after = clock.now()
            found.append(((after - before).total_seconds(), _ahead(before, after, theirs)))
    return min(found)[1]


def _ahead(before: datetime, after: datetime, theirs: datetime) -> float:
    return ((before + (after - before) / 2) - theirs).total_seconds()


CHECKS = (agrees,)
