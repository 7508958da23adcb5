"""One return from request to money settled, and the ways it may bend."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.kit.words import Disposition, Method, Resolution
from volte.logistics.rules.tracking import ScanKind
from volte.messages import queries as mails
from volte.money import queries as money
from volte.project import reactions
from volte.returns import operations, queries
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Outcome, Status, Verdict, Whereabouts
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import clock, dispatch, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.operations import Received
from volte.warehouse.rules.inspection import Finding


def wanted(*items: WantedItem, method: Method = Method.DROP_OFF) -> Wanted:
    return Wanted(items=items, method=method, language="fr")


DRESS = WantedItem(line="l1", quantity=1, reason="too-small")


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def see(by: Actor, return_id: UUID) -> queries.ReturnView:
    with tenancy.entered(by.shop_id):
        return queries.by_id(return_id=return_id)


def react() -> None:
    while dispatch.dispatch(reactions.REACTIONS):
        pass


def asked(shopper: Actor, order: UUID, *items: WantedItem, method: Method = Method.DROP_OFF) -> UUID:
    return operations.request(by=shopper, order_id=order, wanted=wanted(*(items or (DRESS,)), method=method))


def received(owner: Actor, view: queries.ReturnView) -> Received:
    return operations.receive(by=owner, code=view.parcel_code, location=None, units=())


def key(owner: Actor) -> Actor:
    """A program: nobody who may take a look back, so money follows at once."""
    return Actor(owner.shop_id, "key", None, "WMS", owner.permissions)


def test_the_whole_way(shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway, today: datetime) -> None:
    return_id = asked(shopper, order)
    view = see(owner, return_id)
    assert view.status is Status.APPROVED
    assert view.items[0].verdict is Verdict.ACCEPTED
    assert view.parcel_code

    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    assert see(owner, return_id).status is Status.IN_TRANSIT

    box = received(owner, view)
    assert len(box.arrival.units) == 1
    assert see(owner, return_id).status is Status.ARRIVED

    unit = operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    assert unit.disposition is Disposition.RESTOCK
    assert see(owner, return_id).status is Status.INSPECTED
    react()

    settled = see(owner, return_id)
    assert settled.status is Status.SETTLED
    assert settled.items[0].outcome is Outcome.REFUNDED
    with tenancy.entered(owner.shop_id):
        refunds = money.refunds(subject_id=return_id)
        told = [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)]
        left = catalogue.order(order_id=order).line(id="l1")
    # 2 dresses at 49.99 less 10.00, less their share of 15.00 off the order, and half of the way out's standard price.
    assert refunds[0].amount == settled.value
    assert told == ["approved", "arrived", "refund_on_its_way"]
    assert left is not None
    assert left.units_left == 1


def test_a_unit_is_claimed_once(shopper: Actor, order: UUID) -> None:
    asked(shopper, order, WantedItem(line="l1", quantity=2))
    with pytest.raises(Conflict) as refusal:
        asked(shopper, order, WantedItem(line="l1", quantity=1))
    assert refusal.value.code == "units_not_left"


def test_past_the_window_is_refused_with_its_reason_and_claims_nothing(
    shopper: Actor, owner: Actor, order: UUID
) -> None:
    with clock.at(clock.now() + timedelta(days=200)):
        return_id = asked(shopper, order, WantedItem(line="l1", quantity=1, reason="changed-mind"))
    view = see(owner, return_id)
    assert view.status is Status.REFUSED
    assert view.items[0].sentence is not None
    with tenancy.entered(owner.shop_id):
        line = catalogue.order(order_id=order).line(id="l1")
    assert line is not None
    assert line.units_left == 2


def test_no_reason_is_needed(shopper: Actor, owner: Actor, order: UUID) -> None:
    assert see(owner, asked(shopper, order, WantedItem(line="l1", quantity=1))).status is Status.APPROVED


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (WantedItem(line="nope", quantity=1), "line_unknown"),
        (WantedItem(line="l1", quantity=0), "quantity_invalid"),
        (WantedItem(line="l1", quantity=3), "units_not_left"),
        (WantedItem(line="l1", quantity=1, reason="because"), "reason_unknown"),
        (WantedItem(line="l1", quantity=1, resolution=Resolution.EXCHANGE), "exchange_needs_sku"),
        (WantedItem(line="l1", quantity=1, exchange_sku="ROBE-L"), "exchange_sku_without_exchange"),
        (
            WantedItem(line="l1", quantity=1, resolution=Resolution.EXCHANGE, exchange_sku="TASSE"),
            "exchange_sku_unknown",
        ),
        (WantedItem(line="l1", quantity=1, comment="x" * 2001), "comment_too_long"),
    ],
)
def test_what_makes_no_sense_is_named(shopper: Actor, order: UUID, item: WantedItem, code: str) -> None:
    with pytest.raises((Invalid, Conflict)) as refusal:
        asked(shopper, order, item)
    assert refusal.value.code == code


def test_an_exchange_holds_its_stock_and_pays_the_difference(
    shopper: Actor, owner: Actor, order: UUID, today: datetime
) -> None:
    larger = WantedItem("l1", 2, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    return_id = asked(shopper, order, larger)
    view = see(owner, return_id)
    box = received(owner, view)
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    assert see(owner, return_id).due == Money(1000, "EUR")
    with tenancy.entered(owner.shop_id):
        promise = money.promises(subject_id=return_id)[0]
    # L costs 5.00 more each.
    assert promise.due == Money(1000, "EUR")


def test_an_exchange_out_of_stock_says_how_many_are_left(shopper: Actor, order: UUID) -> None:
    first = WantedItem("l1", 2, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    asked(shopper, order, first)
    operations.cancel(by=shopper, return_id=_only_return(shopper, order))
    asked(shopper, order, first)
    with pytest.raises(Conflict) as refusal:
        asked(shopper, order, WantedItem("l1", 1, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L"))
    assert refusal.value.code in ("exchange_out_of_stock", "units_not_left")


def _only_return(by: Actor, order: UUID) -> UUID:
    with tenancy.entered(by.shop_id):
        return queries.of_order(order_id=order)[0].id


def test_cancelling_frees_the_units(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, WantedItem(line="l1", quantity=2))
    operations.cancel(by=shopper, return_id=return_id)
    assert see(owner, return_id).status is Status.CANCELLED
    asked(shopper, order, WantedItem(line="l1", quantity=2))


def test_receiving_without_refunding_and_goodwill_without_receiving(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id = asked(shopper, order)
    box = received(owner, see(owner, return_id))
    react()
    with tenancy.entered(owner.shop_id):
        assert money.refunds(subject_id=return_id) == ()
    operations.goodwill(by=owner, return_id=return_id, amount=Money(500, "EUR"), reason="Colis abîmé")
    with tenancy.entered(owner.shop_id):
        assert [refund.amount for refund in money.refunds(subject_id=return_id)] == [Money(500, "EUR")]
    assert see(owner, return_id).status is Status.ARRIVED
    assert box.missing == ()


def test_goodwill_never_goes_above_what_was_paid(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    with pytest.raises(Invalid) as refusal:
        operations.goodwill(by=owner, return_id=return_id, amount=Money(9_689, "EUR"), reason="Trop")
    assert refusal.value.code == "goodwill_above_paid"


def test_a_wrong_item_waits_for_a_person_and_pays_nothing(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    box = received(owner, see(owner, return_id))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    react()
    view = see(owner, return_id)
    assert view.waits_for == "shop"
    assert view.items[0].settled == 0
    operations.refuse(by=owner, return_id=return_id, reason="Ce n'est pas notre robe.")
    view = see(owner, return_id)
    assert view.status is Status.SETTLED
    assert view.items[0].outcome is Outcome.REFUSED


def test_a_box_nobody_announced_is_received_all_the_same(owner: Actor, order: UUID) -> None:
    box = operations.receive(by=owner, code="UNKNOWN-1", location="paris", units=(CountedUnits(sku="ROBE-M"),))
    assert box.arrival.blind
    assert len(box.arrival.units) == 1


def test_a_blind_unit_finds_its_return_later(shopper: Actor, owner: Actor, order: UUID) -> None:
    box = operations.receive(by=owner, code="UNKNOWN-1", location=None, units=(CountedUnits(sku="ROBE-M"),))
    return_id = asked(shopper, order)
    number = see(owner, return_id).number
    operations.resolve_blind(by=owner, unit_id=box.arrival.units[0].id, return_number=number, line="l1")
    assert see(owner, return_id).items[0].whereabouts is Whereabouts.ARRIVED


def test_two_returns_in_one_box(shopper: Actor, owner: Actor, order: UUID) -> None:
    one = see(owner, asked(shopper, order))
    other = see(owner, asked(shopper, order, WantedItem(line="l2", quantity=1)))
    units = (CountedUnits(line="l1"), CountedUnits(line="l2", return_number=other.number))
    operations.receive(by=owner, code=one.parcel_code, location=None, units=units)
    assert see(owner, one.id).status is Status.ARRIVED
    assert see(owner, other.id).status is Status.ARRIVED


def test_the_same_box_scanned_twice_counts_once(shopper: Actor, owner: Actor, order: UUID) -> None:
    view = see(owner, asked(shopper, order))
    received(owner, view)
    again = received(owner, view)
    assert again.arrival.units == ()
    assert see(owner, view.id).items[0].arrived == 1


def test_a_stranger_order_is_unknown(owner: Actor, order: UUID) -> None:
    stranger = Actor.shopper(owner.shop_id, order_id=UUID(int=1), language="en")
    with pytest.raises(NotFound):
        asked(stranger, order)


def test_a_failed_refund_waits_for_a_person(shopper: Actor, owner: Actor, order: UUID) -> None:
    from volte.money.events import RefundFailed
    from volte.runtime.outbox import announce

    return_id = asked(shopper, order)
    with tenancy.entered(owner.shop_id):
        failed = RefundFailed(UUID(int=5), order, "return", return_id, 500, "EUR", "card_closed")
        announce(failed)
    react()
    assert see(owner, return_id).waits_for == "money"
