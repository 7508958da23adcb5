"""What was received in exchange is a line of the order: it comes back, is exchanged again, and every cent adds up."""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Sum

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.connectors.payment_fake import FakePayments
from tests.operations.returns.conftest import PRODUCT
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.catalogue import operations as catalogue
from volte.catalogue import queries as orders
from volte.catalogue.documents import outgoing
from volte.catalogue.rules.order import Flag, LineView
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.money import verify
from volte.money.models import Posting
from volte.money.ports import PaymentGateway
from volte.money.rules.outcomes import RefundStatus
from volte.returns import considering, offers, operations
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, shops, tenancy, wiring
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


@pytest.fixture
def payments(gateway: FakeGateway) -> FakePayments:
    fake = FakePayments()
    wiring.bind(PaymentGateway, "simulator", lambda: fake)
    return fake


@pytest.fixture
def stocked(owner: Actor, order: UUID, payments: FakePayments) -> UUID:
    for sku in ("ROBE-M", "ROBE-L"):
        warehouse.set_on_hand(by=owner, sku=sku, location="lyon", on_hand=9)
    return order


def back(shopper: Actor, owner: Actor, order: UUID, *items: WantedItem) -> UUID:
    return_id = asked(shopper, order, *items)
    if see(owner, return_id).status is Status.REQUESTED:
        operations.approve(by=owner, return_id=return_id)
    for unit in received(owner, see(owner, return_id)).arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    return return_id


def swapped(line: str, sku: str, quantity: int = 1, reason: str = "too-small") -> WantedItem:
    return WantedItem(line, quantity, reason, resolution=Resolution.EXCHANGE, exchange_sku=sku)


def paid(shopper: Actor, return_id: UUID, payments: FakePayments) -> None:
    payments.pay(operations.pay_difference(by=shopper, return_id=return_id).url)
    operations.learn_payment(by=shopper, return_id=return_id)
    react()


def lines(owner: Actor, order: UUID) -> dict[str, LineView]:
    with tenancy.entered(owner.shop_id):
        return {line.id: line for line in orders.order(order_id=order).lines}


def newest(owner: Actor, order: UUID) -> LineView:
    return list(lines(owner, order).values())[-1]


def books_of(owner: Actor) -> dict[str, int]:
    with tenancy.entered(owner.shop_id):
        assert verify.ledger().discrepancies == ()
        found = Posting.objects.values("account").annotate(sum=Sum("amount"))
        return {row["account"]: row["sum"] for row in found}


def gone_back(owner: Actor, order: UUID) -> Counter[str]:
    found: Counter[str] = Counter()
    with tenancy.entered(owner.shop_id):
        for refund in money.refunds_of_order(order_id=order):
            found[refund.payment.partition(":")[0]] += refund.amount.amount
    return found


def test_a_chain_of_exchanges_gives_back_what_was_paid(
    shopper: Actor, owner: Actor, stocked: UUID, payments: FakePayments, gateway: FakeGateway
) -> None:
    """M for L (5.00 dearer), L for M (5.00 back), M for L (5.00 dearer), and the L comes back for money."""
    first = back(shopper, owner, stocked, swapped("l1", "ROBE-L"))
    paid(shopper, first, payments)
    larger = newest(owner, stocked)
    assert larger.exchanged is not None
    assert (larger.sku, larger.options, larger.exchanged.line) == ("ROBE-L", {"size": "L"}, "l1")
    assert (larger.exchanged.number, larger.units_left) == (see(owner, first).number, 1)
    worth = larger.unit_price - larger.discount

    back(shopper, owner, stocked, swapped(larger.id, "ROBE-M"))
    smaller = newest(owner, stocked)
    assert smaller.unit_price - smaller.discount == worth - 500
    third = back(shopper, owner, stocked, swapped(smaller.id, "ROBE-L"))
    paid(shopper, third, payments)
    last = newest(owner, stocked)
    assert (last.unit_price - last.discount, last.exchanged and last.exchanged.line) == (worth, smaller.id)

    final = back(shopper, owner, stocked, WantedItem(last.id, 1, "too-small"), WantedItem("l1", 1), WantedItem("l2", 1))
    assert [item.outcome for item in see(owner, final).items] == [Outcome.REFUNDED] * 3
    # 2 dresses, a mug and the way out at its standard price were paid 11298 of 11498; each difference was 500.
    kept = 690 - 490
    captured = cast.order()["payments"][0]["amount"]
    sums = gone_back(owner, stocked)
    assert sum(sums.values()) == captured + 2 * 500 - kept
    assert sums["difference"] <= 2 * 500
    books = books_of(owner)
    # Sold once more was what came back, and the differences: nothing of it stays once all is back.
    assert books["differences_paid"] == 2 * 500
    with tenancy.entered(owner.shop_id):
        standing = money.standing_seen(order=considering.order_money(orders.order(order_id=stocked)))
        assert standing.ceiling().amount == kept


