"""What is on its way back, and every call that was made for it."""

from django.db import models

from volte.money.models.credits import Credit
from volte.money.models.promises import Promise
from volte.money.models.transfers import TransferBatch
from volte.runtime.rows import ShopRow


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
    # Answers in a row that nobody understood.
    unclear = models.PositiveSmallIntegerField(default=0, db_default=0)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # The refund that failed for good and whose amount this one carries; what was agreed to, by whom and when.
    redirected_from = models.ForeignKey("self", null=True, db_index=False, on_delete=models.PROTECT, related_name="+")
    consent_at = models.DateTimeField(null=True)
    consent_by = models.CharField(max_length=10, blank=True, default="", db_default="")
    consent_words = models.CharField(max_length=500, blank=True, default="", db_default="")

    # The store credit it was put on: the one that had paid, or one issued for it.
    credit = models.ForeignKey(Credit, null=True, db_index=False, on_delete=models.PROTECT, related_name="+")

    # The one file of bank transfers it is in: while that is open, nobody pays it by hand.
    batch = models.ForeignKey(TransferBatch, null=True, db_index=False, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="money_refund_positive"),
            # One amount is carried by one refund: two people who redirect it at once cannot pay it twice.
            models.UniqueConstraint(
                fields=["redirected_from"],
                condition=~models.Q(status="replaced"),
                name="money_refund_redirected_once",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "order_id"], name="money_refund_order"),
            models.Index(fields=["shop", "subject_id"], name="money_refund_subject"),
            models.Index(
                fields=["shop", "changed_at"],
                condition=models.Q(status__in=["planned", "sending", "pending"]),
                name="money_refund_moving",
            ),
            models.Index(
                fields=["status", "planned_at"],
                condition=models.Q(status__in=["failed", "manual"]),
                name="money_refund_held_up",
            ),
            models.Index(fields=["batch"], condition=models.Q(batch__isnull=False), name="money_refund_batch"),
        ]


class BankAccount(ShopRow):
    """Where a customer wants one refund to be sent. Holder and IBAN are sealed; what pages show is beside them. Erased
    with the words of the return."""

    refund = models.OneToOneField(Refund, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    shown = models.CharField(max_length=20)
    given_at = models.DateTimeField()


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
