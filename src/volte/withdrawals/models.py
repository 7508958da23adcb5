"""Rows of withdrawals. Decides nothing; a statement, once written, is only ever read."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from volte.runtime.rows import ShopRow
from volte.withdrawals.rules.statement import Standing, Through


class Withdrawal(ShopRow):
    """One statement (down to `articles`), what it was recognised as, and what became of it."""

    number = models.CharField(max_length=20)
    declared_at = models.DateTimeField()
    # How it reached the shop, and (not online) when somebody wrote it down.
    through = models.CharField(
        max_length=8,
        choices=[(word.value, word.value) for word in Through],
        default=Through.ONLINE.value,
        db_default=Through.ONLINE.value,
    )
    recorded_at = models.DateTimeField(null=True)
    zone = models.CharField(max_length=60)
    language = models.CharField(max_length=8)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    # The stored PDF; the content itself is stored under its digest.
    receipt = models.CharField(max_length=64, default="", blank=True)
    name = models.CharField(max_length=200)
    contract = models.CharField(max_length=100)
    email = models.CharField(max_length=254)
    email_normal = models.CharField(max_length=254)
    whole = models.BooleanField()
    words = models.TextField(default="", blank=True)
    articles = models.JSONField(default=list)

    key = models.CharField(max_length=64)
    first = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    order_id = models.UUIDField(null=True)
    # The number, the e-mail and the name all fit one order: who declared it is who bought.
    known = models.BooleanField(default=False)

    standing = models.CharField(max_length=12, choices=[(word.value, word.value) for word in Standing])
    # Why a person has to look ("" when nobody has), and what was found for each article.
    attention = models.CharField(max_length=20, default="", blank=True)
    outcome = models.JSONField(default=list)
    return_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    # Sent with many others: the receipt leaves once it is confirmed by a second click.
    held = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.CharField(max_length=120, default="", blank=True)
    answer = models.TextField(default="", blank=True)
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="withdrawal_number_once"),
            models.UniqueConstraint(
                fields=["shop", "key"],
                name="withdrawal_counts_once",
                condition=Q(first=None, emptied_at=None) & ~Q(standing=Standing.SETTLED.value),
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "declared_at", "id"], name="withdrawal_newest"),
            models.Index(fields=["shop", "declared_at"], name="withdrawal_to_look_at", condition=~Q(attention="")),
            models.Index(fields=["shop", "email_normal"], name="withdrawal_by_email"),
            models.Index(fields=["order_id"], name="withdrawal_by_order"),
        ]
