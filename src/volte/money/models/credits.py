"""Value kept in the shop."""

from django.db import models

from volte.money.models.promises import Promise
from volte.runtime.rows import ShopRow


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
    """What was added to a credit or spent from it (negative), and its entry in the books. Append-only; they sum to the
    balance."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    entry = models.ForeignKey(
        "volte_money.Entry", null=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="money_movement_once")]
