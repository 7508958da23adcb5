"""Questions about parcels, asked inside an entered shop. Never write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.kit.address import Address
from volte.kit.errors import NotFound
from volte.kit.words import Method
from volte.logistics.models import Parcel, ParcelScan
from volte.logistics.ports import DropOffPoint, DropOffPoints
from volte.logistics.rules import parcel as parcel_rules
from volte.logistics.rules.tracking import ParcelStatus, Scan
from volte.runtime import hot, tenancy, wiring


@dataclass(frozen=True, slots=True)
class ParcelView:
    """A parcel as others see it. `label` is the digest of the stored PDF, empty until it is made."""

    id: UUID
    code: str
    subject_id: UUID
    number: str
    method: Method
    status: ParcelStatus
    destination: str
    carrier: str
    tracking: str
    label: str
    last_day: date | None
    opened_at: datetime
    handed_over_at: datetime | None
    delivered_at: datetime | None
    lost_at: datetime | None

    @property
    def spaced_code(self) -> str:
        return parcel_rules.spaced(self.code)


def parcel(*, parcel_id: UUID) -> ParcelView:
    """One parcel; refuses `parcel_unknown`."""
    return _found(hot.first(Parcel, id=parcel_id))


def by_code(*, written: str) -> ParcelView | None:
    """The parcel a scanner read or a person typed: by our code, else by the carrier's. None when nobody knows it."""
    reading = parcel_rules.read(written)
    if reading.code is not None:
        row = hot.first(Parcel, code=reading.code)
    else:
        row = Parcel.objects.filter(tracking=reading.text).exclude(tracking="").first()
    return view(row) if row else None


def of_subject(*, subject_id: UUID) -> Sequence[ParcelView]:
    """All parcels of one subject, in the order they were opened."""
    return of_subjects(subject_ids=[subject_id]).get(subject_id, [])


def of_subjects(*, subject_ids: Iterable[UUID]) -> dict[UUID, list[ParcelView]]:
    """The parcels of many subjects at once, for lists; a subject without a parcel has no entry."""
    found: dict[UUID, list[ParcelView]] = {}
    for row in Parcel.objects.filter(subject_id__in=list(subject_ids)).order_by("opened_at", "id"):
        found.setdefault(row.subject_id, []).append(view(row))
    return found


def scans(*, parcel_id: UUID) -> Sequence[Scan]:
    """Everything seen of a parcel, by the moment it was seen."""
    return [row.snapshot() for row in ParcelScan.objects.filter(parcel_id=parcel_id).order_by("at", "id")]


def drop_off_points(*, where: Address, language: str, source: str = "shops") -> Sequence[DropOffPoint]:
    """Places to hand a parcel over, from the `DropOffPoints` bound under `source`."""
    return wiring.adapter(DropOffPoints, source).near(shop_id=tenancy.current(), where=where, language=language)


def view(row: Parcel) -> ParcelView:
    return ParcelView(
        id=row.id,
        code=row.code,
        subject_id=row.subject_id,
        number=row.number,
        method=Method(row.method),
        status=ParcelStatus(row.status),
        destination=row.destination,
        carrier=row.carrier,
        tracking=row.tracking,
        label=row.label,
        last_day=row.last_day,
        opened_at=row.opened_at,
        handed_over_at=row.handed_over_at,
        delivered_at=row.delivered_at,
        lost_at=row.lost_at,
    )


def _found(row: Parcel | None) -> ParcelView:
    if row is None:
        raise NotFound("parcel_unknown")
    return view(row)
