"""What is still to be paid back of a return: the same on the case, in the list of deadlines and in the morning mail."""

from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import asked, key, react, see
from volte.catalogue import queries as catalogue
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.money import sending
from volte.returns import desk, due, operations, queries
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import CountedUnits
from volte.returns.rules.request import WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import Finding

LARGER = WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
MUG = WantedItem("l2", 1, "changed-mind")


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def owed(owner: Actor, return_id: UUID) -> Money:
    with tenancy.entered(owner.shop_id):
        row, items = Return.objects.get(id=return_id), list(ReturnItem.objects.filter(return_row_id=return_id))
        return due.still_owed([(row, items)])[return_id]


def foreseen(owner: Actor, return_id: UUID) -> Money:
    """What the desk foresees for the items still to be refunded."""
    view = see(owner, return_id)
    with tenancy.entered(owner.shop_id):
        order = catalogue.order(order_id=view.order_id) if view.order_id else None
        assert order is not None
        made = queries.settlements(return_id=return_id)
        return desk.stake(view=view, order=order, settlements=made).back(Resolution.REFUND)


def looked_at(owner: Actor, return_id: UUID, line: str) -> None:
    code = see(owner, return_id).parcel_code
    box = operations.receive(by=owner, code=code, location=None, units=(CountedUnits(line=line, quantity=1),))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    react()


def test_what_was_exchanged_is_owed_no_more(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, LARGER, MUG)
    looked_at(owner, return_id, "l1")
    assert owed(owner, return_id) == foreseen(owner, return_id) < see(owner, return_id).value


def test_a_gesture_lowers_nothing_once_it_arrived(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id = asked(shopper, order, MUG)
    before, given = owed(owner, return_id), Money(300, "EUR")
    operations.goodwill(by=owner, return_id=return_id, amount=given, reason="for the wait")
    assert owed(owner, return_id) == before + given
    sent(owner, return_id)
    assert owed(owner, return_id) == before == foreseen(owner, return_id)


def test_of_two_refunds_the_one_that_failed_is_owed(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id = asked(shopper, order, WantedItem("l1", 1, "too-small"), MUG)
    looked_at(owner, return_id, "l1")
    (arrived,) = sent(owner, return_id)
    looked_at(owner, return_id, "l2")
    gateway.next.append("fail")
    _, failed = sent(owner, return_id)
    react()
    assert see(owner, return_id).waits_for == "money"
    assert owed(owner, return_id) == failed.amount == see(owner, return_id).value - arrived.amount


@pytest.fixture(autouse=True)
def charged(gateway: FakeGateway) -> None:
    gateway.charges["ch_1"] = 9688


def sent(owner: Actor, return_id: UUID) -> tuple[money.RefundView, ...]:
    with tenancy.entered(owner.shop_id):
        planned = [each.id for each in money.refunds(subject_id=return_id) if each.status == "planned"]
    for refund_id in planned:
        sending.attempt(by=owner, refund_id=refund_id)
    with tenancy.entered(owner.shop_id):
        return money.refunds(subject_id=return_id)


def test_a_unit_turned_down_is_owed_nothing_while_the_rest_is_awaited(
    shopper: Actor, owner: Actor, order: UUID
) -> None:
    return_id = asked(shopper, order, WantedItem("l1", 2, "too-small"), MUG)
    whole = owed(owner, return_id)
    code = see(owner, return_id).parcel_code
    box = operations.receive(by=owner, code=code, location=None, units=(CountedUnits(line="l1", quantity=1),))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    react()
    operations.refuse(by=owner, return_id=return_id, reason="Ce n’est pas notre robe.")
    view = see(owner, return_id)
    assert (view.items[0].rejected, view.settled_at) == (1, None)
    assert owed(owner, return_id) == foreseen(owner, return_id) < whole


def test_what_is_replaced_is_owed_in_goods_and_not_in_money(shopper: Actor, owner: Actor, order: UUID) -> None:
    broken = WantedItem("l1", 1, "defective", comment="La couture lâche.", resolution=Resolution.REPLACEMENT)
    return_id = asked(shopper, order, broken, MUG)
    assert owed(owner, return_id) == foreseen(owner, return_id) < see(owner, return_id).value
