"""Less for use, and less to keep it: as docs/algorithms/deductions-and-reductions.md says."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import asked, key, react, received, see, shopper
from volte.kit.errors import Conflict, Invalid, NotFound, Refused
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import Resolution
from volte.messages.models import Mail
from volte.money import queries as money
from volte.money.rules.plan import LineKind
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.returns import operations
from volte.returns.models import ReturnItem
from volte.returns.operations import forgetting
from volte.returns.rules.lifecycle import Act, Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.warehouse.rules.inspection import Finding

__all__ = ["shopper"]
WORN = "Ourlet taché, odeur de parfum"


def eur(amount: int) -> Money:
    return Money(amount, "EUR")


def paid(by: Actor, return_id: UUID) -> dict[LineKind, int]:
    with tenancy.entered(by.shop_id):
        lines = [line for made in money.promises(subject_id=return_id) for line in made.lines]
    found: dict[LineKind, int] = {}
    for line in lines:
        found[line.kind] = found.get(line.kind, 0) + line.amount.amount
    return found


def test_a_worn_dress_is_paid_less_what_it_lost(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    return_id = asked(shopper, order)
    box = received(owner, see(owner, return_id))
    view = see(owner, return_id)
    assert Act.DEDUCT in view.next_acts
    item = view.items[0].id
    operations.deduct(by=owner, return_id=return_id, item_id=item, amount=eur(1500), reason=WORN)
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=(Finding.WORN,))
    react()
    lines = paid(owner, return_id)
    assert (lines[LineKind.ITEMS], lines[LineKind.DEDUCTION]) == (3856, -1500)
    view = see(owner, return_id)
    assert (view.status, view.waits_for, view.items[0].outcome) == (Status.SETTLED, "", Outcome.REFUNDED)
    with tenancy.entered(owner.shop_id):
        mail = Mail.objects.filter(occasion="refund_on_its_way").get()
        assert WORN in mail.text and "Retenue pour usage" in mail.text
        row = ReturnItem.objects.get(id=item)
        assert (row.deduction, row.deducted) == (1500, 1500)
        forgetting.forget(by=Actor.system(owner.shop_id), return_ids=[return_id])
        row.refresh_from_db()
        assert row.deduction_reason == ""
    with pytest.raises(Conflict):
        operations.deduct(by=owner, return_id=return_id, item_id=item, amount=eur(100), reason=WORN)


def test_said_again_before_it_is_settled_it_replaces(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    box = received(owner, see(owner, return_id))
    item = see(owner, return_id).items[0].id
    for amount in (2000, 500):
        operations.deduct(by=owner, return_id=return_id, item_id=item, amount=eur(amount), reason=WORN)
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=())
    react()
    assert paid(owner, return_id)[LineKind.DEDUCTION] == -500


@pytest.mark.parametrize(
    ("reason", "amount", "why", "code"),
    [
        ("defective", 500, WORN, "deduction_not_allowed"),
        ("too-small", 4500, WORN, "deduction_above_worth"),
        ("too-small", 500, " ", "deduction_needs_reason"),
    ],
)
def test_what_may_not_be_taken_off(
    shopper: Actor, owner: Actor, order: UUID, reason: str, amount: int, why: str, code: str
) -> None:
    return_id = asked(shopper, order, WantedItem(line="l1", quantity=1, reason=reason, comment="Voir la couture"))
    if see(owner, return_id).status is Status.REQUESTED:
        operations.approve(by=owner, return_id=return_id)
    received(owner, see(owner, return_id))
    item = see(owner, return_id).items[0].id
    with pytest.raises(Invalid) as refused:
        operations.deduct(by=owner, return_id=return_id, item_id=item, amount=eur(amount), reason=why)
    assert refused.value.code == code


def test_nothing_is_taken_off_before_the_goods_are_here(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    with pytest.raises(Refused):
        operations.deduct(
            by=owner, return_id=return_id, item_id=see(owner, return_id).items[0].id, amount=eur(1), reason=WORN
        )


def test_kept_at_a_lower_price_and_sent_back_later_for_the_rest(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway
) -> None:
    both = WantedItem(line="l1", quantity=2, reason="too-small")
    first = asked(shopper, order, both)
    item = see(owner, first).items[0].id
    operations.reduce_price(
        by=owner, return_id=first, item_id=item, share=Rate.parse("20 %"), reason="Convenu par mail"
    )
    react()
    view = see(owner, first)
    assert (view.status, view.items[0].outcome) == (Status.SETTLED, Outcome.REDUCED)
    given = paid(owner, first)[LineKind.PRICE_REDUCTION]
    with tenancy.entered(owner.shop_id):
        assert [refund.amount.amount for refund in money.refunds(subject_id=first)] == [given]
        assert Mail.objects.filter(occasion="refund_on_its_way", text__contains="Réduction du prix").count() == 1

    again = asked(shopper, order, both)
    box = received(owner, see(owner, again))
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=())
    react()
    lines = paid(owner, again)
    assert lines[LineKind.REDUCED_BEFORE] == -given and given == round(lines[LineKind.ITEMS] * 0.2)


def test_who_asks_to_keep_it_waits_for_the_amount(shopper: Actor, owner: Actor, order: UUID) -> None:
    text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    offered = text.replace('"exchange", "credit"]', '"exchange", "credit", "price_reduction"]', 1)
    with clock.at(datetime(2026, 2, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=offered)
    defect = WantedItem(line="l1", quantity=1, reason="too-small", resolution=Resolution.PRICE_REDUCTION)
    return_id = asked(shopper, order, defect)
    view = see(owner, return_id)
    assert (view.status, view.waits_for, view.parcel_id) == (Status.REQUESTED, "shop", None)
    with pytest.raises(Conflict) as refused:
        operations.approve(by=owner, return_id=return_id)
    assert refused.value.code == "reduction_first"
    item = view.items[0].id
    operations.reduce_price(by=owner, return_id=return_id, item_id=item, amount=eur(900), reason="Couture à refaire")
    react()
    view = see(owner, return_id)
    assert (view.status, view.waits_for, view.parcel_id) == (Status.SETTLED, "", None)
    assert paid(owner, return_id) == {LineKind.PRICE_REDUCTION: 900}


@pytest.mark.parametrize(
    ("asked_for", "code"),
    [
        ({"amount": eur(0)}, "reduction_needs_amount"),
        ({}, "reduction_needs_amount"),
        ({"amount": Money(100, "USD")}, "reduction_needs_amount"),
        ({"share": Rate.parse("101 %")}, "reduction_above_paid"),
        ({"amount": eur(100), "reason": ""}, "reduction_needs_reason"),
    ],
)
def test_a_reduction_says_how_much_and_stays_within_the_price(
    shopper: Actor, owner: Actor, order: UUID, asked_for: dict[str, Any], code: str
) -> None:
    return_id = asked(shopper, order)
    item = see(owner, return_id).items[0].id
    with pytest.raises(Invalid) as refused:
        operations.reduce_price(by=owner, return_id=return_id, item_id=item, **({"reason": "Convenu"} | asked_for))
    assert refused.value.code == code


def test_of_two_articles_one_is_kept_and_the_other_travels(shopper: Actor, owner: Actor, order: UUID) -> None:
    dress, mug = WantedItem(line="l1", quantity=1, reason="too-small"), WantedItem(line="l2", quantity=1)
    return_id = asked(shopper, order, dress, mug)
    item = see(owner, return_id).items[0].id
    operations.reduce_price(by=owner, return_id=return_id, item_id=item, amount=eur(500), reason="Convenu")
    react()
    view = see(owner, return_id)
    assert view.status is Status.APPROVED and view.parcel_code and view.items[1].settled == 0
    with pytest.raises(NotFound):
        operations.reduce_price(by=owner, return_id=return_id, item_id=view.id, amount=eur(500), reason="Convenu")
