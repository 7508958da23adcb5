"""Orders come in, come again, and change."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import cast
from volte.catalogue import operations as catalogue
from volte.catalogue import queries
from volte.catalogue.documents import outgoing
from volte.catalogue.models import Customer, Order
from volte.catalogue.rules.order import Flag
from volte.kit.errors import Conflict, Invalid, NotFound, Refused
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_november(clock_at: Callable[[datetime], AbstractContextManager[None]]) -> Any:
    with clock_at(NOW):
        yield


def _view(by: Actor, order_id: UUID) -> Any:
    with tenancy.entered(by.shop_id):
        return queries.order(order_id=order_id)


def _claim(by: Actor, order_id: UUID, line: str, quantity: int) -> None:
    view = _view(by, order_id)
    catalogue.claim_units(by=by, claims=[(view.line(id=line).line_id, quantity)])


def test_everything_the_shop_told_is_there(owner: Actor) -> None:
    taken = catalogue.take_in(by=owner, document=cast.order(refunds=[{"id": "r1", "payment": "p1", "amount": 500}]))
    view = _view(owner, taken.order_id)
    assert taken.created and not taken.changed
    assert [(line.id, line.units_left) for line in view.lines] == [("l1", 2), ("l2", 1)]
    assert view.lines[0].delivered_at == datetime(2026, 11, 5, 14, tzinfo=UTC)
    assert view.lines[0].taxes[0].written() == "20 %"
    assert view.email == "camille@example.com" and view.customer_id
    assert view.shipping_address.postcode == "75011"
    assert view.shipping.standard_price == 490 and view.discounts[0].amount == 1500
    assert (view.captured, [refund.amount for refund in view.refunds]) == (9688, [500])
    assert view.flags == frozenset()


def test_one_statement_reads_an_order(owner: Actor) -> None:
    taken = catalogue.take_in(by=owner, document=cast.order())
    with tenancy.entered(owner.shop_id), CaptureQueriesContext(connection) as asked:
        queries.order(order_id=taken.order_id)
    assert len(asked) == 1


def test_the_same_copy_again_changes_nothing(owner: Actor) -> None:
    first = catalogue.take_in(by=owner, document=cast.order())
    reordered = dict(reversed(list(cast.order().items())))
    again = catalogue.take_in(by=owner, document=reordered)
    assert (again.order_id, again.created, again.changed) == (first.order_id, False, False)
    with tenancy.entered(owner.shop_id):
        assert OutboxEvent.objects.filter(kind="order.taken_in").count() == 1


def test_a_later_copy_is_merged(owner: Actor) -> None:
    first = catalogue.take_in(by=owner, document=cast.order(shipments=[]))
    line_ids = [line.line_id for line in _view(owner, first.order_id).lines]
    later = catalogue.take_in(by=owner, document=cast.order(number="1001"), external_id="1001")
    view = _view(owner, first.order_id)
    assert later.changed and later.order_id == first.order_id
    assert [line.line_id for line in view.lines] == line_ids
    assert view.lines[0].delivered_at is not None and len(view.payments) == 1


def test_a_later_copy_never_takes_claimed_units_away(owner: Actor) -> None:
    taken = catalogue.take_in(by=owner, document=cast.order())
    _claim(owner, taken.order_id, "l1", 2)
    fewer = cast.order(shipments=[])
    fewer["lines"][0]["quantity"] = 1
    del fewer["lines"][1]
    catalogue.take_in(by=owner, document=fewer)
    view = _view(owner, taken.order_id)
    assert (view.lines[0].quantity, view.lines[0].units_left) == (2, 0)
    assert (view.lines[1].units_left, view.lines[1].unit_price) == (0, 0)
    assert Flag.QUANTITY_BELOW_CLAIMED in view.flags
    assert [line["units_left"] for line in outgoing.order(view=view)["lines"]] == [0, 0]


def test_payments_that_do_not_add_up_are_taken_in_and_flagged(owner: Actor) -> None:
    document = cast.order()
    document["payments"][0]["amount"] = 5000
    view = _view(owner, catalogue.take_in(by=owner, document=document).order_id)
    assert view.flags == {Flag.PAYMENTS_DO_NOT_ADD_UP} and view.captured == 5000


def test_units_given_back_without_volte_are_not_left(owner: Actor) -> None:
    refund = {"id": "r1", "payment": "p1", "amount": 1500, "lines": [{"line": "l2", "quantity": 1}]}
    taken = catalogue.take_in(by=owner, document=cast.order(refunds=[refund]))
    assert _view(owner, taken.order_id).line(id="l2").units_left == 0
    with pytest.raises(Conflict):
        _claim(owner, taken.order_id, "l2", 1)


def test_units_are_claimed_and_let_go(owner: Actor) -> None:
    taken = catalogue.take_in(by=owner, document=cast.order())
    line_id = _view(owner, taken.order_id).lines[0].line_id
    catalogue.claim_units(by=owner, claims=[(line_id, 1), (line_id, 1)])
    with pytest.raises(Conflict) as refused:
        catalogue.claim_units(by=owner, claims=[(line_id, 1)])
    assert refused.value.code == "units_not_left"
    assert refused.value.params == {"line": "l1", "left": 0, "asked": 1}
    catalogue.release_units(by=owner, claims=[(line_id, 2)])
    assert _view(owner, taken.order_id).lines[0].units_left == 2
    with pytest.raises(Conflict):
        catalogue.release_units(by=owner, claims=[(line_id, 1)])
    with pytest.raises(Invalid):
        catalogue.claim_units(by=owner, claims=[(line_id, 0)])


def test_a_shopper_claims_from_their_own_order_only(owner: Actor) -> None:
    mine = catalogue.take_in(by=owner, document=cast.order("1001")).order_id
    theirs = catalogue.take_in(by=owner, document=cast.order("1002")).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=mine, language="fr")
    catalogue.claim_units(by=shopper, claims=[(_view(owner, mine).lines[0].line_id, 1)])
    with pytest.raises(Conflict):
        catalogue.claim_units(by=shopper, claims=[(_view(owner, theirs).lines[0].line_id, 1)])


def test_a_batch_answers_in_order_and_refuses_alone(owner: Actor) -> None:
    wrong = cast.order("3")
    wrong["lines"][0]["quantity"] = -1
    changed = cast.order("1", channel="store")
    results = catalogue.take_in_batch(by=owner, documents=[cast.order("1"), wrong, cast.order("2"), changed])
    assert isinstance(results[1], Refused) and results[1].params["field"] == "lines.0.quantity"
    kept = [each for each in results if isinstance(each, catalogue.TakenIn)]
    assert [(each.created, each.changed) for each in kept] == [(True, False), (True, False), (False, True)]
    with tenancy.entered(owner.shop_id):
        assert Order.objects.count() == 2 and Customer.objects.count() == 1
        assert OutboxEvent.objects.filter(kind="orders.taken_in").count() == 1


def test_a_large_batch_goes_through_copy_to_the_same_rows(owner: Actor) -> None:
    one = catalogue.take_in(by=owner, document=cast.order("0")).order_id
    results = catalogue.take_in_batch(by=owner, documents=[cast.order(str(n)) for n in range(120)])
    assert sum(each.created for each in results if isinstance(each, catalogue.TakenIn)) == 119
    last = results[-1]
    assert isinstance(last, catalogue.TakenIn)
    slow, fast = (outgoing.order(view=_view(owner, order_id)) for order_id in (one, last.order_id))
    for differing in ("id", "number", "volte_id"):
        slow.pop(differing), fast.pop(differing)
    assert slow == fast


def test_an_order_is_found_by_number_and_email_or_postcode(owner: Actor, other_shop: UUID) -> None:
    taken = catalogue.take_in(by=owner, document=cast.order())
    with tenancy.entered(owner.shop_id):
        for number, proof in (("1001", "CAMILLE@example.com "), (" #1001", "75 011")):
            assert queries.find(number=number, email_or_postcode=proof) == taken.order_id
        for number, proof in (("1001", ""), ("1001", "x@example.com"), ("9999", "75011"), ("", "")):
            assert queries.find(number=number, email_or_postcode=proof) is None
    with tenancy.entered(other_shop):
        assert queries.find(number="1001", email_or_postcode="75011") is None
        with pytest.raises(NotFound):
            queries.order(order_id=taken.order_id)


def test_an_order_without_email_and_address_is_found_by_nobody(owner: Actor) -> None:
    catalogue.take_in(by=owner, document=cast.order(customer=None, shipping_address=None))
    with tenancy.entered(owner.shop_id):
        for proof in ("", " ", "-"):
            assert queries.find(number="1001", email_or_postcode=proof) is None


def test_an_unknown_number_costs_what_a_wrong_proof_costs(owner: Actor) -> None:
    catalogue.take_in(by=owner, document=cast.order())
    asked: list[int] = []
    for number in ("1001", "9999"):
        with tenancy.entered(owner.shop_id), CaptureQueriesContext(connection) as statements:
            assert queries.find(number=number, email_or_postcode="nobody@example.com") is None
        asked.append(len(statements))
    assert asked == [1, 1]


def test_pages_miss_nothing(owner: Actor, clock_at: Callable[[datetime], AbstractContextManager[None]]) -> None:
    for place in range(5):
        with clock_at(NOW + timedelta(seconds=place // 2)):
            catalogue.take_in(by=owner, document=cast.order(str(place)))
    seen, after = [], None
    with tenancy.entered(owner.shop_id):
        while True:
            page = queries.page(limit=2, after=after)
            seen += [view.id for view in page.orders]
            if page.next is None:
                break
            after = page.next
        assert seen == ["0", "1", "2", "3", "4"]
        assert [view.id for view in queries.page(updated_since=NOW + timedelta(seconds=2)).orders] == ["4"]
        assert [view.id for view in queries.page(number="#3").orders] == ["3"]
        assert len(queries.page(email="Camille@example.com").orders) == 5
        with pytest.raises(Invalid):
            queries.page(after="zzz")


def test_a_product_offers_its_variants(owner: Actor) -> None:
    sizes = [{"sku": f"ROBE-{size}", "options": {"size": size}, "price": 4999} for size in ("S", "M")]
    document = {"id": "robe-ines", "title": "Robe Inès", "currency": "EUR", "variants": sizes}
    catalogue.put_product(by=owner, document=document)
    catalogue.put_product(by=owner, document=document | {"variants": sizes[1:]})
    with tenancy.entered(owner.shop_id):
        assert [each.sku for each in queries.variants_of(product="robe-ines")] == ["ROBE-M"]
        found = queries.variant(sku="ROBE-M")
        assert found and (found.price, found.currency, found.product) == (4999, "EUR", "robe-ines")
        assert queries.variant(sku="ROBE-S") is None


def test_a_document_nested_beyond_reason_is_refused(owner: Actor) -> None:
    nest: list[Any] = []
    for _ in range(100_000):
        nest = [nest]
    with pytest.raises(Invalid) as refused:
        catalogue.take_in(by=owner, document=cast.order(extra=nest))
    assert refused.value.params["reason"].code == "document_too_deep"
    while nest:
        nest = nest.pop()


def test_the_path_and_the_document_name_the_same_order(owner: Actor) -> None:
    with pytest.raises(Invalid, match="order_id_mismatch"):
        catalogue.take_in(by=owner, document=cast.order("1"), external_id="2")
    document = cast.order()
    del document["id"]
    taken = catalogue.take_in(by=owner, document=document, external_id="77")
    assert _view(owner, taken.order_id).id == "77"


def test_what_was_billed_is_kept_and_given_back(owner: Actor) -> None:
    billed: dict[str, Any] = {
        "invoice": {"number": "F-2026-17", "issued_on": "2026-11-02"},
        "billing_address": {"name": "Optique du Lac", "line1": "1 quai", "city": "Annecy", "country": "FR"},
        "customer": {"id": "b1", "email": "achats@example.com", "kind": "business", "vat_id": "fr 23.802-954-784"},
    }
    taken = catalogue.take_in(by=owner, document=cast.order(**billed))
    view = _view(owner, taken.order_id)
    assert view.invoice is not None and (view.invoice.number, view.invoice.issued_on) == (
        "F-2026-17",
        date(2026, 11, 2),
    )
    assert view.billing_address is not None and view.billing_address.name == "Optique du Lac"
    assert view.customer.vat_id == "FR23802954784"
    told = outgoing.order(view=view)
    assert (told["invoice"], told["customer"]["vat_id"]) == (billed["invoice"], "FR23802954784")
    assert told["billing_address"]["city"] == "Annecy"
    again = catalogue.take_in(by=owner, document=told)
    assert not again.changed or _view(owner, taken.order_id).invoice == view.invoice


@pytest.mark.parametrize(
    ("billed", "field"),
    [
        ({"invoice": {"number": ""}}, "invoice.number"),
        ({"invoice": {"number": "F-1", "issued_on": "2026-11-31"}}, "invoice.issued_on"),
        ({"invoice": {"number": "F-1", "issued_on": 20261101}}, "invoice.issued_on"),
        ({"customer": {"vat_id": "802954784"}}, "customer.vat_id"),
        ({"billing_address": {"country": "France"}}, "billing_address.country"),
    ],
)
def test_what_was_billed_is_checked(owner: Actor, billed: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        catalogue.take_in(by=owner, document=cast.order(**billed))
    assert refused.value.params["field"] == field
