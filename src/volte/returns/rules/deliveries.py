"""When did what somebody wants to send back reach them, so that its terms can be counted?

The terms of a purchase begin when all of it has arrived. What left in exchange has terms of its own, from its own
delivery, where the customer merely changed their mind about the first; where it stands in for something that was not as
it should be, the terms of that run on. Why: docs/decisions/0014-the-exchanged-article-is-a-line.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import How, LineView, OrderView, Shipment


@dataclass(frozen=True, slots=True)
class Delivered:
    """`complete` is None while nobody told us how it travels."""

    delivered_at: tuple[datetime, ...]
    complete: bool | None
    shipped_at: datetime | None


def concluded_at(*, order: OrderView, line: LineView) -> datetime:
    """When this was agreed on: the order, or an exchange with terms of its own."""
    exchanged = _begun_by(order, line).exchanged
    return exchanged.left_at if exchanged else order.placed_at


def of_line(*, order: OrderView, line: LineView) -> Delivered:
    begun = _begun_by(order, line)
    if begun.exchanged is not None:
        found = _of(order, {begun.id}, named=True)
        return found if found.shipped_at else Delivered(found.delivered_at, found.complete, begun.exchanged.left_at)
    bought = {each.id for each in bundles.goods(lines=order.lines) if each.exchanged is None}
    return _of(order, bought, named=False)


def repairs(*, order: OrderView, line: LineView) -> int:
    """How often it was mended since its terms began, the one before it included."""
    since = _since_delivery(order, line)
    return sum(1 for each in since if each.exchanged is not None and each.exchanged.how is How.REPAIR)


def _begun_by(order: OrderView, line: LineView) -> LineView:
    """The line whose delivery began its terms."""
    *_, begun = _since_delivery(order, line)
    return begun


def _since_delivery(order: OrderView, line: LineView) -> Iterator[LineView]:
    """The line, what it came instead of, and so on, back to the one whose delivery began its terms."""
    yield line
    while line.exchanged is not None and not line.exchanged.own_terms:
        before = order.line(id=line.exchanged.line)
        if before is None:
            return
        line = before
        yield line


def _of(order: OrderView, lines: set[str], *, named: bool) -> Delivered:
    """Of the parcels with these lines; parcels of which nobody said what is in them carry the purchase."""
    parcels = [parcel for parcel in order.shipments if _carries(parcel, lines, named)]
    sold = sum(line.quantity - line.cancelled_quantity for line in order.lines if line.id in lines)
    arrived = sum(
        units.quantity for parcel in parcels if parcel.delivered_at for units in parcel.lines if units.line in lines
    )
    shipped = [parcel.shipped_at for parcel in parcels if parcel.shipped_at]
    return Delivered(
        delivered_at=tuple(parcel.delivered_at for parcel in parcels if parcel.delivered_at),
        complete=(arrived >= sold) if parcels else None,
        shipped_at=min(shipped) if shipped else None,
    )


def _carries(parcel: Shipment, lines: set[str], named: bool) -> bool:
    if not parcel.lines:
        return not named
    return any(units.line in lines for units in parcel.lines)
