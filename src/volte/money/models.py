"""What is written down about money. Rows decide nothing; the database refuses what must never happen.

Triggers (migration 0002): entries, postings and movements are append-only; an entry balances when its transaction
ends; a payment's commitment never grows above what was captured and not refunded elsewhere.
"""

from django.db import models

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
    # What the customer still has to pay for an exchange.
    due = models.BigIntegerField(default=0)
    due_paid_at = models.DateTimeField(null=True)
    promised_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "key"], name="money_promise_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0, due__gte=0), name="money_promise_amounts"),
        ]
        indexes = [
            models.Index(fields=["shop", "order_id"], name="money_promise_order"),
            models.Index(fields=["shop", "subject_id"], name="money_promise_subject"),
        ]


class Refund(ShopRow):
    """The intent to send one amount back to one payment, and how far it got."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    order_id = models.UUIDField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    payment = models.CharField(max_length=200)
    payment_kind = models.CharField(max_length=20)
    gateway = models.CharField(max_length=40, blank=True)
    reference = models.CharField(max_length=255, blank=True)
    route = models.CharField(max_length=20)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=20)
    # A new round is a new wish to the gateway, under a new key: only after the round before has failed for good.
    round = models.PositiveSmallIntegerField(default=1)
    attempts = models.PositiveIntegerField(default=0)
    gateway_refund = models.CharField(max_length=255, blank=True)
    failure = models.CharField(max_length=80, blank=True)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="money_refund_positive")]
        indexes = [
            models.Index(fields=["shop", "order_id"], name="money_refund_order"),
            models.Index(fields=["shop", "subject_id"], name="money_refund_subject"),
            models.Index(
                fields=["shop", "changed_at"],
                condition=models.Q(status__in=["planned", "sending", "pending"]),
                name="money_refund_moving",
            ),
        ]


class Checkout(ShopRow):
    """A page of a payment provider on which the customer pays what an exchange costs more. Written before the provider
    is asked, so that a crash leaves something to ask about; `reference` and `url` are its answer."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    gateway = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=10)
    reference = models.CharField(max_length=255, blank=True, default="")
    url = models.CharField(max_length=2000, blank=True, default="")
    payment = models.CharField(max_length=255, blank=True, default="")
    # What the page says and where it leads, as the provider was asked.
    visit = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "round"], name="money_checkout_once"),
            models.UniqueConstraint(
                fields=["promise"], condition=models.Q(status="open"), name="money_checkout_open_once"
            ),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="money_checkout_positive"),
        ]
        indexes = [
            models.Index(
                fields=["shop", "changed_at"], condition=models.Q(status="open"), name="money_checkout_waiting"
            ),
        ]


class RefundAttempt(ShopRow):
    """One call of the gateway. Without `finished_at` we do not know what it did, and ask before calling again."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    idempotency_key = models.CharField(max_length=80)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["refund", "number"], name="money_attempt_once")]


class Credit(ShopRow):
    """Value kept in the shop for whoever holds the code."""

    code = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    base = models.BigIntegerField()
    bonus = models.BigIntegerField(default=0)
    balance = models.BigIntegerField()
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    promise = models.ForeignKey(Promise, null=True, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "code"], name="money_credit_code"),
            models.CheckConstraint(
                condition=models.Q(base__gt=0, bonus__gte=0, balance__gte=0)
                & models.Q(balance__lte=models.F("base") + models.F("bonus")),
                name="money_credit_balance",
            ),
        ]
        indexes = [models.Index(fields=["shop", "subject_id"], name="money_credit_subject")]


class CreditMovement(ShopRow):
    """What was added to a credit or spent from it (negative). Append-only; they sum to the balance."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="money_movement_once")]


class Entry(ShopRow):
    """One thing that happened to money. Append-only; its postings sum to zero."""

    kind = models.CharField(max_length=40)
    promise = models.ForeignKey(Promise, null=True, on_delete=models.PROTECT, related_name="+")
    refund = models.ForeignKey(Refund, null=True, on_delete=models.PROTECT, related_name="+")
    credit = models.ForeignKey(Credit, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop", "at"], name="money_entry_at")]


class Posting(ShopRow):
    """A debit (positive) or credit (negative) of one account. Append-only."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    account = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)

    class Meta:
        indexes = [models.Index(fields=["shop", "account", "currency"], name="money_posting_account")]
