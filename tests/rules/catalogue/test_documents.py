"""What cannot be an order is refused with the field and the reason; what is missing is known to be missing."""

from typing import Any

import pytest

from tests import cast
from volte.catalogue.documents import fields, orders, products
from volte.kit.errors import Invalid

LEAST = {
    "id": "1",
    "placed_at": "2026-11-02T09:30:00+01:00",
    "currency": "eur",
    "lines": [{"id": "l1", "quantity": 1, "unit_price": 0}],
}


def _changed(path: str, value: Any) -> dict[str, Any]:
    document = cast.order()
    holder: Any = document
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in way:
        holder = holder[part]
    holder[last] = value
    return document


def test_little_is_needed() -> None:
    order = orders.order(document=LEAST)
    assert (order.number, order.currency, order.placed_at.hour) == ("1", "EUR", 8)
    assert order.customer is None and order.informed_of_withdrawal is None and order.shipping is None
    assert order.lines[0].title == "l1"


@pytest.mark.parametrize(
    ("path", "value", "field", "reason"),
    [
        ("id", "", "id", "document_empty"),
        ("id", 7, "id", "document_not_text"),
        ("number", "a\x00b", "number", "document_nul_byte"),
        ("number", "\ud800", "number", "document_not_unicode"),
        ("number", "x" * 256, "number", "document_too_long"),
        ("placed_at", "yesterday", "placed_at", "document_not_a_moment"),
        ("placed_at", "2026-11-02T09:30:00", "placed_at", "document_not_a_moment"),
        ("placed_at", 1_700_000_000, "placed_at", "document_not_a_moment"),
        ("placed_at", "9999-12-31T23:59:59-10:00", "placed_at", "document_not_a_moment"),
        ("currency", "€", "currency", "document_malformed"),
        ("country", "France", "country", "document_malformed"),
        ("customer", [], "customer", "document_not_an_object"),
        ("customer.kind", "alien", "customer.kind", "document_unknown_word"),
        ("lines", [], "lines", "document_empty"),
        ("lines", None, "lines", "document_not_a_list"),
        ("lines.0.quantity", 0, "lines.0.quantity", "document_too_small"),
        ("lines.0.quantity", True, "lines.0.quantity", "document_not_whole"),
        ("lines.0.quantity", 1.5, "lines.0.quantity", "document_not_whole"),
        ("lines.0.quantity", "2", "lines.0.quantity", "document_not_whole"),
        ("lines.0.quantity", 2**63, "lines.0.quantity", "document_too_large"),
        ("lines.0.unit_price", 10**400, "lines.0.unit_price", "document_too_large"),
        ("lines.0.unit_price", -1, "lines.0.unit_price", "document_too_small"),
        ("lines.0.cancelled_quantity", 3, "lines.0", "document_cancelled_above_quantity"),
        ("lines.0.taxes", [{"rate": "twenty"}], "lines.0.taxes.0.rate", "document_not_a_rate"),
        ("lines.0.options", {"size": 3}, "lines.0.options.size", "document_not_text"),
        ("lines.0.gtin", "12a", "lines.0.gtin", "document_malformed"),
        ("lines.1.id", "l1", "document", "document_id_twice"),
        ("payments.0.kind", "shells", "payments.0.kind", "document_unknown_word"),
        ("payments.0.amount", None, "payments.0.amount", "document_not_whole"),
        ("shipments.0.lines.0.line", "l9", "document", "document_unknown_line"),
        ("informed_of_withdrawal", "yes", "informed_of_withdrawal", "document_not_yes_or_no"),
    ],
)
def test_each_fault_is_named(path: str, value: Any, field: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        orders.order(document=_changed(path, value))
    assert refused.value.code == "order_invalid"
    assert (refused.value.params["field"], refused.value.params["reason"].code) == (field, reason)
    assert {"field": field, "reason": reason} in refused.value.params["problems"]


@pytest.mark.parametrize("field", ["id", "placed_at", "currency", "lines"])
def test_what_is_needed_is_missed(field: str) -> None:
    with pytest.raises(Invalid) as refused:
        orders.order(document={name: value for name, value in LEAST.items() if name != field})
    assert (refused.value.params["field"], refused.value.params["reason"].code) == (field, "document_missing")


def test_a_flood_of_faults_is_cut() -> None:
    lines = [{"id": str(place), "quantity": -1, "unit_price": -1} for place in range(3_000)]
    with pytest.raises(Invalid) as refused:
        orders.order(document=LEAST | {"lines": lines})
    assert len(refused.value.params["problems"]) == 20


def test_a_key_that_is_no_unicode_can_still_be_shown() -> None:
    with pytest.raises(Invalid) as refused:
        orders.order(document=_changed("lines.0.options", {"\ud800": "M"}))
    refused.value.params["field"].encode()


def test_a_product_names_each_sku_once() -> None:
    with pytest.raises(Invalid) as refused:
        products.product(document={"id": "p", "variants": [{"sku": "A"}, {"sku": "A"}]})
    assert refused.value.params["reason"].code == "document_id_twice"
    product = products.product(document={"id": "p", "title": "T", "currency": "eur", "variants": [{"sku": "A"}]})
    assert (product.variants[0].title, product.variants[0].currency) == ("T", "EUR")


def test_an_order_nobody_could_reckon_with_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        orders.order(document=_changed("lines.0.unit_price", fields.MOST_AMOUNT + 1))
    assert refused.value.params["problems"] == [{"field": "lines.0.unit_price", "reason": "document_too_large"}]
    most = _changed("lines.0", {"id": "l1", "quantity": 11, "unit_price": fields.MOST_AMOUNT})
    with pytest.raises(Invalid) as refused:
        orders.order(document=most)
    assert refused.value.params["problems"] == [{"field": "document", "reason": "document_total_too_large"}]
