"""What a payment provider hears when we do not believe it: what is wrong, and what to do."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.api.conftest import Caller
from tests.connectors.gateway_fake import FakeGateway
from volte.connectors.payments.simulator.gateway import SimulatorGateway
from volte.connectors.payments.simulator.setup import Setup
from volte.money import sending
from volte.money.models import Entry, Refund
from volte.money.ports import RefundGateway
from volte.runtime import clock, tenancy, wiring
from volte.runtime.actor import Actor
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


def post(body: bytes, *, signed_with: str, now: int = 1_795_348_800) -> Any:
    header = signature(payload=body, secret=signed_with, now=now)
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


@pytest.mark.parametrize("told", [{"status": "under_review"}, {"currency": "usd"}, {"status": None}])
def test_news_nobody_understands_is_heard_so_that_it_is_not_sent_for_days(
    secret: Any, owner: Actor, api: Caller, order: UUID, gateway: FakeGateway, told: dict[str, Any], today: datetime
) -> None:
    refund = owed(owner, api)
    secret("whsec_1")
    body = news(owner, refund, **told)
    with clock.at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        assert post(body, signed_with="whsec_1", now=int(clock.now().timestamp())).status_code == 204
    with tenancy.entered(owner.shop_id):
        refund.refresh_from_db()
        assert (refund.status, refund.unclear) == ("pending", 1)
        assert not Entry.objects.filter(refund_id=refund.id).exists()


def test_news_that_must_be_asked_about_comes_again_when_nobody_is_there_to_ask(
    secret: Any, owner: Actor, api: Caller, order: UUID, gateway: FakeGateway, today: datetime
) -> None:
    refund = owed(owner, api)
    with tenancy.entered(owner.shop_id):
        Refund.objects.filter(id=refund.id).update(status="replaced")
    secret("whsec_1")
    with clock.at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
        assert post(news(owner, refund), signed_with="whsec_1", now=int(clock.now().timestamp())).status_code == 503
    with tenancy.entered(owner.shop_id):
        refund.refresh_from_db()
        assert refund.status == "replaced"


def owed(owner: Actor, api: Caller) -> Refund:
    made = api.post("/returns", {"order": "1001", "items": [{"line": "l1", "quantity": 1, "reason": "too-small"}]}).json
    api.post(f"/returns/{made['id']}/goodwill", {"amount": {"amount": 300, "currency": "EUR"}, "reason": "x"})
    with tenancy.entered(owner.shop_id):
        found: Refund = Refund.objects.get()
    return found


def news(owner: Actor, refund: Refund, **told: Any) -> bytes:
    """That it succeeded, unless `told` says otherwise."""
    ours = {"volte_key": sending.key_of(refund), "volte_shop": str(owner.shop_id), "volte_refund": str(refund.id)}
    about = {
        "object": "refund",
        "id": "re_1",
        "charge": "ch_1",
        "amount": 300,
        "currency": "eur",
        "status": "succeeded",
        "metadata": ours,
    }
    event = {"object": "event", "id": "evt_1", "type": "refund.updated", "created": 1, "data": {"object": about | told}}
    return json.dumps(event).encode()
