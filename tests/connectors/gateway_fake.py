"""A payment provider in memory, for tests of everything that promises money. Kept honest by the contract suite."""

import hashlib
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from volte.kit.money import Money
from volte.money.ports import (
    GatewayAnswer,
    GatewayNews,
    GatewayRequest,
    GatewayUnreachable,
    ListedRefund,
    NewsRefused,
    RefundsPage,
)
from volte.money.rules.outcomes import Outcome
from volte.runtime import clock

Course = Literal["lose", "break", "pending", "fail", "unheard", "currency"]


@dataclass(slots=True)
class FakeGateway:
    """Charges by reference and refunds by key; `next` holds what goes wrong with the calls to come."""

    charges: dict[str, int] = field(default_factory=dict)
    made: dict[str, tuple[GatewayRequest, GatewayAnswer]] = field(default_factory=dict)
    next: deque[Course] = field(default_factory=deque)
    calls: int = 0
    made_at: dict[str, datetime] = field(default_factory=dict)
    foreign: tuple[ListedRefund, ...] = ()

    def refund(self, *, request: GatewayRequest) -> GatewayAnswer:
        self.calls += 1
        course = self.next.popleft() if self.next else None
        if course == "break":
            raise GatewayUnreachable("connection refused")
        answer = self._once(request, course)
        if course == "lose":
            raise GatewayUnreachable("no answer in time")
        return answer

    def lookup(self, *, request: GatewayRequest) -> GatewayAnswer | None:
        found = self.made.get(request.key)
        return None if found is None else found[1]

    def listed(self, *, since: datetime, after: str = "") -> RefundsPage:
        """Two to a page, so that whoever reads must turn it."""
        rows = [(key, *self.made[key]) for key, moment in self.made_at.items() if moment >= since]
        first = int(after or 0)
        page = tuple(
            ListedRefund(
                (asked.reference,), answer, answer.code or answer.outcome.value, asked.shop_id, asked.refund_id, key
            )
            for key, asked, answer in rows[first : first + 2]
        )
        return RefundsPage((*page, *(() if after else self.foreign)), str(first + 2) if rows[first + 2 :] else "")

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> GatewayNews | None:
        if headers.get("signature") != _signed(body):
            raise NewsRefused("signature")
        told = json.loads(body)
        if "key" not in told:
            return None
        answer = GatewayAnswer(Outcome(told["outcome"]), told["id"], told["code"], Money(told["amount"], "EUR"))
        return GatewayNews(UUID(told["shop"]), UUID(told["refund"]), told["key"], answer)

    def charge(self, *, amount: int) -> str:
        name = f"ch_{len(self.charges) + 1}"
        self.charges[name] = amount
        return name

    def refunded(self, *, reference: str) -> int:
        going = (Outcome.PENDING, Outcome.SUCCEEDED)
        mine = [asked for asked, answer in self.made.values() if answer.outcome in going]
        return sum(asked.amount.amount for asked in mine if asked.reference == reference)

    def finish(self, *, request: GatewayRequest, succeeds: bool) -> tuple[dict[str, str], bytes]:
        asked, answer = self.made[request.key]
        outcome = Outcome.SUCCEEDED if succeeds else Outcome.FAILED
        ended = replace(answer, outcome=outcome, code="" if succeeds else "bank_refused")
        self.made[request.key] = (asked, ended)
        told = {
            "key": asked.key,
            "shop": str(asked.shop_id),
            "refund": str(asked.refund_id),
            "amount": asked.amount.amount,
            "outcome": ended.outcome.value,
            "id": ended.gateway_refund,
            "code": ended.code,
        }
        body = json.dumps(told).encode()
        return {"signature": _signed(body)}, body

    def other_news(self) -> tuple[dict[str, str], bytes]:
        body = b'{"type": "payout.paid"}'
        return {"signature": _signed(body)}, body

    def _once(self, request: GatewayRequest, course: Course | None) -> GatewayAnswer:
        if request.key in self.made:
            return self.made[request.key][1]
        if request.reference not in self.charges:
            return GatewayAnswer(Outcome.FAILED, code="charge_unknown")
        if self.refunded(reference=request.reference) + request.amount.amount > self.charges[request.reference]:
            return GatewayAnswer(Outcome.FAILED, code="amount_too_large")
        answer = GatewayAnswer(Outcome.SUCCEEDED, f"re_{len(self.made) + 1}", amount=request.amount)
        if course == "unheard":
            answer = replace(answer, outcome=Outcome.UNKNOWN, code="under_review")
        if course == "currency":
            answer = replace(answer, amount=Money(request.amount.amount, "USD"))
        if course == "pending":
            answer = replace(answer, outcome=Outcome.PENDING)
        if course == "fail":
            answer = replace(answer, outcome=Outcome.FAILED, code="expired_card")
        self.made[request.key] = (request, answer)
        self.made_at[request.key] = clock.now()
        return answer


def _signed(body: bytes) -> str:
    return hashlib.sha256(b"secret" + body).hexdigest()
