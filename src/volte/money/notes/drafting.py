"""What stands on the note of a promise: its plan, the order it is about, and the company that sells."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit import time
from volte.kit.address import Address
from volte.kit.errors import NotFound
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, Resolution
from volte.money.models import Promise
from volte.money.rules import credit_note
from volte.money.rules.credit_note import Bought, Draft, Party, PlanRow, Rates, Sold
from volte.money.rules.plan import LineKind
from volte.runtime import formats, shop_settings
from volte.runtime.shop_settings import Entity, ShopSettings

# The same article leaves for what came back: nothing is given back, and the first invoice stands.
_IN_KIND = (Resolution.REPLACEMENT.value, Resolution.REPAIR.value)
_BUSINESSES = (CustomerKind.BUSINESS, CustomerKind.SOLE_TRADER)


class Waits(StrEnum):
    """What a note waits for: it is due, and cannot be written yet."""

    # A credit note to a business refers to its invoice, whose number nobody told us.
    INVOICE = "invoice"
    # Nobody knows what a business is called, or which order this was.
    BUYER = "buyer"
    ORDER = "order"
    # Another company, or another shop of this one, begins its numbers with the same letters.
    PREFIX = "prefix"


def draft(*, promise: Promise) -> Draft | Waits | None:
    """The note of a promise without its number; None where none is due: no company is named, the promise is older than
    its first note, nothing goes back, or an exchange waits for its difference and may still come to nothing."""
    settings = shop_settings.of_shop(promise.shop_id)
    entity = settings.entity
    if entity is None or time.local_date(promise.promised_at, settings.timezone) < entity.notes_from:
        return None
    if (
        promise.resolution in _IN_KIND
        or sum(line["amount"] for line in promise.lines) <= 0
        or _may_come_to_nothing(promise)
    ):
        return None
    try:
        order = catalogue.order(order_id=promise.order_id)
    except NotFound:
        return Waits.ORDER
    return _draft(promise, order, entity, settings)


def _may_come_to_nothing(promise: Promise) -> bool:
    return promise.due > 0 and promise.due_paid_at is None and promise.due_given_at is None


def _draft(promise: Promise, order: OrderView, entity: Entity, settings: ShopSettings) -> Draft | Waits:
    buyer = None
    if order.customer is not None and order.customer.kind in _BUSINESSES:
        buyer = _buyer(order)
        if not buyer.name or not buyer.country:
            return Waits.BUYER
        if order.invoice is None:
            return Waits.INVOICE
    sold = {line.id: Sold(line.title, line.sku) for line in order.lines}
    return Draft(
        currency=promise.currency,
        seller=_seller(entity),
        buyer=buyer,
        bought=_bought(order, settings.timezone),
        rows=credit_note.rows(plan=_plan_rows(promise.lines, order), sold=sold),
        means=promise.resolution,
        language=order.language[:2] if order.language[:2] in formats.LANGUAGES else settings.languages[0],
        exemption=entity.exemption,
    )


def _seller(entity: Entity) -> Party:
    return Party(
        name=entity.name,
        country=entity.country,
        line1=entity.line1,
        line2=entity.line2,
        postcode=entity.postcode,
        city=entity.city,
        legal=entity.legal,
        registration=entity.siren,
        site=entity.siret,
        vat_id=entity.vat_id,
    )


def _buyer(order: OrderView) -> Party:
    where = order.billing_address or order.shipping_address or Address(country=order.country)
    known = order.customer
    assert known is not None
    return Party(
        name=where.name or known.name or known.email,
        country=where.country or order.country,
        line1=where.line1,
        line2=where.line2,
        postcode=where.postcode,
        city=where.city,
        vat_id=known.vat_id,
    )


def _bought(order: OrderView, zone: str) -> Bought:
    moments = [one.delivered_at or one.shipped_at for one in order.shipments]
    supplied = max((moment for moment in moments if moment), default=order.placed_at)
    there = order.shipping_address.country if order.shipping_address else ""
    return Bought(
        order_number=order.number,
        placed_on=time.local_date(order.placed_at, zone),
        supplied_on=time.local_date(supplied, zone),
        delivered_to=there or order.country,
        invoice_number=order.invoice.number if order.invoice else "",
        invoice_on=_day(order),
    )


def _day(order: OrderView) -> date | None:
    return order.invoice.issued_on if order.invoice else None


def _plan_rows(lines: Iterable[Mapping[str, Any]], order: OrderView) -> Iterator[PlanRow]:
    """The plan as it was kept. Plans of 0.1 say how much of a line is tax and not at which rate: what the order says of
    its line holds then."""
    known: dict[str, Rates] = {line.id: line.taxes for line in order.lines}
    way_out: Rates = order.shipping.taxes if order.shipping else ()
    for line in lines:
        about = (line["reference"], line["line"], len(line["positions"]))
        if "parts" in line:
            for part in line["parts"]:
                rates = tuple(Rate.parse(rate) for rate in part["rates"])
                yield PlanRow(line["kind"], part["gross"], rates, tuple(part["taxes"]), *about)
        else:
            rates = way_out if line["kind"] == LineKind.OUTBOUND_SHIPPING else known.get(line["line"], ())
            yield PlanRow(line["kind"], line["amount"], rates if line["tax"] else (), (line["tax"],), *about)
