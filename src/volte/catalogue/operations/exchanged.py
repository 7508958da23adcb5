"""What left in exchange becomes a line of its order, so that it can come back like anything else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from volte.catalogue import reading, writing
from volte.catalogue.events import LineExchanged
from volte.catalogue.models import Order, OrderLine, Variant
from volte.catalogue.rules.order import Exchanged, Line, OrderView, UnitInstead
from volte.kit.errors import NotFound
from volte.runtime import clock, outbox
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def add_exchanged(*, by: Actor, order_id: UUID, sku: str, exchanged: Exchanged) -> str:
    """Add what left for units of the line `exchanged.line`, all listed at one price; the name of its line. Done once
    for each item and price; refuses `order_unknown` and `line_unknown`."""
    list(Order.objects.filter(id=order_id).select_for_update().values_list("id"))
    order = next(iter(reading.by_ids(order_ids=[order_id])), None)
    if order is None:
        raise NotFound("order_unknown")
    known = next((line for line in order.lines if line.exchanged and _same(line.exchanged, exchanged)), None)
    if known is not None:
        return known.id
    line = _line(order, sku, exchanged)
    writing.add_line(order=order, line=line, now=clock.now())
    if exchanged.held:
        OrderLine.objects.filter(order_id=order_id, external_id=line.id).update(claimed_quantity=line.quantity)
    told = LineExchanged(
        order_id=order.order_id,
        external_id=order.id,
        line=line.id,
        instead_of=exchanged.line,
        number=exchanged.number,
        sku=sku,
        quantity=line.quantity,
        how=exchanged.how.value,
    )
    outbox.announce(told, subject_id=order.order_id)
    return line.id


@operation(Permission.MONEY_REFUND)
def settle_exchanged(*, by: Actor, order_id: UUID, item_id: UUID, units: Sequence[UnitInstead]) -> None:
    """What left first is worth this in the end, unit by unit: from now on anything can be done with it. Nothing happens
    where no line of this item is open, or not as many units are known."""
    list(Order.objects.filter(id=order_id).select_for_update().values_list("id"))
    order = next(iter(reading.by_ids(order_ids=[order_id])), None)
    found = (
        [line for line in order.lines if line.exchanged is not None and line.exchanged.item == item_id] if order else []
    )
    for line in found:
        came = line.exchanged
        if came is None or not came.held or len(units) != line.quantity:
            continue
        settled = replace(came, units=tuple(units), held=False)
        row = OrderLine.objects.get(order_id=order_id, external_id=line.id)
        row.details = {**row.details, "exchanged": writing.exchanged_written(settled)}
        row.discount = max(line.unit_price * line.quantity - sum(unit.paid for unit in units), 0)
        row.claimed_quantity = max(0, row.claimed_quantity - line.quantity)
        row.save(update_fields=["details", "discount", "claimed_quantity"])


def _same(known: Exchanged, other: Exchanged) -> bool:
    return (known.item, known.units[0].listed) == (other.item, other.units[0].listed)


def _line(order: OrderView, sku: str, exchanged: Exchanged) -> Line:
    old = order.line(id=exchanged.line)
    if old is None:
        raise NotFound("line_unknown", line=exchanged.line)
    quantity, unit_price = len(exchanged.units), exchanged.units[0].listed
    paid = sum(unit.paid for unit in exchanged.units)
    plain = Line(
        id=_free_name(order, exchanged.number),
        quantity=quantity,
        unit_price=unit_price,
        discount=max(unit_price * quantity - paid, 0),
        taxes=exchanged.units[0].rates,
        sku=sku,
        exchanged=exchanged,
    )
    return replace(plain, **_article(old, sku))


def _article(old: Line, sku: str) -> dict[str, Any]:
    """What the catalogue knows of the article; what it does not is as with the one that came back, when it is another
    size or colour of the same."""
    row = Variant.objects.filter(sku=sku).select_related("product").first()
    same = row is None or row.product.external_id == old.product
    alike = {name: getattr(old, name) for name in ("category", "tags", "traits", "unit_cost", "seller")} if same else {}
    if row is None:
        return {**alike, "product": old.product, "title": old.title or sku, "options": old.options}
    product, details = row.product, row.product.details
    known = {name: tuple(details[name]) for name in ("category", "tags", "traits") if details.get(name)}
    return {
        **known,
        **alike,
        "product": product.external_id,
        "title": (old.title if same else "") or product.title or row.title or sku,
        "gtin": row.gtin,
        "options": row.options,
        "weight_g": row.weight_g,
        "image_url": row.image_url or product.image_url or (old.image_url if same else ""),
    }


def _free_name(order: OrderView, number: str) -> str:
    """The number of the return and a count (R7K2X-M4QX-1); no line of the shop's is called the same by chance."""
    taken = {line.id for line in order.lines}
    count = 1
    while f"{number}-{count}" in taken:
        count += 1
    return f"{number}-{count}"
