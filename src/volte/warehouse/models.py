"""Rows of the warehouse. Decides nothing."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from volte.kit.words import Disposition
from volte.runtime.rows import ShopRow
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Group
from volte.warehouse.rules.receiving import Match
from volte.warehouse.rules.states import InspectionKind, ReservationStatus, UnitStatus
from volte.warehouse.rules.stock import Level, StockKind


class Arrival(ShopRow):
    """A parcel opened at a location. `code` is what was scanned; `blind` that nobody had announced it."""

    code = models.CharField(max_length=80)
    location = models.CharField(max_length=60)
    blind = models.BooleanField()
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["shop", "code"], name="arrival_by_code")]


class Unit(ShopRow):
    """One physical thing. `subject_id` and `line_id` belong to whoever expected it and are empty while nobody does;
    `grade` and `disposition` are empty until a person looked (and decided)."""

    arrival = models.ForeignKey(Arrival, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField(null=True)
    line_id = models.UUIDField(null=True)
    sku = models.CharField(max_length=255, blank=True)
    title = models.CharField(max_length=500, blank=True)
    group = models.CharField(max_length=12, choices=[(group.value, group.value) for group in Group])
    fault = models.CharField(max_length=10, blank=True)
    match = models.CharField(max_length=12, choices=[(match.value, match.value) for match in Match])
    status = models.CharField(max_length=12, choices=[(status.value, status.value) for status in UnitStatus])
    grade = models.CharField(max_length=1, blank=True, choices=[(grade.value, grade.value) for grade in Grade])
    disposition = models.CharField(max_length=12, blank=True, choices=[(way.value, way.value) for way in Disposition])
    location = models.CharField(max_length=60)
    received_at = models.DateTimeField()
    graded_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    # The shop was told that this unit can be sold again.
    told_sellable = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [
            models.Index(fields=["shop", "subject_id"], name="unit_by_subject"),
            models.Index(fields=["shop", "line_id"], name="unit_by_line"),
            models.Index(
                fields=["shop", "received_at", "id"],
                name="unit_awaiting",
                condition=models.Q(status=UnitStatus.AWAITING),
            ),
        ]


class Inspection(ShopRow):
    """What was seen of a unit and decided about it, by whom and when. Only ever added to: deciding again and undoing
    are further rows. `proposed_…` is what the rules said, `disposition_before` what held until then."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in InspectionKind])
    findings = ArrayField(models.CharField(max_length=20), default=list)
    proposed_grade = models.CharField(max_length=1, blank=True)
    grade = models.CharField(max_length=1, blank=True)
    proposed_disposition = models.CharField(max_length=12, blank=True)
    disposition_before = models.CharField(max_length=12, blank=True)
    disposition = models.CharField(max_length=12, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by_kind = models.CharField(max_length=10)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()


class Stock(ShopRow):
    """What can be sold of one sku at one location, and what of it is promised."""

    sku = models.CharField(max_length=255)
    location = models.CharField(max_length=60)
    on_hand = models.PositiveIntegerField(default=0)
    reserved = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "sku", "location"], name="stock_once_per_place")]

    def snapshot(self) -> Level:
        return Level(self.sku, self.location, self.on_hand, self.reserved)


class Reservation(ShopRow):
    """A promise of stock to a subject, such as the new size of an exchange."""

    subject_id = models.UUIDField()
    sku = models.CharField(max_length=255)
    location = models.CharField(max_length=60)
    quantity = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=[(status.value, status.value) for status in ReservationStatus])
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["shop", "subject_id"], name="reservation_by_subject")]


class StockEvent(ShopRow):
    """Why a stock figure changed: `on_hand_change` and `reserved_change`, of which at least one is not zero. Only ever
    added to; the sum over all events of a sku at a place is what `Stock` says."""

    sku = models.CharField(max_length=255)
    location = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in StockKind])
    on_hand_change = models.IntegerField(default=0)
    reserved_change = models.IntegerField(default=0)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, db_index=False)
    reservation = models.ForeignKey(Reservation, on_delete=models.PROTECT, related_name="+", null=True, db_index=False)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shop", "sku", "at"], name="stock_event_by_sku")]
