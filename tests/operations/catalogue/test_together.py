"""Many at one unit, many at one order: real connections, real commits."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection

from tests import cast
from tests.conftest import open_shop
from volte.catalogue import operations as catalogue
from volte.catalogue import queries
from volte.catalogue.models import Order
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import Conflict
from volte.runtime import tenancy
from volte.runtime.actor import Actor

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
HANDS = 20
ROUNDS = 10


def _all_at_once(acts: list[Callable[[], str]], rounds: int = 1) -> list[list[str]]:
    """Each act on a thread and a connection of its own, all starting together, round after round."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], str]) -> list[str]:
        results = []
        try:
            for _ in range(rounds):
                start.wait(timeout=60)
                try:
                    results.append(act())
                except Conflict as refused:
                    results.append(refused.code)
        finally:
            connection.close()
        return results

    with ThreadPoolExecutor(len(acts)) as hands:
        return list(hands.map(run, acts))


def _view(by: Actor, order_id: UUID) -> OrderView:
    with tenancy.entered(by.shop_id):
        return queries.order(order_id=order_id)


def test_twenty_connections_claim_one_unit_and_one_gets_it() -> None:
    by = Actor.system(open_shop("maison"))
    orders = [catalogue.take_in(by=by, document=cast.order(str(place))).order_id for place in range(ROUNDS)]
    mugs = [_view(by, order_id).lines[1].line_id for order_id in orders]
    turn = threading.local()

    def claim() -> str:
        turn.at = getattr(turn, "at", -1) + 1
        catalogue.claim_units(by=by, claims=[(mugs[turn.at], 1)])
        return "claimed"

    by_hand = _all_at_once([claim] * HANDS, ROUNDS)
    for in_round in zip(*by_hand, strict=True):
        assert sorted(in_round) == ["claimed"] + ["units_not_left"] * (HANDS - 1)
    assert all(_view(by, order_id).lines[1].units_left == 0 for order_id in orders)


def test_claims_of_the_same_lines_in_any_order_never_deadlock() -> None:
    by = Actor.system(open_shop("maison"))
    view = _view(by, catalogue.take_in(by=by, document=cast.order()).order_id)
    claims = [(line.line_id, 1) for line in view.lines]

    def take_and_give(order: list[tuple[UUID, int]]) -> Callable[[], str]:
        def act() -> str:
            catalogue.claim_units(by=by, claims=order)
            catalogue.release_units(by=by, claims=order)
            return "done"

        return act

    results = _all_at_once([take_and_give(claims), take_and_give(claims[::-1])] * 4, 5)
    assert {result for hand in results for result in hand} <= {"done", "units_not_left"}
    assert [line.units_left for line in _view(by, view.order_id).lines] == [2, 1]


def test_the_same_new_orders_from_many_sides_become_one_each() -> None:
    by = Actor.system(open_shop("maison"))
    documents = [cast.order(str(place)) for place in range(60)]

    def take(copies: list[dict[str, object]]) -> Callable[[], str]:
        def act() -> str:
            results = catalogue.take_in_batch(by=by, documents=copies)
            return str(sum(each.created for each in results if isinstance(each, catalogue.TakenIn)))

        return act

    created = _all_at_once([take(documents), take(documents[::-1]), take(documents)])
    assert sum(int(hand[0]) for hand in created) == 60
    with tenancy.entered(by.shop_id):
        assert Order.objects.count() == 60


def test_a_later_copy_and_claims_at_once_lose_no_unit() -> None:
    by = Actor.system(open_shop("maison"))
    view = _view(by, catalogue.take_in(by=by, document=cast.order()).order_id)
    fewer = cast.order(shipments=[])
    fewer["lines"][0]["quantity"] = 1

    def claim() -> str:
        catalogue.claim_units(by=by, claims=[(view.lines[0].line_id, 1)])
        return "claimed"

    def lower() -> str:
        catalogue.take_in(by=by, document=fewer)
        return "lowered"

    results = [hand[0] for hand in _all_at_once([claim, claim, claim, lower])]
    line = _view(by, view.order_id).lines[0]
    assert line.claimed_quantity == results.count("claimed") <= line.quantity
    assert results.count("lowered") == 1 and line.units_left >= 0
