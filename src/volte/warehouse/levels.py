"""Changes of stock figures, each by a conditional update with its event beside it, never below zero."""

from django.db.models import F

from volte.kit import ids
from volte.kit.errors import Conflict
from volte.runtime import clock, sql, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.models import Reservation, Stock, StockEvent, Unit
from volte.warehouse.rules.states import ReservationStatus
from volte.warehouse.rules.stock import StockKind


def move_unit(*, by: Actor, unit: Unit, change: int) -> None:
    """Put one unit on its shelf (1) or take it off again (-1); refuses `stock_promised`."""
    if change > 0:
        put(by=by, unit=unit)
        return
    free = Stock.objects.filter(sku=unit.sku, location=unit.location, on_hand__gt=F("reserved"))
    if free.update(on_hand=F("on_hand") - 1) != 1:
        raise Conflict("stock_promised", sku=unit.sku)
    note(by=by, kind=StockKind.TAKEN_OUT, sku=unit.sku, location=unit.location, on_hand_change=-1, unit=unit)


def put(*, by: Actor, unit: Unit) -> None:
    """One more lies there; the first of its sku makes the row."""
    sql.run(_PUT, [ids.new_id(), tenancy.current(), unit.sku, unit.location])
    note(by=by, kind=StockKind.RESTOCKED, sku=unit.sku, location=unit.location, on_hand_change=1, unit=unit)


_PUT = """
INSERT INTO volte_warehouse_stock AS stock (id, shop_id, sku, location, on_hand, reserved) VALUES (%s, %s, %s, %s, 1, 0)
ON CONFLICT (shop_id, sku, location) DO UPDATE SET on_hand = stock.on_hand + 1
"""


def place(*, sku: str, location: str) -> None:
    """The row of a sku at a location is there after this, whoever else makes it at the same moment."""
    if not Stock.objects.filter(sku=sku, location=location).exists():
        Stock.objects.bulk_create([Stock.of_shop(sku=sku, location=location)], ignore_conflicts=True)


def hold(*, sku: str, location: str, quantity: int) -> bool:
    """Promise `quantity` if that many are free: one statement, so the last one is promised once."""
    free = Stock.objects.filter(sku=sku, location=location, on_hand__gte=F("reserved") + quantity)
    return bool(free.update(reserved=F("reserved") + quantity) == 1)


def end(*, by: Actor, held: Reservation, status: ReservationStatus) -> None:
    """End a promise: the goods left (`committed`) or are free again (`released`). Refuses `reservation_ended` and,
    when goods should leave that are not there, `stock_unavailable`."""
    waiting = Reservation.objects.filter(id=held.id, status=ReservationStatus.HELD)
    if waiting.update(status=status, ended_at=clock.now()) != 1:
        raise Conflict("reservation_ended")
    leaving = held.quantity if status is ReservationStatus.COMMITTED else 0
    there = Stock.objects.filter(
        sku=held.sku, location=held.location, reserved__gte=held.quantity, on_hand__gte=leaving
    )
    if there.update(reserved=F("reserved") - held.quantity, on_hand=F("on_hand") - leaving) != 1:
        raise Conflict("stock_unavailable", sku=held.sku)
    kind = StockKind.COMMITTED if leaving else StockKind.RELEASED
    note(
        by=by,
        kind=kind,
        sku=held.sku,
        location=held.location,
        on_hand_change=-leaving,
        reserved_change=-held.quantity,
        reservation=held,
    )


def lower(*, by: Actor, held: Reservation, quantity: int) -> None:
    """Of what is promised, `quantity` is free again and the promise goes on. Refuses `reservation_ended`."""
    waiting = Reservation.objects.filter(id=held.id, status=ReservationStatus.HELD, quantity__gt=quantity)
    if waiting.update(quantity=F("quantity") - quantity) != 1:
        raise Conflict("reservation_ended")
    there = Stock.objects.filter(sku=held.sku, location=held.location, reserved__gte=quantity)
    if there.update(reserved=F("reserved") - quantity) != 1:
        raise Conflict("stock_unavailable", sku=held.sku)
    held.quantity -= quantity
    note(
        by=by,
        kind=StockKind.RELEASED,
        sku=held.sku,
        location=held.location,
        reserved_change=-quantity,
        reservation=held,
    )


def note(
    *,
    by: Actor,
    kind: StockKind,
    sku: str,
    location: str,
    on_hand_change: int = 0,
    reserved_change: int = 0,
    unit: Unit | None = None,
    reservation: Reservation | None = None,
) -> None:
    """Write down why a figure changed."""
    StockEvent.of_shop(
        sku=sku,
        location=location,
        kind=kind,
        on_hand_change=on_hand_change,
        reserved_change=reserved_change,
        unit=unit,
        reservation=reservation,
        by_name=by.name[:120],
        at=clock.now(),
    ).insert_late()
