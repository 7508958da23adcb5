"""Value kept in the shop."""

from django.db import models

from volte.money.models.promises import Promise
from volte.runtime.rows import ShopRow


class Credit(ShopRow):
    """Value kept in the shop for whoever holds the code. `base` was owed, `bonus` is a gift: so much was issued, so
    much of each has lapsed, and `balance` is left, of which `bonus_left` is gift."""

    code = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    base = models.BigIntegerField()
    bonus = models.BigIntegerField(default=0)
    balance = models.BigIntegerField()
    # None: issued before the two were kept apart, and booked on one account until it is used up.
    bonus_left = models.BigIntegerField(null=True)
    base_lapsed = models.BigIntegerField(default=0, db_default=0)
    bonus_lapsed = models.BigIntegerField(default=0, db_default=0)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    # None: with what was owed.
    bonus_expires_at = models.DateTimeField(null=True)
    # The moment of expiry of which the customer was told last.
    warned_of = models.DateTimeField(null=True)
    blocked_at = models.DateTimeField(null=True)
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
            models.CheckConstraint(
                condition=models.Q(bonus_left__isnull=True)
                | models.Q(bonus_left__gte=0, base_lapsed__gte=0, bonus_lapsed__gte=0)
                & models.Q(bonus_left__lte=models.F("balance"))
                & models.Q(bonus_left__lte=models.F("bonus") - models.F("bonus_lapsed"))
                & models.Q(balance__lte=models.F("base") - models.F("base_lapsed") + models.F("bonus_left")),
                name="money_credit_apart",
            ),
        ]
        indexes = [models.Index(fields=["shop", "subject_id"], name="money_credit_subject")]


class CreditMovement(ShopRow):
    """What was added to a credit or taken off it (negative), `bonus` of it gift, and its entry in the books.
    Append-only; they sum to the balance."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    bonus = models.BigIntegerField(default=0, db_default=0)
    entry = models.ForeignKey(
        "volte_money.Entry", null=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "key"], name="money_movement_once")]


class CreditStep(ShopRow):
    """That a person blocked a credit, or opened it again, and why."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    why = models.CharField(max_length=300, blank=True, default="")
    actor_kind = models.CharField(max_length=20)
    actor_name = models.CharField(max_length=120, blank=True, default="")
    at = models.DateTimeField()
