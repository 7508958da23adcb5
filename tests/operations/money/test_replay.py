"""The events of a shop, told again from the first, lead to the books as they are: whatever happened, in any order."""

import random
from collections import Counter
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import BASIS, back, card, eur, subject, wish
from tests.operations.money.test_promise import all_is_well
from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import PaymentKind, Resolution
from volte.money import booking, queries, sending
from volte.money import operations as money
from volte.money.models import Credit, Entry, Refund
from volte.money.ports import GatewayAnswer
from volte.money.rules import ledger, posting
from volte.money.rules.credit import CreditValue
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.plan import RefundPlan
from volte.money.rules.purse import Move
from volte.money.rules.standing import OrderMoney
from volte.money.rules.tenders import Payment, Route
from volte.money.rules.wish import Goodwill, RefundWish
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

ACTS = 30


@pytest.mark.parametrize("seed", range(4))
def test_the_events_told_again_are_the_books(owner: Actor, gateway: FakeGateway, seed: int) -> None:
    ours = money.issue_credit(by=owner, amount=eur(9000), subject=subject())
    money.spend_credit(by=owner, code=ours.code, amount=eur(9000), key="checkout")
    gift = Payment("gc", PaymentKind.GIFT_CARD, eur(4000), "", ours.code)
    orders = [OrderMoney(uuid4(), BASIS, (gift, card(gateway.charge(amount=6690), 6690))) for _ in range(3)]
    chance = random.Random(seed)
    for place in range(ACTS):
        # Nothing may be left of this order, or this credit: then the books do not move.
        with suppress(Refused):
            _act(owner, chance, orders, f"k{place}")
    assert all_is_well(owner)
    with tenancy.entered(owner.shop_id):
        told = Counter(entry for event in OutboxEvent.objects.order_by("id") for entry in _told(event))
        kept = Counter(booking.read(row=row) for row in Entry.objects.all())
        assert Counter(map(_shape, told.elements())) == Counter(map(_shape, kept.elements()))
        assert sum(kept.values()) > ACTS // 2


def _act(by: Actor, chance: random.Random, orders: list[OrderMoney], key: str) -> None:
    order, unit = chance.choice(orders), chance.choice([back("S", 1), back("S", 2), back("L", 1)])
    match chance.randrange(8):
        case 0:
            money.promise(by=by, order=order, wish=wish(unit), subject=subject(), key=key)
        case 1:
            bonus = Rate.parse("10 %")
            money.promise_credit(
                by=by, order=order, wish=wish(unit), subject=subject(), key=key, bonuses={unit.reference: bonus}
            )
        case 2:
            gesture = RefundWish(goodwill=Goodwill(eur(chance.randint(1, 900)), "sorry"))
            money.promise(by=by, order=order, wish=gesture, subject=subject(), key=key)
        case 3:
            money.issue_credit(by=by, amount=eur(chance.randint(1, 5000)), subject=subject())
        case 4:
            _spend(by, chance, key)
        case 5:
            money.unspend_credit(by=by, code=_some_code(by, chance), key=f"k{chance.randrange(ACTS)}")
        case _:
            _move(by, chance)


def _spend(by: Actor, chance: random.Random, key: str) -> None:
    code = _some_code(by, chance)
    money.spend_credit(by=by, code=code, amount=eur(chance.randint(1, 900)), key=key)


def _some_code(by: Actor, chance: random.Random) -> str:
    with tenancy.entered(by.shop_id):
        codes = list(Credit.objects.order_by("id").values_list("code", flat=True))
    return chance.choice(codes) if codes else "CR-0000-0000-0000"


def _move(by: Actor, chance: random.Random) -> None:
    with tenancy.entered(by.shop_id):
        refunds = list(Refund.objects.order_by("id"))
    if not refunds:
        return
    row = chance.choice(refunds)
    if row.status == RefundStatus.PLANNED.value:
        sending.attempt(by=by, refund_id=row.id)
    elif row.status == RefundStatus.FAILED.value:
        chance.choice([_retry, _pay])(by, row.id)
    elif row.route == Route.GATEWAY.value:
        failed = GatewayAnswer(Outcome.FAILED, row.gateway_refund, "account_closed")
        money.record_outcome(by=by, refund_id=row.id, key=sending.key_of(row), answer=failed)


def _retry(by: Actor, refund_id: UUID) -> None:
    money.retry_refund(by=by, refund_id=refund_id)


def _pay(by: Actor, refund_id: UUID) -> None:
    money.record_payout(by=by, refund_id=refund_id, reference="SEPA 1")


# Paid out and not returned by the bank so far, by refund.
_PAID: dict[str, ledger.Entry | None] = {}


def _told(event: OutboxEvent) -> list[ledger.Entry]:
    """The entries an event stands for, by the rules alone."""
    return [entry for entry in _entries(event.kind, event.data) if entry is not None]


def _entries(kind: str, data: dict[str, Any]) -> list[ledger.Entry | None]:
    match kind:
        case "refund.promised":
            return [_promised(queries.promise(promise_id=UUID(data["promise_id"])))]
        case "credit.issued":
            return [*_kept(data), _issued(data)]
        case "credit.spent":
            return [posting.credit_spent(move=-_move_of(data))]
        case "credit.refilled":
            return [posting.credit_refilled(move=_move_of(data))]
        case "credit.unspent":
            return [posting.credit_unspent(move=_move_of(data))]
        case "credit.lapsed":
            return [posting.credit_lapsed(move=-_move_of(data))]
        case "refund.succeeded":
            return [_paid(data)]
        case "refund.failed":
            paid = _PAID.pop(data["refund_id"], None)
            return [paid and paid.reversed()]
    return []


def _kept(data: dict[str, Any]) -> list[ledger.Entry | None]:
    """The promise of a credit is told by the credit."""
    if data["promise_id"] is None:
        return []
    promise = queries.promise(promise_id=UUID(data["promise_id"]))
    return [_promised(promise)] if promise.resolution is Resolution.CREDIT else []


def _paid(data: dict[str, Any]) -> ledger.Entry | None:
    if data["route"] == Route.STORE_CREDIT.value:
        return None
    paid = posting.paid_out(amount=Money(data["amount"], data["currency"]), route=Route(data["route"]))
    _PAID[data["refund_id"]] = paid
    return paid


def _promised(promise: queries.PromiseView) -> ledger.Entry | None:
    return posting.promised(plan=RefundPlan(promise.amount.currency, promise.lines, {}))


def _move_of(data: dict[str, Any]) -> Move:
    bonus = Money(data["bonus"], data["currency"])
    return Move(Money(data["amount"], data["currency"]) - bonus, bonus)


def _issued(data: dict[str, Any]) -> ledger.Entry | None:
    bonus = Money(data["bonus"], data["currency"])
    value = CreditValue(Money(data["amount"], data["currency"]) - bonus, bonus)
    return posting.credit_given(value=value.base) if data["promise_id"] is None else posting.credit_issued(value=value)


def _shape(entry: ledger.Entry) -> tuple[str, frozenset[ledger.Posting]]:
    return entry.kind, frozenset(entry.postings)
