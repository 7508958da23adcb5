"""Fifty settle one order at once, in real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connection

from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, eur, subject, wish
from volte.kit.errors import Conflict
from volte.money import operations as money
from volte.money import queries, sending, verify
from volte.money.models import Refund
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.money.rules.wish import Goodwill, RefundWish
from volte.runtime import tenancy
from volte.runtime.actor import Actor

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
HANDS = 50
T = TypeVar("T")


def at_once(work: Callable[[int], T]) -> list[T]:
    """All hands start together, each on a connection of its own."""
    start = Barrier(HANDS)

    def one(hand: int) -> T:
        start.wait()
        try:
            return work(hand)
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(one, range(HANDS)))


def test_a_unit_is_paid_once_and_nothing_above_what_was_captured(gateway: FakeGateway) -> None:
    by = Actor.system(open_shop("maison"))
    order = OrderMoney(uuid4(), BASIS, (card(gateway.charge(amount=10690)),))
    made = at_once(
        lambda hand: money.promise(by=by, order=order, wish=wish(back("L", 1)), subject=subject(), key=f"r{hand}")
    )
    assert sorted(one.amount.amount for one in made) == [0] * (HANDS - 1) + [5245]
    extra = RefundWish(goodwill=Goodwill(eur(1000), "sorry"))
    at_once(lambda hand: money.promise(by=by, order=order, wish=extra, subject=subject(), key=f"g{hand}"))
    with tenancy.entered(by.shop_id):
        assert sum(refund.amount.amount for refund in queries.refunds_of_order(order_id=order.id)) == 10690
        assert verify.ledger().discrepancies == ()


def test_one_key_is_one_promise_and_one_refund_is_sent_once(gateway: FakeGateway) -> None:
    by = Actor.system(open_shop("maison"))
    order = OrderMoney(uuid4(), BASIS, (card(gateway.charge(amount=10690)),))
    made = at_once(
        lambda hand: money.promise(by=by, order=order, wish=wish(back("L", 1)), subject=subject(), key="same")
    )
    assert len({one.id for one in made}) == 1
    (refund,) = made[0].refunds

    def send(hand: int) -> None:
        try:
            sending.attempt(by=by, refund_id=refund.id)
        except Conflict:
            return

    at_once(send)
    assert gateway.refunded(reference="ch_1") == refund.amount.amount
    with tenancy.entered(by.shop_id):
        assert Refund.objects.get().status == RefundStatus.SUCCEEDED
        assert verify.ledger().discrepancies == ()


def test_a_credit_is_spent_down_to_nothing_and_no_further() -> None:
    by = Actor.system(open_shop("maison"))
    credit = money.issue_credit(by=by, amount=eur(1000), subject=subject())

    def spend(hand: int) -> bool:
        try:
            money.spend_credit(by=by, code=credit.code, amount=eur(300), key=f"checkout-{hand}")
        except Conflict:
            return False
        return True

    assert sum(at_once(spend)) == 3
    with tenancy.entered(by.shop_id):
        assert queries.credit(code=credit.code).balance == eur(100)
        assert verify.ledger().discrepancies == ()


def test_one_payment_key_spends_one_of_two_credits() -> None:
    by = Actor.system(open_shop("maison"))
    credits = [money.issue_credit(by=by, amount=eur(1000), subject=subject()) for _ in range(2)]

    def spend(hand: int) -> bool:
        try:
            money.spend_credit(by=by, code=credits[hand % 2].code, amount=eur(300), key="checkout")
        except Conflict as refused:
            assert refused.code == "credit_key_reused"
            return False
        return True

    at_once(spend)
    with tenancy.entered(by.shop_id):
        left = sorted(queries.credit(code=credit.code).balance.amount for credit in credits)
        assert left == [700, 1000]
        assert verify.ledger().discrepancies == ()
