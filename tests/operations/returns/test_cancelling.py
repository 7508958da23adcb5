"""Units that have not left are cancelled: paid back at once with the delivery, once, whatever the order says later."""

from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import key, react, received, see, shopper, wanted
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import Method, Resolution
from volte.messages import queries as mails
from volte.money import queries as money
from volte.money import verify
from volte.returns import operations
from volte.returns.rules.lifecycle import Act, Kind, Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import feed, shops, tenancy
from volte.runtime.actor import Actor

__all__ = ["shopper"]
NOTHING_SENT: dict[str, Any] = {"shipments": []}


def telling_parcels(owner: Actor) -> None:
    shops.change_settings(by=owner, changes={"parcels": {"told": True}})


def take_in(owner: Actor, number: str = "1001", **changes: Any) -> UUID:
    return catalogue.take_in(by=owner, document=cast.order(number, **changes)).order_id


def call_off(by: Actor, order: UUID, **units: int) -> UUID:
    asked = wanted(*(WantedItem(line=line, quantity=count) for line, count in units.items()), method=Method.KEEP)
    return operations.cancel_units(by=by, order_id=order, wanted=asked)


def paid(owner: Actor, return_id: UUID) -> int:
    with tenancy.entered(owner.shop_id):
        return sum(refund.amount.amount for refund in money.refunds(subject_id=return_id))


def line(owner: Actor, order: UUID, name: str = "l1") -> Any:
    with tenancy.entered(owner.shop_id):
        return orders.order(order_id=order).line(id=name)


@pytest.fixture
def unsent(owner: Actor, order: UUID) -> UUID:
    return take_in(owner, **NOTHING_SENT)


def test_all_of_it_is_paid_back_with_all_of_the_delivery(
    owner: Actor, shopper: Actor, unsent: UUID, gateway: FakeGateway
) -> None:
    telling_parcels(owner)
    return_id = call_off(shopper, unsent, l1=2, l2=1)
    react()
    view = see(owner, return_id)
    assert (view.kind, view.status, view.parcel_id, view.last_day) == (Kind.CANCELLATION, Status.SETTLED, None, None)
    assert {item.outcome for item in view.items} == {Outcome.REFUNDED}
    # Not the standard 4.90: the express delivery was never made either.
    assert paid(owner, return_id) == 9688
    with tenancy.entered(owner.shop_id):
        assert [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)] == ["refund_on_its_way"]
        told = feed.page(kinds=["order.units_cancelled"]).entries
        assert not verify.ledger().discrepancies
    assert sorted((one.data["sku"], one.data["quantity"]) for one in told) == [("ROBE-M", 2), ("TASSE", 1)]
    assert line(owner, unsent).units_left == 0


def test_the_rest_can_still_come_back_and_brings_what_is_left(
    owner: Actor, shopper: Actor, unsent: UUID, gateway: FakeGateway
) -> None:
    telling_parcels(owner)
    first = call_off(shopper, unsent, l1=1)
    sent = [{"line": "l1", "quantity": 1}, {"line": "l2", "quantity": 1}]
    lines = cast.order()["lines"]
    lines[0]["cancelled_quantity"] = 1
    parcel = {"id": "s1", "lines": sent, "delivered_at": "2026-11-05T14:00:00Z"}
    take_in(owner, lines=lines, shipments=[parcel])
    assert (line(owner, unsent).cancelled_quantity, line(owner, unsent).units_left) == (1, 1)
    asked = wanted(WantedItem(line="l1", quantity=1), WantedItem(line="l2", quantity=1))
    second = operations.request(by=shopper, order_id=unsent, wanted=asked)
    box = received(owner, see(owner, second))
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    # Of the delivery 6.90 its share for what never left; then what is missing to its standard price, 4.90.
    assert (paid(owner, first), paid(owner, second)) == (3856 + 295, 3856 + 1286 + 195)
    assert see(owner, second).status is Status.SETTLED


@pytest.mark.parametrize("told", [{"cancelled_quantity": 1}, {"quantity": 1}, {}])
def test_a_later_copy_cancels_nothing_twice_and_brings_nothing_back(
    owner: Actor, shopper: Actor, unsent: UUID, told: dict[str, int]
) -> None:
    telling_parcels(owner)
    call_off(shopper, unsent, l1=1)
    lines = cast.order()["lines"]
    lines[0] |= told
    take_in(owner, lines=lines, shipments=[], channel="web")
    now = line(owner, unsent)
    assert (now.quantity - now.cancelled_quantity, now.units_left) == (1, 1)
    lines[0] |= {"cancelled_quantity": 1, "quantity": 2}
    take_in(owner, lines=lines, shipments=[], channel="phone")
    now = line(owner, unsent)
    assert now.quantity - now.cancelled_quantity == 1


def test_what_has_left_cannot_be_cancelled(owner: Actor, shopper: Actor, order: UUID) -> None:
    with pytest.raises(Conflict) as refusal:
        call_off(shopper, order, l1=1)
    assert refusal.value.code == "units_already_left"
    part = [{"id": "s1", "lines": [{"line": "l1", "quantity": 1}], "shipped_at": "2026-11-03T10:00:00Z"}]
    take_in(owner, shipments=part)
    with pytest.raises(Conflict):
        call_off(owner, order, l1=2)
    assert see(owner, call_off(owner, order, l1=1)).status is Status.SETTLED
    with pytest.raises(Conflict):
        call_off(owner, order, l1=1)


def test_where_parcels_are_not_told_a_person_looks_first(
    owner: Actor, shopper: Actor, unsent: UUID, gateway: FakeGateway
) -> None:
    return_id = call_off(shopper, unsent, l1=1)
    view = see(owner, return_id)
    assert (view.status, view.waits_for) == (Status.REQUESTED, "shop")
    assert not {Act.RECEIVE, Act.CHOOSE_WAY, Act.HAND_OVER} & set(view.next_acts)
    with pytest.raises(Conflict):
        call_off(shopper, unsent, l1=2)
    operations.approve(by=owner, return_id=return_id)
    react()
    assert see(owner, return_id).status is Status.SETTLED
    assert (line(owner, unsent).cancelled_quantity, line(owner, unsent).units_left) == (1, 1)


def test_refused_or_called_off_the_units_are_free_again(owner: Actor, shopper: Actor, unsent: UUID) -> None:
    operations.refuse(by=owner, return_id=call_off(shopper, unsent, l1=2), reason="Parti ce matin")
    operations.cancel(by=shopper, return_id=call_off(shopper, unsent, l1=1))
    assert (line(owner, unsent).cancelled_quantity, line(owner, unsent).units_left) == (0, 2)


def test_nobody_cancels_for_others(owner: Actor, shopper: Actor, unsent: UUID, order: UUID) -> None:
    other = take_in(owner, "3003", **NOTHING_SENT)
    with pytest.raises(NotFound):
        call_off(shopper, other, l1=1)


def test_only_money_comes_back(owner: Actor, unsent: UUID) -> None:
    asked = wanted(WantedItem(line="l1", quantity=1, resolution=Resolution.CREDIT), method=Method.KEEP)
    with pytest.raises(Invalid) as refusal:
        operations.cancel_units(by=owner, order_id=unsent, wanted=asked)
    assert refusal.value.code == "resolution_not_offered"
