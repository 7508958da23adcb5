"""Whoever takes payments on a page keeps the same promises: the fake, our plain line, and Stripe's own SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest

from tests.connectors.payment_contract import PaymentContract
from tests.connectors.payment_fake import FakePayments
from tests.simulators import inbox, provider
from tests.simulators.inbox import Inbox
from tests.simulators.provider import KEY, SECRET, Provider
from volte.connectors.payments.simulator.checkout import SimulatorCheckout
from volte.connectors.payments.simulator.setup import Setup
from volte.connectors.payments.stripe import setup as stripe
from volte.connectors.payments.stripe.checkout import StripeCheckout
from volte.connectors.payments.stripe.sdk import SdkLine
from volte.money.rules.outcomes import Paying


@dataclass(slots=True)
class FakeTill:
    gateway: FakePayments = field(default_factory=FakePayments)

    def pay(self, url: str) -> None:
        reference = url.rpartition("/")[2]
        if self.gateway.pages[reference][1].paying is Paying.OPEN:
            self.gateway.pay(url)

    def news_of(self, reference: str) -> tuple[dict[str, str], bytes]:
        return {"signature": "good"}, json.dumps({"page": reference}).encode()

    def other_news(self) -> tuple[dict[str, str], bytes]:
        return {"signature": "good"}, b"{}"

    def break_next_call(self) -> None:
        self.gateway.break_next = True


@dataclass(slots=True)
class RunningTill:
    gateway: StripeCheckout
    psp: Provider
    letters: Inbox

    def pay(self, url: str) -> None:
        assert httpx.post(url, data={"choice": "pay"}).status_code == 303

    def news_of(self, reference: str) -> tuple[dict[str, str], bytes]:
        payload, signature = self.letters.about(reference.encode())
        return {"Stripe-Signature": signature}, payload

    def other_news(self) -> tuple[dict[str, str], bytes]:
        made = self.psp.http.post("/v1/charges", data={"amount": 1, "currency": "eur"}).json()
        return self.news_of(made["id"])

    def break_next_call(self) -> None:
        self.psp.command("cut_after", on="sessions.create")


@pytest.fixture(scope="module")
def letters() -> Iterator[Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def psp(letters: Inbox) -> Iterator[Provider]:
    events = ("--webhook-events", "checkout.session.completed,charge.succeeded")
    with provider.running("--webhook-url", letters.url, "--webhook-secret", SECRET, *events) as started:
        yield started


class TestFakePayments(PaymentContract):
    @pytest.fixture
    def till(self) -> FakeTill:
        return FakeTill()


class TestSimulatorCheckout(PaymentContract):
    @pytest.fixture
    def till(self, psp: Provider, letters: Inbox) -> Iterator[RunningTill]:
        configured = Setup(url=psp.url, api_key=KEY, webhook_secret=SECRET, answer_seconds=1.0)
        made = SimulatorCheckout(configured=configured)
        yield RunningTill(made, psp, letters)
        made.close()


class TestStripeCheckout(PaymentContract):
    @pytest.fixture
    def till(self, psp: Provider, letters: Inbox) -> Iterator[RunningTill]:
        where = stripe.Setup(api_key=KEY, url=psp.url, answer_seconds=1.0)
        made = StripeCheckout(line=SdkLine(setup=where), webhook_secret=SECRET, page_origin=where.page_origin)
        yield RunningTill(made, psp, letters)
        made.close()
