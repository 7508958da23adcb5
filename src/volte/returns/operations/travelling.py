"""Goods may travel: a parcel is expected, and what carriers see of it is followed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit import time
from volte.kit.address import Address
from volte.kit.errors import NotFound
from volte.kit.words import Method
from volte.logistics import operations as logistics
from volte.logistics.rules.tracking import ParcelStatus, ScanKind
from volte.returns import deadlines, rows
from volte.returns.events import ReturnApproved, ReturnLost, ReturnTravelling
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling
from volte.returns.rules.lifecycle import Kind, Verdict, Whereabouts
from volte.runtime import clock, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


def let_travel(*, by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Nothing is in doubt any more: open the parcel, or settle at once what the customer keeps."""
    prepare(by=by, row=row, items=items, order=catalogue.order(order_id=rows.order_of(row)))
    rows.restate(row, items, now=clock.now())
    approved(by=by, row=row, items=items)


def prepare(*, by: Actor, row: Return, items: Sequence[ReturnItem], order: OrderView) -> None:
    """Put on the row what approval means, and expect its parcel. The row is not yet written."""
    now = clock.now()
    row.approved_at = now
    row.last_day = _last_day(row, items, order, now) if row.kind == Kind.RETURN.value else None
    if row.method != Method.KEEP.value:
        expect_parcel(by=by, row=row, order=order)
    rows.state(row, items, now=now)


def approved(*, by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Tell of an approval that is written."""
    now = clock.now()
    if row.kind == Kind.RETURN.value:
        rows.step(row, "approved", by=by, now=now, until=row.last_day.isoformat() if row.last_day else None)
        announce(ReturnApproved(return_id=row.id, number=row.number), subject_id=row.id)
    if settling.is_due(row, items):
        settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)


def _last_day(row: Return, items: Sequence[ReturnItem], order: OrderView, now: datetime) -> date | None:
    """Until when the label is good, and never before the day policy and law give for sending back; no day for a
    withdrawal from something still on its way to the customer."""
    delivered = bool(order.shipments) and all(shipment.delivered_at for shipment in order.shipments)
    if row.withdrawn_at is not None and not delivered:
        return None
    settings = shop_settings.of_shop(row.shop_id)
    label = time.local_date(now + timedelta(days=settings.label_days), settings.timezone)
    return max([label, *deadlines.send_by(items)])


def expect_parcel(*, by: Actor, row: Return, order: OrderView) -> None:
    """Its label is made when somebody asks for it. The row is not yet written."""
    # Of somebody erased meanwhile only the country is known.
    given = {"country": order.country or "FR"} | row.sender
    sender = _home(row, order) if row.gift_id is None else Address(**given)
    parcel = logistics.open_parcel(
        by=by,
        subject_id=row.id,
        number=row.number,
        method=Method(row.method),
        sender=sender,
        language=row.language,
        order_number=row.order_number if row.gift_id is None else "",
        destination=row.store or None,
        last_day=row.last_day,
    )
    row.parcel_id, row.parcel_code = parcel.id, parcel.code


def _home(row: Return, order: OrderView) -> Address:
    """Where the order went: its buyer sends it back from there."""
    home = order.shipping_address or Address(country=order.country or "FR")
    return Address(
        country=home.country,
        name=home.name or row.customer_name,
        line1=home.line1,
        line2=home.line2,
        postcode=home.postcode,
        city=home.city,
    )


@operation(Permission.PARCELS_SCAN)
def record_scan(*, by: Actor, return_id: UUID, kind: ScanKind, at: datetime) -> None:
    """A carrier or a shop saw the parcel of this return. Refuses `parcel_unknown` when goods do not travel."""
    row, _ = rows.locked(by=by, return_id=return_id)
    if row.parcel_id is None:
        raise NotFound("parcel_unknown")
    recorded = logistics.record_scan(by=by, parcel_id=row.parcel_id, kind=kind, at=at)
    if recorded.new:
        follow_parcel(by=by, return_id=return_id, scan=kind, status=recorded.parcel.status)


@operation(Permission.PARCELS_SCAN)
def follow_parcel(*, by: Actor, return_id: UUID, scan: ScanKind, status: ParcelStatus) -> None:
    """Bring the return to where its parcel is."""
    row, items = rows.locked(by=by, return_id=return_id)
    now = clock.now()
    first = row.handed_over_at is None and scan is not ScanKind.LOST
    if first:
        row.handed_over_at = now
    place = Whereabouts.LOST if status is ParcelStatus.LOST else Whereabouts.TRAVELLING
    gone = [item for item in _on_their_way(items) if item.whereabouts != Whereabouts.LOST.value]
    for item in _on_their_way(items):
        item.whereabouts = place.value
    rows.restate(row, items, now=now)
    rows.step(row, f"scan_{scan.value}", by=by, now=now)
    if first:
        announce(ReturnTravelling(return_id=row.id, number=row.number), subject_id=row.id)
    if place is Whereabouts.LOST and gone:
        announce(ReturnLost(return_id=row.id, number=row.number), subject_id=row.id)
    if settling.is_due(row, items):
        settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)


def _on_their_way(items: Sequence[ReturnItem]) -> list[ReturnItem]:
    moving = (Whereabouts.WITH_CUSTOMER.value, Whereabouts.TRAVELLING.value, Whereabouts.LOST.value)
    return [item for item in items if item.verdict == Verdict.ACCEPTED.value and item.whereabouts in moving]
