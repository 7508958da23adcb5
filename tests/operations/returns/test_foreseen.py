"""What the desk foresees is what is promised: line by line, by payment, to the cent, resolution after resolution."""

from typing import Any
from uuid import UUID

import pytest

from tests import cast
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.kit.money import Money
from volte.kit.words import Method, Resolution
from volte.money import queries as money
from volte.money.queries import PromiseView
from volte.returns import desk, operations, queries
from volte.returns.desk import Stake
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import shops, tenancy
from volte.runtime.actor import Actor

THREE = [
    {"id": "p1", "kind": "gift_card", "amount": 3000, "status": "captured"},
    {
        "id": "p2",
        "kind": "card",
        "amount": 5000,
        "status": "captured",
        "gateway": "simulator",
        "reference": "ch_1",
    },
    {"id": "p3", "kind": "transfer", "amount": 1688, "status": "captured"},
]
DRESSES = WantedItem("l1", 2, "too-small")
MUG = WantedItem("l2", 1, "changed-mind", resolution=Resolution.CREDIT)


def asked(owner: Actor, *items: WantedItem, **changes: Any) -> UUID:
    order = catalogue.take_in(by=owner, document=cast.order("1301", payments=THREE, **changes)).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    return operations.request(
        by=shopper, order_id=order, wanted=Wanted(items=items, method=Method.DROP_OFF, language="fr")
    )


def foreseen(owner: Actor, return_id: UUID) -> Stake:
    with tenancy.entered(owner.shop_id):
        view = queries.by_id(return_id=return_id)
        assert view.order_id is not None
        made = queries.settlements(return_id=return_id)
        return desk.stake(view=view, order=orders.order(order_id=view.order_id), settlements=made)


def settled(owner: Actor, return_id: UUID) -> dict[Resolution, PromiseView]:
    """All of it comes back as agreed, in one box."""
    with tenancy.entered(owner.shop_id):
        code = queries.by_id(return_id=return_id).parcel_code
    box = operations.receive(by=owner, code=code, location=None, units=())
    for unit in box.arrival.units:
        operations.inspect(by=owner, unit_id=unit.id, findings=())
    operations.settle_due(by=owner, return_id=return_id)
    with tenancy.entered(owner.shop_id):
        return {promise.resolution: promise for promise in money.promises(subject_id=return_id)}


@pytest.mark.parametrize("partial", ["pro_rata", "full", "nothing"])
@pytest.mark.parametrize("items", [(DRESSES, MUG), (MUG, DRESSES), (DRESSES,)])
def test_each_resolution_finds_what_the_one_before_it_left(
    owner: Actor, order: UUID, items: tuple[WantedItem, ...], partial: str
) -> None:
    shops.change_settings(by=owner, changes={"money": {"partial_outbound": partial}})
    return_id = asked(owner, *items)
    stake = foreseen(owner, return_id)
    with tenancy.entered(owner.shop_id):
        value = queries.by_id(return_id=return_id).value
    promised = settled(owner, return_id)
    assert list(stake.previews) == list(promised)
    for resolution, promise in promised.items():
        preview = stake.previews[resolution]
        assert preview.plan.lines == promise.lines
        assert preview.back() == promise.amount
        if resolution is Resolution.REFUND:
            went = [(refund.payment, refund.route, refund.amount) for refund in promise.refunds]
            assert [(share.payment.id, share.route, share.amount) for share in preview.shares] == went
        else:
            assert preview.credit is not None
            assert preview.credit.total() == promise.credits[0].base + promise.credits[0].bonus
    # What the customer was told when asking is the same sum.
    assert value == Money(sum(promise.amount.amount for promise in promised.values()), "EUR")
    assert foreseen(owner, return_id).ceiling == stake.ceiling - value


def test_a_payment_of_a_provider_we_are_not_connected_to_is_foreseen_as_paid_by_hand(owner: Actor, order: UUID) -> None:
    other = [{**THREE[1], "amount": 9688, "gateway": "elsewhere"}]
    taken = catalogue.take_in(by=owner, document=cast.order("1302", payments=other)).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=taken, language="fr", name="Camille")
    wanted = Wanted(items=(DRESSES,), method=Method.DROP_OFF, language="fr")
    return_id = operations.request(by=shopper, order_id=taken, wanted=wanted)
    preview = foreseen(owner, return_id).previews[Resolution.REFUND]
    assert [share.route for share in preview.shares] == ["by_hand"]
    assert [refund.route for refund in settled(owner, return_id)[Resolution.REFUND].refunds] == ["by_hand"]
