"""How is an order written down? In the public shape, with shares, taxes and payments that add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from volte.kit.rates import Rate
from volte.money.rules import basis
from volte.project.demo import products
from volte.project.demo.people import Customer

Document = dict[str, Any]

VAT = {"FR": "20 %", "BE": "21 %", "DE": "19 %", "ES": "21 %"}
FREE_SHIPPING_FROM = 8000
_STANDARD = {"FR": 490, "BE": 690, "DE": 890, "ES": 890}
_EXPRESS = {"FR": 990, "BE": 1290, "DE": 1490, "ES": 1490}


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing in the basket. `discount` is for the whole line, in euro cents."""

    sku: str
    quantity: int = 1
    discount: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class Parcel:
    """One shipment of some lines, by position in the basket; None for all of them. No moment: not yet."""

    shipped_at: datetime | None
    delivered_at: datetime | None
    picks: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """Everything an order document is written from. `gift` is the part paid by gift card, `wrong_by` what the recorded
    payment is off by, on purpose; `kept_back` are units (line number, quantity) already refunded outside Volte."""

    number: str
    customer: Customer
    placed_at: datetime
    picks: tuple[Pick, ...]
    parcels: tuple[Parcel, ...]
    codes: tuple[tuple[str, int], ...] = ()
    express: bool = False
    kind: str = "card"
    gift: int = 0
    wrong_by: int = 0
    channel: str = "online"
    informed: bool = True
    kept_back: tuple[tuple[int, int], ...] = ()


def written(sale: Sale) -> Document:
    """The order in the shape of `PUT /orders/{external_id}`."""
    country = sale.customer.country
    lines = [_line(place, pick, sale) for place, pick in enumerate(sale.picks, start=1)]
    document: Document = {
        "id": sale.number,
        "number": f"#{sale.number}",
        "placed_at": moment(sale.placed_at),
        "channel": sale.channel,
        "country": country,
        "currency": "EUR",
        "language": sale.customer.language,
        "informed_of_withdrawal": sale.informed,
        "customer": sale.customer.document(),
        "shipping_address": dict(sale.customer.address),
        "lines": lines,
        "discounts": [{"code": code, "amount": amount} for code, amount in sale.codes],
        "shipping": _shipping(sale, lines),
        "payments": [],
        "refunds": [],
        "shipments": [_shipment(place, parcel, sale) for place, parcel in enumerate(sale.parcels, start=1)],
    }
    document["payments"] = _payments(sale, total(document))
    document["refunds"] = _refunds(sale, document)
    return document


def total(document: Document) -> int:
    """What the order cost as ordered, shipping included, in euro cents."""
    goods = sum(line["unit_price"] * line["quantity"] - line["discount"] for line in document["lines"])
    lowered = sum(discount["amount"] for discount in document["discounts"])
    return int(goods - lowered + document["shipping"]["price"])


def moment(when: datetime) -> str:
    return when.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _line(place: int, pick: Pick, sale: Sale) -> Document:
    product, variant = products.by_sku()[pick.sku]
    language = sale.customer.language
    return {
        "id": f"l{place}",
        "product": product.id,
        "sku": variant.sku,
        "gtin": variant.gtin,
        "title": product.name.said(language=language),
        "quantity": pick.quantity,
        "cancelled_quantity": pick.cancelled,
        "unit_price": variant.price,
        "discount": pick.discount,
        "taxes": [{"rate": VAT[sale.customer.country]}],
        "tax_included": True,
        "unit_cost": product.cost,
        "category": list(product.category),
        "tags": list(product.tags),
        "traits": list(product.traits),
        "options": products.options(variant, language=language),
        "weight_g": product.weight,
        "image_url": product.picture_url(colour=variant.colour.handle),
        "bundle": None,
        "seller": None,
    }


def _shipping(sale: Sale, lines: Sequence[Document]) -> Document:
    country = sale.customer.country
    goods = sum(line["unit_price"] * line["quantity"] - line["discount"] for line in lines)
    standard = 0 if goods >= FREE_SHIPPING_FROM else _STANDARD[country]
    price = _EXPRESS[country] if sale.express else standard
    if sale.channel == "store":
        price = standard = 0
    return {"price": price, "standard_price": standard, "taxes": [{"rate": VAT[country]}]}


def _payments(sale: Sale, due: int) -> list[Document]:
    """The gift card first, the rest by card (or wallet, transfer, pay-later) through the simulator."""
    by_card = due - sale.gift + sale.wrong_by
    payments: list[Document] = []
    if sale.gift:
        card = f"LIN-{sale.number}-KDO"
        payments.append({"kind": "gift_card", "gateway": None, "reference": card, "amount": sale.gift})
    if by_card:
        through = None if sale.kind in {"transfer", "cash_on_delivery"} else "simulator"
        reference = f"ch_demo_{sale.number}" if through else f"VIR-{sale.number}"
        payments.append({"kind": sale.kind, "gateway": through, "reference": reference, "amount": by_card})
    return [{"id": f"p{place}", **payment, "status": "captured"} for place, payment in enumerate(payments, start=1)]


def _refunds(sale: Sale, document: Document) -> list[Document]:
    """What went back without Volte: cancelled units, and units the shop took back by hand."""
    back = [(place, pick.cancelled) for place, pick in enumerate(sale.picks, start=1) if pick.cancelled]
    back += list(sale.kept_back)
    paid = basis.paid_per_unit(order=_basis(document))
    refunds: list[Document] = []
    for place, quantity in back:
        line = paid.line(id=f"l{place}")
        last = range(line.quantity - quantity + 1, line.quantity + 1)
        amount = line.units(positions=last).gross.amount
        units = [{"line": line.id, "quantity": quantity}]
        payment = document["payments"][-1]["id"]
        refunds.append({"id": f"x{len(refunds) + 1}", "payment": payment, "amount": amount, "lines": units})
    return refunds


def _basis(document: Document) -> basis.OrderBasis:
    lines = tuple(
        basis.SoldLine(
            id=line["id"],
            quantity=line["quantity"],
            unit_price=line["unit_price"],
            cancelled_quantity=line["cancelled_quantity"],
            discount=line["discount"],
            taxes=tuple(Rate.parse(tax["rate"]) for tax in line["taxes"]),
        )
        for line in document["lines"]
    )
    discounts = tuple(discount["amount"] for discount in document["discounts"])
    return basis.OrderBasis(currency=document["currency"], lines=lines, discounts=discounts)


def _shipment(place: int, parcel: Parcel, sale: Sale) -> Document:
    places = range(len(sale.picks)) if parcel.picks is None else parcel.picks
    units = [(position + 1, sale.picks[position].quantity - sale.picks[position].cancelled) for position in places]
    return {
        "id": f"s{place}",
        "lines": [{"line": f"l{line}", "quantity": quantity} for line, quantity in units if quantity],
        "shipped_at": moment(parcel.shipped_at) if parcel.shipped_at else None,
        "delivered_at": moment(parcel.delivered_at) if parcel.delivered_at else None,
    }
