"""What was decided where no goods come back is kept with all it followed from, and comes out the same again."""

from copy import deepcopy
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.operations.returns.test_cancelling import take_in
from tests.operations.returns.test_journey import asked, see, shopper, wanted
from tests.operations.returns.test_never_arrived import SENT, claim, sent
from volte.kit.words import Method
from volte.law.rules import provisions
from volte.returns import chains, operations, replaying
from volte.returns.models import ReturnItem
from volte.returns.rules.lifecycle import Kind
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor

__all__ = ["sent", "shopper"]


def test_a_claim_is_decided_again_from_what_was_known_then(owner: Actor, shopper: Actor, sent: UUID) -> None:
    return_id = claim(shopper, sent, l1=1)
    shops.change_settings(by=owner, changes={"parcels": {"told": True, "inquiry_days": 3}})
    take_in(owner, shipments=[{**SENT, "delivered_at": "2026-11-07T10:00:00Z"}])
    found = replaying.again(see(owner, return_id).items[0].decision)
    assert found is not None and found.same and not found.law_changed
    assert (found.facts.kind, found.facts.inquiry_days) == (Kind.CLAIM, 14)
    assert found.facts.delivered_on != date(2026, 11, 7)
    assert found.law == provisions.digest() and found.policy and found.decided_at == clock.now()
    assert found.facts.consumer is True and found.facts.citations


@pytest.mark.parametrize("by_shop", [True, False])
def test_a_cancellation_too(owner: Actor, shopper: Actor, order: UUID, by_shop: bool) -> None:
    unsent = take_in(owner, shipments=[])
    goods = wanted(WantedItem(line="l1", quantity=1), method=Method.KEEP)
    return_id = operations.cancel_units(by=owner if by_shop else shopper, order_id=unsent, wanted=goods)
    with clock.at(clock.now() + timedelta(days=400)):
        found = replaying.again(see(owner, return_id).items[0].decision)
    assert found is not None and found.same
    assert (found.facts.kind, found.facts.known) == (Kind.CANCELLATION, by_shop)


def test_facts_nobody_knew_come_out_otherwise_and_break_the_chain(owner: Actor, shopper: Actor, sent: UUID) -> None:
    return_id = claim(shopper, sent, l1=1)
    with tenancy.entered(owner.shop_id):
        assert chains.of_return(return_id=return_id).flaws == ()
        row = ReturnItem.objects.get(return_row_id=return_id)
        forged = deepcopy(row.decision)
        forged["record"]["facts"]["consumer"] = False
        ReturnItem.objects.filter(id=row.id).update(decision=forged)
        found = replaying.again(forged)
        assert found is not None and set(found.differs) == {"sentence", "reasons", "inquiry"}
        assert chains.of_return(return_id=return_id).flaws


def test_what_a_policy_decides_has_its_record_there(owner: Actor, shopper: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    assert replaying.again(see(owner, return_id).items[0].decision) is None
