"""Verbs of logistics: open and cancel a parcel, ask for its label, record what was seen of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.kit.address import Address
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import Method
from volte.logistics import events, lookup, queries
from volte.logistics.models import Parcel, ParcelScan
from volte.logistics.queries import ParcelView
from volte.logistics.rules import parcel as parcel_rules
from volte.logistics.rules import tracking
from volte.logistics.rules.tracking import ParcelStatus, Scan, ScanKind
from volte.runtime import clock, hot, outbox, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a scan did: `new` is False when it was known already and nothing happened."""

    parcel: ParcelView
    new: bool


@operation(Permission.RETURNS_REQUEST, Permission.RETURNS_APPROVE)
def open_parcel(
    *,
    by: Actor,
    subject_id: UUID,
    number: str,
    method: Method,
    sender: Address,
    language: str,
    order_number: str = "",
    destination: str | None = None,
    carrier: str = MANUAL,
    last_day: date | None = None,
) -> ParcelView:
    """Expect a parcel for a subject. `destination` is a location's handle; left out, the receiving location.

    Refuses `parcel_not_needed` (goods are kept) and `destination_unknown`.
    """
    if method is Method.KEEP:
        raise Invalid("parcel_not_needed")
    row = Parcel.of_shop(
        code=parcel_rules.new_code(),
        subject_id=subject_id,
        number=number,
        order_number=order_number,
        method=method,
        status=ParcelStatus.EXPECTED,
        language=language,
        sender=Parcel.address_data(sender),
        destination=lookup.location(settings=shop_settings.of_shop(by.shop_id), handle=destination).handle,
        carrier=carrier,
        last_day=last_day,
        opened_at=clock.now(),
    )
    row.insert_late()
    opened = events.ParcelOpened(parcel_id=row.id, subject_id=subject_id, code=row.code, method=method.value)
    outbox.announce(opened, subject_id=subject_id)
    return queries.view(row)


@operation(Permission.PARCELS_SCAN, Permission.WAREHOUSE_RECEIVE)
def record_scan(*, by: Actor, parcel_id: UUID, kind: ScanKind, at: datetime) -> Recorded:
    """Write down what was seen. The same scan twice and scans out of order are harmless.

    Refuses `parcel_unknown` and `scan_in_future`. The row is locked so that two scans at once see one another.
    """
    if not tracking.believable(at, now=clock.now()):
        raise Invalid("scan_in_future", at=at)
    return _record(_locked(parcel_id), Scan(kind, at))


@operation(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def record_delivery(*, by: Actor, parcel_id: UUID, at: datetime) -> None:
    """What lies open before us was delivered, unless a carrier said so before. Refuses `parcel_unknown`."""
    row = _locked(parcel_id)
    if row.delivered_at is None:
        _record(row, Scan(ScanKind.DELIVERED, at))


def _locked(parcel_id: UUID) -> Parcel:
    row = hot.first(Parcel, lock=True, id=parcel_id)
    if row is None:
        raise NotFound("parcel_unknown")
    return row


def _record(row: Parcel, scan: Scan) -> Recorded:
    known = {seen.snapshot() for seen in hot.rows(ParcelScan, parcel_id=row.id)}
    if scan in known:
        return Recorded(queries.view(row), new=False)
    ParcelScan.of_shop(parcel_id=row.id, kind=scan.kind, at=scan.at, recorded_at=clock.now()).insert_late()
    _follow(row, known | {scan}, scan)
    return Recorded(queries.view(row), new=True)


@operation(Permission.RETURNS_REQUEST, Permission.RETURNS_CANCEL)
def cancel_parcel(*, by: Actor, parcel_id: UUID) -> None:
    """The parcel will not be sent. Refuses `parcel_unknown`, `parcel_already_travelling`; twice is harmless."""
    row = lookup.parcel(parcel_id)
    if row.status == ParcelStatus.CANCELLED:
        return
    waiting = Parcel.objects.filter(id=parcel_id, status__in=tracking.CANCELLABLE)
    if waiting.update(status=ParcelStatus.CANCELLED, cancelled_at=clock.now()) != 1:
        raise Conflict("parcel_already_travelling")
    told = events.ParcelCancelled(parcel_id=parcel_id, subject_id=row.subject_id)
    outbox.announce(told, subject_id=row.subject_id)


def _follow(row: Parcel, scans: set[Scan], scan: Scan) -> None:
    """Bring the locked row to where its scans say it is, and tell."""
    before, first = row.status, row.handed_over_at is None
    way = tracking.journey(scans, cancelled=row.cancelled_at is not None)
    row.status, row.handed_over_at = way.status, way.handed_over_at
    row.delivered_at, row.lost_at = way.delivered_at, way.lost_at
    hot.save(row)
    subject_id, at = row.subject_id, scan.at.isoformat()
    handed_over = first and way.handed_over_at is not None
    told = events.ParcelScanned(
        parcel_id=row.id, subject_id=subject_id, scan=scan.kind, at=at, status=way.status, handed_over=handed_over
    )
    outbox.announce(told, subject_id=subject_id)
    if way.status is ParcelStatus.LOST and before != ParcelStatus.LOST:
        outbox.announce(events.ParcelLost(parcel_id=row.id, subject_id=subject_id, at=at), subject_id=subject_id)
