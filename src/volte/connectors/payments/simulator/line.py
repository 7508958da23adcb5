"""A plain line to the provider: HTTP over kept connections, and said plainly when there was no answer."""

from __future__ import annotations

import httpx

from volte.connectors.payments.simulator.setup import Setup
from volte.connectors.payments.stripe.line import Answer, NoAnswer, Params

_SESSIONS = "/v1/checkout/sessions"
_INTENTS = "/v1/payment_intents"


class HttpLine:
    """Implements `payments.stripe.line.Line`. Shared by all threads of a process; httpx keeps the connections."""

    def __init__(self, *, setup: Setup) -> None:
        self._http = httpx.Client(
            base_url=setup.url,
            auth=(setup.api_key, ""),
            timeout=httpx.Timeout(setup.answer_seconds, connect=setup.connect_seconds),
            limits=httpx.Limits(max_connections=20, keepalive_expiry=60),
            # A proxy of the environment has no business between us and the money.
            trust_env=False,
        )

    def make_refund(self, *, params: Params, key: str) -> Answer:
        return self._posted("/v1/refunds", params, key)

    def list_refunds(self, *, params: Params) -> Answer:
        return self._got("/v1/refunds", params)

    def open_session(self, *, params: Params, key: str) -> Answer:
        return self._posted(_SESSIONS, params, key)

    def read_session(self, *, name: str) -> Answer:
        return self._got(f"{_SESSIONS}/{name}", {})

    def expire_session(self, *, name: str, key: str) -> Answer:
        return self._posted(f"{_SESSIONS}/{name}/expire", {}, key)

    def read_intent(self, *, name: str) -> Answer:
        return self._got(f"{_INTENTS}/{name}", {"expand[]": "latest_charge"})

    def capture_intent(self, *, name: str, params: Params, key: str) -> Answer:
        return self._posted(f"{_INTENTS}/{name}/capture", params, key)

    def cancel_intent(self, *, name: str, key: str) -> Answer:
        return self._posted(f"{_INTENTS}/{name}/cancel", {}, key)

    def close(self) -> None:
        self._http.close()

    def _posted(self, path: str, params: Params, key: str) -> Answer:
        return self._answered(self._http.build_request("POST", path, json=params, headers={"Idempotency-Key": key}))

    def _got(self, path: str, params: Params) -> Answer:
        return self._answered(self._http.build_request("GET", path, params=_flat(params)))

    def _answered(self, request: httpx.Request) -> Answer:
        try:
            answer = self._http.send(request)
        except httpx.TransportError as fault:
            raise NoAnswer(f"{type(fault).__name__} at {request.method} {request.url.path}") from fault
        return Answer(answer.status_code, answer.content)


def _flat(params: Params) -> dict[str, str]:
    """`{"created": {"gte": 1}}` as addresses write it: `created[gte]=1`."""
    flat: dict[str, str] = {}
    for name, value in params.items():
        inside = {f"{name}[{key}]": each for key, each in value.items()} if isinstance(value, dict) else {name: value}
        flat |= {key: str(each) for key, each in inside.items()}
    return flat
