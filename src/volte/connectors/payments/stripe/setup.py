"""Where is Stripe, and how are we known to it?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

API = "https://api.stripe.com"
# Where Stripe's own payment pages live; those of another address live there.
PAGES = "https://checkout.stripe.com"


@dataclass(frozen=True, slots=True)
class Setup:
    """`answer_seconds` is how long we wait before an attempt counts as unanswered; it is then repeated, so be short.

    Without `webhook_secret` no news is believed, without `api_key` nothing is asked.
    """

    api_key: str
    webhook_secret: str = ""
    url: str = API
    connect_seconds: float = 3.0
    answer_seconds: float = 10.0

    @property
    def page_origin(self) -> str:
        if self.url == API:
            return PAGES
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def configured() -> Setup:
    """From `VOLTE_STRIPE_KEY`, `VOLTE_STRIPE_WEBHOOK_SECRET` and `VOLTE_STRIPE_URL`."""
    return Setup(
        api_key=settings.STRIPE_KEY,
        webhook_secret=settings.STRIPE_WEBHOOK_SECRET,
        url=(settings.STRIPE_URL or API).rstrip("/"),
    )
