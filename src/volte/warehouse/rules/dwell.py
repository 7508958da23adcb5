"""How long has a unit been lying here, and is that too long?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

# A unit nobody looked at after this long is late: what cannot be sold loses worth every day.
LATE_AFTER = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Dwell:
    """`waiting` until somebody looked (or until now), `handling` from then to the decision, `late` by the first."""

    waiting: timedelta
    handling: timedelta
    late: bool

    @property
    def whole(self) -> timedelta:
        return self.waiting + self.handling


def dwell(*, received_at: datetime, graded_at: datetime | None, decided_at: datetime | None, now: datetime) -> Dwell:
    """The time of one unit; moments still missing have not happened by `now`."""
    looked_at = graded_at or now
    waiting = max(looked_at - received_at, timedelta(0))
    handling = max((decided_at or now) - looked_at, timedelta(0)) if graded_at else timedelta(0)
    return Dwell(waiting, handling, waiting > LATE_AFTER)
