"""An order becomes rows: the columns of each table, and nothing decided."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import models

from volte.catalogue.models import Customer, ExternalRefund, Order, OrderLine, Payment, Shipment, ShipmentLine
from volte.catalogue.rules import identity, merge
from volte.catalogue.rules import order as rules
from volte.kit import ids
from volte.kit.rates import Rate
from volte.runtime import bulk, tenancy

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """An order about to be written. `line_ids` and `claimed` (by the shop's line id) are of lines we already have;
    `customer_id` is the nameless customer of an order whose buyer was erased."""

    order_id: UUID
    merged: merge.Merged
    digest: str
    line_ids: Mapping[str, UUID]
    claimed: Mapping[str, int]
    customer_id: UUID | None = None

    @property
    def order(self) -> rules.Order:
        return self.merged.order


@dataclass(frozen=True, slots=True)
class Rows:
    """What entries become, but for what the database must say: the customer of each order and the moment."""

    orders: Sequence[Row]
    lines: Sequence[Row]
    parts: Mapping[type[models.Model], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Ready:
    """Orders nobody knew before with their rows: made without the database, so that it can be done beside it."""

    entries: Sequence[Entry]
    rows: Rows
    packed_lines: bulk.Packed | None


def ready(*, entries: Sequence[Entry], shop_id: UUID) -> Ready:
    rows = _rows(entries, shop_id)
    return Ready(entries, rows, bulk.packed(rows=rows.lines) if len(rows.lines) >= bulk.COPY_FROM else None)


def add(*, new: Ready, now: datetime) -> Sequence[Entry]:
    """Insert orders that are new; those somebody else inserted meanwhile are left out of the answer."""
    rows = _with_customers(new.entries, new.rows.orders, now)
    written = set(bulk.insert(model=Order, rows=rows, once=("shop_id", "external_id"), returning="external_id"))
    ours = new
    if len(written) < len(new.entries):
        left = [entry for entry in new.entries if entry.order.id in written]
        ours = ready(entries=left, shop_id=tenancy.current())
    if ours.packed_lines is not None:
        bulk.insert_packed(model=OrderLine, rows=ours.packed_lines)
    else:
        bulk.insert(model=OrderLine, rows=ours.rows.lines)
    _insert_parts(ours.rows)
    return ours.entries


def change(*, entries: Sequence[Entry], now: datetime) -> None:
    """Write orders that are there already and locked."""
    if not entries:
        return
    made = _rows(entries, tenancy.current())
    rows = _with_customers(entries, made.orders, now)
    columns = [name for name in rows[0] if name not in ("id", "shop_id", "external_id")]
    bulk.insert(model=Order, rows=rows, once=("shop_id", "external_id"), change=columns)
    order_ids = [entry.order_id for entry in entries]
    ShipmentLine.objects.filter(shipment__order_id__in=order_ids).delete()
    for model in (Shipment, Payment, ExternalRefund):
        model.objects.filter(order_id__in=order_ids).delete()
    if made.lines:
        fixed = ("id", "shop_id", "order_id", "external_id", "claimed_quantity")
        columns = [name for name in made.lines[0] if name not in fixed]
        bulk.insert(model=OrderLine, rows=made.lines, once=("order_id", "external_id"), change=columns)
    _insert_parts(made)


def add_line(*, order: rules.OrderView, line: rules.Line, now: datetime) -> None:
    """One more line behind those the order has. The order is locked."""
    entry = Entry(order.order_id, merge.Merged(order, order.flags), "", line_ids={}, claimed={})
    row = _line_row(entry, tenancy.current(), line, len(order.lines), {line.id: ids.new_id()})
    bulk.insert(model=OrderLine, rows=[row])
    Order.objects.filter(id=order.order_id).update(updated_at=now)


def _customers(entries: Sequence[Entry]) -> dict[str, UUID]:
    """Our id of each customer, by what they are recognised by. The later order's words about them hold."""
    rows = {}
    for entry in entries:
        key = identity.key_of(customer=entry.order.customer)
        if key and entry.order.customer:
            rows[key] = _customer_row(key, entry.order.customer)
    columns = ("external_id", "email", "email_normal", "name", "kind", "tags")
    # Always in the same order, so that two batches wait for one another instead of locking each other out.
    bulk.insert(model=Customer, rows=[rows[key] for key in sorted(rows)], once=("shop_id", "key"), change=columns)
    return dict(Customer.objects.filter(key__in=list(rows)).values_list("key", "id")) if rows else {}


def _rows(entries: Sequence[Entry], shop_id: UUID) -> Rows:
    lines: list[Row] = []
    parts: dict[type[models.Model], list[Row]] = {Payment: [], ExternalRefund: [], Shipment: [], ShipmentLine: []}
    for entry in entries:
        line_ids = {line.id: entry.line_ids.get(line.id) or ids.new_id() for line in entry.order.lines}
        lines += [_line_row(entry, shop_id, line, place, line_ids) for place, line in enumerate(entry.order.lines)]
        _add_parts(parts, entry, shop_id, line_ids)
    return Rows([_order_row(entry, shop_id) for entry in entries], lines, parts)


def _with_customers(entries: Sequence[Entry], orders: Sequence[Row], now: datetime) -> list[Row]:
    customers = _customers(entries)
    return [
        {
            **row,
            "customer_id": customers.get(identity.key_of(customer=entry.order.customer)) or entry.customer_id,
            "updated_at": now,
        }
        for entry, row in zip(entries, orders, strict=True)
    ]


def _insert_parts(rows: Rows) -> None:
    for model, each in rows.parts.items():
        bulk.insert(model=model, rows=each)


def _add_parts(
    parts: Mapping[type[models.Model], list[Row]], entry: Entry, shop_id: UUID, line_ids: Mapping[str, UUID]
) -> None:
    order = entry.order
    for place, payment in enumerate(order.payments):
        parts[Payment].append(_part_row(entry, shop_id, payment.id, place) | _payment_columns(payment))
    for place, refund in enumerate(order.refunds):
        columns = {"payment": refund.payment, "amount": refund.amount, "lines": _json(_units(refund.lines))}
        parts[ExternalRefund].append(_part_row(entry, shop_id, refund.id, place) | columns)
    for place, shipment in enumerate(order.shipments):
        row = _part_row(entry, shop_id, shipment.id, place)
        row |= {"shipped_at": shipment.shipped_at, "delivered_at": shipment.delivered_at}
        parts[Shipment].append(row)
        parts[ShipmentLine] += [
            _new_row(shop_id)
            | {"shipment_id": row["id"], "order_line_id": line_ids[part.line], "quantity": part.quantity}
            for part in shipment.lines
        ]


def _new_row(shop_id: UUID) -> Row:
    return {"id": ids.new_id(), "shop_id": shop_id}


def _part_row(entry: Entry, shop_id: UUID, external_id: str, position: int) -> Row:
    return _new_row(shop_id) | {"order_id": entry.order_id, "external_id": external_id, "position": position}


def _customer_row(key: str, customer: rules.Customer) -> Row:
    return _new_row(tenancy.current()) | {
        "key": key,
        "external_id": customer.id,
        "email": customer.email,
        "email_normal": identity.normal_email(written=customer.email),
        "name": customer.name,
        "kind": customer.kind.value if customer.kind else "",
        "tags": list(customer.tags),
    }


def _order_row(entry: Entry, shop_id: UUID) -> Row:
    order = entry.order
    address = order.shipping_address
    return {
        "id": entry.order_id,
        "shop_id": shop_id,
        "external_id": order.id,
        "number": order.number,
        "number_tidy": ids.tidy_number(order.number),
        "placed_at": order.placed_at,
        "channel": order.channel,
        "country": order.country,
        "currency": order.currency,
        "language": order.language,
        "email_normal": identity.normal_email(written=order.customer.email) if order.customer else "",
        "postcode_normal": identity.normal_postcode(written=address.postcode) if address else "",
        "captured": order.captured,
        "flags": sorted(flag.value for flag in entry.merged.flags),
        "document": _json(_document(order)),
        "digest": entry.digest,
    }


def _line_row(entry: Entry, shop_id: UUID, line: rules.Line, position: int, line_ids: Mapping[str, UUID]) -> Row:
    claimed = entry.claimed.get(line.id, 0)
    return {
        "id": line_ids[line.id],
        "shop_id": shop_id,
        "order_id": entry.order_id,
        "external_id": line.id,
        "position": position,
        "product": line.product,
        "sku": line.sku,
        "gtin": line.gtin,
        "title": line.title,
        "quantity": line.quantity,
        "cancelled_quantity": line.cancelled_quantity,
        "cancelled_here": entry.merged.cancelled_here.get(line.id, 0),
        "claimed_quantity": claimed,
        "outside_quantity": merge.outside_quantity(order=entry.order, line=line, claimed=claimed),
        "unit_price": line.unit_price,
        "discount": line.discount,
        "tax_included": line.tax_included,
        "unit_cost": line.unit_cost,
        "weight_g": line.weight_g,
        "image_url": line.image_url,
        "details": _json(details) if (details := _line_details(line)) else "{}",
    }


def _line_details(line: rules.Line) -> Row:
    """What is there of the parts nobody searches; empty ones are left out."""
    known = line.category or line.taxes or line.tags or line.traits or line.options or line.seller
    if not (known or line.bundle or line.bundle_weight is not None or line.wraps or line.exchanged):
        return {}
    details = {
        "taxes": _rates(line.taxes),
        "category": line.category,
        "tags": line.tags,
        "traits": line.traits,
        "options": dict(line.options),
        "bundle": line.bundle,
        "bundle_weight": line.bundle_weight,
        "wraps": line.wraps,
        "seller": line.seller,
        "exchanged": exchanged_written(line.exchanged) if line.exchanged else None,
    }
    return {name: value for name, value in details.items() if value or value == 0}


def exchanged_written(exchanged: rules.Exchanged) -> Row:
    return {
        "line": exchanged.line,
        "number": exchanged.number,
        "item": str(exchanged.item),
        "left_at": exchanged.left_at.isoformat(),
        "own_terms": exchanged.own_terms,
        "how": exchanged.how.value,
        "units": [_fields(unit) | {"rates": _rates(unit.rates)} for unit in exchanged.units],
        **({"held": True} if exchanged.held else {}),
    }


def _payment_columns(payment: rules.Payment) -> Row:
    return {
        "kind": payment.kind.value,
        "gateway": payment.gateway,
        "reference": payment.reference,
        "amount": payment.amount,
        "status": payment.status.value,
    }


def _document(order: rules.Order) -> Row:
    shipping = order.shipping
    return {
        "informed_of_withdrawal": order.informed_of_withdrawal,
        "customer": _fields(order.customer) if order.customer else None,
        "shipping_address": _fields(order.shipping_address) if order.shipping_address else None,
        **_billed(order),
        "discounts": [_fields(discount) for discount in order.discounts],
        "shipping": _fields(shipping) | {"taxes": _rates(shipping.taxes)} if shipping else None,
    }


def _billed(order: rules.Order) -> Row:
    """Left out where nobody told us: most orders of consumers have none of it."""
    billed: Row = {}
    if order.billing_address:
        billed["billing_address"] = _fields(order.billing_address)
    if order.invoice:
        day = order.invoice.issued_on
        billed["invoice"] = {"number": order.invoice.number, "issued_on": day.isoformat() if day else None}
    return billed


def _fields(thing: Any) -> Row:
    """The fields of a dataclass of plain values. `asdict` copies deeply, which was a tenth of an import."""
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


def _rates(taxes: Iterable[Rate]) -> list[str]:
    return [_written(rate) for rate in taxes]


@lru_cache(maxsize=512)
def _written(rate: Rate) -> str:
    return rate.written()


def _units(parts: Iterable[rules.Units]) -> list[Row]:
    return [{"line": part.line, "quantity": part.quantity} for part in parts]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
