"""What programs get back about the feed of events: an event, who subscribed, and what became of each delivery."""

from typing import Any

from volte.kit import ids
from volte.returns import wire
from volte.runtime import published
from volte.runtime.feed import FeedEntry
from volte.webhooks.queries import AttemptView, DeliveryView, SubscriptionView


def event(entry: FeedEntry) -> dict[str, Any]:
    return published.body(
        position=entry.position, event_id=entry.id, kind=entry.kind, happened_at=entry.happened_at, data=entry.data
    )


def webhook(one: SubscriptionView) -> dict[str, Any]:
    return {
        "id": ids.public("whk", one.id),
        "url": one.url,
        "description": one.description,
        "types": list(one.kinds),
        "status": one.status.value,
        "paused_because": one.paused_because.value if one.paused_because else None,
        "paused_at": wire.moment(one.paused_at) if one.paused_at else None,
        "failing_since": wire.moment(one.failing_since) if one.failing_since else None,
        "pauses_at": wire.moment(one.pauses_at) if one.pauses_at else None,
        "secret_before_until": wire.moment(one.overlap_until) if one.overlap_until else None,
        "created_at": wire.moment(one.created_at),
    }


def delivery(one: DeliveryView) -> dict[str, Any]:
    """`event` is the `webhook-id` the receiver saw."""
    return {
        "id": ids.public("dlv", one.id),
        "event": ids.public("evt", one.event_id),
        "type": one.kind,
        "status": one.status.value,
        "next_try_at": wire.moment(one.next_try_at) if one.next_try_at else None,
        "created_at": wire.moment(one.created_at),
        "ended_at": wire.moment(one.ended_at) if one.ended_at else None,
        "attempts": [_attempt(attempt) for attempt in one.attempts],
    }


def _attempt(one: AttemptView) -> dict[str, Any]:
    return {
        "at": wire.moment(one.at),
        "outcome": one.outcome.value,
        "status": one.status,
        "took_ms": one.took_ms,
        "answer": one.said,
    }
