"""A parcel never arrived: the carrier is asked, then it is paid back or sent again, and nothing is asked back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_cancelling import line, paid, take_in
from tests.operations.returns.test_journey import react, see, shopper, wanted
from volte.kit.errors import Conflict, Invalid
from volte.kit.words import Method, Resolution
from volte.messages import queries as mails
from volte.returns import jobs, operations, queries, sentences
from volte.returns.operations.without_goods.found import Where
from volte.returns.rules.lifecycle import Act, Kind, Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, shop_settings, shops, tenancy
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse
from volte.warehouse import queries as stock

__all__ = ["shopper"]
SENT = {"id": "s1", "lines": [{"line": "l1", "quantity": 2}], "shipped_at": "2026-11-03T10:00:00Z"}


@pytest.fixture
def sent(owner: Actor, order: UUID) -> UUID:
    """Two dresses left on 3 November and were not delivered; the mug has not left."""
    return take_in(owner, shipments=[SENT])


def claim(by: Actor, order: UUID, *, resolution: Resolution = Resolution.REFUND, **units: int) -> UUID:
    items = (WantedItem(line=name, quantity=count, resolution=resolution) for name, count in units.items())
    return operations.claim_missing(by=by, order_id=order, wanted=wanted(*items, method=Method.KEEP))


def test_after_the_inquiry_it_is_paid_back_by_itself_with_the_delivery(
    owner: Actor, shopper: Actor, sent: UUID, gateway: FakeGateway
) -> None:
    return_id = claim(shopper, sent, l1=2)
    react()
    view = see(owner, return_id)
    assert (view.kind, view.status, view.parcel_id) == (Kind.CLAIM, Status.REQUESTED, None)
    assert view.inquiry_until == clock.now() + timedelta(days=14)
    assert not {Act.RECEIVE, Act.HAND_OVER, Act.CHOOSE_WAY, Act.INSPECT} & set(view.next_acts)
    with clock.at(clock.now() + timedelta(days=13)):
        jobs.end_inquiries()
        assert see(owner, return_id).status is Status.REQUESTED
    with clock.at(clock.now() + timedelta(days=15)):
        jobs.end_inquiries()
        jobs.end_inquiries()
        react()
        assert see(owner, return_id).status is Status.SETTLED
    # Of the 6.90 that delivery cost, the share of what never came: the mug may still.
    assert paid(owner, return_id) == 7712 + 591
    with tenancy.entered(owner.shop_id):
        told = [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)]
    assert told == ["requested_received", "refund_on_its_way"]


def test_the_trace_says_what_the_carrier_says_and_whose_loss_it_is(owner: Actor, shopper: Actor, order: UUID) -> None:
    """The carrier may say that it was delivered: that alone refuses nothing."""
    view = see(owner, claim(shopper, order, l1=1))
    with tenancy.entered(owner.shop_id):
        settings = shop_settings.of_shop(owner.shop_id)
        trace = sentences.trace(view.items[0].decision["reasons"], settings, "en")
    assert [step.words for step in trace] == [
        "The customer says that these units never arrived; nobody is asked to prove it",
        "The carrier says that they were delivered on Thursday 5 November 2026",
        "Until the customer holds the goods, their loss is the shop’s",
        "The carrier has 14 days to show the contrary; then they are taken for lost",
        "A person has to decide.",
    ]
    assert trace[2].source == "Directive 2011/83/EU, art. 20"


@pytest.mark.parametrize("changes", [{"country": "US", "shipping_address": None}, {"customer": {"kind": "business"}}])
def test_where_no_law_says_whose_loss_it_is_only_a_person_decides(
    owner: Actor, order: UUID, changes: dict[str, Any]
) -> None:
    other = take_in(owner, "4004", shipments=[SENT], **changes)
    return_id = claim(owner, other, l1=1)
    assert see(owner, return_id).inquiry_until is None
    with clock.at(clock.now() + timedelta(days=90)):
        jobs.end_inquiries()
    assert see(owner, return_id).status is Status.REQUESTED
    operations.approve(by=owner, return_id=return_id)
    assert see(owner, return_id).status is Status.SETTLED


def test_it_is_sent_again_from_stock(owner: Actor, shopper: Actor, sent: UUID) -> None:
    with pytest.raises(Conflict) as refusal:
        claim(shopper, sent, l1=1, resolution=Resolution.REPLACEMENT)
    assert refusal.value.code == "replacement_out_of_stock"
    warehouse.set_on_hand(by=owner, sku="ROBE-M", location="lyon", on_hand=2)
    return_id = claim(shopper, sent, l1=1, resolution=Resolution.REPLACEMENT)
    with tenancy.entered(owner.shop_id):
        assert stock.available(skus=["ROBE-M"]) == {"ROBE-M": 1}
    operations.approve(by=owner, return_id=return_id)
    react()
    view = see(owner, return_id)
    assert (view.status, view.items[0].outcome, paid(owner, return_id)) == (Status.SETTLED, Outcome.REPLACED, 0)
    with tenancy.entered(owner.shop_id):
        assert [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)][-1] == "approved"


@pytest.mark.parametrize("asked", [Resolution.CREDIT, Resolution.REPAIR])
def test_only_money_or_the_same_again(shopper: Actor, sent: UUID, asked: Resolution) -> None:
    with pytest.raises(Invalid) as refusal:
        claim(shopper, sent, l1=1, resolution=asked)
    assert refusal.value.code == "resolution_not_offered"


def test_what_was_not_sent_or_was_dealt_with_cannot_be_missing(owner: Actor, shopper: Actor, sent: UUID) -> None:
    with pytest.raises(Conflict) as refusal:
        claim(shopper, sent, l2=1)
    assert refusal.value.code == "units_not_shipped"
    claim(shopper, sent, l1=2)
    with pytest.raises(Conflict):
        claim(shopper, sent, l1=1)


def test_it_turned_up_with_the_customer(owner: Actor, shopper: Actor, sent: UUID) -> None:
    return_id = claim(shopper, sent, l1=2)
    operations.record_found(by=owner, return_id=return_id, where=Where.CUSTOMER, note="Chez le voisin")
    assert see(owner, return_id).status is Status.CANCELLED
    assert line(owner, sent).units_left == 2


def test_it_came_back_to_the_shop(owner: Actor, shopper: Actor, sent: UUID, gateway: FakeGateway) -> None:
    return_id = claim(shopper, sent, l1=2)
    operations.record_found(by=owner, return_id=return_id, where=Where.RETURNED)
    assert see(owner, return_id).status is Status.SETTLED
    operations.record_found(by=owner, return_id=return_id, where=Where.CUSTOMER)
    with tenancy.entered(owner.shop_id):
        steps = [step.what for step in queries.timeline(return_id=return_id)]
    assert steps[-1] == "found_customer" and paid(owner, return_id) == 7712 + 591


def test_a_return_did_not_turn_up(owner: Actor, shopper: Actor, order: UUID) -> None:
    return_id = operations.request(by=shopper, order_id=order, wanted=wanted(WantedItem(line="l1", quantity=1)))
    with pytest.raises(Conflict) as refusal:
        operations.record_found(by=owner, return_id=return_id, where=Where.CUSTOMER)
    assert refusal.value.code == "not_a_claim"


def test_the_shop_chooses_how_long_the_carrier_may_look(owner: Actor, shopper: Actor, sent: UUID) -> None:
    shops.change_settings(by=owner, changes={"parcels": {"inquiry_days": 3}})
    assert see(owner, claim(shopper, sent, l1=1)).inquiry_until == clock.now() + timedelta(days=3)
