"""Questions about subscriptions and deliveries, asked inside an entered shop. Never write, never show a secret."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from volte.kit.errors import NotFound
from volte.runtime import clock, feed, published
from volte.runtime.models import OutboxEvent
from volte.webhooks.models import Attempt, Delivery, Subscription
from volte.webhooks.models import DeliveryStatus as DeliveryStatus
from volte.webhooks.models import PausedBecause as PausedBecause
from volte.webhooks.models import SubscriptionStatus as SubscriptionStatus
from volte.webhooks.rules import schedule
from volte.webhooks.rules.outcomes import Outcome

PAGE = 50
RECENT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SubscriptionView:
    """A subscription; `pauses_at` is when we shall leave it alone unless it takes something before. `overlap_until` is
    set while the secret before still signs."""

    id: UUID
    url: str
    description: str
    kinds: tuple[str, ...]
    status: SubscriptionStatus
    paused_because: PausedBecause | None
    paused_at: datetime | None
    failing_since: datetime | None
    pauses_at: datetime | None
    overlap_until: datetime | None
    position: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """Deliveries of the last day by how they stand, and whether the feed holds events it has not read."""

    taken: int
    waiting: int
    failed: int
    behind: bool


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One delivery; `attempts` in their order, where they were asked for. `last` is the latest of them. `may_send`
    unless it is tried within minutes anyway."""

    id: UUID
    subscription_id: UUID
    event_id: UUID
    kind: str
    status: DeliveryStatus
    tries: int
    next_try_at: datetime | None
    created_at: datetime
    ended_at: datetime | None
    attempts: tuple["AttemptView", ...] = ()
    may_send: bool = True

    @property
    def last(self) -> "AttemptView | None":
        return self.attempts[-1] if self.attempts else None


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One try: when, how long, what came back."""

    at: datetime
    took_ms: int
    outcome: Outcome
    status: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a delivery tells: of what (often a return), and the body as it is sent."""

    subject_id: UUID | None
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """Deliveries newest first; `next` is what to pass as `after` for older ones, None at the end."""

    deliveries: tuple[DeliveryView, ...]
    next: UUID | None


def subscriptions() -> Sequence[SubscriptionView]:
    """The shop's subscriptions, oldest first."""
    rows = Subscription.objects.exclude(status=SubscriptionStatus.REMOVED.value).order_by("created_at", "id")
    return [_view(row) for row in rows]


def subscription(*, subscription_id: UUID) -> SubscriptionView:
    """One of them; refuses `webhook_unknown`."""
    kept = Subscription.objects.exclude(status=SubscriptionStatus.REMOVED.value)
    row = kept.filter(id=subscription_id).first()
    if row is None:
        raise NotFound("webhook_unknown")
    return _view(row)


def figures(*, found: Sequence[SubscriptionView]) -> dict[UUID, Figures]:
    """How the deliveries of the last day stand, for each of these subscriptions."""
    since = clock.now() - RECENT
    rows = Delivery.objects.filter(subscription_id__in=[one.id for one in found], created_at__gte=since)
    counted = rows.values("subscription_id").annotate(
        taken=Count("id", filter=Q(status=DeliveryStatus.TAKEN.value)),
        waiting=Count("id", filter=Q(status=DeliveryStatus.WAITING.value)),
        failed=Count("id", filter=Q(status=DeliveryStatus.FAILED.value)),
    )
    known = {row["subscription_id"]: row for row in counted}
    newest = feed.newest()
    none = {"taken": 0, "waiting": 0, "failed": 0}
    return {
        one.id: Figures(
            **{name: known.get(one.id, none)[name] for name in none},
            behind=one.position < newest,
        )
        for one in found
    }


def deliveries(
    *, subscription_id: UUID, status: DeliveryStatus | None = None, after: UUID | None = None, limit: int = PAGE
) -> DeliveryPage:
    """What was sent to a subscription, newest first, each with its last attempt. Refuses `delivery_unknown` for a
    strange `after`."""
    rows = Delivery.objects.filter(subscription_id=subscription_id).order_by("-created_at", "-id")
    if status is not None:
        rows = rows.filter(status=status.value)
    if after is not None:
        last = Delivery.objects.filter(subscription_id=subscription_id, id=after).first()
        if last is None:
            raise NotFound("delivery_unknown")
        rows = rows.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, id__lt=last.id))
    found = list(rows[: limit + 1])
    shown = found[:limit]
    tried = Attempt.objects.filter(delivery_id__in=[row.id for row in shown])
    last_of = {row.delivery_id: row for row in tried.order_by("delivery_id", "-at").distinct("delivery_id")}
    views = tuple(_delivery(row, [last_of[row.id]] if row.id in last_of else []) for row in shown)
    return DeliveryPage(views, shown[-1].id if len(found) > limit else None)


def delivery(*, delivery_id: UUID) -> DeliveryView:
    """One delivery with every attempt; refuses `delivery_unknown`."""
    row = Delivery.objects.filter(id=delivery_id).first()
    if row is None:
        raise NotFound("delivery_unknown")
    return _delivery(row, list(Attempt.objects.filter(delivery_id=row.id).order_by("at", "id")))


def told(*, found: Sequence[DeliveryView]) -> dict[UUID, Told]:
    """What each of these deliveries tells, by its id; those whose event is no longer kept are not among them."""
    rows = {row.id: row for row in OutboxEvent.objects.filter(id__in=[one.event_id for one in found])}
    return {one.id: _told(rows[one.event_id]) for one in found if one.event_id in rows}


def _told(row: OutboxEvent) -> Told:
    body = published.body(
        position=row.position, event_id=row.id, kind=row.kind, happened_at=row.happened_at, data=row.data
    )
    return Told(row.subject_id, body)


def _view(row: Subscription) -> SubscriptionView:
    on = row.status == SubscriptionStatus.ON.value
    signing_twice = row.overlap_until is not None and row.overlap_until > clock.now()
    return SubscriptionView(
        id=row.id,
        url=row.url,
        description=row.description,
        kinds=tuple(row.kinds),
        status=SubscriptionStatus(row.status),
        paused_because=PausedBecause(row.paused_because) if row.paused_because else None,
        paused_at=row.paused_at,
        failing_since=row.failing_since,
        pauses_at=row.failing_since + schedule.PAUSE_AFTER if on and row.failing_since else None,
        overlap_until=row.overlap_until if signing_twice else None,
        position=row.position,
        created_at=row.created_at,
    )


def _delivery(row: Delivery, attempts: Sequence[Attempt]) -> DeliveryView:
    waits = row.status == DeliveryStatus.WAITING.value
    return DeliveryView(
        id=row.id,
        subscription_id=row.subscription_id,
        event_id=row.event_id or row.id,
        kind=row.kind,
        status=DeliveryStatus(row.status),
        tries=row.tries,
        next_try_at=row.next_try_at if waits else None,
        created_at=row.created_at,
        ended_at=row.ended_at,
        may_send=not waits or row.next_try_at > clock.now() + schedule.SOON,
        attempts=tuple(
            AttemptView(one.at, one.took_ms, Outcome(one.outcome), one.status, one.said) for one in attempts
        ),
    )
