"""Days of the books that are over for good."""

from django.db import models

from volte.money.models.books import Entry
from volte.runtime.rows import ShopRow


class Closing(ShopRow):
    """Everything before `until` (the end of `day` where the shop is) is closed: the database takes no entry into it any
    more. Its entries are numbered from `first` to `last`, the first after `last` of the closing before. Append-only."""

    day = models.DateField()
    until = models.DateTimeField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    closed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "day"], name="money_closing_once")]
        indexes = [models.Index(fields=["shop", "until"], name="money_closing_until")]


class EntryNumber(ShopRow):
    """The number of an entry, given when its day was closed: by the clock, without a gap. Append-only."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    closing = models.ForeignKey(Closing, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry"], name="money_entry_numbered_once"),
            models.UniqueConstraint(fields=["shop", "number"], name="money_entry_number_once"),
        ]
