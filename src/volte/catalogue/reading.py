"""Rows become an order view: all of an order in one statement."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from volte.catalogue.documents import fields
from volte.catalogue.rules import delivery
from volte.catalogue.rules import order as rules
from volte.kit.address import Address
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, PaymentKind
from volte.runtime import sql, tenancy

_VIEW = """
SELECT row_to_json(o), row_to_json(c),
  (SELECT json_agg(l ORDER BY l.position) FROM volte_catalogue_orderline l WHERE l.order_id = o.id),
  (SELECT json_agg(p ORDER BY p.position) FROM volte_catalogue_payment p WHERE p.order_id = o.id),
  (SELECT json_agg(r ORDER BY r.position) FROM volte_catalogue_externalrefund r WHERE r.order_id = o.id),
  (SELECT json_agg(s ORDER BY s.position) FROM (
     SELECT s.external_id, s.position, s.shipped_at, s.delivered_at, (
       SELECT json_agg(json_build_array(l.external_id, sl.quantity) ORDER BY l.position)
       FROM volte_catalogue_shipmentline sl JOIN volte_catalogue_orderline l ON l.id = sl.order_line_id
       WHERE sl.shipment_id = s.id) AS lines
     FROM volte_catalogue_shipment s WHERE s.order_id = o.id) s)
