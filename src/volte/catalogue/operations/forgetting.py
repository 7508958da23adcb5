"""A person is erased from the catalogue, or what is old loses its name. The goods and the money stay."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Concat

from volte.catalogue import people
from volte.catalogue.models import Customer, ForgottenMark, ImportRun, Order
from volte.catalogue.rules import nameless
from volte.catalogue.rules import order as rules
from volte.kit import ids
from volte.kit.naming import Words
from volte.runtime import clock, forgetting, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# Only the country of an address stays: it says which law held and which tax was due.
_BLANK_ORDERS = """
UPDATE volte_catalogue_order SET
    email_normal = '', postcode_normal = '', digest = '', updated_at = %s,
    flags = CASE WHEN %s = ANY(flags) THEN flags ELSE array_append(flags, %s) END,
    document = document || jsonb_build_object(
        'customer', CASE WHEN jsonb_typeof(document->'customer') = 'object' THEN
            '{"id": "", "email": "", "name": "", "tags": []}'::jsonb
            || jsonb_build_object('kind', document->'customer'->'kind') ELSE NULL END,
        'shipping_address', CASE WHEN jsonb_typeof(document->'shipping_address') = 'object' THEN
            jsonb_build_object('country', document->'shipping_address'->'country') ELSE NULL END,
        'billing_address', CASE WHEN jsonb_typeof(document->'billing_address') = 'object' THEN
            jsonb_build_object('country', document->'billing_address'->'country') ELSE NULL END)
 WHERE shop_id = %s AND id = ANY(%s)
"""
_MARK = """
INSERT INTO volte_catalogue_forgottenmark (id, shop_id, mark, forgotten_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (shop_id, mark) DO UPDATE SET forgotten_at = EXCLUDED.forgotten_at
"""


@operation(Permission.PRIVACY_ERASE)
def hold_orders(*, by: Actor, order_ids: Sequence[UUID]) -> None:
    """Nobody opens a return of these orders until this transaction ends."""
    list(Order.objects.filter(id__in=list(order_ids)).order_by("id").select_for_update().values_list("id"))


@operation(Permission.PRIVACY_ERASE)
def forget_customer(*, by: Actor, known: people.Known) -> dict[str, int]:
    """Erase a person: customers become nameless shells that orders still hang together by, orders keep goods, money
    and country. What the shop sends again of the time before now stays nameless; a later order is a new person's.
    """
    now, words = clock.now(), Words((known.email,), known.names, known.external_ids)
    customers = Customer.objects.filter(id__in=known.customer_ids).update(**_nobody())
    flag = rules.Flag.FORGOTTEN.value
    orders = sql.run(_BLANK_ORDERS, [now, flag, flag, tenancy.current(), list(known.order_ids)]).rowcount
    found = [("mail", known.email)] if known.email else []
    for kind, value in (*found, *(("id", one) for one in known.external_ids)):
        sql.run(_MARK, [ids.new_id(), tenancy.current(), forgetting.mark_of(kind=kind, value=value), now])
    return {"customers": customers, "orders": orders, "refusals": _scrub_imports(words)}


@operation(Permission.PRIVACY_ERASE)
def drop_old_names(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """Orders placed before then, but not those to `spare`, lose their person, and customers without another order
    their name; how many orders."""
    rows = list(_old_named(before, spare).values_list("id", "customer_id")[:limit])
    flag = rules.Flag.FORGOTTEN.value
    sql.run(_BLANK_ORDERS, [clock.now(), flag, flag, tenancy.current(), [row[0] for row in rows]])
    customers = {customer for _, customer in rows if customer is not None}
    still = set(
        Order.objects.filter(customer_id__in=customers).exclude(_is_nameless()).values_list("customer_id", flat=True)
    )
    Customer.objects.filter(id__in=customers - still).update(**_nobody())
    return len(rows) or _drop_orphans(limit)


@operation(Permission.PRIVACY_ERASE)
def drop_old_refusals(*, by: Actor, before: datetime, limit: int) -> int:
    """Why lines of files imported before then were refused, which may quote what stood there; of how many imports."""
    found = list(_old_refusals(before).values_list("id", flat=True)[:limit])
    ImportRun.objects.filter(id__in=found).update(refusals=[])
    return len(found)


@operation(Permission.PRIVACY_ERASE)
def drop_old_addresses(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """Orders placed before then, but not those to `spare`, keep the country of their address alone; how many."""
    found = _old_addresses(before, limit, spare)
    sql.run(_BLANK_ADDRESSES, [tenancy.current(), found])
    return len(found)


def count_old(*, what: str, before: datetime, limit: int, spare: Sequence[UUID] = ()) -> int:
    """How many orders would lose their `addresses` or `names`, or imports their `refusals`, counted up to `limit`."""
    if what == "addresses":
        return len(_old_addresses(before, limit, spare))
    rows = _old_refusals(before) if what == "refusals" else _old_named(before, spare)
    return len(rows.values_list("id")[:limit])


# The postcode proves that somebody owns an order: it is kept until the name goes.
_OLD_ADDRESSES = """
SELECT id FROM volte_catalogue_order
 WHERE shop_id = %s AND placed_at < %s AND id <> ALL(%s) AND jsonb_typeof(document->'shipping_address') = 'object'
   AND (document->'shipping_address') - 'country' <> '{}'::jsonb
    OR shop_id = %s AND placed_at < %s AND id <> ALL(%s) AND jsonb_typeof(document->'billing_address') = 'object'
   AND (document->'billing_address') - 'country' <> '{}'::jsonb
 ORDER BY placed_at LIMIT %s
"""
_BLANK_ADDRESSES = """
UPDATE volte_catalogue_order SET document = document || (
    SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('country', value->'country')), '{}')
      FROM jsonb_each(document) WHERE key IN ('shipping_address', 'billing_address') AND jsonb_typeof(value) = 'object')
 WHERE shop_id = %s AND id = ANY(%s)
