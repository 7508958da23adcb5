"""What is the code of a gift called, until when does it hold, and how many units does it still cover?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from volte.kit import time
from volte.kit.errors import Invalid

PREFIX = "GF-"
# As a store credit: three groups of four out of thirty letters, 59 bits.
GROUPS = 3
LONGEST = 60
# Longer than any shop takes things back: how late is too late is for its policy to say.
LASTS = timedelta(days=365)
MOST_DAYS = 1_096


class State(StrEnum):
    """Can somebody still send things back with it?"""

    GOOD = "good"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Covered:
    """Units of one line that a code covers, and how many of them were asked for with it."""

    quantity: int
    asked: int

    @property
    def left(self) -> int:
        return max(0, self.quantity - self.asked)


def written(*, number: str) -> str:
    return f"{PREFIX}{number}"


def digest(*, typed: str) -> str:
    """What a code is found by, however it was typed: a dump of the database says no code."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    bare = letters.removeprefix(PREFIX.rstrip("-")) if len(letters) > GROUPS * 4 else letters
    return hashlib.sha256(f"volte gift {bare}".encode()).hexdigest()


def ends(*, last_day: date | None, now: datetime, zone: str) -> datetime:
    """The first moment it is worth nothing. Refuses `gift_days` for a day that is over, or too far away."""
    today = time.local_date(now, zone)
    day = last_day if last_day is not None else today + LASTS
    if not today <= day <= today + timedelta(days=MOST_DAYS):
        raise Invalid("gift_days", most=MOST_DAYS)
    return time.end_of(day, zone)


def state(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> State:
    if revoked_at is not None:
        return State.REVOKED
    return State.GOOD if now < expires_at else State.EXPIRED


def to_cover(*, sold: Mapping[str, int], covered: Mapping[str, int]) -> dict[str, int]:
    """Units no good code speaks for yet, by line."""
    return {line: max(0, units - covered.get(line, 0)) for line, units in sold.items()}
