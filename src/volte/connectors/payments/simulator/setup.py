"""Where is the provider, and how are we known to it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Setup:
    """`answer_seconds` is how long we wait before an attempt counts as unanswered; it is then repeated, so be short.

    Without `webhook_secret` no news is believed.
    """

    url: str
    api_key: str
    webhook_secret: str = ""
    connect_seconds: float = 2.0
    answer_seconds: float = 8.0


def configured() -> Setup:
    """From `VOLTE_PSP_URL`, `VOLTE_PSP_KEY` and `VOLTE_PSP_WEBHOOK_SECRET`."""
    return Setup(url=settings.PSP_URL.rstrip("/"), api_key=settings.PSP_KEY, webhook_secret=settings.PSP_WEBHOOK_SECRET)
