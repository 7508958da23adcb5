"""The ledger: entries and their postings."""

from django.db import models

from volte.money.models.credits import Credit
from volte.money.models.promises import Promise
from volte.money.models.refunds import Refund
from volte.runtime.rows import ShopRow


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
    """A debit (positive) or credit (negative) of one account. Append-only. `rates`: the tax rates that lie on it."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    account = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    rates = models.CharField(max_length=80, blank=True, default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["shop", "account", "currency"], name="money_posting_account")]
