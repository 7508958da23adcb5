"""The ledger: entries and their postings."""

from django.db import models

from volte.money.models.credits import Credit
from volte.money.models.promises import Promise
from volte.money.models.refunds import Refund
from volte.runtime.rows import ShopRow


class Entry(ShopRow):
    """One thing that happened to money. Append-only; its postings sum to zero. One that `reverses` another takes it
    back posting by posting, once; `why` is what a person wrote who did so."""

    kind = models.CharField(max_length=40)
    promise = models.ForeignKey(Promise, null=True, on_delete=models.PROTECT, related_name="+")
    refund = models.ForeignKey(Refund, null=True, on_delete=models.PROTECT, related_name="+")
    credit = models.ForeignKey(Credit, null=True, on_delete=models.PROTECT, related_name="+")
    reverses = models.ForeignKey("self", null=True, db_index=False, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=200, blank=True, default="", db_default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reverses"], condition=models.Q(reverses__isnull=False), name="money_entry_reversed_once"
            )
        ]
        indexes = [models.Index(fields=["shop", "at"], name="money_entry_at")]


class Posting(ShopRow):
    """A debit (positive) or credit (negative) of one account. Append-only. `rates`: the tax rates that lie on it."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    account = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    rates = models.CharField(max_length=80, blank=True, default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["shop", "account", "currency"], name="money_posting_account")]
