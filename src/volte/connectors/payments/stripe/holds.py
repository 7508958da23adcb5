"""Money's port `HoldGateway` in Stripe's language: a page that only authorises, then a capture or a release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from volte.connectors.payments.stripe import amounts, checkout, parse, webhook
from volte.connectors.payments.stripe.line import Answer, Line, NoAnswer
from volte.kit.money import Money
from volte.money.ports import CheckoutPage, CheckoutRequest, GatewayUnreachable, HoldNews, HoldSeen
from volte.money.rules.outcomes import Holding
from volte.runtime import clock

_MEANING = {
    "requires_capture": Holding.HELD,
    "succeeded": Holding.TAKEN,
    "canceled": Holding.LET_GO,
}


class StripeHolds:
    """Implements `volte.money.ports.HoldGateway`. One per process: its line keeps connections."""

    def __init__(self, *, line: Line, webhook_secret: str = "") -> None:
        self._line = line
        self._secret = webhook_secret

    def hold(self, *, request: CheckoutRequest) -> CheckoutPage:
        try:
            session = checkout.session_of(self._line.open_session(params=_params(request), key=request.key))
        except (NoAnswer, parse.Unreadable, amounts.Unsayable) as fault:
            raise GatewayUnreachable(str(fault)) from fault
        if session.money != request.amount or not session.url:
            raise GatewayUnreachable(f"{session.id} is about another hold")
        return CheckoutPage(session.id, session.url)

    def standing(self, *, reference: str) -> HoldSeen:
        try:
            session = checkout.session_of(self._line.read_session(name=reference))
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault
        if session.status == "complete" and session.payment_intent:
            return self._now(session.payment_intent)
        return HoldSeen(Holding.LET_GO if session.status == "expired" else Holding.OPEN)

    def capture(self, *, payment: str, amount: Money, key: str) -> HoldSeen:
        try:
            wish = {"amount_to_capture": amounts.told(amount)}
            answer = self._line.capture_intent(name=payment, params=wish, key=key)
        except (NoAnswer, amounts.Unsayable) as fault:
            raise GatewayUnreachable(str(fault)) from fault
        return self._ended(answer, payment)

    def release(self, *, payment: str, key: str) -> HoldSeen:
        try:
            answer = self._line.cancel_intent(name=payment, key=key)
        except NoAnswer as fault:
            raise GatewayUnreachable(str(fault)) from fault
        return self._ended(answer, payment)

    def hear_hold(self, *, headers: Mapping[str, str], body: bytes) -> HoldNews | None:
        signature = next((value for name, value in headers.items() if name.lower() == "stripe-signature"), "")
        webhook.verify(payload=body, signature=signature, secret=self._secret, now=clock.now())
        ours = webhook.read_hold(body)
        return HoldNews(ours.shop_id, ours.hold_id) if ours is not None else None

    def close(self) -> None:
        self._line.close()

    def _ended(self, answer: Answer, payment: str) -> HoldSeen:
        """A hold that ended before refuses to end again; then it is asked how it did."""
        return self._now(payment) if answer.status == 400 else _seen(answer)

    def _now(self, payment: str) -> HoldSeen:
        try:
            return _seen(self._line.read_intent(name=payment))
        except NoAnswer as fault:
            raise GatewayUnreachable(str(fault)) from fault


def _params(request: CheckoutRequest) -> dict[str, Any]:
    """As a payment page, only that the card is asked and not charged. What we write into it stands on the page and on
    the money: news of either finds our row."""
    ours = {"volte_shop": str(request.shop_id), "volte_hold": str(request.checkout_id)}
    return {
        **checkout.params(request),
        "metadata": ours,
        "payment_intent_data": {"capture_method": "manual", "metadata": ours},
    }


def _seen(answer: Answer) -> HoldSeen:
    """Every status in between still waits for the person at the page."""
    if answer.status != 200:
        raise GatewayUnreachable(f"HTTP {answer.status}")
    try:
        intent = parse.intent(answer.body)
        holding = _MEANING.get(intent.status, Holding.OPEN)
        until = intent.held_until if holding is Holding.HELD else None
        return HoldSeen(holding, intent.id, intent.received if holding is Holding.TAKEN else None, until)
    except parse.Unreadable as fault:
        raise GatewayUnreachable(str(fault)) from fault