def test_a_later_copy_of_the_order_keeps_the_line(
    shopper: Actor, owner: Actor, stocked: UUID, payments: FakePayments
) -> None:
    paid(shopper, back(shopper, owner, stocked, swapped("l1", "ROBE-L")), payments)
    before = newest(owner, stocked)
    catalogue.take_in(by=owner, document=cast.order(number="1001") | {"language": "en"})
    assert newest(owner, stocked) == before
    with tenancy.entered(owner.shop_id):
        view = orders.order(order_id=stocked)
        told = outgoing.order(view=view)
    assert view.flags == frozenset()
    # What we answered may be sent back: the line stays ours, and is not counted as sold once more.
    sent = {**told, "lines": [*told["lines"]], "language": "fr"}
    sent["lines"][-1] = {**sent["lines"][-1], "unit_price": 1}
    sent["shipments"] = [*sent["shipments"], shipment(before.id, "2026-11-20T10:00:00Z")]
    catalogue.take_in(by=owner, document=sent)
    after = newest(owner, stocked)
    assert (after.unit_price, after.exchanged) == (before.unit_price, before.exchanged)
    assert after.delivered_at is not None
    with tenancy.entered(owner.shop_id):
        assert orders.order(order_id=stocked).flags == frozenset[Flag]()


def shipment(line: str, delivered_at: str) -> dict[str, Any]:
    parts = [{"line": line, "quantity": 1}]
    return {"id": f"s-{line}", "lines": parts, "shipped_at": delivered_at, "delivered_at": delivered_at}


def test_what_was_exchanged_has_terms_of_its_own_and_leaves_those_of_the_purchase(
    shopper: Actor, owner: Actor, stocked: UUID, payments: FakePayments
) -> None:
    paid(shopper, back(shopper, owner, stocked, swapped("l1", "ROBE-L")), payments)
    line = newest(owner, stocked)
    with tenancy.entered(owner.shop_id):
        _, before = considering.outlooks(order_id=stocked)
        told = outgoing.order(view=orders.order(order_id=stocked))
    catalogue.take_in(
        by=owner, document=told | {"shipments": [*told["shipments"], shipment(line.id, "2026-12-01T10:00:00Z")]}
    )
    with tenancy.entered(owner.shop_id), clock.at(clock.now() + timedelta(days=22)):
        _, after = considering.outlooks(order_id=stocked)
    until = {each.line.id: each.outlook.last_day for each in after}
    assert until["l1"] == {each.line.id: each.outlook.last_day for each in before}["l1"]
    assert until[line.id] is not None and until["l1"] is not None
    assert until[line.id] > until["l1"] + timedelta(days=20)


def test_a_defective_article_is_replaced_for_nothing_and_its_terms_run_on(
    shopper: Actor, owner: Actor, stocked: UUID
) -> None:
    """Though the promotion ends with a change of mind, and though the same dress costs more by now."""
    shops.change_settings(by=owner, changes={"exchanges": {"price": "ends"}})
    raised = [{**variant, "price": 6499} for variant in PRODUCT["variants"]]
    catalogue.put_product(by=owner, document={**PRODUCT, "variants": raised})
    with tenancy.entered(owner.shop_id):
        told = offers.offers(order_id=stocked, items=(swapped("l1", "ROBE-L", reason="defective"),)).items[0]
        mind = offers.offers(order_id=stocked, items=(swapped("l1", "ROBE-L"),)).items[0]
    assert [one.instead(sku="ROBE-L").difference.amount for one in (told, mind)] == [0, 6499 - mind.worth.amount]  # type: ignore[union-attr]
    first = back(shopper, owner, stocked, swapped("l1", "ROBE-L", reason="defective"))
    view = see(owner, first)
    assert view.items[0].decision["basis"] == "conformity"
    assert (view.due.amount, view.items[0].outcome) == (0, Outcome.EXCHANGED)
    line = newest(owner, stocked)
    assert line.exchanged is not None and not line.exchanged.own_terms
    with tenancy.entered(owner.shop_id):
        _, found = considering.outlooks(order_id=stocked)
    until = {each.line.id: each.outlook.last_day for each in found}
    assert until[line.id] == until["l1"]


def test_a_refund_of_everything_gives_the_way_out_back_once(
    shopper: Actor, owner: Actor, stocked: UUID, payments: FakePayments
) -> None:
    paid(shopper, back(shopper, owner, stocked, swapped("l1", "ROBE-L", 2)), payments)
    line = newest(owner, stocked)
    assert line.quantity == 2
    one = back(shopper, owner, stocked, WantedItem(line.id, 1, "too-small"))
    rest = back(shopper, owner, stocked, WantedItem(line.id, 1), WantedItem("l2", 1))
    with tenancy.entered(owner.shop_id):
        outbound = [
            plan.amount.amount
            for subject in (one, rest)
            for promise in money.promises(subject_id=subject)
            for plan in promise.lines
            if plan.kind.value == "outbound_shipping"
        ]
        assert {refund.status for refund in money.refunds_of_order(order_id=stocked)} <= set(RefundStatus)
    assert len(outbound) == 2
    assert sum(outbound) == 490
    books_of(owner)
