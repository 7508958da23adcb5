"""The page on which a customer pays: the connector and the running provider together, and the person between them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import httpx
import pytest

from tests.simulators import inbox, provider
from tests.simulators.inbox import Inbox
from tests.simulators.provider import KEY, SECRET, Provider
from volte.connectors.payments.simulator.checkout import SimulatorCheckout
from volte.connectors.payments.simulator.gateway import SimulatorGateway
from volte.connectors.payments.simulator.setup import Setup
from volte.kit.money import Money
from volte.money.ports import CheckoutRequest, CheckoutSeen, GatewayUnreachable, NewsRefused
from volte.money.rules.outcomes import Paying

SHOP = UUID("0199aa00-0000-7000-8000-000000000001")
PAID, LEFT = "http://shop.example/s/maison/l/t?return=R1&payment=done", "http://shop.example/x?payment=left"


@pytest.fixture(scope="module")
def letters() -> Iterator[Inbox]:
    with inbox.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def psp(letters: Inbox) -> Iterator[Provider]:
    with provider.running("--webhook-url", letters.url, "--webhook-secret", SECRET) as started:
        yield started


@pytest.fixture
def checkout(psp: Provider) -> Iterator[SimulatorCheckout]:
    made = SimulatorCheckout(configured=_setup(psp))
    yield made
    made.close()
    psp.http.delete("/_control/faults")


def _setup(psp: Provider) -> Setup:
    return Setup(url=psp.url, api_key=KEY, webhook_secret=SECRET, answer_seconds=1.0)


def wish() -> CheckoutRequest:
    name = uuid4()
    return CheckoutRequest(f"volte-{name}", Money(500, "EUR"), "Échange, retour R1", "fr", PAID, LEFT, SHOP, name)


def choose(url: str, choice: str) -> str:
    """A person presses a button; where they are sent."""
    answer = httpx.post(url, data={"choice": choice})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_paid_on_its_page_and_told_by_a_signed_message(
    psp: Provider, checkout: SimulatorCheckout, letters: Inbox
) -> None:
    request = wish()
    page = checkout.open_checkout(request=request)
    shown = httpx.get(page.url)
    assert "5.00 EUR" in shown.text
    assert "Échange, retour R1" in shown.text
    assert "form-action 'self' http://shop.example" in shown.headers["content-security-policy"]
    assert checkout.seen(reference=page.reference) == CheckoutSeen(Paying.OPEN)
    assert choose(page.url, "pay") == PAID
    body, signature = letters.about(page.reference.encode())
    headers = {"Stripe-Signature": signature}
    news = checkout.hear_payment(headers=headers, body=body)
    assert news is not None
    assert (news.shop_id, news.checkout_id, news.seen.paying) == (SHOP, request.checkout_id, Paying.PAID)
    assert psp.http.get(f"/v1/payment_intents/{news.seen.payment}").json()["amount_received"] == 500
    gateway = SimulatorGateway(configured=_setup(psp))
    assert gateway.hear(headers=headers, body=body) is None
    gateway.close()
    with pytest.raises(NewsRefused):
        checkout.hear_payment(headers=headers, body=body.replace(b"500", b"501"))


@pytest.mark.parametrize("choice", ["decline", "cancel"])
def test_declined_or_left_nothing_is_charged_and_the_page_stays_open(checkout: SimulatorCheckout, choice: str) -> None:
    page = checkout.open_checkout(request=wish())
    assert choose(page.url, choice) == LEFT
    assert checkout.seen(reference=page.reference) == CheckoutSeen(Paying.OPEN)
    assert choose(page.url, "pay") == PAID


def test_paid_once_however_often_the_button_is_pressed(psp: Provider, checkout: SimulatorCheckout) -> None:
    page = checkout.open_checkout(request=wish())
    before = len(psp.http.get("/v1/charges", params={"limit": 100}).json()["data"])
    choose(page.url, "pay")
    assert choose(page.url, "pay").startswith("/pay/")
    assert "déjà payé" in httpx.get(page.url).text
    assert len(psp.http.get("/v1/charges", params={"limit": 100}).json()["data"]) == before + 1


def test_one_key_is_one_page_also_when_the_answer_is_lost(psp: Provider, checkout: SimulatorCheckout) -> None:
    request = wish()
    psp.command("cut_after", on="sessions.create")
    with pytest.raises(GatewayUnreachable):
        checkout.open_checkout(request=request)
    time.sleep(0.01)
    assert checkout.open_checkout(request=request) == checkout.open_checkout(request=request)


def test_closed_it_cannot_be_paid_and_paid_it_cannot_be_closed(checkout: SimulatorCheckout) -> None:
    closed, paid = (checkout.open_checkout(request=wish()) for _ in range(2))
    assert checkout.expire(reference=closed.reference).paying is Paying.OVER
    assert choose(closed.url, "pay").startswith("/pay/")
    assert checkout.seen(reference=closed.reference).paying is Paying.OVER
    choose(paid.url, "pay")
    assert checkout.expire(reference=paid.reference).paying is Paying.PAID


@pytest.mark.parametrize("kind", ["error_before", "cut_before", "rate_limit"])
def test_no_answer_is_no_page(psp: Provider, checkout: SimulatorCheckout, kind: str) -> None:
    psp.command(kind, on="sessions.create")
    with pytest.raises(GatewayUnreachable):
        checkout.open_checkout(request=wish())


def test_an_address_that_could_carry_more_than_itself_is_refused(psp: Provider) -> None:
    form = {
        "mode": "payment",
        "line_items[0][price_data][currency]": "eur",
        "line_items[0][price_data][unit_amount]": "500",
        "line_items[0][price_data][product_data][name]": "x",
        "success_url": "http://shop.example/;script-src *",
        "cancel_url": LEFT,
    }
    answer = psp.http.post("/v1/checkout/sessions", data=form)
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "success_url"
