"""Confirming: exactly what was seen, once; and a friendly word for whoever was a moment late."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import cast
from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from volte.catalogue import operations as catalogue
from volte.returns import queries
from volte.runtime import tenancy


@pytest.fixture
def inside(shopper: Shopper, order_id: UUID) -> Shopper:
    shopper.find()
    return shopper


def returns_of(shop: UUID, order_id: UUID) -> list[Any]:
    with tenancy.entered(shop):
        return queries.of_order(order_id=order_id)


def test_a_return_is_made_and_shown(inside: Shopper, portal_shop: UUID, order_id: UUID) -> None:
    number = inside.returned(reason="too-small")
    [view] = returns_of(portal_shop, order_id)
    assert view.number == number
    assert (view.items[0].reason, view.method.value, view.language) == ("too-small", "drop_off", "fr")
    page = words(inside.get(f"/returns/{number}/"))
    assert "Déposez votre colis au plus tard le mardi 1er décembre 2026" in page
    assert number in words(inside.get("/order/"))
    assert inside.get("/order/check/")["Location"] == "/order/", "the draft is done"


def test_pressing_twice_is_pressing_once(inside: Shopper, portal_shop: UUID, order_id: UUID) -> None:
    seen = inside.through()
    first, second = inside.confirm(seen), inside.confirm(seen)
    assert first["Location"] == second["Location"]
    assert len(returns_of(portal_shop, order_id)) == 1


def test_what_was_seen_is_done_whatever_another_window_chose(
    inside: Shopper, portal_shop: UUID, order_id: UUID
) -> None:
    seen = inside.through(instead="refund")
    inside.through(instead="credit")
    inside.confirm(seen)
    [view] = returns_of(portal_shop, order_id)
    assert view.items[0].resolution.value == "refund"


def test_the_second_window_with_the_same_draft_is_told_so(inside: Shopper, portal_shop: UUID, order_id: UUID) -> None:
    refund, credit = inside.through(instead="refund"), inside.through(instead="credit")
    inside.confirm(refund)
    page = inside.confirm(credit)
    assert page.status_code in (409, 422)
    assert "Il n’en reste rien à renvoyer" in words(page)
    assert len(returns_of(portal_shop, order_id)) == 1


def test_whoever_comes_second_reads_where_it_stands(shopper: Shopper, portal_shop: UUID, owner: Any) -> None:
    order_id = taken_in(owner, **one_dress())
    slow = Shopper(Client())
    for each in (shopper, slow):
        each.find()
    late = slow.through()
    number = shopper.returned()
    page = slow.confirm(late)
    assert page.status_code == 409
    assert "Il n’en reste rien à renvoyer" in words(page)
    assert number in words(page)
    assert len(returns_of(portal_shop, order_id)) == 1


def test_a_draft_whose_units_went_meanwhile_meets_the_same_page(
    shopper: Shopper, portal_shop: UUID, owner: Any
) -> None:
    taken_in(owner, **one_dress())
    slow = Shopper(Client())
    for each in (shopper, slow):
        each.find()
    slow.choose(*slow.refs())
    shopper.returned()
    for step in ("instead", "way", "check"):
        page = slow.get(f"/order/{step}/")
        assert page.status_code == 409, step
        assert "Il n’en reste rien à renvoyer" in words(page)
    assert "Il ne reste rien à renvoyer de cet article" in words(slow.get("/order/"))


def test_an_amount_that_moved_is_shown_before_anything_happens(
    inside: Shopper, portal_shop: UUID, owner: Any, order_id: UUID
) -> None:
    seen = inside.through()
    document = cast.order()
    document["refunds"] = [{"id": "x1", "payment": "p1", "amount": 8000, "lines": []}]
    catalogue.take_in(by=owner, document=document)
    page = inside.confirm(seen)
    assert page.status_code == 409
    assert "Un montant ou un choix a changé" in words(page)
    assert returns_of(portal_shop, order_id) == []
    assert inside.confirm(inside.seen()).status_code == 302


@pytest.mark.parametrize("seen", ["", "x", "a:b:c", "é" * 5000])
def test_a_broken_confirmation_shows_the_page_again(
    inside: Shopper, portal_shop: UUID, order_id: UUID, seen: str
) -> None:
    inside.through()
    page = inside.confirm(seen)
    assert page.status_code == 409
    assert "Relisez, puis confirmez" in words(page)
    assert returns_of(portal_shop, order_id) == []


def test_a_confirmation_of_another_order_is_not_taken(inside: Shopper, portal_shop: UUID, owner: Any) -> None:
    seen = inside.through()
    other = taken_in(owner, "1002")
    inside.find("1002")
    page = inside.post("/order/check/", {"seen": seen}, follow=True)
    assert "Que souhaitez-vous renvoyer" in words(page)
    assert returns_of(portal_shop, other) == []


def test_a_refused_request_has_a_way_out(
    shopper: Shopper, portal_shop: UUID, owner: Any, too_late_to_withdraw: None
) -> None:
    order_id = taken_in(owner, **one_dress(traits=["sealed", "hygiene"]))
    shopper.find()
    ref = shopper.refs()[0]
    shopper.choose(ref)
    shopper.post("/order/reasons/", {f"reason-{ref}": "changed-mind", f"seal-{ref}": "broken"})
    page = words(shopper.get("/order/check/"))
    assert "Nous ne pouvons pas reprendre cela" in page
    answer = shopper.confirm(shopper.seen())
    [view] = returns_of(portal_shop, order_id)
    assert view.status.value == "refused"
    page = words(shopper.get(answer["Location"]))
    assert "Ce retour n’est pas possible" in page
    assert "la protection d’hygiène a été retirée" in page
    assert "Envoyer le message" in page
