"""HTTP only: ask the provider over one kept connection, and say plainly when there was no answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from volte.connectors.payments.simulator.setup import Setup


class NoAnswer(Exception):
    """Nobody answered, or too late: whether the provider acted is unknown."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


class Client:
    """Shared by all threads of a process; httpx keeps the connections."""

    def __init__(self, *, setup: Setup) -> None:
        self._http = httpx.Client(
            base_url=setup.url,
            auth=(setup.api_key, ""),
            timeout=httpx.Timeout(setup.answer_seconds, connect=setup.connect_seconds),
            limits=httpx.Limits(max_connections=20, keepalive_expiry=60),
            # A proxy of the environment has no business between us and the money.
            trust_env=False,
        )

    def post(self, *, path: str, form: Mapping[str, str], key: str) -> Answer:
        return self._asked("POST", path, data=dict(form), headers={"Idempotency-Key": key})

    def get(self, *, path: str, query: Mapping[str, str]) -> Answer:
        return self._asked("GET", path, query=query)

    def close(self) -> None:
        self._http.close()

    def _asked(
        self,
        method: str,
        path: str,
        *,
        data: dict[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        try:
            answer = self._http.request(method, path, data=data, params=query, headers=headers)
        except httpx.TransportError as fault:
            raise NoAnswer(f"{type(fault).__name__} at {method} {path}") from fault
        return Answer(answer.status_code, answer.content)
