"""Money's port `PaymentGateway` in Stripe's language: a page on which a customer pays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from volte.connectors.payments.stripe import amounts, parse, webhook
from volte.connectors.payments.stripe.line import Answer, Line, NoAnswer
from volte.money.ports import CheckoutNews, CheckoutPage, CheckoutRequest, CheckoutSeen, GatewayUnreachable
from volte.money.rules.outcomes import Paying
from volte.runtime import clock


class StripeCheckout:
    """Implements `volte.money.ports.PaymentGateway`. One per process: its line keeps connections."""

    def __init__(self, *, line: Line, webhook_secret: str, page_origin: str) -> None:
        self._line = line
        self._secret = webhook_secret
        self._origin = page_origin

    def page_origin(self) -> str:
        return self._origin

    def open_checkout(self, *, request: CheckoutRequest) -> CheckoutPage:
        try:
            session = session_of(self._line.open_session(params=params(request), key=request.key))
        except (NoAnswer, parse.Unreadable, amounts.Unsayable) as fault:
            raise GatewayUnreachable(str(fault)) from fault
        if session.money != request.amount or not session.url:
            raise GatewayUnreachable(f"{session.id} is about another payment")
        return CheckoutPage(session.id, session.url)

    def seen(self, *, reference: str) -> CheckoutSeen:
        try:
            return _seen(session_of(self._line.read_session(name=reference)))
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def expire(self, *, reference: str) -> CheckoutSeen:
        """A page that was paid or expired before refuses to be closed; then it is asked how it ended."""
        try:
            answer = self._line.expire_session(name=reference, key=f"close-{reference}")
        except NoAnswer as fault:
            raise GatewayUnreachable(str(fault)) from fault
        if answer.status == 400:
            return self.seen(reference=reference)
        try:
            return _seen(session_of(answer))
        except parse.Unreadable as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def hear_payment(self, *, headers: Mapping[str, str], body: bytes) -> CheckoutNews | None:
        signature = next((value for name, value in headers.items() if name.lower() == "stripe-signature"), "")
        webhook.verify(payload=body, signature=signature, secret=self._secret, now=clock.now())
        session = webhook.read_session(body)
        if session is None or session.ours is None:
            return None
        return CheckoutNews(session.ours.shop_id, session.ours.checkout_id, _seen(session))

    def close(self) -> None:
        self._line.close()


def params(request: CheckoutRequest) -> dict[str, Any]:
    """What a page is asked for with."""
    price = {
        "currency": request.amount.currency.lower(),
        "unit_amount": amounts.told(request.amount),
        "product_data": {"name": request.title},
    }
    return {
        "mode": "payment",
        "line_items": [{"quantity": 1, "price_data": price}],
        "locale": request.language,
        "success_url": request.paid_url,
        "cancel_url": request.left_url,
        "metadata": {"volte_shop": str(request.shop_id), "volte_checkout": str(request.checkout_id)},
    }


def session_of(answer: Answer) -> parse.Session:
    """Whatever is not a yes leaves nothing behind that could be paid: it is tried again under the same key."""
    if answer.status != 200:
        raise GatewayUnreachable(f"HTTP {answer.status}")
    return parse.session(answer.body)


def _seen(session: parse.Session) -> CheckoutSeen:
    if session.payment_status == "paid":
        return CheckoutSeen(Paying.PAID, session.payment_intent or "")
    match session.status:
        case "open" | "complete":
            # Complete and unpaid: a bank transfer under way. The news of its end is still to come.
            return CheckoutSeen(Paying.OPEN)
        case "expired":
            return CheckoutSeen(Paying.OVER)
        case _:
            assert_never(session.status)
