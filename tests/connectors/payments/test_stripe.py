"""What is Stripe's alone: its amounts, its SDK asleep until it is needed, and how it says no."""

from __future__ import annotations

import subprocess
import sys
from uuid import UUID, uuid4

import pytest

from tests.simulators import provider
from tests.simulators.provider import KEY, ROOT
from volte.connectors.payments.stripe import amounts, setup
from volte.connectors.payments.stripe.gateway import StripeGateway
from volte.connectors.payments.stripe.line import Answer, Params
from volte.connectors.payments.stripe.sdk import SdkLine
from volte.kit.money import Money
from volte.money.ports import GatewayRequest, GatewayUnreachable
from volte.money.rules.outcomes import Outcome

SHOP = UUID("0199aa00-0000-7000-8000-000000000001")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Money(1999, "EUR"), 1999),
        (Money(500, "JPY"), 500),
        (Money(1230, "KWD"), 1230),
        (Money(12, "ISK"), 1200),
        (Money(3500, "UGX"), 350_000),
        (Money(12_300, "MGA"), 123),
    ],
)
def test_amounts_are_said_in_stripes_units_and_heard_back(ours: Money, theirs: int) -> None:
    assert amounts.told(ours) == theirs
    assert amounts.heard(theirs, ours.currency.lower()) == ours


@pytest.mark.parametrize("amount", [Money(1234, "KWD"), Money(1, "TND"), Money(150, "MGA")])
def test_what_cannot_be_said_exactly_is_not_rounded(amount: Money) -> None:
    with pytest.raises(amounts.Unsayable):
        amounts.told(amount)
    with pytest.raises(amounts.Unsayable):
        amounts.heard(150, "isk")


class Mute:
    """A line on which nobody may be asked."""

    def make_refund(self, *, params: Params, key: str) -> Answer:
        raise AssertionError("asked")

    list_refunds = open_session = read_session = expire_session = make_refund
    read_intent = capture_intent = cancel_intent = make_refund

    def close(self) -> None: ...


def asked(amount: Money, reference: str = "ch_1") -> GatewayRequest:
    return GatewayRequest(uuid4().hex, reference, amount, SHOP, uuid4())


def test_an_amount_stripe_cannot_move_is_a_refusal_for_a_person() -> None:
    gateway = StripeGateway(line=Mute(), webhook_secret="")
    answer = gateway.refund(request=asked(Money(1234, "KWD")))
    assert (answer.outcome, answer.code) == (Outcome.FAILED, "amount_not_payable_here")


def test_thousandths_go_back_exactly() -> None:
    with provider.running() as psp:
        made = psp.http.post("/_control/charges", json=[{"id": "ch_kwd", "amount": 5000, "currency": "kwd"}])
        made.raise_for_status()
        gateway = StripeGateway(line=SdkLine(setup=setup.Setup(api_key=KEY, url=psp.url)), webhook_secret="")
        answer = gateway.refund(request=asked(Money(1230, "KWD"), "ch_kwd"))
        assert answer.amount == Money(1230, "KWD")
        assert psp.charge("ch_kwd")["amount_refunded"] == 1230
        by_intent = psp.http.post(
            "/v1/payment_intents", data={"amount": 900, "currency": "eur", "payment_method": "pm_1", "confirm": "true"}
        ).json()["id"]
        request = asked(Money(400, "EUR"), by_intent)
        assert gateway.refund(request=request).outcome is Outcome.SUCCEEDED
        assert gateway.lookup(request=request) is not None
        gateway.close()


def test_without_a_key_nothing_is_asked_and_the_refund_waits() -> None:
    gateway = StripeGateway(line=SdkLine(setup=setup.Setup(api_key="")), webhook_secret="")
    with pytest.raises(GatewayUnreachable, match="VOLTE_STRIPE_KEY"):
        gateway.refund(request=asked(Money(100, "EUR")))


def test_a_key_that_is_not_let_in_leaves_the_refund_waiting() -> None:
    with provider.running() as psp:
        gateway = StripeGateway(line=SdkLine(setup=setup.Setup(api_key="sk_live_no", url=psp.url)), webhook_secret="")
        with pytest.raises(GatewayUnreachable, match="401"):
            gateway.refund(request=asked(Money(100, "EUR")))
        gateway.close()


def test_its_sdk_is_loaded_by_the_first_call_and_tells_stripe_nothing_of_us() -> None:
    said = (
        "import sys; from volte.connectors.payments.stripe import sdk, gateway, checkout;"
        "assert 'stripe' not in sys.modules;"
        "from volte.connectors.payments.stripe.setup import Setup;"
        "line = sdk.SdkLine(setup=Setup(api_key='sk_test_1', url='http://127.0.0.1:9')); made = line._client();"
        "import stripe; assert stripe.enable_telemetry is False;"
        "assert made._requestor._options.max_network_retries == 0; line.close()"
    )
    environment = {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "volte.project.settings"}
    subprocess.run([sys.executable, "-c", said], check=True, env=environment, timeout=60)