FROM volte_catalogue_order o LEFT JOIN volte_catalogue_customer c ON c.id = o.customer_id
WHERE o.shop_id = %s AND """

Row = Mapping[str, Any]


def by_ids(*, order_ids: Sequence[UUID]) -> list[rules.OrderView]:
    """The orders of the entered shop with these ids, in no order."""
    return _views("o.id = ANY(%s)", list(order_ids))


def by_external_id(*, external_id: str) -> rules.OrderView | None:
    return next(iter(_views("o.external_id = %s", external_id)), None)


def _views(condition: str, wanted: Any) -> list[rules.OrderView]:
    found = sql.run(_VIEW + condition, [tenancy.current(), wanted])
    return [_view(*map(_parsed, row)) for row in found.fetchall()]


def _parsed(value: Any) -> Any:
    """Django leaves JSON as text for its own fields to parse."""
    return json.loads(value) if isinstance(value, str) else value


def _view(order: Row, customer: Row | None, lines: Any, payments: Any, refunds: Any, shipments: Any) -> rules.OrderView:
    document = order["document"]
    sent = tuple(_shipment(row) for row in shipments or ())
    return rules.OrderView(
        order_id=UUID(order["id"]),
        customer_id=UUID(customer["id"]) if customer else None,
        flags=frozenset(rules.Flag(flag) for flag in order["flags"]),
        updated_at=datetime.fromisoformat(order["updated_at"]),
        id=order["external_id"],
        number=order["number"],
        placed_at=datetime.fromisoformat(order["placed_at"]),
        currency=order["currency"],
        channel=order["channel"],
        country=order["country"],
        language=order["language"],
        informed_of_withdrawal=document.get("informed_of_withdrawal"),
        customer=_customer(document.get("customer"), customer),
        shipping_address=_address(document.get("shipping_address")),
        billing_address=_address(document.get("billing_address")),
        invoice=_invoice(document.get("invoice")),
        lines=tuple(_line(row, sent) for row in lines or ()),
        discounts=tuple(rules.Discount(**discount) for discount in document.get("discounts", ())),
        shipping=_shipping(document.get("shipping")),
        payments=tuple(_payment(row) for row in payments or ()),
        refunds=tuple(_refund(row) for row in refunds or ()),
        shipments=sent,
    )


def _customer(told: Row | None, today: Row | None) -> rules.Customer | None:
    """Name and e-mail as on this order; kind and tags as we know the customer today."""
    if told is None:
        return None
    kind, tags = (today["kind"], today["tags"]) if today else (told["kind"], told["tags"])
    return rules.Customer(
        id=told["id"],
        email=told["email"],
        name=told["name"],
        kind=CustomerKind(kind) if kind else None,
        tags=tuple(tags),
        vat_id=told.get("vat_id", ""),
    )


def _address(told: Row | None) -> Address | None:
    return Address(**told) if told else None


def _invoice(told: Row | None) -> rules.Invoice | None:
    if told is None:
        return None
    day = told["issued_on"]
    return rules.Invoice(number=told["number"], issued_on=date.fromisoformat(day) if day else None)


def _line(row: Row, shipments: tuple[rules.Shipment, ...]) -> rules.LineView:
    details = row["details"]
    sold = {
        "id": row["external_id"],
        "quantity": row["quantity"],
        "unit_price": row["unit_price"],
        "product": row["product"],
        "sku": row["sku"],
        "gtin": row["gtin"],
        "title": row["title"],
        "cancelled_quantity": row["cancelled_quantity"],
        "discount": row["discount"],
        "taxes": _rates(details.get("taxes", ())),
        "tax_included": row["tax_included"],
        "unit_cost": row["unit_cost"],
        "category": tuple(details.get("category", ())),
        "tags": tuple(details.get("tags", ())),
        "traits": tuple(details.get("traits", ())),
        "options": details.get("options", {}),
        "weight_g": row["weight_g"],
        "image_url": row["image_url"],
        "bundle": details.get("bundle", ""),
        "bundle_weight": details.get("bundle_weight"),
        "wraps": tuple(details.get("wraps", ())),
        "seller": details.get("seller", ""),
        "exchanged": _exchanged(details["exchanged"]) if "exchanged" in details else None,
    }
    return rules.LineView(
        **sold,
        line_id=UUID(row["id"]),
        claimed_quantity=row["claimed_quantity"],
        outside_quantity=row["outside_quantity"],
        cancelled_here=row["cancelled_here"],
        delivered_at=delivery.delivered_at(
            line_id=row["external_id"],
            expected=row["quantity"] - row["cancelled_quantity"],
            shipments=shipments,
        ),
    )


def _exchanged(told: Row) -> rules.Exchanged:
    return rules.Exchanged(
        line=told["line"],
        number=told["number"],
        item=UUID(told["item"]),
        left_at=datetime.fromisoformat(told["left_at"]),
        own_terms=told["own_terms"],
        held=bool(told.get("held")),
        units=tuple(
            rules.UnitInstead(
                unit["line"],
                unit["position"],
                unit["paid"],
                unit["listed"],
                _rates(unit["rates"]),
                tuple(unit["taxes"]),
            )
            for unit in told["units"]
        ),
        how=rules.How(told.get("how", rules.How.EXCHANGE)),
    )


def _rates(written: Sequence[str]) -> tuple[Rate, ...]:
    return tuple(fields.rate(written=each) for each in written)


def _shipping(told: Row | None) -> rules.Shipping | None:
    if told is None:
        return None
    return rules.Shipping(
        price=told["price"],
        standard_price=told["standard_price"],
        taxes=_rates(told["taxes"]),
        tax_included=told["tax_included"],
    )


def _payment(row: Row) -> rules.Payment:
    return rules.Payment(
        id=row["external_id"],
        kind=PaymentKind(row["kind"]),
        amount=row["amount"],
        status=rules.PaymentStatus(row["status"]),
        gateway=row["gateway"],
        reference=row["reference"],
    )


def _refund(row: Row) -> rules.Refund:
    lines = tuple(rules.Units(part["line"], part["quantity"]) for part in row["lines"])
    return rules.Refund(id=row["external_id"], amount=row["amount"], payment=row["payment"], lines=lines)


def _shipment(row: Row) -> rules.Shipment:
    return rules.Shipment(
        id=row["external_id"],
        lines=tuple(rules.Units(line, quantity) for line, quantity in row["lines"] or ()),
        shipped_at=_moment(row["shipped_at"]),
        delivered_at=_moment(row["delivered_at"]),
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
