"""A gateway's list against our rows: found once, closed by a person or by the books agreeing again."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_promise import all_is_well
from tests.operations.money.test_sending import events, key, now, promised
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.money import comparisons, reconciling, sending
from volte.money import operations as money
from volte.money.models import Discrepancy, Entry
from volte.money.ports import GatewayAnswer, GatewayUnreachable, ListedRefund
from volte.money.queries import RefundView
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.reconcile import Kind
from volte.money.rules.standing import OrderMoney
from volte.runtime import tenancy
from volte.runtime.actor import Actor

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
Clock = Callable[[datetime], AbstractContextManager[None]]


def looked(owner: Actor) -> tuple[comparisons.DiscrepancyView, ...]:
    """One look, as the worker makes it; what is open afterwards."""
    begun = money.begin_reconciliation(by=owner, gateway="fake")
    reconciling.attempt(by=owner, reconciliation_id=begun)
    with tenancy.entered(owner.shop_id):
        assert comparisons.comparison(reconciliation_id=begun).finished_at is not None
        return comparisons.discrepancies()


def sent(owner: Actor, order: OrderMoney, gateway: FakeGateway, course: str = "") -> RefundView:
    refund = promised(owner, order)
    if course:
        gateway.next.append(course)  # type: ignore[arg-type]  # one of the fake's
    sending.attempt(by=owner, refund_id=refund.id)
    return refund


def finished(gateway: FakeGateway, refund: RefundView, *, succeeds: bool) -> None:
    """At the gateway it ends, and the news is lost."""
    asked, _ = gateway.made[key(refund)]
    gateway.finish(request=asked, succeeds=succeeds)


def test_books_that_agree_have_no_difference(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock
) -> None:
    with clock_at(MONDAY):
        sent(owner, order, gateway)
    with clock_at(MONDAY + timedelta(hours=1)):
        assert looked(owner) == ()


@pytest.mark.parametrize(("succeeds", "status"), [(True, RefundStatus.SUCCEEDED), (False, RefundStatus.FAILED)])
def test_lost_news_is_found_once_and_taken_over_by_the_path_of_a_webhook(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock, succeeds: bool, status: RefundStatus
) -> None:
    with clock_at(MONDAY):
        refund = sent(owner, order, gateway, "pending")
        finished(gateway, refund, succeeds=succeeds)
        assert looked(owner) == (), "what changed a moment ago is no difference"
    for hours in (1, 2, 3):
        with clock_at(MONDAY + timedelta(hours=hours)):
            [found] = looked(owner)
    assert (found.kind, found.refund_id) == (Kind.STATUS, refund.id)
    assert found.found_at == MONDAY + timedelta(hours=1)
    assert found.seen_at == MONDAY + timedelta(hours=3)
    with clock_at(MONDAY + timedelta(hours=3, minutes=1)):
        money.take_over(by=owner, discrepancy_id=found.id)
    assert now(owner, refund).status is status
    assert events(owner)[-1] == f"refund.{status.value}"
    assert all_is_well(owner)
    with pytest.raises(Conflict, match="discrepancy_closed"):
        money.take_over(by=owner, discrepancy_id=found.id)
    with clock_at(MONDAY + timedelta(hours=4)):
        assert looked(owner) == ()


def test_a_success_taken_back_weeks_later_is_found_by_the_long_look_of_the_day(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock
) -> None:
    with clock_at(MONDAY):
        refund = sent(owner, order, gateway)
    with clock_at(MONDAY + timedelta(days=20)):
        assert looked(owner) == ()
        finished(gateway, refund, succeeds=False)
        assert looked(owner) == (), "three days back only: the long look was made today"
    with clock_at(MONDAY + timedelta(days=21)):
        [found] = looked(owner)
        money.take_over(by=owner, discrepancy_id=found.id)
    assert now(owner, refund).status is RefundStatus.FAILED
    with tenancy.entered(owner.shop_id):
        kinds = list(Entry.objects.filter(refund_id=refund.id).order_by("id").values_list("kind", flat=True))
    assert len(kinds) == 2, "paid out, and come back"
    assert all_is_well(owner)


def test_a_difference_that_is_gone_closes_itself_and_opens_again(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock
) -> None:
    with clock_at(MONDAY):
        refund = sent(owner, order, gateway)
    asked, answer = gateway.made.pop(key(refund))
    moment = gateway.made_at.pop(key(refund))
    with clock_at(MONDAY + timedelta(hours=1)):
        [found] = looked(owner)
        assert found.kind is Kind.ONLY_HERE
    gateway.made[key(refund)], gateway.made_at[key(refund)] = (asked, answer), moment
    with clock_at(MONDAY + timedelta(hours=2)):
        assert looked(owner) == ()
    del gateway.made[key(refund)], gateway.made_at[key(refund)]
    with clock_at(MONDAY + timedelta(hours=3)):
        [again] = looked(owner)
    assert again.id == found.id
    with tenancy.entered(owner.shop_id):
        assert Discrepancy.objects.count() == 1


def test_what_a_person_has_seen_to_stays_closed(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock
) -> None:
    with clock_at(MONDAY):
        refund = sent(owner, order, gateway)
    asked, answer = gateway.made[key(refund)]
    gateway.made[key(refund)] = (asked, replace(answer, amount=Money(1, "EUR")))
    with clock_at(MONDAY + timedelta(hours=1)):
        [found] = looked(owner)
        assert found.kind is Kind.AMOUNT
        with pytest.raises(Conflict, match="discrepancy_not_taken_over"):
            money.take_over(by=owner, discrepancy_id=found.id)
        money.resolve_discrepancy(by=owner, discrepancy_id=found.id)
    with clock_at(MONDAY + timedelta(hours=2)):
        assert looked(owner) == ()
    with tenancy.entered(owner.shop_id):
        assert Discrepancy.objects.get().resolved_by == owner.name


def test_only_refunds_of_this_shops_payments_are_its_own(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock, other_shop: UUID
) -> None:
    def foreign(name: str, **about: object) -> ListedRefund:
        answer = GatewayAnswer(Outcome.SUCCEEDED, name, amount=Money(500, "EUR"))
        return replace(ListedRefund(("ch_9",), answer, "succeeded"), **about)  # type: ignore[arg-type]

    with clock_at(MONDAY):
        sent(owner, order, gateway)
        gateway.foreign = (
            foreign("re_unrelated"),
            foreign("re_neighbour", shop_id=other_shop, refund_id=uuid4(), key="k"),
            foreign("re_ours_unknown", shop_id=owner.shop_id, refund_id=uuid4(), key="k"),
        )
    with clock_at(MONDAY + timedelta(hours=1)):
        found = looked(owner)
    assert [(one.kind, one.gateway_refund) for one in found] == [(Kind.ONLY_THERE, "re_ours_unknown")]


def test_a_gateway_that_does_not_answer_is_written_down_and_changes_nothing(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(owner, order, gateway)

    def silent(self: FakeGateway, *, since: datetime, after: str = "") -> None:
        raise GatewayUnreachable("no answer in time")

    monkeypatch.setattr(FakeGateway, "listed", silent)
    assert looked(owner) == ()
    with tenancy.entered(owner.shop_id):
        assert comparisons.comparisons()[0].failure == "gateway_unreachable"


def test_an_unclear_refund_is_asked_about_again_on_demand(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Clock
) -> None:
    with clock_at(MONDAY):
        refund = sent(owner, order, gateway, "unheard")
    with clock_at(MONDAY + timedelta(hours=1)):
        [found] = looked(owner)
        assert (found.kind, found.their_word) == (Kind.UNKNOWN_STATUS, "under_review")
        money.ask_about_discrepancy(by=owner, discrepancy_id=found.id)
        finished(gateway, refund, succeeds=True)
        sending.attempt(by=owner, refund_id=refund.id)
    with clock_at(MONDAY + timedelta(hours=2)):
        assert looked(owner) == ()
    assert all_is_well(owner)


def test_every_gateway_in_use_is_looked_at_and_no_other(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    assert money.sweep_gateways(by=owner) == 0
    sent(owner, order, gateway)
    assert money.sweep_gateways(by=owner) == 1
    with pytest.raises(Invalid, match="gateway_unknown"):
        money.begin_reconciliation(by=owner, gateway="nobody")
    with pytest.raises(Invalid, match="reconciliation_days"):
        money.begin_reconciliation(by=owner, gateway="fake", days=0)