"""


def erased_since(*, orders: Iterable[rules.Order]) -> frozenset[str]:
    """Which of these orders were placed by somebody before that person was erased (by the shop's order id)."""
    if not ForgottenMark.objects.exists():
        return frozenset()
    asked: dict[str, list[rules.Order]] = {}
    for order in orders:
        for kind, value in nameless.recognised_by(customer=order.customer):
            for mark in forgetting.marks_of(kind=kind, value=value):
                asked.setdefault(mark, []).append(order)
    erased = people.forgotten_at(marks=list(asked))
    return frozenset(order.id for mark, at in erased.items() for order in asked[mark] if order.placed_at < at)


def _nobody() -> dict[str, object]:
    blank = {"external_id": "", "email": "", "email_normal": "", "name": "", "tags": []}
    return {**blank, "key": Concat(Value("forgotten:"), Cast(F("id"), TextField()))}


def _is_nameless() -> Q:
    return Q(flags__contains=[rules.Flag.FORGOTTEN.value])


def _old_named(before: datetime, spare: Sequence[UUID]) -> Any:
    rows = Order.objects.filter(placed_at__lt=before).exclude(id__in=spare)
    return rows.exclude(_is_nameless()).order_by("placed_at")


def _old_addresses(before: datetime, limit: int, spare: Sequence[UUID]) -> list[UUID]:
    given = [*[tenancy.current(), before, list(spare)] * 2, limit]
    return [row[0] for row in sql.run(_OLD_ADDRESSES, given).fetchall()]


def _old_refusals(before: datetime) -> Any:
    return ImportRun.objects.filter(started_at__lt=before).exclude(refusals=[])


def _drop_orphans(limit: int) -> int:
    """Customers whose last order belongs to somebody else since, or was erased."""
    named = Order.objects.filter(customer_id=OuterRef("id")).exclude(_is_nameless())
    left = Customer.objects.exclude(key__startswith="forgotten:").filter(~Exists(named))
    found = list(left.values_list("id", flat=True)[:limit])
    Customer.objects.filter(id__in=found).update(**_nobody())
    return len(found)


def _scrub_imports(words: Words) -> int:
    """Reasons why lines of a file were refused may quote what stood there; how many were dropped."""
    dropped = 0
    for run in ImportRun.objects.exclude(refusals=[]).select_for_update():
        kept = [one for one in run.refusals if not _quotes(one, words)]
        if len(kept) < len(run.refusals):
            dropped += len(run.refusals) - len(kept)
            ImportRun.objects.filter(id=run.id).update(refusals=kept)
    return dropped


def _quotes(refusal: Mapping[str, Any], words: Words) -> bool:
    """A short id is the person's only where the source speaks of customers: elsewhere "1" is a quantity."""
    of_customer = "customer" in str(refusal["field"]).casefold()
    quoted = [str(value) for value in refusal["params"].values()]
    return any(words.stand_in(one) or words.name(one) or (of_customer and words.are(one)) for one in quoted)
