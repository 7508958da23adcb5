"""Is there something to tell of a deadline before it is missed, or because it was?"""

from datetime import datetime, timedelta
from enum import StrEnum

from volte.returns.rules.clocks.clock import Clock
from volte.returns.rules.clocks.words import State, Who


class News(StrEnum):
    NEAR = "near"
    MISSED = "missed"


def of(each: Clock, *, now: datetime, ahead: timedelta) -> News | None:
    """What the shop has missed; and what the law wants of it within `ahead`. Promises that end soon are no alarm."""
    if each.who is not Who.SHOP or each.due is None:
        return None
    state = each.state(now)
    if state is State.MISSED:
        return News.MISSED
    return News.NEAR if state is State.RUNNING and each.binds_shop and each.due - now <= ahead else None
