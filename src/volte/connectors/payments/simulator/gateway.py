"""Money's port `RefundGateway` in the provider's language: what we ask, and what its answer means to us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from volte.connectors.payments.simulator import parse, setup, webhook
from volte.connectors.payments.simulator.client import Answer, Client, NoAnswer
from volte.money.ports import GatewayAnswer, GatewayNews, GatewayRequest, GatewayUnreachable
from volte.money.rules.outcomes import Outcome
from volte.runtime import clock

# Not let in, timed out, in flight, slow down: about this moment, not about this refund. All else in the 400s is a no.
_LATER = frozenset({401, 403, 408, 409, 425, 429})


def connected() -> SimulatorGateway:
    """What `project/wiring.py` binds: the provider the settings name."""
    return SimulatorGateway(configured=setup.configured())


class SimulatorGateway:
    """Implements `volte.money.ports.RefundGateway`. One per process: it keeps its connections."""

    def __init__(self, *, configured: setup.Setup) -> None:
        self._client = Client(setup=configured)
        self._secret = configured.webhook_secret

    def refund(self, *, request: GatewayRequest) -> GatewayAnswer:
        try:
            answer = self._client.post(path="/v1/refunds", form=_form(request), key=request.key)
            if answer.status == 200:
                return _known(_ours(parse.refund(answer.body), request))
            return _refused(answer)
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def lookup(self, *, request: GatewayRequest) -> GatewayAnswer | None:
        try:
            found = self._found(request)
            return None if found is None else _known(_ours(found, request))
        except (NoAnswer, parse.Unreadable) as fault:
            raise GatewayUnreachable(str(fault)) from fault

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> GatewayNews | None:
        signature = next((value for name, value in headers.items() if name.lower() == "stripe-signature"), "")
        webhook.verify(payload=body, signature=signature, secret=self._secret, now=clock.now())
        event = webhook.read(body)
        if event is None or event.refund.ours is None:
            return None
        ours = event.refund.ours
        return GatewayNews(ours.shop_id, ours.refund_id, ours.key, _known(event.refund))

    def close(self) -> None:
        self._client.close()

    def _found(self, request: GatewayRequest) -> parse.Refund | None:
        """Page through the refunds of the charge: the provider finds by charge, we by the key we left in it."""
        query = {"charge": request.reference, "limit": "100"}
        while True:
            answer = self._client.get(path="/v1/refunds", query=query)
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
            query["starting_after"] = page.data[-1].id


def _form(request: GatewayRequest) -> dict[str, str]:
    return {
        "charge": request.reference,
        "amount": str(request.amount.amount),
        "currency": request.amount.currency.lower(),
        "metadata[volte_key]": request.key,
        "metadata[volte_shop]": str(request.shop_id),
        "metadata[volte_refund]": str(request.refund_id),
    }


def _ours(refund: parse.Refund, request: GatewayRequest) -> parse.Refund:
    """Believe an answer only if it is about what we asked; else we know nothing."""
    if (refund.charge, refund.money) != (request.reference, request.amount):
        raise parse.Unreadable(f"{refund.id} is about another refund")
    return refund


def _known(refund: parse.Refund) -> GatewayAnswer:
    return GatewayAnswer(_outcome(refund.status), refund.id, refund.failure_reason)


def _outcome(status: parse.Status) -> Outcome:
    match status:
        case "succeeded":
            return Outcome.SUCCEEDED
        case "pending" | "requires_action":
            return Outcome.PENDING
        case "failed" | "canceled":
            return Outcome.FAILED
        case _:
            assert_never(status)


def _refused(answer: Answer) -> GatewayAnswer:
    """A no to this refund is an answer. Anything else leaves the effect open and is asked again under the same key."""
    if not 400 <= answer.status < 500 or answer.status in _LATER:
        raise GatewayUnreachable(f"HTTP {answer.status}")
    refusal = parse.refusal(answer.body)
    if refusal.type == "idempotency_error":
        # The key made some other refund: to call this one failed could pay twice, so a person must look.
        raise GatewayUnreachable(refusal.message)
    return GatewayAnswer(Outcome.FAILED, code=refusal.code or f"{refusal.type}_{refusal.param}".rstrip("_"))
