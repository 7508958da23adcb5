"""What was chosen in exchange may leave first: the terms, the way to the card, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from volte.kit import time
from volte.kit.errors import TooMany
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.money import hold_queries
from volte.money.hold_queries import HoldView
from volte.money.rules.holding import HoldStatus
from volte.money.rules.outcomes import Reached
from volte.returns import instant, operations
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView, StepView
from volte.runtime import throttle
from volte.web.portal import progress
from volte.web.portal.guest import GuestRequest
from volte.web.portal.progress import Headline

_MOST_ASKED = 8


class How(StrEnum):
    OFFERED = "offered"
    HELD = "held"
    LET_GO = "let_go"
    TAKEN = "taken"
    LOOKED_AT = "looked_at"


@dataclass(frozen=True, slots=True)
class First:
    """What the page says of it; `how` is None where there is nothing to say but `news`."""

    how: How | None
    amount: Money | None
    day: date | None
    news: Message | None
    meaning: str = "act"


def learn(request: GuestRequest, view: ReturnView) -> None:
    """Coming back from the page of the card: ask how it went."""
    if request.GET.get("hold") != "done" or not _swaps(view):
        return
    try:
        throttle.count(what="hold-news", who=str(view.id), limit=_MOST_ASKED, within=timedelta(minutes=5))
    except TooMany:
        return  # the provider's own message will bring the news
    operations.learn_hold(by=request.guest, return_id=view.id)


def told(request: GuestRequest, view: ReturnView) -> First | None:
    """Inside the shop: nothing is asked of a return that exchanges nothing."""
    if not _swaps(view) and not any(item.sent_at for item in view.items):
        return None
    settings = request.shop.settings
    held = hold_queries.standing(subject_id=view.id)
    if held is not None:
        return _standing(held, settings.timezone)
    came = request.GET.get("hold", "")
    waits = came == "done" and bool(hold_queries.asked(subject_id=view.id))
    news = message("portal-first-waits") if waits else message("portal-first-left") if came == "left" else None
    terms = None if waits else instant.offered(return_id=view.id)
    if terms is None:
        return First(None, None, None, news, "wait") if news else None
    return First(How.OFFERED, terms.amount, terms.last_day, news, "act")


def is_held(first: First | None) -> bool:
    """Does the card hold it now?"""
    return first is not None and first.how is How.HELD


def headline(
    first: First | None, view: ReturnView, steps: Sequence[StepView], *, due: Money | None, reached: Reached
) -> Headline:
    """While the goods are still to be handed over, the day of the hold stands above the last day of the label."""
    if first is None or not is_held(first) or view.status is not Status.APPROVED:
        return progress.headline(view, steps, due=due, reached=reached)
    return Headline(
        title=message("portal-first-title", day=first.day),
        lead=message("portal-first-lead"),
        status=progress.status_words(view),
        meaning="act",
        day=first.day,
    )


def _standing(held: HoldView, zone: str) -> First:
    day = held.last_day
    if held.take_at is not None:
        day = min(day, time.local_date(held.take_at - timedelta(seconds=1), zone))
    match held.status:
        case HoldStatus.RELEASED | HoldStatus.OVER:
            return First(How.LET_GO, held.amount, None, None)
        case HoldStatus.TAKEN:
            return First(How.TAKEN, held.taken, None, None)
        case HoldStatus.LOST:
            return First(How.LOOKED_AT, held.amount, None, None)
        case _:
            return First(How.HELD, held.amount, day, None)


def _swaps(view: ReturnView) -> bool:
    return any(item.resolution is Resolution.EXCHANGE for item in view.items)
