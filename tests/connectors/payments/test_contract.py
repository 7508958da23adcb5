"""The connectors and the running provider keep what every gateway keeps: our plain line, and Stripe's own SDK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest

from tests.connectors.gateway_contract import GatewayContract
from tests.simulators import inbox, provider
from tests.simulators.provider import KEY, SECRET, Provider
from volte.connectors.payments.simulator.gateway import SimulatorGateway
from volte.connectors.payments.simulator.setup import Setup
from volte.connectors.payments.stripe import setup as stripe
from volte.connectors.payments.stripe.gateway import StripeGateway
from volte.connectors.payments.stripe.sdk import SdkLine
from volte.money.ports import GatewayRequest


@dataclass(slots=True)
class RunningDesk:
    """The provider's side of the counter is a process of its own; its news arrives in `letters`."""

    gateway: StripeGateway
    psp: Provider
    letters: inbox.Inbox

    def charge(self, *, amount: int) -> str:
        name = f"ch_{uuid4().hex}"
        self.psp.seed((name, amount))
        return name

    def refunded(self, *, reference: str) -> int:
        return int(self.psp.charge(reference)["amount_refunded"])

    def lose_next_answer(self) -> None:
        self.psp.command("hang_after", seconds=2)

    def break_next_call(self) -> None:
        self.psp.command("cut_before")

    def next_is_unheard_of(self) -> None:
        self.psp.command("unknown_status")

    def next_speaks_of_another_currency(self) -> None:
        self.psp.command("currency_mismatch")

    def forget_keys(self) -> None:
        self.psp.http.delete("/_control/keys").raise_for_status()

    def next_stays_pending(self) -> None:
        self.psp.command("pending", seconds=3600)

    def next_fails(self) -> None:
        self.psp.command("failed")

    def finish(self, *, request: GatewayRequest, succeeds: bool) -> tuple[dict[str, str], bytes]:
        [made] = self.psp.refunds(request.reference)
        self.psp.settle(made["id"], "succeeded" if succeeds else "failed")
        return self._news_of(request.reference)

    def other_news(self) -> tuple[dict[str, str], bytes]:
        made = self.psp.http.post("/v1/charges", data={"amount": 1, "currency": "eur"}).json()
        return self._news_of(made["id"])

    def _news_of(self, name: str) -> tuple[dict[str, str], bytes]:
        payload, signature = self.letters.about(name.encode())
        return {"Stripe-Signature": signature}, payload


@pytest.fixture(scope="module")
def letters() -> Iterator[inbox.Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def psp(letters: inbox.Inbox) -> Iterator[Provider]:
    events = ("--webhook-events", "refund.updated,refund.failed,charge.succeeded")
    with provider.running("--webhook-url", letters.url, "--webhook-secret", SECRET, *events) as started:
        yield started


class TestSimulatorGateway(GatewayContract):
    @pytest.fixture
    def desk(self, psp: Provider, letters: inbox.Inbox) -> Iterator[RunningDesk]:
        configured = Setup(url=psp.url, api_key=KEY, webhook_secret=SECRET, answer_seconds=1.0)
        gateway = SimulatorGateway(configured=configured)
        yield RunningDesk(gateway, psp, letters)
        gateway.close()
        psp.http.delete("/_control/faults")


class TestStripeGateway(GatewayContract):
    @pytest.fixture
    def desk(self, psp: Provider, letters: inbox.Inbox) -> Iterator[RunningDesk]:
        line = SdkLine(setup=stripe.Setup(api_key=KEY, url=psp.url, answer_seconds=1.0))
        gateway = StripeGateway(line=line, webhook_secret=SECRET)
        yield RunningDesk(gateway, psp, letters)
        gateway.close()
        psp.http.delete("/_control/faults")
