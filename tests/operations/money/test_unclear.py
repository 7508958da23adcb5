"""An answer nobody understands: nothing is booked, the gateway is asked a few times more, then a person."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.test_promise import all_is_well
from tests.operations.money.test_sending import events, key, now, promised
from volte.kit.money import Money
from volte.money import operations as money
from volte.money import sending
from volte.money.models import Discrepancy, Entry, Refund
from volte.money.ports import GatewayAnswer
from volte.money.rules import outcomes
from volte.money.rules.outcomes import MOST_UNCLEAR, Outcome, RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.runtime import tenancy
from volte.runtime.actor import Actor

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
Frozen = Callable[[datetime], AbstractContextManager[None]]


def open_cases(owner: Actor) -> list[tuple[str, str, str]]:
    with tenancy.entered(owner.shop_id):
        rows = Discrepancy.objects.filter(resolved_at=None)
        return list(rows.values_list("kind", "proposed", "their_word"))


def booked(owner: Actor) -> int:
    with tenancy.entered(owner.shop_id):
        return int(Entry.objects.filter(refund__isnull=False).count())


@pytest.mark.parametrize("course", ["unheard", "currency"])
def test_it_is_never_booked_and_never_sent_again(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, course: str
) -> None:
    refund = promised(owner, order)
    gateway.next.append(course)  # type: ignore[arg-type]  # one of the two
    for _ in range(3):
        sending.attempt(by=owner, refund_id=refund.id)
    assert (now(owner, refund).status, gateway.calls) == (RefundStatus.PENDING, 1)
    assert booked(owner) == 0
    assert events(owner) == ["refund.pending"]
    assert open_cases(owner) == []
    assert all_is_well(owner)


def test_after_some_answers_it_is_a_case_once_and_the_gateway_is_left_alone(
    owner: Actor, order: OrderMoney, gateway: FakeGateway
) -> None:
    refund = promised(owner, order)
    gateway.next.append("unheard")
    for _ in range(MOST_UNCLEAR + 2):
        sending.attempt(by=owner, refund_id=refund.id)
    assert open_cases(owner) == [("unknown_status", "ask_again", "under_review")]
    assert money.sweep(by=owner) == 0


def test_in_another_currency_the_case_says_so(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    gateway.next.append("currency")
    for _ in range(MOST_UNCLEAR):
        sending.attempt(by=owner, refund_id=refund.id)
    assert open_cases(owner) == [("currency", "look", "succeeded")]
    assert booked(owner) == 0


def test_the_pauses_grow_and_end(owner: Actor, order: OrderMoney, gateway: FakeGateway, clock_at: Frozen) -> None:
    refund = promised(owner, order)
    gateway.next.append("unheard")
    moment, waits = MONDAY, []
    with clock_at(moment):
        sending.attempt(by=owner, refund_id=refund.id)
    for _ in range(MOST_UNCLEAR - 1):
        waited = timedelta()
        while True:
            waited += timedelta(minutes=1)
            with clock_at(moment + waited):
                if money.sweep(by=owner):
                    sending.attempt(by=owner, refund_id=refund.id)
                    break
        waits.append(int(waited.total_seconds() // 60) - 1)
        moment += waited
    assert waits == [4, 8, 16, 32, 60]
    with clock_at(moment + timedelta(days=40)):
        assert money.sweep(by=owner) == 0
    assert outcomes.ask_again_after(unclear=MOST_UNCLEAR) is None


def test_news_ends_it(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> None:
    refund = promised(owner, order)
    gateway.next.append("unheard")
    sending.attempt(by=owner, refund_id=refund.id)
    answer = GatewayAnswer(Outcome.SUCCEEDED, "re_1", amount=refund.amount)
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=answer)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    with tenancy.entered(owner.shop_id):
        assert Refund.objects.get(id=refund.id).unclear == 0
    assert all_is_well(owner)


@pytest.mark.parametrize("told", [Money(1, "EUR"), Money(10**15, "EUR"), Money(2500, "USD")])
def test_signed_news_about_another_amount_is_not_believed(
    owner: Actor, order: OrderMoney, gateway: FakeGateway, told: Money
) -> None:
    refund = promised(owner, order)
    gateway.next.append("pending")
    sending.attempt(by=owner, refund_id=refund.id)
    answer = GatewayAnswer(Outcome.SUCCEEDED, "re_1", amount=told)
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=answer)
    assert now(owner, refund).status is RefundStatus.PENDING
    assert booked(owner) == 0
    money.record_outcome(by=owner, refund_id=refund.id, key=key(refund), answer=replace(answer, amount=refund.amount))
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
