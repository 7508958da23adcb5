"""When the gateway's list was held against ours, and where the two disagreed."""

from django.db import models

from volte.money.models.refunds import Refund
from volte.runtime.rows import ShopRow


class Reconciliation(ShopRow):
    """One look at a gateway's list. Without `finished_at` it is under way, or died: the next one sees it all."""

    gateway = models.CharField(max_length=40)
    since = models.DateTimeField()
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    listed = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    # Why it came to nothing, in a word; empty when it did not.
    failure = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["shop", "gateway", "-began_at"], name="money_reconciliation_last")]


class Discrepancy(ShopRow):
    """One difference between two books, found once however often it is seen. What it says stays as it was last seen;
    a person, or the books agreeing again, closes it."""

    gateway = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    # The refund both sides mean: the gateway's name for it, or ours where the gateway has none.
    about = models.CharField(max_length=255)
    refund = models.ForeignKey(Refund, null=True, on_delete=models.PROTECT, related_name="+")
    gateway_refund = models.CharField(max_length=255, blank=True)
    proposed = models.CharField(max_length=20)
    our_amount = models.BigIntegerField(null=True)
    our_currency = models.CharField(max_length=3, blank=True)
    our_status = models.CharField(max_length=20, blank=True)
    their_amount = models.BigIntegerField(null=True)
    their_currency = models.CharField(max_length=3, blank=True)
    their_outcome = models.CharField(max_length=20, blank=True)
    their_word = models.CharField(max_length=80, blank=True)
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.CharField(max_length=120, blank=True, default="")
    resolution = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "gateway", "about", "kind"], name="money_discrepancy_once"),
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True, resolution="")
                | (models.Q(resolved_at__isnull=False) & ~models.Q(resolution="")),
                name="money_discrepancy_resolution",
            ),
        ]
        indexes = [
            models.Index(
                fields=["shop", "-found_at"],
                condition=models.Q(resolved_at__isnull=True),
                name="money_discrepancy_open",
            ),
        ]
