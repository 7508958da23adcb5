"""What is held on a customer's card, and how it ended."""

from django.db import models

from volte.money.models.promises import Promise
from volte.runtime.rows import ShopRow


class Hold(ShopRow):
    """Goods were sent before others came back: their price is held on a card until they do. Written before the provider
    is asked; `reference` and `url` are its page, `payment` the money once it is held.

    `pieces` are the units that are covered, by the reference of what is to come back; `wish` what is to be taken, once
    somebody wished it: the units sold for good, and the promises whose difference it pays."""

    order_id = models.UUIDField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    round = models.PositiveSmallIntegerField(default=1)
    gateway = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=10)
    reference = models.CharField(max_length=255, blank=True, default="")
    url = models.CharField(max_length=2000, blank=True, default="")
    payment = models.CharField(max_length=255, blank=True, default="")
    visit = models.JSONField(default=dict)
    pieces = models.JSONField(default=dict)
    wish = models.JSONField(default=dict)
    # The last day that was told; when it is charged, and when the card lets go by itself, once it is held.
    last_day = models.DateField()
    take_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    taken = models.BigIntegerField(default=0)
    # Why a person has to look at it: taken though nobody wished it, another amount than wished.
    trouble = models.CharField(max_length=40, blank=True, default="")
    # The sale of what nothing came back for.
    promise = models.ForeignKey(Promise, null=True, db_index=False, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "round"], name="money_hold_once"),
            # A page that was given up and agreed to all the same is being let go beside the one that counts.
            models.UniqueConstraint(
                fields=["subject_id"],
                condition=models.Q(status__in=["asked", "held", "taking"]),
                name="money_hold_alive_once",
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="money_hold_positive"),
            # It ends in one way: money moved, or none did. And a wish to take is of this hold, never of more.
            models.CheckConstraint(
                condition=models.Q(status="taken", taken__gt=0, taken__lte=models.F("amount"))
                | (~models.Q(status="taken") & models.Q(taken=0)),
                name="money_hold_taken_or_not",
            ),
            models.CheckConstraint(
                condition=models.Q(promise=None) | models.Q(status="taken"), name="money_hold_sold_if_taken"
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "subject_id"], name="money_hold_subject"),
            models.Index(
                fields=["shop", "changed_at"],
                condition=models.Q(status__in=["asked", "held", "releasing", "taking"]),
                name="money_hold_alive",
            ),
        ]
