"""Verbs of webhooks: subscribe, change, rotate the secret, pause, resume, remove, test, send again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q

from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.runtime import clock, feed, outbox, sealing, sql
from volte.runtime.actor import Actor
from volte.runtime.events import KINDS
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.webhooks import events
from volte.webhooks.models import Delivery, DeliveryStatus, PausedBecause, Subscription, SubscriptionStatus
from volte.webhooks.rules import addresses, schedule, signing
from volte.webhooks.rules.addresses import Allowed

MOST_SUBSCRIPTIONS = 50
LONGEST_DESCRIPTION = 200
# Kind of a message that only tests whether it arrives.
TEST = "webhook.test"
LOST = (DeliveryStatus.FAILED.value, DeliveryStatus.SKIPPED.value)
AGAIN = (*LOST, DeliveryStatus.TAKEN.value)


@dataclass(frozen=True, slots=True)
class SecretShown:
    """A subscription's new secret: shown now and never again."""

    id: UUID
    secret: str


@operation(Permission.WEBHOOKS_WRITE)
def subscribe(*, by: Actor, url: str, description: str = "", kinds: Sequence[str] = ()) -> SecretShown:
    """Send the shop's events to `url` from now on: those of `kinds`, or all when none is named.

    Refuses `permission_missing` (see `_may_read`), `webhooks_too_many`, `event_kind_unknown`, and what is wrong with
    the address: `webhook_url_invalid`, `webhook_url_too_long`, `webhook_url_unencrypted`, `webhook_url_private`.
    """
    _may_read(by)
    # Counted by one at a time.
    sql.run("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"webhooks of {by.shop_id}"])
    if Subscription.objects.exclude(status=SubscriptionStatus.REMOVED.value).count() >= MOST_SUBSCRIPTIONS:
        raise Conflict("webhooks_too_many", most=MOST_SUBSCRIPTIONS)
    secret = signing.new_secret()
    row = Subscription.of_shop(
        url=_address(url),
        description=_described(description),
        kinds=_kinds(kinds),
        status=SubscriptionStatus.ON.value,
        secret=sealing.seal(secret),
        position=feed.newest(),
        created_at=clock.now(),
    )
    row.save(force_insert=True)
    return SecretShown(row.id, secret)


@operation(Permission.WEBHOOKS_WRITE)
def change(
    *,
    by: Actor,
    subscription_id: UUID,
    url: str | None = None,
    description: str | None = None,
    kinds: Sequence[str] | None = None,
) -> None:
    """Another address, description or choice of kinds, from now on; what is left out stays. Refuses `webhook_unknown`
    and what `subscribe` refuses."""
    if url is not None or kinds is not None:
        _may_read(by)
    row = _locked(subscription_id)
    if url is not None:
        written = _address(url)
        row.failing_since = row.failing_since if written == row.url else None
        row.url = written
    if description is not None:
        row.description = _described(description)
    if kinds is not None:
        row.kinds = _kinds(kinds)
    row.save(update_fields=["url", "failing_since", "description", "kinds"])


@operation(Permission.WEBHOOKS_WRITE)
def rotate(*, by: Actor, subscription_id: UUID) -> SecretShown:
    """A new secret. For a day both sign, so the receiver may change over at any moment of it. Refuses
    `webhook_unknown` and `permission_missing`: whoever holds the secret reads what is sent."""
    _may_read(by)
    row = _locked(subscription_id)
    secret = signing.new_secret()
    row.secret_before, row.secret = row.secret, sealing.seal(secret)
    row.overlap_until = clock.now() + schedule.OVERLAP
    row.save(update_fields=["secret", "secret_before", "overlap_until"])
    return SecretShown(row.id, secret)


@operation(Permission.WEBHOOKS_WRITE)
def pause(*, by: Actor, subscription_id: UUID) -> None:
    """Send nothing until somebody resumes; the feed keeps the events. Twice is harmless; refuses `webhook_unknown`."""
    row = _locked(subscription_id)
    if row.status == SubscriptionStatus.ON.value:
        row.status, row.paused_because = SubscriptionStatus.PAUSED.value, PausedBecause.ASKED.value
        row.paused_at = clock.now()
        row.save(update_fields=["status", "paused_because", "paused_at"])


@operation(Permission.WEBHOOKS_WRITE)
def resume(*, by: Actor, subscription_id: UUID, from_now: bool = False) -> None:
    """Send again: everything that happened meanwhile, or only what happens `from_now` (what waits is skipped then, and
    can still be sent by hand). Refuses `webhook_unknown` and `permission_missing`."""
    _may_read(by)
    row, now = _locked(subscription_id), clock.now()
    if row.status == SubscriptionStatus.ON.value:
        return
    waiting = Delivery.objects.filter(subscription_id=row.id, status=DeliveryStatus.WAITING.value)
    if from_now:
        row.position = feed.newest()
        waiting.update(status=DeliveryStatus.SKIPPED.value, ended_at=now)
    else:
        waiting.update(tries=0, next_try_at=now)
    row.status, row.paused_because, row.paused_at = SubscriptionStatus.ON.value, "", None
    row.failing_since = None
    row.save(update_fields=["status", "paused_because", "paused_at", "failing_since", "position"])


@operation(Permission.WEBHOOKS_WRITE)
def remove(*, by: Actor, subscription_id: UUID) -> None:
    """Nothing is sent there any more, and its secrets are forgotten. What was sent can be looked up as long as
    deliveries are kept. Refuses `webhook_unknown`."""
    row = _locked(subscription_id)
    Delivery.objects.filter(subscription_id=row.id, status=DeliveryStatus.WAITING.value).update(
        status=DeliveryStatus.SKIPPED.value, ended_at=clock.now()
    )
    row.status, row.secret, row.secret_before = SubscriptionStatus.REMOVED.value, "", ""
    row.save(update_fields=["status", "secret", "secret_before"])


@operation(Permission.WEBHOOKS_WRITE)
def send_test(*, by: Actor, subscription_id: UUID) -> UUID:
    """Send a message that means nothing (`webhook.test`) and look what comes back; the id of its delivery. Refuses
    `webhook_unknown` and `webhook_paused`."""
    row = _locked(subscription_id)
    if row.status != SubscriptionStatus.ON.value:
        raise Conflict("webhook_paused")
    now = clock.now()
    made = Delivery.of_shop(
        subscription_id=row.id, kind=TEST, status=DeliveryStatus.WAITING.value, next_try_at=now, created_at=now
    )
    made.save(force_insert=True)
    return UUID(str(made.id))


@operation(Permission.WEBHOOKS_WRITE)
def send_again(*, by: Actor, delivery_id: UUID) -> None:
    """One delivery once more, whatever became of it, under the same id; one that waits is tried now. Refuses
    `delivery_unknown`, `delivery_under_way` (it is due within minutes), `webhook_paused`, `permission_missing`."""
    _may_read(by)
    row = Delivery.objects.filter(id=delivery_id).first()
    if row is None:
        raise NotFound("delivery_unknown")
    if _locked(row.subscription_id).status != SubscriptionStatus.ON.value:
        raise Conflict("webhook_paused")
    now = clock.now()
    if _renew(Delivery.objects.filter(_waits_long(now) | Q(status__in=AGAIN), id=delivery_id), now) != 1:
        raise Conflict("delivery_under_way")


@operation(Permission.WEBHOOKS_WRITE)
def send_failed_again(*, by: Actor, subscription_id: UUID, since: datetime) -> int:
    """All deliveries made since a moment that were not taken, given up or waiting for their next try; how many leave
    now, with those that are due within minutes. Refuses `webhook_unknown`, `webhook_paused`, `permission_missing`."""
    _may_read(by)
    if _locked(subscription_id).status != SubscriptionStatus.ON.value:
        raise Conflict("webhook_paused")
    now, made = clock.now(), Delivery.objects.filter(subscription_id=subscription_id, created_at__gte=since)
    soon = made.filter(status=DeliveryStatus.WAITING.value).exclude(_waits_long(now)).count()
    return int(soon) + _renew(made.filter(_waits_long(now) | Q(status__in=LOST)), now)


@operation(Permission.WEBHOOKS_WRITE)
def pause_failing(*, by: Actor, subscription_id: UUID, url: str, because: PausedBecause) -> None:
    """Leave an endpoint alone that took nothing for days or wants nothing more at `url`, and say so. Harmless when
    somebody paused or removed it meanwhile or gave it another address."""
    now = clock.now()
    row: Subscription | None = (
        Subscription.objects.select_for_update(of=("self",))
        .filter(id=subscription_id, url=url, status=SubscriptionStatus.ON.value)
        .first()
    )
    if row is None:
        return
    row.status, row.paused_because, row.paused_at = SubscriptionStatus.PAUSED.value, because.value, now
    row.save(update_fields=["status", "paused_because", "paused_at"])
    since = _instant(row.failing_since or now)
    outbox.announce(events.EndpointPaused(subscription_id=row.id, because=because.value, failing_since=since))


@operation(Permission.WEBHOOKS_WRITE)
def tell_failing(*, by: Actor, subscription_id: UUID) -> None:
    """Say that an endpoint has taken nothing for a day, once for each time it begins to fail; nothing otherwise."""
    failing = Subscription.objects.filter(
        id=subscription_id,
        status=SubscriptionStatus.ON.value,
        failing_since__lte=clock.now() - schedule.TELL_AFTER,
    )
    untold = failing.exclude(told_failing_since=F("failing_since"))
    if untold.update(told_failing_since=F("failing_since")) != 1:
        return
    since: datetime = failing.values_list("failing_since", flat=True).get()
    pauses_at = since + schedule.PAUSE_AFTER
    outbox.announce(
        events.EndpointFailing(
            subscription_id=subscription_id, failing_since=_instant(since), pauses_at=_instant(pauses_at)
        )
    )


def allowed() -> Allowed:
    """What whoever runs Volte allows beyond the public internet."""
    return Allowed.read(settings.WEBHOOKS_ALLOW)


def _may_read(by: Actor) -> None:
    """Whoever may not read events may not have them sent either, nor choose where to, nor make what signs them."""
    if Permission.EVENTS_READ not in by.permissions:
        raise NotAllowed("permission_missing", permission=Permission.EVENTS_READ.value)


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _waits_long(now: datetime) -> Q:
    return Q(status=DeliveryStatus.WAITING.value, next_try_at__gt=now + schedule.SOON)


def _renew(deliveries: Any, now: datetime) -> int:
    fresh = {"status": DeliveryStatus.WAITING.value, "tries": 0, "next_try_at": now, "ended_at": None}
    return int(deliveries.update(**fresh))


def _locked(subscription_id: UUID) -> Subscription:
    kept = Subscription.objects.exclude(status=SubscriptionStatus.REMOVED.value)
    row: Subscription | None = kept.select_for_update(of=("self",)).filter(id=subscription_id).first()
    if row is None:
        raise NotFound("webhook_unknown")
    return row


def _address(url: str) -> str:
    """The address as it is called (letters beyond ASCII written for machines); refuses what can never be reached."""
    fault = addresses.fault_of(url.strip(), allowed=allowed())
    if fault is not None:
        raise Invalid(fault, longest=addresses.LONGEST_URL)
    try:
        written = addresses.written(url.strip())
    except ValueError as error:
        raise Invalid("webhook_url_invalid") from error
    if len(written) > addresses.LONGEST_URL:
        raise Invalid("webhook_url_too_long", longest=addresses.LONGEST_URL)
    return written


def _described(description: str) -> str:
    return " ".join(description.split())[:LONGEST_DESCRIPTION]


def _kinds(kinds: Sequence[str]) -> list[str]:
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None:
        raise Invalid("event_kind_unknown", kind=unknown[:60])
    return sorted(set(kinds))
