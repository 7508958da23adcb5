"""Where is the provider, and how are we known to it? Read from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setup:
    """`answer_seconds` is how long we wait before an attempt counts as unanswered; it is then repeated, so be short."""

    url: str = "http://127.0.0.1:21480"
    api_key: str = "sk_test_volte"
    webhook_secret: str = ""
    connect_seconds: float = 2.0
    answer_seconds: float = 8.0


def from_environment(environment: Mapping[str, str]) -> Setup:
    """`VOLTE_PSP_` and `URL`, `KEY`, `WEBHOOK_SECRET` or `SECONDS`; what is absent has a default."""
    plain = Setup()
    return Setup(
        url=environment.get("VOLTE_PSP_URL", plain.url).rstrip("/"),
        api_key=environment.get("VOLTE_PSP_KEY", plain.api_key),
        webhook_secret=environment.get("VOLTE_PSP_WEBHOOK_SECRET", plain.webhook_secret),
        answer_seconds=float(environment.get("VOLTE_PSP_SECONDS", plain.answer_seconds)),
    )
