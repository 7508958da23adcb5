"""Money's port `RefundGateway` in Stripe's language: what we ask, and what its answer means to us.

A key acts once only as long as the provider remembers it (a day at Stripe). Our metadata stays for ever, so whoever
asks again after that finds the refund by `lookup` first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from volte.connectors.payments.stripe import amounts, parse, webhook
from volte.connectors.payments.stripe.line import Answer, Line, NoAnswer
from volte.money.ports import (
    GatewayAnswer,
    GatewayNews,
    GatewayRequest,
    GatewayUnreachable,
    ListedRefund,
    RefundsPage,
)
from volte.money.rules.outcomes import Outcome
from volte.runtime import clock

# Not let in, timed out, in flight, slow down: about this moment, not about this refund. All else in the 400s is a no.
_LATER = frozenset({401, 403, 408, 409, 425, 429})
_MEANING = {
    "succeeded": Outcome.SUCCEEDED,
    "pending": Outcome.PENDING,
    "requires_action": Outcome.PENDING,
    "failed": Outcome.FAILED,
    "canceled": Outcome.FAILED,
}


class StripeGateway:
    """Implements `volte.money.ports.RefundGateway`. One per process: its line keeps connections."""

    def __init__(self, *, line: Line, webhook_secret: str) -> None:
        self._line = line
        self._secret = webhook_secret

    def refund(self, *, request: GatewayRequest) -> GatewayAnswer:
        try:
            answer = self._line.make_refund(params=self._wish(request), key=request.key)
            if answer.status == 200:
                return _known(_ours(parse.refund(answer.body), request))
            return _refused(answer)
        except amounts.Unsayable:
            return GatewayAnswer(Outcome.FAILED, code="amount_not_payable_here")
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def lookup(self, *, request: GatewayRequest) -> GatewayAnswer | None:
        try:
            found = self._found(request)
            return None if found is None else _known(_ours(found, request))
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def listed(self, *, since: datetime, after: str = "") -> RefundsPage:
        params: dict[str, Any] = {"created": {"gte": int(since.timestamp())}, "limit": 100}
        if after:
            params["starting_after"] = after
        try:
            answer = self._line.list_refunds(params=params)
            if answer.status != 200:
                raise GatewayUnreachable(f"HTTP {answer.status}")
            page = parse.refunds(answer.body)
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault
        more = page.data[-1].id if page.has_more and page.data else ""
        return RefundsPage(tuple(_listed(one) for one in page.data), more)

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> GatewayNews | None:
        signature = next((value for name, value in headers.items() if name.lower() == "stripe-signature"), "")
        webhook.verify(payload=body, signature=signature, secret=self._secret, now=clock.now())
        event = webhook.read(body)
        if event is None or event.refund.ours is None:
            return None
        ours = event.refund.ours
        return GatewayNews(ours.shop_id, ours.refund_id, ours.key, _known(event.refund))

    def close(self) -> None:
        self._line.close()

    def _wish(self, request: GatewayRequest) -> dict[str, Any]:
        """Without a currency: a refund is in the charge's, and its answer is held against what we asked for."""
        ours = {"key": request.key, "shop": str(request.shop_id), "refund": str(request.refund_id)}
        return {
            **_named(request.reference),
            "amount": amounts.told(request.amount),
            "metadata": {f"volte_{name}": value for name, value in ours.items()},
        }

    def _found(self, request: GatewayRequest) -> parse.Refund | None:
        """Page through the refunds of the charge: the provider finds by charge, we by the key we left in it."""
        params: dict[str, Any] = {**_named(request.reference), "limit": 100}
        while True:
            answer = self._line.list_refunds(params=params)
            if answer.status == 404 and parse.refusal(answer.body).code == "resource_missing":
                return None
            if answer.status != 200:
                raise GatewayUnreachable(f"HTTP {answer.status}")
            page = parse.refunds(answer.body)
            for one in page.data:
                if one.ours is not None and one.ours.key == request.key:
                    return one
            if not page.has_more or not page.data:
                return None
            params["starting_after"] = page.data[-1].id


def _named(reference: str) -> dict[str, str]:
    """Shops know a payment by its charge or by its payment intent."""
    return {"payment_intent" if reference.startswith("pi_") else "charge": reference}


def _ours(refund: parse.Refund, request: GatewayRequest) -> parse.Refund:
    """Believe an answer only if it is about the payment we asked about; else we know nothing."""
    if not refund.gives_back(reference=request.reference):
        raise parse.Unreadable(f"{refund.id} is about another payment")
    return refund


def _known(refund: parse.Refund) -> GatewayAnswer:
    outcome = _MEANING.get(refund.status or "", Outcome.UNKNOWN)
    code = (refund.status or "no_status") if outcome is Outcome.UNKNOWN else (refund.failure_reason or "")
    try:
        return GatewayAnswer(outcome, refund.id, code, refund.money)
    except parse.Unreadable:
        return GatewayAnswer(Outcome.UNKNOWN, refund.id, "amount_unreadable")


def _listed(refund: parse.Refund) -> ListedRefund:
    ours = refund.ours
    named = tuple(name for name in (refund.charge, refund.payment_intent) if name)
    word, answer = refund.status or "", _known(refund)
    if ours is None:
        return ListedRefund(named, answer, word)
    return ListedRefund(named, answer, word, ours.shop_id, ours.refund_id, ours.key)


def _refused(answer: Answer) -> GatewayAnswer:
    """A no to this refund is an answer. Anything else leaves the effect open and is asked again under the same key."""
    if not 400 <= answer.status < 500 or answer.status in _LATER:
        raise GatewayUnreachable(f"HTTP {answer.status}")
    refusal = parse.refusal(answer.body)
    if refusal.type == "idempotency_error":
        # The key made some other refund: to call this one failed could pay twice, so a person must look.
        raise GatewayUnreachable(refusal.message)
    return GatewayAnswer(Outcome.FAILED, code=refusal.code or f"{refusal.type}_{refusal.param}".rstrip("_"))
