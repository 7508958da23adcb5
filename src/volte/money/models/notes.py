"""Credit notes, numbered without gaps for each legal entity and year.

Triggers (migration 0009): a series counts one at a time and its day never steps back; a note takes exactly the number
its series stands at, one above the note before; no number is counted without its note when the transaction ends.
"""

from django.db import models

from volte.money.models.promises import Promise
from volte.runtime.rows import ShopRow


class CreditNoteSeries(ShopRow):
    """How far one legal entity has counted in one year. `entity` is its number in the register."""

    entity = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    prefix = models.CharField(max_length=12)
    last = models.BigIntegerField(default=0)
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "entity", "year"], name="money_series_once"),
            # Two shops of one company, or two companies of one shop, never write the same number.
            models.UniqueConstraint(fields=["entity", "prefix", "year"], name="money_series_of_entity"),
            models.UniqueConstraint(fields=["shop", "prefix", "year"], name="money_series_of_shop"),
            models.CheckConstraint(condition=models.Q(last_on__year=models.F("year")), name="money_series_year"),
        ]


class CreditNote(ShopRow):
    """What was issued, as it was issued; `document` is the whole note. `pdf` and `xml` are the digests of its files,
    written once; "" until then, and `xml` for ever where there is none."""

    series = models.ForeignKey(CreditNoteSeries, on_delete=models.PROTECT, related_name="+")
    place = models.BigIntegerField()
    number = models.CharField(max_length=40)
    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="+")
    order_id = models.UUIDField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    paper = models.CharField(max_length=20)
    currency = models.CharField(max_length=3)
    net = models.BigIntegerField()
    tax = models.BigIntegerField()
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    document = models.JSONField()
    pdf = models.CharField(max_length=64, blank=True, default="")
    xml = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "place"], name="money_note_place"),
            models.UniqueConstraint(fields=["shop", "number"], name="money_note_number"),
            models.CheckConstraint(condition=models.Q(place__gte=1), name="money_note_counted"),
        ]
        indexes = [
            models.Index(fields=["shop", "issued_on"], name="money_note_day"),
            models.Index(fields=["shop", "subject_id"], name="money_note_subject"),
        ]
