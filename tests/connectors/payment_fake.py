"""A provider that takes payments, in memory: pages by key, paid by the test."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from volte.money.ports import (
    CheckoutNews,
    CheckoutPage,
    CheckoutRequest,
    CheckoutSeen,
    GatewayUnreachable,
    NewsRefused,
)
from volte.money.rules.outcomes import Paying


@dataclass(slots=True)
class FakePayments:
    """`pages` by reference, with how each stands; `silent` makes every call go unanswered."""

    pages: dict[str, tuple[CheckoutRequest, CheckoutSeen]] = field(default_factory=dict)
    silent: bool = False
    break_next: bool = False

    def page_origin(self) -> str:
        return "https://pay.example"

    def open_checkout(self, *, request: CheckoutRequest) -> CheckoutPage:
        self._speak()
        reference = f"cs_{request.key}"
        kept, _ = self.pages.setdefault(reference, (request, CheckoutSeen(Paying.OPEN)))
        assert kept == request, "one key, one wish"
        return CheckoutPage(reference, f"https://pay.example/{reference}")

    def seen(self, *, reference: str) -> CheckoutSeen:
        self._speak()
        return self.pages[reference][1]

    def expire(self, *, reference: str) -> CheckoutSeen:
        self._speak()
        request, seen = self.pages[reference]
        if seen.paying is Paying.OPEN:
            self.pages[reference] = (request, CheckoutSeen(Paying.OVER))
        return self.pages[reference][1]

    def hear_payment(self, *, headers: Mapping[str, str], body: bytes) -> CheckoutNews | None:
        if headers.get("signature") != "good":
            raise NewsRefused("signature")
        reference = json.loads(body).get("page")
        if reference is None:
            return None
        request, seen = self.pages[reference]
        return CheckoutNews(request.shop_id, request.checkout_id, seen)

    def pay(self, url: str) -> str:
        """The customer pays on this page; its reference."""
        reference = url.rpartition("/")[2]
        request, seen = self.pages[reference]
        assert seen.paying is Paying.OPEN, "a page that is over cannot be paid"
        self.pages[reference] = (request, CheckoutSeen(Paying.PAID, f"pi_{reference}"))
        return reference

    def _speak(self) -> None:
        if self.silent or self.break_next:
            self.break_next = False
            raise GatewayUnreachable("no answer in time")
