"""Questions to the catalogue, inside an entered shop. They never write."""

import base64
import binascii
import hmac
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Value, When

from volte.catalogue import reading
from volte.catalogue.documents import fields
from volte.catalogue.models import Customer, ExternalRefund, Order, Payment, Variant
from volte.catalogue.rules import identity
from volte.catalogue.rules import order as rules
from volte.catalogue.rules.order import OrderView
from volte.catalogue.rules.product import Variant as VariantView
from volte.catalogue.rules.product import gtin_forms as barcodes
from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.runtime import sql, tenancy

PAGE = 50
MOST_PAGE = 200
# More orders of one shop under one number than this are not looked at: numbers are meant to be unique.
_SAME_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Page:
    """`next` goes into `after` for what follows; None at the end."""

    orders: tuple[OrderView, ...]
    next: str | None


def order(*, order_id: UUID) -> OrderView:
    """One order with all it has, in one statement; refuses `order_unknown`."""
    found = reading.by_ids(order_ids=[order_id])
    if not found:
        raise NotFound("order_unknown")
    return found[0]


def orders(*, order_ids: Sequence[UUID]) -> dict[UUID, OrderView]:
    """Many orders in one statement, by our id; unknown ones are left out."""
    return {view.order_id: view for view in reading.by_ids(order_ids=order_ids)} if order_ids else {}


def order_by_external(*, external_id: str) -> OrderView:
    """The order the shop calls `external_id`; refuses `order_unknown`."""
    found = reading.by_external_id(external_id=external_id)
    if found is None:
        raise NotFound("order_unknown")
    return found


def find(*, number: str, email_or_postcode: str) -> UUID | None:
    """The order with this number whose e-mail or postcode the asker knows.

    An unknown number and a wrong proof take the same path, so neither answer nor work tells them apart.
    """
    tidy = ids.tidy_number(number)
    email = identity.normal_email(written=email_or_postcode)
    postcode = identity.normal_postcode(written=email_or_postcode)
    rows = list(
        Order.objects.filter(number_tidy=tidy)
        .order_by("-placed_at", "-id")
        .values_list("id", "email_normal", "postcode_normal")[:_SAME_NUMBER]
    )
    found = None
    for order_id, known_email, known_postcode in rows or [(None, "nobody@invalid", "-")]:
        right = _same(known_email, email) | _same(known_postcode, postcode)
        if right and found is None:
            found = order_id
    return found


def page(
    *,
    number: str | None = None,
    email: str | None = None,
    updated_since: datetime | None = None,
    limit: int = PAGE,
    after: str | None = None,
) -> Page:
    """Orders by their last change, oldest first, so that a reader who comes back misses nothing.

    Refuses `page_mark_invalid`.
    """
    rows = Order.objects.order_by("updated_at", "id")
    if number is not None:
        rows = rows.filter(number_tidy=ids.tidy_number(number))
    if email is not None:
        rows = rows.filter(email_normal=identity.normal_email(written=email))
    if updated_since is not None:
        rows = rows.filter(updated_at__gte=updated_since)
    if after is not None:
        rows = _after(rows, after)
    size = max(1, min(limit, MOST_PAGE))
    keys = list(rows.values_list("id", "updated_at")[: size + 1])
    shown = keys[:size]
    views = orders(order_ids=[order_id for order_id, _ in shown])
    following = _mark(*shown[-1]) if len(keys) > size else None
    return Page(tuple(views[order_id] for order_id, _ in shown), following)


def customers(*, external_ids: Collection[str]) -> dict[str, UUID]:
    """Customers by the shop's id of them."""
    rows = Customer.objects.filter(key__in=[identity.key_of(customer=rules.Customer(id=each)) for each in external_ids])
    return dict(rows.values_list("external_id", "id"))


def payments_known(*, gateway: str, references: Collection[str]) -> set[str]:
    """Which of these names of payments are payments of the shop's orders."""
    rows = Payment.objects.filter(reference__in=list(references), gateway=gateway)
    return set(rows.values_list("reference", flat=True))


