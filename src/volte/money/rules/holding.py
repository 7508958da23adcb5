"""Where does a hold on a card stand, and when is it taken if nothing comes back?

A hold is no money: it ends in exactly one of two ways, taken (then money moved, once) or let go. Who wishes what is
written down first (`RELEASING`, `TAKING`); the provider is asked afterwards, and has the last word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from volte.kit import time
from volte.kit.money import allocate
from volte.money.rules import taxes
from volte.money.rules.basis import Instead
from volte.money.rules.outcomes import Holding


class HoldStatus(StrEnum):
    """`ASKED`: a page is open. `OVER`: nobody agreed on it. `LOST`: it was held, and the card let go before we took
    what was owed. The others say what they say."""

    ASKED = "asked"
    HELD = "held"
    RELEASING = "releasing"
    TAKING = "taking"
    RELEASED = "released"
    TAKEN = "taken"
    OVER = "over"
    LOST = "lost"


# The card is asked, or holds: nobody may ask for a second hold for the same goods.
ALIVE = frozenset({HoldStatus.ASKED, HoldStatus.HELD, HoldStatus.RELEASING, HoldStatus.TAKING})
# The goods are on their way, and the hold has not ended.
HOLDING = frozenset({HoldStatus.HELD, HoldStatus.RELEASING, HoldStatus.TAKING})

# Before the card lets go by itself there is time for a provider that does not answer at once.
MARGIN = timedelta(hours=3)
# How long a card surely holds when the provider does not say until when.
SHORTEST = timedelta(days=5)


def after(*, status: HoldStatus, seen: Holding) -> HoldStatus:
    """The status once the provider has said how the hold stands; news that is older than what we know moves nothing.

    A page agreed to after we gave it up holds money for nothing: it is let go at once. What was taken though nobody
    here wished it is taken all the same.
    """
    match seen:
        case Holding.OPEN:
            return status
        case Holding.HELD:
            return {HoldStatus.ASKED: HoldStatus.HELD, HoldStatus.OVER: HoldStatus.RELEASING}.get(status, status)
        case Holding.TAKEN:
            return HoldStatus.TAKEN
        case Holding.LET_GO:
            return _LET_GO.get(status, status)


_LET_GO = {
    HoldStatus.ASKED: HoldStatus.OVER,
    HoldStatus.HELD: HoldStatus.LOST,
    HoldStatus.RELEASING: HoldStatus.RELEASED,
    HoldStatus.TAKING: HoldStatus.LOST,
}


def take_at(*, last_day: date, until: datetime, zone: str) -> datetime:
    """When what has not come back is charged: as `last_day` ends where the shop is, and before the card lets go."""
    return min(time.end_of(last_day, zone), until - MARGIN)


def last_day(*, asked_at: datetime, days: int, zone: str) -> date:
    """The day that is told: so many whole days after the hold was asked for."""
    return time.local_date(asked_at, zone) + timedelta(days=days)


def remind_on(*, last_day: date, days_before: int) -> tuple[date, ...]:
    """On which days the customer is reminded: `days_before` the last one, and the day before it."""
    return tuple(sorted({last_day - timedelta(days=days_before), last_day - timedelta(days=1)}))


def worth(*, pieces: Mapping[str, Sequence[Instead]]) -> int:
    """What all these units cost, minor units."""
    return sum(unit.whole.gross for units in pieces.values() for unit in units)


def lowered(*, pieces: Mapping[str, Sequence[Instead]], to: int) -> dict[str, tuple[Instead, ...]]:
    """The same units sold for `to` together: each in proportion to its price, its tax in the same portion."""
    flat = [(name, unit) for name, units in pieces.items() for unit in units]
    shares = allocate(to, [unit.whole.gross for _, unit in flat])
    found: dict[str, tuple[Instead, ...]] = {}
    for (name, unit), share in zip(flat, shares, strict=True):
        sold = replace(unit, whole=taxes.like(unit.whole, gross=share))
        found[name] = (*found.get(name, ()), sold)
    return found
