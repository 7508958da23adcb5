"""What becomes of an order when a later copy of it comes in?

The later copy is right, with four exceptions, each flagged or plain: units that returns have claimed are never taken
away; a line that vanished stays for what is claimed of it; a delivery once known stays known; what left in exchange is
ours to say, and stays as it is whether the copy knows of it or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from volte.catalogue.rules import nameless, totals
from volte.catalogue.rules.order import Flag, Line, Order, Shipment
from volte.kit.errors import Invalid


@dataclass(frozen=True, slots=True)
class Merged:
    """`cancelled_here`: by line, units cancelled through us of which the shop's copy does not know yet."""

    order: Order
    flags: frozenset[Flag]
    cancelled_here: Mapping[str, int] = field(default_factory=dict)


def first(*, order: Order) -> Merged:
    """An order nobody knew before."""
    return Merged(order, _money_flags(order))


def merge(
    *, known: Order, claimed: Mapping[str, int], newer: Order, cancelled_here: Mapping[str, int] | None = None
) -> Merged:
    """`claimed` and `cancelled_here` are units by line id. Refuses `order_currency_changed`: amounts of the past would
    change their sense."""
    if newer.currency != known.currency:
        raise Invalid("order_currency_changed", order=known.id, known=known.currency, sent=newer.currency)
    ours = {line.id: line for line in known.lines if line.exchanged is not None}
    told = replace(newer, lines=tuple(line for line in newer.lines if line.id not in ours))
    before = {line.id: line for line in known.lines}
    flags: set[Flag] = set()
    untold: dict[str, int] = {}
    copies = [_still_cancelled(before.get(line.id), cancelled_here or {}, line, untold) for line in told.lines]
    lines = [_line(before.get(line.id), claimed.get(line.id, 0), line, flags) for line in copies]
    lines += _gone(known.bought(), claimed, told, flags)
    untold |= {line: units for line, units in (cancelled_here or {}).items() if line in ours}
    merged = replace(told, lines=(*lines, *ours.values()), shipments=_shipments(known, newer))
    return Merged(merged, frozenset(flags) | _money_flags(told), untold)


def forgotten(merged: Merged) -> Merged:
    """The same for an order whose buyer was erased."""
    return replace(merged, order=nameless.nameless(order=merged.order), flags=merged.flags | {Flag.FORGOTTEN})


def outside_quantity(*, order: Order, line: Line, claimed: int) -> int:
    """Units given back without Volte, as far as they are not among those claimed (a shop may tell us of both)."""
    if not order.refunds:
        return 0
    named = sum(part.quantity for refund in order.refunds for part in refund.lines if part.line == line.id)
    return max(min(named - claimed, line.quantity - line.cancelled_quantity - claimed), 0)


def _money_flags(order: Order) -> frozenset[Flag]:
    return frozenset() if totals.payments_add_up(order=order) else frozenset({Flag.PAYMENTS_DO_NOT_ADD_UP})


def _still_cancelled(
    before: Line | None, cancelled_here: Mapping[str, int], line: Line, untold: dict[str, int]
) -> Line:
    """What was cancelled through us stays cancelled. Units that a later copy cancels or leaves out besides those it had
    cancelled are taken for these first: nobody cancels a unit twice."""
    waiting = cancelled_here.get(line.id, 0)
    if before is None or not waiting:
        return line
    told = line.cancelled_quantity - (before.cancelled_quantity - waiting) + before.quantity - line.quantity
    left = min(max(waiting - max(told, 0), 0), line.quantity - line.cancelled_quantity)
    if left:
        untold[line.id] = left
    return replace(line, cancelled_quantity=line.cancelled_quantity + left)


def _line(before: Line | None, claimed: int, line: Line, flags: set[Flag]) -> Line:
    if before is None or not claimed:
        return line
    if _terms(line) != _terms(before):
        flags.add(Flag.PRICE_CHANGED_AFTER_CLAIM)
    if line.quantity - line.cancelled_quantity >= claimed:
        return line
    flags.add(Flag.QUANTITY_BELOW_CLAIMED)
    quantity = max(line.quantity, claimed)
    return replace(line, quantity=quantity, cancelled_quantity=min(line.cancelled_quantity, quantity - claimed))


def _terms(line: Line) -> tuple[object, ...]:
    return line.unit_price, line.discount, line.taxes, line.tax_included


def _gone(known: Order, claimed: Mapping[str, int], newer: Order, flags: set[Flag]) -> list[Line]:
    """Lines the later copy no longer has: they shrink to what is claimed of them."""
    kept = {line.id for line in newer.lines}
    gone = [line for line in known.lines if line.id not in kept]
    if any(claimed.get(line.id) for line in gone):
        flags.add(Flag.CLAIMED_LINE_GONE)
    return [_shrunk(line, claimed.get(line.id, 0)) for line in gone]


def _shrunk(line: Line, claimed: int) -> Line:
    """What is claimed keeps its price; a line of which nothing is claimed was not sold: all cancelled, at no price."""
    if not claimed:
        return replace(line, cancelled_quantity=line.quantity, unit_price=0, discount=0)
    return replace(line, quantity=claimed, cancelled_quantity=0, discount=line.discount * claimed // line.quantity)


def _shipments(known: Order, newer: Order) -> tuple[Shipment, ...]:
    before = {shipment.id: shipment for shipment in known.shipments}
    return tuple(_shipment(before.get(shipment.id), shipment) for shipment in newer.shipments)


def _shipment(before: Shipment | None, shipment: Shipment) -> Shipment:
    if before is None:
        return shipment
    return replace(
        shipment,
        shipped_at=shipment.shipped_at or before.shipped_at,
        delivered_at=shipment.delivered_at or before.delivered_at,
    )
