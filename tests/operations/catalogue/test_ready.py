"""Rows made ahead, beside the database, are what it would have been given without."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from volte.catalogue import operations as catalogue
from volte.catalogue import people, queries
from volte.catalogue.documents import orders as incoming
from volte.catalogue.documents import outgoing
from volte.catalogue.operations import TakenIn
from volte.catalogue.ports import PastOrder
from volte.catalogue.rules.order import Flag
from volte.runtime import tenancy
from volte.runtime.actor import Actor

# What a file could mistake for its own marks.
TITLES = ("", "\\N", 'Une "robe"', "zwei\nZeilen\r\n", "é,;\t|", "NULL", "\\", "'", " ", "日本")


def _past(count: int = 40) -> list[PastOrder]:
    return [PastOrder(incoming.order(document=_document(number)), f"mark-{number}") for number in range(count)]


def _document(number: int) -> dict[str, Any]:
    document = cast.order(f"past-{number}")
    dress, mug = document["lines"]
    dress["title"] = TITLES[number % len(TITLES)]
    if number % 3 == 0:
        del dress["unit_cost"], dress["weight_g"]
    mug["sku"] = "" if number % 2 else "TASSE"
    mug["tax_included"] = bool(number % 2)
    document["customer"]["id"] = f"c{number % 7}"
    document["customer"]["email"] = f"buyer{number % 7}@example.com"
    return document


def _told(by: Actor, results: list[Any]) -> list[dict[str, Any]]:
    """The orders as the shop would read them, without our own names of things."""
    assert all(isinstance(each, TakenIn) for each in results)
    with tenancy.entered(by.shop_id):
        views = [queries.order(order_id=each.order_id) for each in results]
    return [outgoing.order(view=view) for view in views]


def _bare(document: Any) -> Any:
    if isinstance(document, dict):
        return {name: _bare(value) for name, value in document.items() if name not in ("volte_id", "updated_at")}
    return [_bare(each) for each in document] if isinstance(document, list) else document


def test_each_row_is_the_same(owner: Actor, other_shop: UUID) -> None:
    other_owner = replace(owner, shop_id=other_shop)
    past = _past()
    new = catalogue.make_ready(shop_id=owner.shop_id, past=past)
    ahead = catalogue.take_in_past(by=owner, past=past, new=new)
    plain = [catalogue.take_in(by=other_owner, document=_document(number)) for number in range(len(past))]
    assert all(isinstance(each, TakenIn) and each.created for each in ahead)
    told, expected = _told(owner, ahead), _told(other_owner, plain)
    assert [line["title"] for order in told for line in order["lines"]][::2] == [
        TITLES[n % 10] or "ROBE-M" for n in range(40)
    ]
    assert _bare(told) == _bare(expected)


def test_one_that_came_meanwhile_is_met(owner: Actor) -> None:
    past = _past()
    new = catalogue.make_ready(shop_id=owner.shop_id, past=past)
    first = catalogue.take_in(by=owner, document=cast.order("past-3"))
    results = catalogue.take_in_past(by=owner, past=past, new=new)
    made = [each.created for each in results if isinstance(each, TakenIn)]
    assert made == [number != 3 for number in range(40)]
    assert isinstance(results[3], TakenIn) and results[3].order_id == first.order_id and results[3].changed
    again = catalogue.take_in_past(by=owner, past=past, new=catalogue.make_ready(shop_id=owner.shop_id, past=past))
    assert not any(each.created or each.changed for each in again if isinstance(each, TakenIn))


@pytest.mark.parametrize("ready", [True, False])
def test_somebody_erased_stays_nameless(owner: Actor, ready: bool) -> None:
    catalogue.take_in(by=owner, document=_document(3) | {"id": "before"})
    with tenancy.entered(owner.shop_id):
        known = people.by_email(email="buyer3@example.com")
    catalogue.forget_customer(by=owner, known=known)
    past = _past()
    new = catalogue.make_ready(shop_id=owner.shop_id, past=past) if ready else None
    results = catalogue.take_in_past(by=owner, past=past, new=new)
    with tenancy.entered(owner.shop_id):
        views = [queries.order(order_id=each.order_id) for each in results if isinstance(each, TakenIn)]
    nameless = [number for number, view in enumerate(views) if Flag.FORGOTTEN in view.flags]
    assert nameless == [number for number in range(40) if number % 7 == 3]
    assert all(view.email == "" for number, view in enumerate(views) if number % 7 == 3)
