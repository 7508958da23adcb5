"""The generated shop: the same every time, money that adds up, orders other areas take in."""

import time
from collections import Counter
from datetime import datetime, timedelta

import pytest

from tests.rules.demo.conftest import NOW
from volte.catalogue.documents import orders as documents
from volte.catalogue.rules import totals
from volte.project.demo import products, world
from volte.project.demo.world import World


def test_the_same_seed_and_moment_give_the_same_world(made: World) -> None:
    assert world.make(now=NOW) == made


def test_another_seed_gives_another_world(made: World) -> None:
    assert world.make(now=NOW, seed=2).orders != made.orders


def test_the_world_moves_with_now(made: World) -> None:
    later = world.make(now=NOW + timedelta(days=40))
    newest = max(order["placed_at"] for order in later.orders)
    assert newest > max(order["placed_at"] for order in made.orders)


def test_it_is_quick() -> None:
    began = time.process_time()
    world.make(now=NOW, seed=3)
    products.pictures()
    assert time.process_time() - began < 0.5


def test_four_hundred_orders_each_taken_in(made: World) -> None:
    assert len(made.orders) == 400
    assert len({order["id"] for order in made.orders}) == 400
    for order in made.orders:
        read = documents.order(document=order)
        assert read.placed_at <= NOW
        assert all(shipment.delivered_at is None or shipment.delivered_at <= NOW for shipment in read.shipments)


def test_payments_add_up_except_where_they_are_not_to(made: World) -> None:
    assert made.uneven
    for order in made.orders:
        read = documents.order(document=order)
        paid = sum(payment.amount for payment in read.payments)
        assert (paid == totals.cost(order=read)) is (order["id"] not in made.uneven), order["id"]
        assert all(payment.amount > 0 for payment in read.payments)


def test_nothing_went_back_that_was_not_paid(made: World) -> None:
    for order in made.orders:
        for refund in order["refunds"]:
            paid = next(payment["amount"] for payment in order["payments"] if payment["id"] == refund["payment"])
            assert 0 < refund["amount"] <= paid


def test_every_case_occurs(made: World) -> None:
    orders = made.orders
    assert {order["country"] for order in orders} == {"FR", "BE", "DE", "ES"}
    assert {order["customer"]["kind"] for order in orders} == {"consumer", "business", "sole_trader"}
    assert {order["channel"] for order in orders} == {"online", "store"}
    kinds = Counter(payment["kind"] for order in orders for payment in order["payments"])
    assert {"card", "wallet", "pay_later", "transfer", "gift_card"} <= set(kinds)
    assert any(len(order["payments"]) == 2 for order in orders)
    assert any(order["discounts"] for order in orders)
    assert any(line["discount"] for order in orders for line in order["lines"])
    assert any(line["quantity"] > 1 for order in orders for line in order["lines"])
    assert any(line["cancelled_quantity"] for order in orders for line in order["lines"])
    assert any(len(order["shipments"]) > 1 for order in orders)
    assert any(not order["shipments"] for order in orders)
    assert any(shipment["delivered_at"] is None for order in orders for shipment in order["shipments"])
    assert any(not order["informed_of_withdrawal"] for order in orders)
    assert any(order["refunds"] for order in orders)
    assert any(order["shipping"]["price"] > order["shipping"]["standard_price"] for order in orders)
    assert Counter(order["customer"]["id"] for order in orders).most_common(1)[0][1] >= 6


def test_orders_reach_back_nine_months(made: World) -> None:
    first = datetime.fromisoformat(made.orders[0]["placed_at"])
    assert timedelta(days=250) < NOW - first < timedelta(days=285)


def test_every_payment_by_the_simulator_has_its_charge(made: World) -> None:
    charges = {charge["id"]: charge for charge in made.charges}
    paid = {
        payment["reference"]: (order, payment)
        for order in made.orders
        for payment in order["payments"]
        if payment["gateway"] == "simulator"
    }
    assert charges.keys() == paid.keys()
    failing = {story.order for story in made.stories if story.ending.value == "refund_failed"}
    for reference, (order, payment) in paid.items():
        outside = sum(refund["amount"] for refund in order["refunds"] if refund["payment"] == payment["id"])
        expected = 100 if order["id"] in failing else payment["amount"] - outside
        assert charges[reference]["amount"] == expected
        assert charges[reference]["amount"] > 0


@pytest.mark.parametrize("number", [str(number) for number in range(1001, 1011)])
def test_the_tour_can_be_typed_in(made: World, number: str) -> None:
    stop = next(stop for stop in made.tour if stop.number == number)
    order = next(order for order in made.orders if order["id"] == number)
    assert order["customer"]["email"] == stop.email
    assert order["shipping_address"]["postcode"] == stop.postcode
    assert stop.what.fr
    assert stop.what.en
    assert stop.what.fr != stop.what.en


def test_the_first_stop_is_camille(made: World) -> None:
    assert made.tour[0].number == "1001"
    assert made.tour[0].email == "camille.martin@example.com"


def test_the_exchange_stop_has_one_size_in_stock_and_one_sold_out() -> None:
    assert sum(products.by_sku()["INES-TERR-M"][1].stock.values()) > 0
    assert sum(products.by_sku()["INES-TERR-L"][1].stock.values()) == 0
