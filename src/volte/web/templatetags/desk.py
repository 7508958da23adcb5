"""The queues in the workspace's menu: `{% load desk %}{% queues as found %}`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone

from volte.kit.text import Message, message
from volte.money.queries import RefundView
from volte.returns import desk
from volte.runtime import clock, tenancy
from volte.runtime.permissions import Permission
from volte.web.shared.here import ShopHere
from volte.web.staff.cases import shown
from volte.withdrawals import queries as withdrawals

register = template.Library()
# Longer ago than this, a date says more than a number of days.
_DAYS_COUNTED = 60
_ICONS = {
    "review": "scale",
    "evidence": "camera",
    "money": "card",
    "deadlines": "calendar",
    "arrivals": "box",
    "travelling": "truck",
}


@dataclass(frozen=True, slots=True)
class QueueLink:
    """One queue of the menu. `much` is how many, written for a person ("1000+" where nobody counts on)."""

    name: str
    icon: str
    much: str
    oldest_at: datetime | None


@register.simple_tag(takes_context=True)
def queues(context: template.Context) -> list[QueueLink]:
    """How much waits in each queue of the shop; asked once a request. Empty for whoever may not see returns."""
    request: Any = context.get("request")
    actor: Any = getattr(request, "actor", None)
    if actor is None or Permission.RETURNS_READ not in actor.permissions:
        return []
    known: list[QueueLink] | None = getattr(request, "desk_queues", None)
    if known is None:
        known, request.desk_withdrawals = _asked(actor.shop_id)
        request.desk_queues = known
    return known


@register.simple_tag(takes_context=True)
def withdrawals_waiting(context: template.Context) -> int:
    """How many withdrawals wait for a person: asked together with the queues, 0 for whoever may not see returns."""
    queues(context)
    return int(getattr(context.get("request"), "desk_withdrawals", 0))


@register.filter
def since(at: datetime, how: str = "since") -> Message:
    """`{{ row.waits_since|since|say }}`: for how long, in the largest unit that says something.

    `how` is the sentence it stands in: "waits" (waiting for …), "oldest" (for …), "since" for the span alone. Each is a
    sentence of its own, for "waiting for" and "just now" do not go together in any language.
    """
    text_id = f"staff-{how}"
    minutes = int(max(clock.now() - at, timedelta(0)).total_seconds() // 60)
    if how == "since" and minutes >= _DAYS_COUNTED * 24 * 60:
        return message("staff-since-day", day=timezone.localdate(at))
    if minutes >= 48 * 60:
        return message(f"{text_id}-days", count=minutes // (24 * 60))
    if minutes >= 60:
        return message(f"{text_id}-hours", count=minutes // 60)
    return message(f"{text_id}-minutes", count=minutes)


@register.filter
def refund_meaning(refund: RefundView) -> str:
    """How a refund's state looks: `<c-status meaning="{{ refund|refund_meaning }}">`."""
    return shown.REFUND[refund.status]


@register.filter
def place(handle: str, shop: ShopHere) -> str:
    """`{{ unit.location|place:shop }}`: what people call the place; its handle when it was removed meanwhile."""
    found = shop.settings.location(handle)
    return found.name if found else handle


def _asked(shop_id: Any) -> tuple[list[QueueLink], int]:
    """The queues of returns, and how many withdrawals wait, in one transaction."""
    with tenancy.entered(shop_id):
        waiting, declared = desk.waiting(), withdrawals.count_waiting()
    found = [
        QueueLink(name, icon, _much(waiting[name].count), waiting[name].oldest_at if waiting[name].count else None)
        for name, icon in _ICONS.items()
    ]
    return found, declared


def _much(count: int) -> str:
    return f"{count}+" if count >= desk.MOST_COUNTED else str(count)
