"""Several hands verify the books and find what one finds."""

from uuid import uuid4

import pytest
from django.db import connection, transaction

from tests.conftest import open_shop
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, subject, wish
from volte.money import operations as money
from volte.money import sending, verify
from volte.money.rules.standing import OrderMoney
from volte.runtime import tenancy
from volte.runtime.actor import Actor

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]


def test_what_one_hand_finds_two_find_in_the_same_order(gateway: FakeGateway) -> None:
    by = Actor.system(open_shop("maison"))
    order = OrderMoney(uuid4(), BASIS, (card(gateway.charge(amount=10690)),))
    made = money.promise(by=by, order=order, wish=wish(back("L", 1)), subject=subject(), key="r1")
    sending.attempt(by=by, refund_id=made.refunds[0].id)
    assert _found(by, hands=2) == ()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE volte_money_posting SET amount = amount + 1 WHERE account = 'gateway_clearing'")
        cursor.execute("UPDATE volte_money_paymentbalance SET committed = committed + 1")
    found = _found(by, hands=2)
    assert {one.what for one in found} >= {"entry_unbalanced", "entry_postings", "payment_committed", "gateway_paid"}
    assert found == _found(by, hands=1)


def _found(by: Actor, *, hands: int) -> tuple[verify.Discrepancy, ...]:
    with tenancy.entered(by.shop_id):
        return verify.ledger(hands=hands).discrepancies
