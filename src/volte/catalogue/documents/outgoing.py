"""The order document we give back: the public shape, with our id and what is left of each line."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from volte.catalogue.rules import order as rules
from volte.kit import ids
from volte.kit.rates import Rate

Json = dict[str, Any]


def order(*, view: rules.OrderView) -> Json:
    """The document of an order, as `PUT` takes it, plus `volte_id`, `flags` and per line `units_left`."""
    return {
        "id": view.id,
        "volte_id": ids.public("ord", view.order_id),
        "number": view.number,
        "placed_at": _moment(view.placed_at),
        "updated_at": _moment(view.updated_at),
        "channel": view.channel,
        "country": view.country or None,
        "currency": view.currency,
        "language": view.language or None,
        "informed_of_withdrawal": view.informed_of_withdrawal,
        "customer": asdict(view.customer) if view.customer else None,
        "shipping_address": asdict(view.shipping_address) if view.shipping_address else None,
        "billing_address": asdict(view.billing_address) if view.billing_address else None,
        "invoice": _invoice(view.invoice),
        "lines": [_line(line) for line in view.lines],
        "discounts": [asdict(discount) for discount in view.discounts],
        "shipping": asdict(view.shipping) | {"taxes": _taxes(view.shipping.taxes)} if view.shipping else None,
        "payments": [asdict(payment) for payment in view.payments],
        "refunds": [asdict(refund) for refund in view.refunds],
        "shipments": [_shipment(shipment) for shipment in view.shipments],
        "flags": sorted(flag.value for flag in view.flags),
    }


def _invoice(invoice: rules.Invoice | None) -> Json | None:
    if invoice is None:
        return None
    return {"number": invoice.number, "issued_on": invoice.issued_on.isoformat() if invoice.issued_on else None}


def _line(line: rules.LineView) -> Json:
    document = asdict(line)
    for ours in ("line_id", "claimed_quantity", "outside_quantity", "delivered_at", "cancelled_here", "exchanged"):
        del document[ours]
    if line.exchanged:
        document["exchanged"] = exchanged(line.exchanged)
    empty_is_unknown = {name: document[name] or None for name in ("gtin", "image_url", "bundle", "seller")}
    return document | empty_is_unknown | {"taxes": _taxes(line.taxes), "units_left": line.units_left}


def exchanged(came: rules.Exchanged) -> Json:
    """For what a line left in exchange; the lines of a purchase have no such thing."""
    return {"line": came.line, "return": came.number, "left_at": _moment(came.left_at), "how": came.how.value}


def _shipment(shipment: rules.Shipment) -> Json:
    moments = {"shipped_at": _moment(shipment.shipped_at), "delivered_at": _moment(shipment.delivered_at)}
    return asdict(shipment) | moments


def _taxes(rates: Iterable[Rate]) -> list[Json]:
    return [{"rate": rate.written()} for rate in rates]


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None
