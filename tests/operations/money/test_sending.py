"""A refund on its way: crashes, time-outs, and news in any order."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import back, subject, wish
from tests.operations.money.test_promise import all_is_well, told
from volte.kit.errors import Conflict, NotFound
from volte.money import operations as money
from volte.money import queries, sending
from volte.money.models import RefundAttempt
from volte.money.ports import GatewayAnswer, GatewayUnreachable, NewsRefused
from volte.money.queries import RefundView
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Route
from volte.runtime import tenancy
from volte.runtime.actor import Actor

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def promised(owner: Actor, order: OrderMoney) -> RefundView:
    made = money.promise(by=owner, order=order, wish=wish(back("S", 1)), subject=subject(), key="r1")
    return made.refunds[0]


def now(owner: Actor, refund: RefundView) -> RefundView:
    with tenancy.entered(owner.shop_id):
        return queries.refund(refund_id=refund.id)


def events(owner: Actor) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [kind for kind in ("refund.pending", "refund.succeeded", "refund.failed") for _ in told(kind)]


def key(refund: RefundView, round: int = 1) -> str:
    return f"volte-{refund.id}-{round}"


def test_a_refund_is_sent_and_told_once(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    for _ in range(3):
        sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert now(owner, refund).gateway_refund == "re_1"
    assert gateway.calls == 1
    assert events(owner) == ["refund.succeeded"]
    assert all_is_well(owner)


def test_a_time_out_after_the_effect_is_looked_up_and_not_paid_again(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    refund = promised(owner, order)
    gateway.next.append("lose")
    with pytest.raises(GatewayUnreachable):
        sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SENDING
    sending.attempt(by=owner, refund_id=refund.id)
    assert (now(owner, refund).status, gateway.calls) == (RefundStatus.SUCCEEDED, 1)
    with tenancy.entered(owner.shop_id):
        outcomes = list(RefundAttempt.objects.order_by("number").values_list("number", "outcome"))
    assert outcomes == [(1, ""), (2, "succeeded")]
    assert all_is_well(owner)


def test_a_call_that_never_arrived_is_made_again(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    gateway.next.append("break")
    with pytest.raises(GatewayUnreachable):
        sending.attempt(by=owner, refund_id=refund.id)
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert gateway.refunded(reference="ch_1") == refund.amount.amount


@pytest.mark.parametrize("crash", ["before the call", "after the call", "after the outcome"])
def test_a_crash_anywhere_pays_once_and_records_once(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, crash: str
) -> None:
    refund = promised(owner, order)
    call = sending.begin_attempt(by=owner, refund_id=refund.id)
    assert call is not None
    if crash != "before the call":
        answer = gateway.refund(request=call.request)
        if crash == "after the outcome":
            sending.finish_attempt(
                by=owner, attempt_id=call.attempt_id, refund_id=refund.id, key=call.request.key, answer=answer
            )
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert gateway.refunded(reference="ch_1") == refund.amount.amount
    assert events(owner) == ["refund.succeeded"]
    assert all_is_well(owner)


@pytest.mark.parametrize(
    "news",
    [
        [Outcome.PENDING, Outcome.SUCCEEDED, Outcome.FAILED],
        [Outcome.FAILED, Outcome.SUCCEEDED, Outcome.PENDING],
        [Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.FAILED],
    ],
)
def test_news_in_any_order_ends_the_same(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, news: list[Outcome]
) -> None:
    refund = promised(owner, order)
    gateway.next.append("pending")
    sending.attempt(by=owner, refund_id=refund.id)
    for outcome in news:
        answer = GatewayAnswer(outcome, "re_1", "card_closed" if outcome is Outcome.FAILED else "")
        money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=answer)
    assert (now(owner, refund).status, now(owner, refund).failure) == (RefundStatus.FAILED, "card_closed")
    assert events(owner).count("refund.failed") == 1
    assert all_is_well(owner)


def test_a_pending_refund_is_asked_about_and_never_sent_again(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    refund = promised(owner, order)
    gateway.next.append("pending")
    sending.attempt(by=owner, refund_id=refund.id)
    sending.attempt(by=owner, refund_id=refund.id)
    assert (now(owner, refund).status, gateway.calls) == (RefundStatus.PENDING, 1)
    (asked, _) = gateway.made[key(refund)]
    gateway.finish(request=asked, succeeds=True)
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert events(owner) == ["refund.pending", "refund.succeeded"]


def test_a_failed_refund_is_still_owed_and_can_be_sent_again(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    refund = promised(owner, order)
    with pytest.raises(Conflict, match="refund_not_failed"):
        money.retry_refund(by=owner, refund_id=refund.id)
    gateway.next.append("fail")
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).failure == "expired_card"
    assert all_is_well(owner)
    money.retry_refund(by=owner, refund_id=refund.id)
    sending.attempt(by=owner, refund_id=refund.id)
    late = GatewayAnswer(Outcome.FAILED, "re_1", "expired_card")
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=late)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert gateway.refunded(reference="ch_1") == refund.amount.amount
    assert all_is_well(owner)


def test_what_the_gateway_refused_a_person_can_pay(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    gateway.next.append("fail")
    sending.attempt(by=owner, refund_id=refund.id)
    money.record_payout(by=owner, refund_id=refund.id, reference="SEPA 1")
    late = GatewayAnswer(Outcome.FAILED, "re_1", "expired_card")
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=late)
    paid = now(owner, refund)
    assert (paid.status, paid.route) == (RefundStatus.SUCCEEDED, Route.BY_HAND)
    assert all_is_well(owner)


def test_the_sweep_finds_what_stands_still(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Callable[[datetime], AbstractContextManager[None]]
) -> None:
    with clock_at(MONDAY):
        refund = promised(owner, order)
        assert money.sweep(by=owner) == 0
    with clock_at(MONDAY + timedelta(minutes=3)):
        assert money.sweep(by=owner) == 1
        gateway.next.append("pending")
        sending.attempt(by=owner, refund_id=refund.id)
    with clock_at(MONDAY + timedelta(minutes=30)):
        assert money.sweep(by=owner) == 0
    with clock_at(MONDAY + timedelta(minutes=70)):
        assert money.sweep(by=owner) == 1


def test_signed_news_is_taken_in_and_forged_news_is_not(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    gateway.next.append("pending")
    sending.attempt(by=owner, refund_id=refund.id)
    headers, body = gateway.finish(request=gateway.made[key(refund)][0], succeeds=True)
    with pytest.raises(NewsRefused):
        money.hear(gateway="fake", headers={}, body=body)
    assert now(owner, refund).status is RefundStatus.PENDING
    assert money.hear(gateway="fake", headers=headers, body=body)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert not money.hear(gateway="fake", headers=gateway.other_news()[0], body=gateway.other_news()[1])


def test_news_about_nothing_of_ours_is_refused(owner: Actor) -> None:
    with pytest.raises(NotFound, match="refund_unknown"):
        money.record_outcome(by=owner, refund_id=UUID(int=7), key="k", answer=GatewayAnswer(Outcome.SUCCEEDED))