def refunds_known(*, external_ids: Collection[str]) -> set[str]:
    """Which of these refunds the shop has told us of, as made without us."""
    rows = ExternalRefund.objects.filter(external_id__in=list(external_ids))
    return set(rows.values_list("external_id", flat=True))


@dataclass(frozen=True, slots=True)
class Bought:
    orders: int
    units: int


def bought(*, customer_id: UUID, since: datetime) -> Bought:
    """How many orders a customer placed since a moment, and how many units of them were not cancelled."""
    orders, units = sql.run(_BOUGHT, [tenancy.current(), customer_id, since]).fetchone() or (0, 0)
    return Bought(orders, units)


_BOUGHT = """
SELECT count(DISTINCT o.id), coalesce(sum(l.quantity - l.cancelled_quantity), 0)::bigint
  FROM volte_catalogue_order o JOIN volte_catalogue_orderline l ON l.order_id = o.id
 WHERE o.shop_id = %s AND o.customer_id = %s AND o.placed_at >= %s
"""


def variants_of(*, product: str) -> tuple[VariantView, ...]:
    """What is offered of the product the shop calls `product`, in the shop's order; empty when unknown."""
    rows = Variant.objects.filter(product__external_id=product, offered=True).select_related("product")
    return tuple(_variant(row) for row in rows.order_by("position"))


def articles(*, currency: str, besides: str, category: Sequence[str], most: int) -> tuple[VariantView, ...]:
    """What else the shop offers at a price in this currency, but for the product `besides`: of the same category
    first, then by title."""
    rows = Variant.objects.filter(offered=True, price__isnull=False, currency=currency).select_related("product")
    alike = Case(When(product__details__category=list(category), then=0), default=1) if category else Value(0)
    rows = rows.exclude(product__external_id=besides).order_by(alike, "product__title", "product_id", "position")
    return tuple(_variant(row) for row in rows[:most])


def variant(*, sku: str) -> VariantView | None:
    row = Variant.objects.filter(sku=sku, offered=True).select_related("product").first()
    return _variant(row) if row else None


def variant_by_gtin(*, gtin: str) -> VariantView | None:
    """The variant with this barcode: also one no longer offered, for things come back that were sold long ago. None
    when nobody has it, and when two that are offered share it: then the barcode does not say which."""
    forms = barcodes(written=gtin)
    if not forms:
        return None
    rows = list(Variant.objects.filter(gtin__in=forms).select_related("product").order_by("-offered", "id")[:2])
    if not rows or (len(rows) == 2 and rows[0].offered == rows[1].offered):
        return None
    return _variant(rows[0])


def _same(known: str, given: str) -> bool:
    return hmac.compare_digest(known.encode(), given.encode()) and bool(known)


def _mark(order_id: UUID, updated_at: datetime) -> str:
    return base64.urlsafe_b64encode(f"{updated_at.isoformat()}|{order_id}".encode()).decode()


def _after(rows: Any, mark: str) -> Any:
    try:
        moment, _, order_id = base64.urlsafe_b64decode(mark.encode()).decode().partition("|")
        since, last = datetime.fromisoformat(moment), UUID(order_id)
    except (ValueError, binascii.Error):
        raise Invalid("page_mark_invalid") from None
    return rows.filter(updated_at__gte=since).exclude(updated_at=since, id__lte=last)


def _variant(row: Variant) -> VariantView:
    taxes = row.product.details.get("taxes")
    return VariantView(
        sku=row.sku,
        product=row.product.external_id,
        title=row.title,
        gtin=row.gtin,
        options=row.options,
        price=row.price,
        currency=row.currency,
        weight_g=row.weight_g,
        image_url=row.image_url,
        taxes=None if taxes is None else tuple(fields.rate(written=each) for each in taxes),
    )
