"""Whoever holds money on a card keeps the same promises: our plain line, and Stripe's own SDK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from tests.connectors.hold_contract import HoldContract
from tests.simulators import provider
from tests.simulators.provider import KEY, Provider
from volte.connectors.payments.simulator.line import HttpLine
from volte.connectors.payments.simulator.setup import Setup
from volte.connectors.payments.stripe import setup as stripe
from volte.connectors.payments.stripe.holds import StripeHolds
from volte.connectors.payments.stripe.sdk import SdkLine


@dataclass(slots=True)
class RunningTill:
    gateway: StripeHolds
    psp: Provider

    def agree(self, url: str) -> None:
        assert httpx.post(url, data={"choice": "pay"}).status_code == 303

    def break_next_capture(self) -> None:
        self.psp.command("cut_after", on="payment_intents.create")


@pytest.fixture(scope="module")
def psp() -> Iterator[Provider]:
    with provider.running() as started:
        yield started


class TestSimulatorHolds(HoldContract):
    @pytest.fixture
    def till(self, psp: Provider) -> Iterator[RunningTill]:
        line = HttpLine(setup=Setup(url=psp.url, api_key=KEY, answer_seconds=1.0))
        yield RunningTill(StripeHolds(line=line), psp)
        line.close()


class TestStripeHolds(HoldContract):
    @pytest.fixture
    def till(self, psp: Provider) -> Iterator[RunningTill]:
        line = SdkLine(setup=stripe.Setup(api_key=KEY, url=psp.url, answer_seconds=1.0))
        yield RunningTill(StripeHolds(line=line), psp)
        line.close()
