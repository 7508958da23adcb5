"""How many tries may be under way to one receiver, and how soon after a failure does the next one begin?

Each subscription has a lane of its own. Those that answer well share one room; those that fail or take their time are
*slow* and share another one, each with one try at a time: however many they are, they never fill the first room.
"""

from dataclasses import dataclass
from datetime import timedelta

AT_ONCE = 8
QUICK_ROOM = 256
SLOW_ROOM = 64
# An answer that takes longer makes a lane slow until one comes sooner.
SLOW_AFTER = timedelta(seconds=3)
LONGEST_REST = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Pace:
    """How the last answers were: failures in a row, and whether the last one took long."""

    failures: int = 0
    late: bool = False

    @property
    def slow(self) -> bool:
        return self.failures > 0 or self.late

    def after(self, *, taken: bool, took: timedelta) -> "Pace":
        return Pace(failures=0 if taken else self.failures + 1, late=took >= SLOW_AFTER)

    @property
    def rest(self) -> timedelta:
        """How long before its next try: a second after the third failure in a row, then twice as long each."""
        if self.failures < 3:
            return timedelta(0)
        return min(LONGEST_REST, timedelta(seconds=1 << min(self.failures - 3, 6)))


def room(*, pace: Pace, under_way: int, in_room: int) -> int:
    """How many more tries of this lane may begin, when `in_room` tries of its kind of lane are under way already."""
    most, places = (1, SLOW_ROOM) if pace.slow else (AT_ONCE, QUICK_ROOM)
    return max(0, min(most - under_way, places - in_room))
