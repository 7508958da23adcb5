"""The only join: what catalogue, risk and the shop's settings know, as the facts policy and money decide on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import Customer, Exchanged, LineView, OrderView, UnitInstead
from volte.kit import time
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import Fault
from volte.law.rules import provisions, traits
from volte.money.rules.basis import Instead, OrderBasis, PaidOrder, SoldLine, SoldShipping, paid_per_unit
from volte.money.rules.taxes import Part
from volte.money.rules.tenders import OutsideRefund, Payment
from volte.policy.rules import facts as policy
from volte.policy.rules.words import Evidence
from volte.returns.rules import deliveries
from volte.returns.rules.request import WantedItem
from volte.runtime.shop_settings import ShopSettings


def zone_of(order: OrderView, settings: ShopSettings) -> str:
    """The zone the customer's days are counted in: where they live, else the shop's."""
    return next(iter(provisions.zones(country_of(order))), settings.timezone)


def country_of(order: OrderView) -> str:
    """Where the goods were sent, else where the order was placed."""
    if order.shipping_address and order.shipping_address.country:
        return order.shipping_address.country
    return order.country


def of_nobody(order: OrderView) -> OrderView:
    """The same purchase without what is known of its buyer but their kind, for a decision about somebody else."""
    if order.customer is None:
        return order
    return replace(order, customer=Customer(kind=order.customer.kind))


def basis(order: OrderView) -> OrderBasis:
    """The priced part of an order, for money."""
    shipping = order.shipping
    return OrderBasis(
        currency=order.currency,
        lines=tuple(
            SoldLine(
                id=line.id,
                quantity=line.quantity,
                unit_price=line.unit_price,
                cancelled_quantity=line.cancelled_quantity,
                discount=line.discount,
                taxes=line.taxes,
                tax_included=line.tax_included,
                follows=bundles.wrapped(line=line, lines=order.lines),
                instead=_instead(line.exchanged),
            )
            for line in bundles.priced(lines=order.lines)
            if line.exchanged is None or not line.exchanged.held
        ),
        discounts=tuple(discount.amount for discount in order.discounts),
        shipping=SoldShipping(shipping.price, shipping.standard_price, shipping.taxes, shipping.tax_included)
        if shipping
        else None,
    )


def _instead(exchanged: Exchanged | None) -> tuple[Instead, ...]:
    units = exchanged.units if exchanged else ()
    return tuple(_unit_instead(unit) for unit in units)


def _unit_instead(unit: UnitInstead) -> Instead:
    return Instead(unit.line, unit.position, Part(unit.rates, unit.paid, unit.taxes), unit.listed)


def exchanged_units(units: Iterable[Instead]) -> tuple[UnitInstead, ...]:
    """What money sold in exchange, as the catalogue keeps it."""
    return tuple(
        UnitInstead(unit.line, unit.position, unit.whole.gross, unit.listed, unit.whole.rates, unit.whole.taxes)
        for unit in units
    )


def payments(order: OrderView) -> tuple[Payment, ...]:
    """What was really taken, for money."""
    return tuple(
        Payment(
            id=payment.id,
            kind=payment.kind,
            captured=Money(payment.captured, order.currency),
            gateway=payment.gateway,
            reference=payment.reference,
        )
        for payment in order.payments
    )


def outside(order: OrderView) -> tuple[OutsideRefund, ...]:
    """What went back without us, for money."""
    return tuple(
        OutsideRefund(
            amount=Money(refund.amount, order.currency),
            payment=refund.payment or None,
            units=tuple((units.line, units.quantity) for units in refund.lines),
        )
        for refund in order.refunds
    )


def for_policy(
    *,
    order: OrderView,
    line: LineView,
    wanted: WantedItem | None,
    fault: Fault | None,
    standing: policy.ReturnRate | None,
    settings: ShopSettings,
    now: datetime,
    paid: PaidOrder | None = None,
) -> policy.Facts:
    """The facts for one line. Without `wanted` the question is what the portal may offer, before any reason."""
    zone = zone_of(order, settings)
    return policy.Facts(
        item=_item(line, paid if paid is not None else paid_per_unit(order=basis(order))),
        order=_order(order, zone, deliveries.concluded_at(order=order, line=line)),
        request=_request(wanted, fault, time.local_date(now, zone), settings),
        customer=_customer(order, standing),
        delivery=_delivery(order, line, zone),
        zone=zone,
    )


def _item(line: LineView, paid: PaidOrder) -> policy.Item:
    sold = paid.line(id=line.id)
    one = sold.units(positions=(1,)).gross
    known = traits.of_words(line.traits).traits
    for name in line.category:
        known = known | traits.of_category(name).traits
    return policy.Item(
        title=line.title or line.sku or line.id,
        sku=line.sku or None,
        gtin=line.gtin or None,
        lot=_tagged(line.tags, "lot"),
        category=line.category or None,
        tags=frozenset(line.tags),
        options=line.options,
        traits=known,
        price_paid=one,
        discount=_discount(one, sold.list_price),
        weight_g=line.weight_g,
        seller=line.seller or None,
        used_months_agreed=_number(_tagged(line.tags, "guarantee-months")),
    )


def _tagged(tags: Iterable[str], name: str) -> str | None:
    """What the order document has no field for, a shop says as a tag: "lot:2026-11", "tier:gold", "employees:4",
    "main-activity:no", "guarantee-months:12"."""
    return next((value for tag in tags for key, _, value in [tag.partition(":")] if key == name and value), None)


def _number(written: str | None) -> int | None:
    return (
        int(written) if written is not None and written.isascii() and written.isdigit() and len(written) < 7 else None
    )


def _discount(paid: Money, listed: Money) -> Rate | None:
    if listed.amount <= 0:
        return None
    return Rate(Fraction(max(0, listed.amount - paid.amount), listed.amount))


def _order(order: OrderView, zone: str, concluded_at: datetime) -> policy.Order:
    return policy.Order(
        placed_on=time.local_date(concluded_at, zone),
        country=country_of(order) or None,
        channel=order.channel,
        total=Money(order.captured, order.currency) if order.payments else None,
        payments=frozenset(payment.kind for payment in order.payments) or None,
        promotions=frozenset(discount.code for discount in order.discounts if discount.code),
        informed=order.informed_of_withdrawal,
    )


def _request(wanted: WantedItem | None, fault: Fault | None, today: date, settings: ShopSettings) -> policy.Request:
    if wanted is None:
        return policy.Request(asked_on=today)
    reason = settings.reason(wanted.reason) if wanted.reason else None
    return policy.Request(
        asked_on=today,
        reason=wanted.reason or None,
        fault=fault,
        fault_major=reason.major if reason else None,
        condition=wanted.condition or None,
        # Only "yes" is believed: a seal somebody calls whole is still to be seen at the bench.
        seal_broken=True if wanted.condition in ("opened", "used") else None,
        quantity=wanted.quantity,
        shown=frozenset(shown(wanted)),
    )


def shown(wanted: WantedItem) -> Iterable[Evidence]:
    """The evidence a request carries."""
    if wanted.photos:
        yield Evidence.PHOTO
    if wanted.comment.strip():
        yield Evidence.COMMENT


_OUTSIDE = {"no": True, "yes": False}
"""By the tag that says whether a purchase belongs to the buyer's main activity."""


def _customer(order: OrderView, standing: policy.ReturnRate | None) -> policy.Customer:
    customer = order.customer
    return policy.Customer(
        kind=customer.kind if customer else None,
        tier=_tagged(customer.tags, "tier") if customer else None,
        tags=frozenset(customer.tags) if customer else None,
        orders=standing.orders if standing else None,
        return_rate=standing,
        employees=_number(_tagged(customer.tags, "employees")) if customer else None,
        outside_main_activity=_OUTSIDE.get(_tagged(customer.tags, "main-activity") or "") if customer else None,
    )


def _delivery(order: OrderView, line: LineView, zone: str) -> policy.Delivery:
    found = deliveries.of_line(order=order, line=line)
    return policy.Delivery(
        delivered_on=tuple(time.local_date(moment, zone) for moment in found.delivered_at),
        complete=found.complete,
        shipped_on=time.local_date(found.shipped_at, zone) if found.shipped_at else None,
        repairs=deliveries.repairs(order=order, line=line),
    )
