"""Rows of logistics. Decides nothing."""

from dataclasses import asdict

from django.db import models

from volte.kit.address import Address
from volte.kit.words import Method
from volte.logistics.rules import tracking
from volte.logistics.rules.tracking import ParcelStatus, ScanKind
from volte.runtime.rows import ShopRow


class Parcel(ShopRow):
    """One box on its way back. `subject_id` and `number` belong to whoever opened it; `destination` is the handle of
    a location; `tracking` the carrier's own code; `label` the digest of the stored PDF, empty until it is made."""

    code = models.CharField(max_length=13)
    subject_id = models.UUIDField()
    number = models.CharField(max_length=40)
    order_number = models.CharField(max_length=80, default="", blank=True)
    method = models.CharField(max_length=12, choices=[(method.value, method.value) for method in Method])
    status = models.CharField(max_length=12, choices=[(status.value, status.value) for status in ParcelStatus])
    language = models.CharField(max_length=8)
    sender = models.JSONField()
    destination = models.CharField(max_length=60)
    carrier = models.CharField(max_length=40)
    tracking = models.CharField(max_length=80, default="", blank=True)
    label = models.CharField(max_length=64, default="", blank=True)
    last_day = models.DateField(null=True)
    opened_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    lost_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "code"], name="parcel_code_once"),
            models.UniqueConstraint(
                fields=["shop", "carrier", "tracking"], name="parcel_tracking_once", condition=~models.Q(tracking="")
            ),
        ]
        indexes = [models.Index(fields=["shop", "subject_id"], name="parcel_by_subject")]

    def sender_address(self) -> Address:
        return Address(**self.sender)

    @staticmethod
    def address_data(address: Address) -> dict[str, str]:
        return asdict(address)


class ParcelScan(ShopRow):
    """What a carrier or a shop saw of a parcel, and when by its clock. Only ever added to."""

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in ScanKind])
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parcel", "kind", "at"], name="parcel_scan_once")]

    def snapshot(self) -> tracking.Scan:
        return tracking.Scan(ScanKind(self.kind), self.at)
