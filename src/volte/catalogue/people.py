"""Who is this person in the catalogue? All their customers and orders, found by an e-mail, a customer or an order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from volte.catalogue.models import Customer, Order
from volte.catalogue.rules import identity
from volte.kit.errors import NotFound
from volte.runtime import sql, tenancy


@dataclass(frozen=True, slots=True)
class Known:
    """One person as the catalogue knows them. `email` is evened out, "" when nobody told us one; `names` as they were
    written on orders, the usual one first. `country` and `language` are those of the latest order."""

    email: str
    external_ids: tuple[str, ...]
    customer_ids: tuple[UUID, ...]
    order_ids: tuple[UUID, ...]
    names: tuple[str, ...]
    country: str
    language: str
    latest_at: datetime | None


def by_email(*, email: str) -> Known:
    """Everything under this address; nothing found is a person without orders."""
    wanted = identity.normal_email(written=email)
    customers = list(Customer.objects.filter(email_normal=wanted)) if wanted else []
    return _known(wanted, customers)


def by_customer(*, customer_id: UUID) -> Known:
    """The customer and everything under their address; refuses `customer_unknown`."""
    customer = Customer.objects.filter(id=customer_id).first()
    if customer is None:
        raise NotFound("customer_unknown")
    if customer.email_normal:
        return by_email(email=customer.email_normal)
    return _known("", [customer])


def by_order(*, order_id: UUID) -> Known:
    """Whoever bought this; refuses `order_unknown`."""
    order = Order.objects.filter(id=order_id).values("email_normal", "customer_id").first()
    if order is None:
        raise NotFound("order_unknown")
    if order["email_normal"]:
        return by_email(email=order["email_normal"])
    if order["customer_id"] is not None:
        return by_customer(customer_id=order["customer_id"])
    return _known("", [], Q(id=order_id))


def nobody() -> Known:
    """Somebody the catalogue knows nothing of."""
    return _known("", [])


def id_of_external(*, external_id: str) -> UUID | None:
    """The customer the shop calls so; None when there is none."""
    found: UUID | None = Customer.objects.filter(key=f"id:{external_id}").values_list("id", flat=True).first()
    return found


def _known(email: str, customers: list[Customer], own: Q | None = None) -> Known:
    asked = own if own is not None else Q(customer_id__in=[row.id for row in customers])
    if email:
        asked |= Q(email_normal=email)
    rows: list[dict[str, Any]] = list(
        Order.objects.filter(asked).order_by("-placed_at").values("id", "country", "language", "placed_at", "document")
    )
    told = [row["document"].get("customer") or {} for row in rows]
    sent = [row["document"].get("shipping_address") or {} for row in rows]
    names = [row.name for row in customers] + [one.get("name", "") for one in (*told, *sent)]
    latest: dict[str, Any] = rows[0] if rows else {"country": "", "language": "", "placed_at": None}
    return Known(
        email=email,
        external_ids=tuple(dict.fromkeys(row.external_id for row in customers if row.external_id)),
        customer_ids=tuple(row.id for row in customers),
        order_ids=tuple(row["id"] for row in rows),
        names=tuple(dict.fromkeys(name for name in names if name)),
        country=latest["country"],
        language=latest["language"],
        latest_at=latest["placed_at"],
    )


_MARKS = "SELECT mark, forgotten_at FROM volte_catalogue_forgottenmark WHERE shop_id = %s AND mark = ANY(%s)"


def forgotten_at(*, marks: list[str]) -> dict[str, datetime]:
    """When the persons with these marks were erased; others are left out."""
    return dict(sql.run(_MARKS, [tenancy.current(), marks]).fetchall()) if marks else {}
