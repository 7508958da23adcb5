"""The connector and the running provider together, on good days and bad ones."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.simulators import inbox, provider
from tests.simulators.provider import KEY, SECRET, Provider
from volte.connectors.payments.simulator import setup
from volte.connectors.payments.simulator.gateway import SimulatorGateway
from volte.connectors.payments.simulator.setup import Setup
from volte.kit.money import Money
from volte.money.ports import GatewayAnswer, GatewayRequest, GatewayUnreachable, NewsRefused
from volte.money.rules.outcomes import Outcome

SHOP = UUID("0199aa00-0000-7000-8000-000000000001")


@pytest.fixture(scope="module")
def letters() -> Iterator[inbox.Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def psp(letters: inbox.Inbox) -> Iterator[Provider]:
    with provider.running("--webhook-url", letters.url, "--webhook-secret", SECRET) as started:
        yield started


@pytest.fixture
def gateway(psp: Provider) -> Iterator[SimulatorGateway]:
    made = SimulatorGateway(configured=Setup(url=psp.url, api_key=KEY, webhook_secret=SECRET, answer_seconds=1.0))
    yield made
    made.close()
    psp.http.delete("/_control/faults")


def asked(psp: Provider, *, amount: int = 1500, paid: int = 8188) -> GatewayRequest:
    """A refund of a fresh charge."""
    charge = f"ch_{uuid4().hex}"
    psp.seed((charge, paid))
    return GatewayRequest(uuid4().hex, charge, Money(amount, "EUR"), SHOP, uuid4())


@pytest.mark.parametrize("kind", ["cut_after", "hang_after", "error_after"])
def test_after_an_answer_is_lost_the_same_key_pays_once(psp: Provider, gateway: SimulatorGateway, kind: str) -> None:
    request = asked(psp)
    psp.command(kind, seconds=2)
    with pytest.raises(GatewayUnreachable):
        gateway.refund(request=request)
    found = gateway.lookup(request=request)
    again = gateway.refund(request=request)
    assert again == found
    assert again.outcome is Outcome.SUCCEEDED
    assert psp.charge(request.reference)["amount_refunded"] == 1500


@pytest.mark.parametrize("kind", ["cut_before", "error_before", "rate_limit"])
def test_before_the_effect_nothing_is_known_and_a_retry_pays(
    psp: Provider, gateway: SimulatorGateway, kind: str
) -> None:
    request = asked(psp)
    psp.command(kind)
    with pytest.raises(GatewayUnreachable):
        gateway.refund(request=request)
    assert gateway.lookup(request=request) is None
    assert gateway.refund(request=request).outcome is Outcome.SUCCEEDED


def test_a_key_in_flight_is_no_answer(psp: Provider) -> None:
    request = asked(psp)
    psp.command("latency", seconds=0.8)
    patient = SimulatorGateway(configured=Setup(url=psp.url, api_key=KEY, webhook_secret=SECRET, answer_seconds=20))
    with closing(patient), ThreadPoolExecutor(2) as threads:
        both = [threads.submit(patient.refund, request=request) for _ in range(2)]
        # Whichever came second is told to ask again.
        (refused,) = [error for one in both if (error := one.exception())]
        assert isinstance(refused, GatewayUnreachable) and "409" in str(refused)
        (paid,) = [one.result() for one in both if not one.exception()]
        assert paid.outcome is Outcome.SUCCEEDED


def test_a_key_of_another_refund_is_never_called_failed(psp: Provider, gateway: SimulatorGateway) -> None:
    request = asked(psp)
    gateway.refund(request=request)
    other = GatewayRequest(request.key, request.reference, Money(1, "EUR"), SHOP, request.refund_id)
    with pytest.raises(GatewayUnreachable):
        gateway.refund(request=other)
    found = gateway.lookup(request=other)
    assert found is not None
    assert found.amount == request.amount, "money holds it against what it owes, and asks a person"


@pytest.mark.parametrize(
    ("amount", "paid", "currency", "code"),
    [
        (200, 100, "EUR", "invalid_request_error_amount"),
        (100, 8188, "USD", "invalid_request_error_currency"),
    ],
)
def test_a_no_is_an_answer(
    psp: Provider, gateway: SimulatorGateway, amount: int, paid: int, currency: str, code: str
) -> None:
    fresh = asked(psp, paid=paid)
    request = GatewayRequest(fresh.key, fresh.reference, Money(amount, currency), SHOP, fresh.refund_id)
    assert gateway.refund(request=request) == GatewayAnswer(Outcome.FAILED, code=code)


def test_refusals_carry_the_providers_word(psp: Provider, gateway: SimulatorGateway) -> None:
    unknown = GatewayRequest("k-unknown", "ch_nobody", Money(1, "EUR"), SHOP, uuid4())
    assert gateway.refund(request=unknown).code == "resource_missing"
    assert gateway.lookup(request=unknown) is None
    psp.command("disputed")
    assert gateway.refund(request=asked(psp)).code == "charge_disputed"
    psp.command("failed")
    failed = gateway.refund(request=asked(psp))
    assert (failed.outcome, failed.code) == (Outcome.FAILED, "expired_or_canceled_card")


def test_a_refund_is_found_behind_a_hundred_others(psp: Provider, gateway: SimulatorGateway) -> None:
    request = asked(psp)
    made = gateway.refund(request=request)
    for _ in range(101):
        psp.refund(request.reference, 1)
    assert gateway.lookup(request=request) == made


def test_news_of_a_pending_refund(psp: Provider, gateway: SimulatorGateway, letters: inbox.Inbox) -> None:
    request = asked(psp)
    psp.command("pending_then_failed", seconds=0.1)
    assert gateway.refund(request=request).outcome is Outcome.PENDING
    payload, signature = letters.about(request.reference.encode())
    news = gateway.hear(headers={"stripe-signature": signature}, body=payload)
    assert news is not None
    assert (news.shop_id, news.refund_id, news.key) == (SHOP, request.refund_id, request.key)
    assert (news.answer.outcome, news.answer.code) == (Outcome.FAILED, "expired_or_canceled_card")
    assert gateway.lookup(request=request) == news.answer
    with pytest.raises(NewsRefused):
        gateway.hear(headers={"Stripe-Signature": signature}, body=payload + b" ")


def test_news_of_refunds_made_elsewhere_is_nothing_to_us(
    psp: Provider, gateway: SimulatorGateway, letters: inbox.Inbox
) -> None:
    request = asked(psp)
    psp.command("failed")
    psp.refund(request.reference, 9)
    payload, signature = letters.about(request.reference.encode())
    assert gateway.hear(headers={"Stripe-Signature": signature}, body=payload) is None


def test_connections_are_kept(psp: Provider, gateway: SimulatorGateway) -> None:
    request = asked(psp)
    before = psp.open_files()
    gateway.refund(request=request)
    kept = psp.open_files() - before
    assert len(kept) == 1
    for _ in range(20):
        gateway.refund(request=request)
    assert kept <= psp.open_files()


def test_nobody_home_is_no_answer() -> None:
    gateway = SimulatorGateway(configured=Setup(url="http://127.0.0.1:9", api_key=KEY))
    request = GatewayRequest("k", "ch_1", Money(1, "EUR"), SHOP, uuid4())
    with pytest.raises(GatewayUnreachable):
        gateway.refund(request=request)
    with pytest.raises(GatewayUnreachable):
        gateway.lookup(request=request)
    gateway.close()


def test_the_settings_say_where_the_provider_is(settings: Any) -> None:
    settings.PSP_URL, settings.PSP_KEY, settings.PSP_WEBHOOK_SECRET = "http://psp:1/", "sk_test_1", "whsec_1"
    assert setup.configured() == Setup(url="http://psp:1", api_key="sk_test_1", webhook_secret="whsec_1")
