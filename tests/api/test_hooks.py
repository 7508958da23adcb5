"""What a payment provider hears when we do not believe it: what is wrong, and what to do."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from volte.connectors.payments.simulator.gateway import SimulatorGateway
from volte.connectors.payments.simulator.setup import Setup
from volte.money.ports import RefundGateway
from volte.runtime import wiring
from volte_simulators.psp.webhooks import signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`secret("whsec_1")`: the gateway knows this secret."""
    made: list[SimulatorGateway] = []

    def set_secret(written: str) -> None:
        gateway = SimulatorGateway(
            configured=Setup(url="http://psp.invalid", api_key="sk_test_1", webhook_secret=written)
        )
        made.append(gateway)
        wiring.bind(RefundGateway, "simulator", lambda: gateway)

    yield set_secret
    for gateway in made:
        gateway.close()


def post(body: bytes, *, signed_with: str) -> Any:
    header = signature(payload=body, secret=signed_with, now=1_795_348_800)
    return Client().post(
        "/hooks/psp",
        body,
        content_type="application/json",
        headers={"Stripe-Signature": header, "Accept-Language": "en"},
    )


@pytest.mark.parametrize(
    ("known", "code", "said"),
    [("", "hook_secret_missing", "VOLTE_PSP_WEBHOOK_SECRET"), ("whsec_1", "hook_not_believed", "not signed")],
)
def test_news_that_is_not_believed_says_what_to_do(secret: Any, known: str, code: str, said: str) -> None:
    secret(known)
    answer = post(b"{}", signed_with="")
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["code"]) == (400, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert said in problem["detail"]


def test_a_gateway_nobody_wired_is_no_address() -> None:
    assert Client().post("/hooks/other", b"{}", content_type="application/json").status_code == 404
