"""A line to Stripe through its own SDK, which is loaded by the first call and not before: it is large."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

import httpx

from volte.connectors.payments.stripe.line import Answer, NoAnswer, Params
from volte.connectors.payments.stripe.setup import Setup


class SdkLine:
    """Implements `line.Line`. The SDK never repeats a call by itself: our intents do, and know what became of it."""

    def __init__(self, *, setup: Setup) -> None:
        self._setup = setup
        self._turn = Lock()
        self._made: Any = None
        self._http: httpx.Client | None = None

    def make_refund(self, *, params: Params, key: str) -> Answer:
        return self._asked(lambda stripe: stripe.refunds.create(params, _once(key)))

    def list_refunds(self, *, params: Params) -> Answer:
        return self._asked(lambda stripe: stripe.refunds.list(params))

    def open_session(self, *, params: Params, key: str) -> Answer:
        return self._asked(lambda stripe: stripe.checkout.sessions.create(params, _once(key)))

    def read_session(self, *, name: str) -> Answer:
        return self._asked(lambda stripe: stripe.checkout.sessions.retrieve(name))

    def expire_session(self, *, name: str, key: str) -> Answer:
        return self._asked(lambda stripe: stripe.checkout.sessions.expire(name, {}, _once(key)))

    def read_intent(self, *, name: str) -> Answer:
        return self._asked(lambda stripe: stripe.payment_intents.retrieve(name, {"expand": ["latest_charge"]}))

    def capture_intent(self, *, name: str, params: Params, key: str) -> Answer:
        return self._asked(lambda stripe: stripe.payment_intents.capture(name, params, _once(key)))

    def cancel_intent(self, *, name: str, key: str) -> Answer:
        return self._asked(lambda stripe: stripe.payment_intents.cancel(name, {}, _once(key)))

    def close(self) -> None:
        if self._http is not None:
            self._http.close()

    def _asked(self, verb: Callable[[Any], Any]) -> Answer:
        """What Stripe answered, a refusal included, as it was written."""
        import stripe  # noqa: PLC0415  17 MB that only shops with Stripe need

        if not self._setup.api_key:
            raise NoAnswer("VOLTE_STRIPE_KEY is not set")
        try:
            found = verb(self._client().v1)
        except stripe.APIConnectionError as fault:
            raise NoAnswer(f"no answer from {self._setup.url}") from fault
        except stripe.StripeError as fault:
            if fault.http_status is None or fault.http_body is None:
                raise NoAnswer(type(fault).__name__) from fault
            body = fault.http_body
            return Answer(fault.http_status, body.encode() if isinstance(body, str) else bytes(body))
        response = found.last_response
        return Answer(int(response.code), str(response.body).encode())

    def _client(self) -> Any:
        import stripe  # noqa: PLC0415

        with self._turn:
            if self._made is None:
                # It would tell Stripe how long our calls took, and other things about this machine.
                stripe.enable_telemetry = False
                self._http = _http(self._setup)
                self._made = stripe.StripeClient(
                    self._setup.api_key,
                    base_addresses={"api": self._setup.url},
                    max_network_retries=0,
                    http_client=_carrier(self._http),
                )
            return self._made


def _once(key: str) -> dict[str, str]:
    return {"idempotency_key": key}


def _http(setup: Setup) -> httpx.Client:
    return httpx.Client(
        timeout=httpx.Timeout(setup.answer_seconds, connect=setup.connect_seconds),
        limits=httpx.Limits(max_connections=20, keepalive_expiry=60),
        # A proxy of the environment has no business between us and the money.
        trust_env=False,
    )


def _carrier(http: httpx.Client) -> Any:
    """The SDK's way out, over connections of ours that all threads share."""
    import stripe  # noqa: PLC0415

    class Carrier(stripe.HTTPClient):  # type: ignore[misc]  # the SDK's types are not followed
        name = "httpx"

        def request(self, method: str, url: str, headers: Any, post_data: Any = None) -> tuple[bytes, int, Any]:
            try:
                answer = http.request(method, url, headers=headers, content=post_data)
            except httpx.TransportError as fault:
                raise stripe.APIConnectionError(type(fault).__name__) from fault
            return answer.content, answer.status_code, answer.headers

        def close(self) -> None:
            http.close()

    return Carrier()
