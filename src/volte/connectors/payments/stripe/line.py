"""What we ask a provider that speaks Stripe's language, whoever carries it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Params = Mapping[str, Any]


class NoAnswer(Exception):
    """Nobody answered, or too late: whether the provider acted is unknown."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


class Line(Protocol):
    """One per process, shared by its threads. Every call raises NoAnswer; a refusal is an answer with its status."""

    def make_refund(self, *, params: Params, key: str) -> Answer: ...

    def list_refunds(self, *, params: Params) -> Answer: ...

    def open_session(self, *, params: Params, key: str) -> Answer: ...

    def read_session(self, *, name: str) -> Answer: ...

    def expire_session(self, *, name: str, key: str) -> Answer: ...

    def read_intent(self, *, name: str) -> Answer: ...

    def capture_intent(self, *, name: str, params: Params, key: str) -> Answer: ...

    def cancel_intent(self, *, name: str, key: str) -> Answer: ...

    def close(self) -> None: ...
