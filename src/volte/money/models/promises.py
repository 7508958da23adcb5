"""What is owed: the payments of an order, and the promises made from them."""

from django.db import models
from django.db.models import Value

from volte.runtime.rows import ShopRow


class PaymentBalance(ShopRow):
    """What one payment of an order can still give back; the row promises of the order are lined up behind."""

    order_id = models.UUIDField()
    payment = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    captured = models.BigIntegerField()
    outside = models.BigIntegerField(default=0)
    committed = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "order_id", "payment"], name="money_balance_once"),
            models.CheckConstraint(condition=models.Q(committed__gte=0), name="money_balance_committed"),
        ]


class Promise(ShopRow):
    """A plan we stand by: its lines as shown, the units it pays for, what it draws from each payment."""

    key = models.CharField(max_length=200)
    order_id = models.UUIDField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    resolution = models.CharField(max_length=20)
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()
    outbound = models.BigIntegerField()
    units = models.JSONField()
    draws = models.JSONField()
    lines = models.JSONField()
    flags = models.JSONField()
    # What the order was sold for: with the first promise of the order, so that no later copy moves what was promised.
    basis = models.JSONField(null=True)
    # Of units that stayed with the customer: by how much their price was reduced, by line and position.
    reduced = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    # What the customer still has to pay for an exchange.
    due = models.BigIntegerField(default=0)
    due_paid_at = models.DateTimeField(null=True)
    # Nobody paid it: the exchange is off, its entry taken back, and the units are free for another promise.
    given_up_at = models.DateTimeField(null=True)
    # The shop let the customer have it: it is a gesture, and what left is worth that much less.
    due_given_at = models.DateTimeField(null=True)
    # How it was paid: a payment of the order from then on, for whoever sends the dearer article back.
    due_payment = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    # What left in exchange, unit by unit, by the reference of what came back.
    sold = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    promised_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "key"], name="money_promise_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0, due__gte=0), name="money_promise_amounts"),
            models.CheckConstraint(
                condition=models.Q(given_up_at=None) | models.Q(due__gt=0, amount=0, due_paid_at=None),
                name="money_promise_given_up_unpaid",
            ),
            models.CheckConstraint(
                condition=models.Q(due_given_at=None)
                | models.Q(due__gt=0, amount=0, due_paid_at=None, given_up_at=None),
                name="money_promise_due_given_unpaid",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "order_id"], name="money_promise_order"),
            models.Index(fields=["shop", "subject_id"], name="money_promise_subject"),
        ]
