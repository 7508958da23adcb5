"""In which states can a unit, a look at it and a promise of stock be, and until when can a look be undone?"""

from datetime import datetime, timedelta
from enum import StrEnum

UNDO_WITHIN = timedelta(seconds=10)


class UnitStatus(StrEnum):
    """Has a person looked at the unit?"""

    AWAITING = "awaiting"
    INSPECTED = "inspected"


class InspectionKind(StrEnum):
    """What a row of a unit's history says."""

    INSPECTED = "inspected"
    REDECIDED = "redecided"
    UNDONE = "undone"


class ReservationStatus(StrEnum):
    """A promise is held until the goods leave (committed) or nobody wants them any more (released)."""

    HELD = "held"
    RELEASED = "released"
    COMMITTED = "committed"


def can_undo(*, at: datetime, now: datetime) -> bool:
    """Is the slip recent enough to be taken back without a reason?"""
    return now - at <= UNDO_WITHIN
