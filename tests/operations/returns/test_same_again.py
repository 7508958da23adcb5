"""The same article, new or mended, is a line of the order: it can come back, and is worth what the first one was."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_exchange_again import (
    back,
    books_of,
    gone_back,
    lines,
    newest,
    paid,
    payments,
    shopper,
    stocked,
    swapped,
)
from tests.operations.returns.test_journey import react, see
from tests.operations.returns.test_never_arrived import claim
from volte.catalogue.rules.order import How, LineView
from volte.kit.errors import Conflict
from volte.kit.words import Method, Resolution
from volte.money import queries as money
from volte.money import verify
from volte.money.models import Entry
from volte.returns import considering, operations
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import Wanted, WantedItem
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.models import Reservation

__all__ = ["payments", "shopper", "stocked"]


def faulty(line: str, resolution: Resolution, quantity: int = 1) -> WantedItem:
    return WantedItem(line, quantity, "defective", comment="La couture lâche.", resolution=resolution)


def how(line: LineView) -> How:
    assert line.exchanged is not None
    return line.exchanged.how


def test_a_replacement_that_is_faulty_too_is_replaced_again_and_then_refunded(
    shopper: Actor, owner: Actor, stocked: UUID
) -> None:
    before = books_of(owner)
    first = back(shopper, owner, stocked, faulty("l1", Resolution.REPLACEMENT))
    assert see(owner, first).items[0].outcome is Outcome.REPLACED
    new = newest(owner, stocked)
    assert (how(new), new.sku, new.units_left, new.quantity) == (How.REPLACEMENT, "ROBE-M", 1, 1)
    assert lines(owner, stocked)["l1"].units_left == 1, "the first one is spoken for"
    back(shopper, owner, stocked, faulty(new.id, Resolution.REPLACEMENT))
    again = newest(owner, stocked)
    assert again.exchanged is not None and again.exchanged.line == new.id
    assert books_of(owner) == before, "nothing was sold or given back"
    assert noticed(owner), "what a replacement is worth is watched"
    with tenancy.entered(owner.shop_id):
        assert Entry.objects.count() == 0
    final = back(shopper, owner, stocked, faulty(again.id, Resolution.REFUND), WantedItem("l1", 1), WantedItem("l2", 1))
    assert [item.outcome for item in see(owner, final).items] == [Outcome.REFUNDED] * 3
    express = 690 - 490  # what the way out cost above the standard one is not owed
    assert sum(gone_back(owner, stocked).values()) == cast.order()["payments"][0]["amount"] - express
    books_of(owner)


def test_what_was_mended_comes_back_as_what_it_is_and_the_law_counts_it(
    shopper: Actor, owner: Actor, stocked: UUID
) -> None:
    back(shopper, owner, stocked, faulty("l1", Resolution.REPAIR))
    mended = newest(owner, stocked)
    assert (how(mended), mended.title, mended.options) == (How.REPAIR, "Robe Inès", {"size": "M"})
    wanted = Wanted((faulty(mended.id, Resolution.REFUND), faulty("l1", Resolution.REFUND)), Method.DROP_OFF, "fr")
    with tenancy.entered(owner.shop_id):
        longer, plain = considering.consider(order_id=stocked, wanted=wanted).items
    assert (longer.facts.delivery.repairs, plain.facts.delivery.repairs) == (1, 0)
    assert longer.facts.delivery.delivered_on == plain.facts.delivery.delivered_on, "no right to withdraw begins anew"
    ends = [one.decision.rights.conformity.last_day for one in (longer, plain)]
    assert ends[0] is not None and ends[1] is not None and timedelta(days=180) < ends[0] - ends[1]
    back(shopper, owner, stocked, faulty(mended.id, Resolution.REPAIR))
    assert how(newest(owner, stocked)) is How.REPAIR
    books_of(owner)


def test_replaced_then_exchanged_for_a_dearer_one_then_paid_back(
    shopper: Actor, owner: Actor, stocked: UUID, payments: object, gateway: FakeGateway
) -> None:
    back(shopper, owner, stocked, faulty("l1", Resolution.REPLACEMENT, 2))
    larger = back(shopper, owner, stocked, swapped(newest(owner, stocked).id, "ROBE-L", 1))
    paid(shopper, larger, payments)  # type: ignore[arg-type]
    last = newest(owner, stocked)
    back(shopper, owner, stocked, WantedItem(last.id, 1, "too-small"))
    (promise,) = [one for one in promises(owner, stocked) if one.resolution is Resolution.REFUND]
    goods = sum(line.amount.amount for line in promise.lines if line.reference)
    assert goods == last.unit_price - last.discount
    books_of(owner)


def test_what_never_arrived_and_is_sent_again_leaves_the_shelf_and_begins_its_own_terms(
    owner: Actor, shopper: Actor, stocked: UUID
) -> None:
    return_id = claim(shopper, stocked, l1=1, resolution=Resolution.REPLACEMENT)
    if see(owner, return_id).status is Status.REQUESTED:
        operations.approve(by=owner, return_id=return_id)
    react()
    new = newest(owner, stocked)
    assert new.exchanged is not None and (new.exchanged.own_terms, how(new)) == (True, How.REPLACEMENT)
    with tenancy.entered(owner.shop_id):
        assert {one.status for one in Reservation.objects.all()} == {"committed"}
    books_of(owner)


def test_units_that_were_paid_back_meanwhile_are_not_replaced(shopper: Actor, owner: Actor, stocked: UUID) -> None:
    back(shopper, owner, stocked, WantedItem("l1", 2, "too-small"))
    with pytest.raises(Conflict, match="units_not_left"):
        back(shopper, owner, stocked, faulty("l1", Resolution.REPLACEMENT))


def promises(owner: Actor, order: UUID) -> list[money.PromiseView]:
    with tenancy.entered(owner.shop_id):
        subjects = {one.subject_id for one in money.refunds_of_order(order_id=order)}
        return [one for subject in subjects for one in money.promises(subject_id=subject)]


def noticed(owner: Actor) -> bool:
    """Is it found when what left is said to be worth more than what came back?"""
    with tenancy.entered(owner.shop_id), transaction.atomic():
        more = """regexp_replace(sold::text, '"gross": (.)', '"gross": 1\\1')::jsonb"""
        sql.run(f"UPDATE volte_money_promise SET sold = {more}", [])
        found = verify.ledger().discrepancies
        transaction.set_rollback(True)
    return {one.what for one in found} == {"exchange_sold"}
