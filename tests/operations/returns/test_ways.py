"""As long as nothing is handed over, the customer may send it another way; what a withdrawal supposed, they choose."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.operations.withdrawals.conftest import declare, react, visitor
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import Method
from volte.logistics import queries as parcels
from volte.logistics.rules.tracking import ParcelStatus, ScanKind
from volte.messages import queries as mails
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.returns import operations, queries, ways
from volte.returns.views import ReturnView
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.withdrawals.queries import WithdrawalView

__all__ = ["declare", "visitor"]
METHODS = 'methods = { drop_off = "free", pickup = "4.90" }'
Declare = Callable[..., WithdrawalView]


@pytest.fixture
def withdrawn(owner: Actor, order: UUID, declare: Declare) -> ReturnView:
    declare()
    with tenancy.entered(owner.shop_id):
        return queries.of_order(order_id=order)[0]


def _now(owner: Actor, view: ReturnView) -> ReturnView:
    with tenancy.entered(owner.shop_id):
        return queries.by_id(return_id=view.id)


def test_another_way_cancels_the_label_and_tells_the_new_one(owner: Actor, order: UUID, withdrawn: ReturnView) -> None:
    assert withdrawn.method is Method.DROP_OFF
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr")
    operations.choose_way(by=shopper, return_id=withdrawn.id, method=Method.STORE, store="paris")
    react()
    after = _now(owner, withdrawn)
    assert (after.method, after.store) == (Method.STORE, "paris")
    assert after.parcel_code != withdrawn.parcel_code
    with tenancy.entered(owner.shop_id):
        first, second = parcels.of_subject(subject_id=withdrawn.id)
        told = [line.occasion for line in mails.mails_of(subject_id=withdrawn.id)]
        steps = [step.what for step in queries.timeline(return_id=withdrawn.id)]
        assert (first.status, second.status) == (ParcelStatus.CANCELLED, ParcelStatus.EXPECTED)
        assert second.last_day == withdrawn.last_day
        # Who sends it with the old label all the same is not lost.
        found = parcels.by_code(written=withdrawn.parcel_code)
    assert found is not None and found.subject_id == withdrawn.id
    assert told == ["approved", "approved"]
    assert steps[-1] == "way_chosen"


def test_what_it_costs_follows_the_way(owner: Actor, order: UUID, declare: Declare) -> None:
    text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    with clock.at(datetime(2026, 6, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=re.sub(r"methods = {[^}]*}", METHODS, text))
    declare()
    with tenancy.entered(owner.shop_id):
        withdrawn = queries.of_order(order_id=order)[0]
    with tenancy.entered(owner.shop_id):
        prices = {offer.method: offer.price for offer in ways.to_choose(view=withdrawn)}
    assert prices[Method.PICKUP] > prices[Method.DROP_OFF]
    operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.PICKUP)
    assert _now(owner, withdrawn).value == withdrawn.value - prices[Method.PICKUP] + prices[Method.DROP_OFF]
    operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.DROP_OFF)
    assert _now(owner, withdrawn).value == withdrawn.value


def test_the_same_way_is_a_choice_and_changes_nothing(owner: Actor, withdrawn: ReturnView) -> None:
    for _ in range(2):
        operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.DROP_OFF)
    assert _now(owner, withdrawn).parcel_code == withdrawn.parcel_code
    with tenancy.entered(owner.shop_id):
        assert [one.what for one in queries.timeline(return_id=withdrawn.id)].count("way_chosen") == 1


def test_only_what_is_offered_while_it_can_be_chosen_by_whose_it_is(owner: Actor, withdrawn: ReturnView) -> None:
    with pytest.raises(Invalid, match="method_not_offered"):
        operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.KEEP)
    with pytest.raises(Invalid, match="store_unknown"):
        operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.STORE, store="lyon")
    stranger = Actor.shopper(owner.shop_id, order_id=UUID(int=7), language="fr")
    with pytest.raises(NotFound):
        operations.choose_way(by=stranger, return_id=withdrawn.id, method=Method.PICKUP)
    operations.record_scan(by=owner, return_id=withdrawn.id, kind=ScanKind.DROPPED_OFF, at=clock.now())
    with pytest.raises(Conflict, match="return_not_possible_now"):
        operations.choose_way(by=owner, return_id=withdrawn.id, method=Method.PICKUP)
    with tenancy.entered(owner.shop_id):
        assert ways.to_choose(view=_now(owner, withdrawn)) == ()
