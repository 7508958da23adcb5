"""At the shelf: how many lie there, and which of them are promised to somebody."""

from dataclasses import dataclass
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.runtime import clock, outbox, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import events, levels
from volte.warehouse.models import Reservation, Stock
from volte.warehouse.rules.states import ReservationStatus
from volte.warehouse.rules.stock import Level, StockKind

MOST_ON_HAND = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """A promise of stock; keep `reservation_id` to release or commit it."""

    reservation_id: UUID
    sku: str
    location: str
    quantity: int


@operation(Permission.STOCK_WRITE, Permission.PRODUCTS_WRITE)
def set_on_hand(*, by: Actor, sku: str, location: str, on_hand: int) -> Level:
    """Say how many of a sku lie at a location. Promises stay: fewer than promised makes nothing available.

    Refuses `location_unknown`, `unit_count_invalid` and `restock_needs_sku` (an empty sku).
    """
    if not sku:
        raise Invalid("restock_needs_sku")
    if not 0 <= on_hand <= MOST_ON_HAND:
        raise Invalid("unit_count_invalid")
    if shop_settings.of_shop(by.shop_id).location(location) is None:
        raise Invalid("location_unknown", location=location)
    levels.place(sku=sku, location=location)
    row: Stock = Stock.objects.select_for_update().get(sku=sku, location=location)
    before = row.on_hand
    if before != on_hand:
        row.on_hand = on_hand
        row.save(update_fields=["on_hand"])
        levels.note(by=by, kind=StockKind.COUNTED, sku=sku, location=location, on_hand_change=on_hand - before)
        outbox.announce(events.StockCounted(sku=sku, location=location, on_hand=on_hand, before=before))
    return row.snapshot()


@operation(Permission.RETURNS_REQUEST, Permission.RETURNS_APPROVE, Permission.STOCK_WRITE)
def reserve(*, by: Actor, subject_id: UUID, sku: str, quantity: int = 1, location: str | None = None) -> Held:
    """Promise stock to a subject, at `location` or where most is free; all of it from one place.

    Refuses `unit_count_invalid` and `stock_unavailable`.
    """
    if quantity < 1:
        raise Invalid("unit_count_invalid")
    place = next(
        (place for place in _places(sku, location) if levels.hold(sku=sku, location=place, quantity=quantity)), None
    )
    if place is None:
        raise Conflict("stock_unavailable", sku=sku)
    held = Reservation.of_shop(
        subject_id=subject_id,
        sku=sku,
        location=place,
        quantity=quantity,
        status=ReservationStatus.HELD,
        made_at=clock.now(),
    )
    held.save(force_insert=True)
    levels.note(by=by, kind=StockKind.RESERVED, sku=sku, location=place, reserved_change=quantity, reservation=held)
    told = events.StockReserved(
        reservation_id=held.id, subject_id=subject_id, sku=sku, location=place, quantity=quantity
    )
    outbox.announce(told, subject_id=subject_id)
    return Held(held.id, sku, place, quantity)


@operation(Permission.RETURNS_REQUEST, Permission.RETURNS_CANCEL, Permission.STOCK_WRITE)
def release(*, by: Actor, reservation_id: UUID) -> None:
    """Nobody wants the promised goods any more. Twice is harmless; refuses `reservation_unknown` and
    `reservation_ended` (they left already)."""
    held = _reservation(reservation_id)
    if held.status == ReservationStatus.RELEASED:
        return
    levels.end(by=by, held=held, status=ReservationStatus.RELEASED)
    told = events.StockReleased(
        reservation_id=held.id,
        subject_id=held.subject_id,
        sku=held.sku,
        location=held.location,
        quantity=held.quantity,
    )
    outbox.announce(told, subject_id=held.subject_id)


@operation(Permission.RETURNS_APPROVE, Permission.STOCK_WRITE)
def commit(*, by: Actor, reservation_id: UUID, quantity: int | None = None) -> None:
    """The promised goods left; fewer than promised (`quantity`) leave the others free. Twice is harmless.

    Refuses `reservation_unknown`, `unit_count_invalid`, `reservation_ended` (released) and `stock_unavailable` (the
    shelf was counted lower since).
    """
    held = _reservation(reservation_id)
    if held.status == ReservationStatus.COMMITTED:
        return
    if quantity is not None and not 1 <= quantity <= held.quantity:
        raise Invalid("unit_count_invalid")
    if quantity is not None and quantity < held.quantity:
        _let_go(by, held, held.quantity - quantity)
    levels.end(by=by, held=held, status=ReservationStatus.COMMITTED)
    told = events.StockCommitted(
        reservation_id=held.id,
        subject_id=held.subject_id,
        sku=held.sku,
        location=held.location,
        quantity=held.quantity,
    )
    outbox.announce(told, subject_id=held.subject_id)


def _let_go(by: Actor, held: Reservation, quantity: int) -> None:
    levels.lower(by=by, held=held, quantity=quantity)
    told = events.StockReleased(
        reservation_id=held.id, subject_id=held.subject_id, sku=held.sku, location=held.location, quantity=quantity
    )
    outbox.announce(told, subject_id=held.subject_id)


def _places(sku: str, location: str | None) -> list[str]:
    """Where to look, the fullest place first."""
    if location is not None:
        return [location]
    found = [row.snapshot() for row in Stock.objects.filter(sku=sku)]
    found.sort(key=lambda level: (-level.available, level.location))
    return [level.location for level in found]


def _reservation(reservation_id: UUID) -> Reservation:
    row: Reservation | None = Reservation.objects.filter(id=reservation_id).first()
    if row is None:
        raise NotFound("reservation_unknown")
    return row
