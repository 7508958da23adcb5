"""The core and a running provider together, through Stripe's own SDK, while the provider misbehaves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.operations.money.conftest import BASIS, card
from tests.operations.money.test_promise import all_is_well
from tests.operations.money.test_reconciling import looked
from tests.operations.money.test_sending import now, promised
from tests.simulators import inbox, provider
from tests.simulators.inbox import Inbox
from tests.simulators.provider import KEY, SECRET, Provider
from volte.connectors.payments.stripe import setup
from volte.connectors.payments.stripe.gateway import StripeGateway
from volte.connectors.payments.stripe.sdk import SdkLine
from volte.money import operations as money
from volte.money import sending
from volte.money.models import Entry, Refund
from volte.money.ports import GatewayUnreachable, RefundGateway
from volte.money.queries import RefundView
from volte.money.rules.outcomes import MOST_UNCLEAR, RefundStatus
from volte.money.rules.reconcile import Kind
from volte.money.rules.standing import OrderMoney
from volte.runtime import clock, tenancy, wiring
from volte.runtime.actor import Actor


@pytest.fixture(scope="module")
def letters() -> Iterator[Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def psp(letters: Inbox) -> Iterator[Provider]:
    with provider.running("--webhook-url", letters.url, "--webhook-secret", SECRET) as started:
        yield started


@pytest.fixture
def order(psp: Provider) -> Iterator[OrderMoney]:
    line = SdkLine(setup=setup.Setup(api_key=KEY, url=psp.url, answer_seconds=1.0))
    made = StripeGateway(line=line, webhook_secret=SECRET)
    wiring.bind(RefundGateway, "fake", lambda: made)
    charge = f"ch_{uuid4().hex}"
    psp.seed((charge, 10690))
    yield OrderMoney(uuid4(), BASIS, (card(charge),))
    made.close()
    psp.http.delete("/_control/faults")
    wiring._factories.pop((RefundGateway, "fake"))
    wiring._made.pop((RefundGateway, "fake"), None)


def paid_there(psp: Provider, order: OrderMoney) -> int:
    return int(psp.charge(order.payments[0].reference)["amount_refunded"])


def hour_later(owner: Actor, refund: RefundView) -> None:
    """As if an hour had passed since anything happened to it here."""
    with tenancy.entered(owner.shop_id):
        Refund.objects.filter(id=refund.id).update(changed_at=clock.now() - timedelta(hours=1))


@pytest.mark.parametrize("kind", ["cut_after", "error_after", "hang_after"])
def test_after_a_day_a_lost_answer_is_looked_for_and_nothing_is_paid_twice(
    owner: Actor, order: OrderMoney, psp: Provider, kind: str
) -> None:
    refund = promised(owner, order)
    psp.command(kind, seconds=2)
    with pytest.raises(GatewayUnreachable):
        sending.attempt(by=owner, refund_id=refund.id)
    psp.http.delete("/_control/keys")
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    assert paid_there(psp, order) == refund.amount.amount
    assert all_is_well(owner)


@pytest.mark.parametrize(
    ("kind", "case"), [("unknown_status", Kind.UNKNOWN_STATUS), ("currency_mismatch", Kind.CURRENCY)]
)
def test_what_nobody_understands_is_never_booked_and_becomes_a_case(
    owner: Actor, order: OrderMoney, psp: Provider, kind: str, case: Kind
) -> None:
    refund = promised(owner, order)
    psp.command(kind)
    for _ in range(MOST_UNCLEAR):
        sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.PENDING
    with tenancy.entered(owner.shop_id):
        assert not Entry.objects.filter(refund_id=refund.id).exists()
    hour_later(owner, refund)
    [found] = looked(owner)
    assert found.kind is case
    assert paid_there(psp, order) == refund.amount.amount


def test_a_success_taken_back_whose_news_is_lost_is_found_in_the_list(
    owner: Actor, order: OrderMoney, psp: Provider
) -> None:
    refund = promised(owner, order)
    psp.command("succeeded_then_failed", seconds=0.2)
    psp.command("webhook_lost")
    sending.attempt(by=owner, refund_id=refund.id)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    for _ in range(1_200):
        if paid_there(psp, order) == 0:
            break
        time.sleep(0.05)
    hour_later(owner, refund)
    [found] = looked(owner)
    assert (found.kind, found.theirs) == (Kind.STATUS, refund.amount)
    money.take_over(by=owner, discrepancy_id=found.id)
    assert (now(owner, refund).status, now(owner, refund).failure) == (RefundStatus.FAILED, "")
    assert all_is_well(owner)


def test_news_that_is_overtaken_and_comes_twice_ends_the_same(
    owner: Actor, order: OrderMoney, psp: Provider, letters: Inbox
) -> None:
    refund = promised(owner, order)
    psp.command("pending", seconds=3600)
    sending.attempt(by=owner, refund_id=refund.id)
    [made] = psp.refunds(order.payments[0].reference)
    psp.command("webhook_twice")
    psp.settle(made["id"], "succeeded")
    payload, signature = letters.about(made["id"].encode())
    for _ in range(2):
        assert money.hear(gateway="fake", headers={"Stripe-Signature": signature}, body=payload)
    assert now(owner, refund).status is RefundStatus.SUCCEEDED
    with tenancy.entered(owner.shop_id):
        assert Entry.objects.filter(refund_id=refund.id).count() == 1
    assert all_is_well(owner)
