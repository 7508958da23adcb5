"""A provider that holds money on cards, in memory: agreed to, taken and let go by the test and by us."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from volte.kit.money import Money
from volte.money.ports import CheckoutPage, CheckoutRequest, GatewayUnreachable, HoldNews, HoldSeen, NewsRefused
from volte.money.rules.outcomes import Holding
from volte.runtime import clock


@dataclass(slots=True)
class FakeHolds:
    """`pages` by reference, with how each stands; `silent` makes every call go unanswered, `deaf` only those that would
    end a hold, after their effect."""

    pages: dict[str, tuple[CheckoutRequest, HoldSeen]] = field(default_factory=dict)
    silent: bool = False
    deaf: bool = False
    calls: list[str] = field(default_factory=list)
    lasts: timedelta = timedelta(days=7)

    def hold(self, *, request: CheckoutRequest) -> CheckoutPage:
        self._speak("hold")
        reference = f"cs_{request.key}"
        kept, _ = self.pages.setdefault(reference, (request, HoldSeen(Holding.OPEN)))
        assert kept == request, "one key, one wish"
        return CheckoutPage(reference, f"https://pay.example/{reference}")

    def standing(self, *, reference: str) -> HoldSeen:
        self._speak("standing")
        self._lapse()
        return self.pages[reference][1]

    def capture(self, *, payment: str, amount: Money, key: str) -> HoldSeen:
        self._speak("capture")
        return self._end(payment, lambda seen: replace(seen, holding=Holding.TAKEN, taken=amount, until=None))

    def release(self, *, payment: str, key: str) -> HoldSeen:
        self._speak("release")
        return self._end(payment, lambda seen: replace(seen, holding=Holding.LET_GO, until=None))

    def hear_hold(self, *, headers: Mapping[str, str], body: bytes) -> HoldNews | None:
        if headers.get("signature") != "good":
            raise NewsRefused("signature")
        reference = json.loads(body).get("hold")
        if reference is None:
            return None
        request, _ = self.pages[reference]
        return HoldNews(request.shop_id, request.checkout_id)

    def agree(self, url: str) -> str:
        """The customer agrees on this page; its reference."""
        reference = url.rpartition("/")[2]
        request, seen = self.pages[reference]
        assert seen.holding is Holding.OPEN, "a page that is over cannot be agreed to"
        held = HoldSeen(Holding.HELD, f"pi_{reference}", None, clock.now() + self.lasts)
        self.pages[reference] = (request, held)
        return reference

    def leave(self, url: str) -> str:
        """The page expires."""
        reference = url.rpartition("/")[2]
        self.pages[reference] = (self.pages[reference][0], HoldSeen(Holding.LET_GO))
        return reference

    def took(self) -> list[Money]:
        """What was taken of all cards."""
        return [seen.taken for _, seen in self.pages.values() if seen.taken is not None]

    def _end(self, payment: str, change: "object") -> HoldSeen:
        self._lapse()
        reference = payment.removeprefix("pi_")
        request, seen = self.pages[reference]
        if seen.holding is Holding.HELD:
            seen = change(seen)  # type: ignore[operator]  # one of the two above
            self.pages[reference] = (request, seen)
        if self.deaf:
            self.deaf = False
            raise GatewayUnreachable("the answer never arrived")
        return seen

    def _lapse(self) -> None:
        for name, (request, seen) in self.pages.items():
            if seen.holding is Holding.HELD and seen.until is not None and seen.until <= _now():
                self.pages[name] = (request, HoldSeen(Holding.LET_GO, seen.payment))

    def _speak(self, what: str) -> None:
        self.calls.append(what)
        if self.silent:
            raise GatewayUnreachable("no answer in time")


def _now() -> datetime:
    return clock.now()
