"""Rows of webhooks. Decides nothing."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from volte.runtime.rows import ShopRow
from volte.webhooks.rules.outcomes import Outcome


class SubscriptionStatus(StrEnum):
    """`paused` by a person or by us (`paused_because`): nothing is sent, the feed keeps everything. `removed` stays as
    a row while its deliveries are kept."""

    ON = "on"
    PAUSED = "paused"
    REMOVED = "removed"


class PausedBecause(StrEnum):
    """`asked`: a person did. `failing`: nothing was taken for days. `gone`: the receiver said 410."""

    ASKED = "asked"
    FAILING = "failing"
    GONE = "gone"


class DeliveryStatus(StrEnum):
    """`failed` was tried for days, `skipped` was not wanted any more; both can be sent again."""

    WAITING = "waiting"
    TAKEN = "taken"
    FAILED = "failed"
    SKIPPED = "skipped"


class Subscription(ShopRow):
    """An address that wants news. `kinds` empty is all of them. `position` is how far it has read the feed.

    Secrets are sealed (see `runtime.sealing`); `secret_before` signs as well until `overlap_until`. People have been
    told of the trouble that began at `told_failing_since`.
    """

    url = models.CharField(max_length=2_000)
    description = models.CharField(max_length=200, blank=True)
    kinds = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    status = models.CharField(max_length=8, choices=[(word.value, word.value) for word in SubscriptionStatus])
    paused_because = models.CharField(
        max_length=8, blank=True, default="", choices=[(word.value, word.value) for word in PausedBecause]
    )
    paused_at = models.DateTimeField(null=True)
    secret = models.TextField()
    secret_before = models.TextField(blank=True, default="")
    overlap_until = models.DateTimeField(null=True)
    position = models.BigIntegerField()
    failing_since = models.DateTimeField(null=True)
    told_failing_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop", "created_at"], name="subscription_by_shop")]


class Delivery(ShopRow):
    """One event on its way to one subscription; `event_id` is empty for a test.

    `tries` count from the beginning or the last replay. `next_try_at` moves away when a worker takes it, so that a
    delivery whose worker died comes back by itself.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="+", db_index=False)
    event_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=60)
    status = models.CharField(max_length=8, choices=[(word.value, word.value) for word in DeliveryStatus])
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscription", "event_id"], name="delivery_once_per_event")]
        indexes = [
            models.Index(
                fields=["subscription", "next_try_at"],
                name="delivery_due",
                condition=Q(status=DeliveryStatus.WAITING.value),
            ),
            models.Index(fields=["subscription", "-created_at", "-id"], name="delivery_newest"),
        ]


class Attempt(ShopRow):
    """One try of a delivery and what came back: `status` of HTTP when there was an answer, `said` its first part. Only
    ever added to."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()
    took_ms = models.PositiveIntegerField()
    outcome = models.CharField(max_length=16, choices=[(word.value, word.value) for word in Outcome])
    status = models.PositiveSmallIntegerField(null=True)
    said = models.CharField(max_length=1_000, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["delivery", "at"], name="attempt_of_delivery")]
