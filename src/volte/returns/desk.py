"""What the staff's desk asks of the journey: how much waits where, what money is at stake, why a person is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Resolution
from volte.money import queries as money
from volte.money.rules import exchange
from volte.money.rules.exchange import Swap
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import Standing
from volte.money.rules.wish import Deduction, RefundWish
from volte.returns import considering, decisions, wire
from volte.returns.models import Return
from volte.returns.rules import swapping
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.rules.units import OUTBOUND_GIVEN_BACK, Back, units_back
from volte.returns.views import ItemView, ReturnView, SettlementView
from volte.runtime import clock, tenancy

# Counted no further: a queue of a thousand and one of a hundred thousand say the same to a person, and cost the same.
MOST_COUNTED = 1_000
_OVER = (Verdict.REFUSED, Verdict.CANCELLED, Verdict.EXPIRED)
_PAID_OUT = (Resolution.REFUND, Resolution.CREDIT, Resolution.EXCHANGE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queue: how many (`MOST_COUNTED` at most) and since when the oldest waits."""

    count: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stake:
    """The money of a return: what is still to be paid, by resolution, and what the order can still give at all.
    `instead`: what the articles of an exchange cost, set against its plan."""

    plans: Mapping[Resolution, RefundPlan]
    ceiling: Money
    instead: Money | None = None

    def back(self, resolution: Resolution) -> Money:
        """What of a plan goes back in money or credit; of an exchange only what its articles cost less."""
        worth = self.plans[resolution].total()
        if resolution is not Resolution.EXCHANGE or self.instead is None:
            return worth
        return (worth - self.instead).at_least_zero()


_WAITING_FOR = """(SELECT '{name}', count(*), min(since) FROM (
    SELECT waits_since AS since FROM {table} WHERE shop_id = %s AND waits_for = '{waits_for}'
    ORDER BY waits_since LIMIT {most}) AS the_first)"""
_OVERDUE = """(SELECT 'deadlines', count(*), min(since) FROM (
    SELECT deadline_at AS since FROM {table} WHERE shop_id = %s AND deadline_at <= %s
    ORDER BY deadline_at LIMIT {most}) AS the_first)"""
_IN_STATUS = """(SELECT '{name}', count(*), NULL FROM (
    SELECT 1 FROM {table} WHERE shop_id = %s AND status IN ({statuses}) LIMIT {most}) AS the_first)"""
_WAITS = {"review": "shop", "evidence": "customer", "money": "money"}
_STATUSES = {"travelling": (Status.IN_TRANSIT,), "arrivals": (Status.ARRIVED, Status.INSPECTED)}


def waiting() -> dict[str, Waiting]:
    """The queues of the entered shop by name, in one statement that reads no more than it counts. `deadlines` counts
    those that are over."""
    table = Return._meta.db_table
    parts = [
        _WAITING_FOR.format(name=name, table=table, waits_for=word, most=MOST_COUNTED) for name, word in _WAITS.items()
    ]
    for name, statuses in _STATUSES.items():
        words = ", ".join(f"'{status.value}'" for status in statuses)
        parts.append(_IN_STATUS.format(name=name, table=table, statuses=words, most=MOST_COUNTED))
    given: list[Any] = [tenancy.current()] * len(parts)
    parts.append(_OVERDUE.format(table=table, most=MOST_COUNTED))
    given += [tenancy.current(), clock.now()]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), given)
        return {name: Waiting(count, oldest_at) for name, count, oldest_at in cursor.fetchall()}


def stake(*, view: ReturnView, order: OrderView, settlements: Sequence[SettlementView]) -> Stake:
    """What the units not yet settled would bring if all comes back as agreed. Of a return that ended (refused,
    expired, cancelled): what saying yes now would bring."""
    about = considering.order_money(order)
    standing = money.standing_seen(order=about)
    open_items = [item for item in view.items if item.verdict not in _OVER] or list(view.items)
    fee = (
        _fee(view, open_items)
        if not any(made.kind not in ("goodwill", "price_reduction") for made in settlements)
        else None
    )
    plans: dict[Resolution, RefundPlan] = {}
    instead: Money | None = None
    try:
        backs = [
            _back(item, about.basis.currency) for item in open_items if _left(item) > 0 and item.resolution in _PAID_OUT
        ]
        units = units_back(paid=standing.paid, before=standing.before, wanted=backs)
        for resolution in dict.fromkeys(item.resolution for item in open_items):
            names = {str(item.id) for item in open_items if item.resolution is resolution}
            group = tuple(one for one in units if one.reference in names)
            if group:
                plans[resolution] = standing.plan(wish=RefundWish(units=group, return_shipping_fee=fee))
                fee = None
        if Resolution.EXCHANGE in plans:
            instead = _instead(standing, plans[Resolution.EXCHANGE], open_items)
    except Refused:
        # The units went another way meanwhile (another return, a refund elsewhere): there is nothing left to foresee.
        plans = {}
    return Stake(plans, standing.ceiling(), instead)


def no_stake(*, view: ReturnView) -> Stake:
    """A past return that fits no purchase has nothing to come."""
    return Stake({}, Money(0, view.value.currency))


def why_here(*, decision: Mapping[str, Any]) -> Message | None:
    """Which rule asked for a person: the line of the trace before the one that sets approval or evidence."""
    before: Message | None = None
    for line in decision.get("reasons", []):
        said = wire.message_back(line)
        if said is None:
            continue
        if said.code == "policy-step-holds":
            before = said
        field = said.params.get("field")
        if said.code == "policy-step-sets" and isinstance(field, Message) and field.code in _ASKS:
            return before
    return None


_ASKS = ("policy-field-approval", "policy-field-evidence")


def _left(item: ItemView) -> int:
    """Units about which nothing was settled, and nobody said that they are not to be."""
    return item.quantity - item.settled - item.rejected - item.missing


def _instead(standing: Standing, plan: RefundPlan, items: Sequence[ItemView]) -> Money | None:
    """What the articles sent instead cost together, as money will reckon it; None where nothing can be exchanged."""
    swaps = []
    for item in items:
        taken = plan.paid_by(reference=str(item.id))
        if not taken:
            continue
        old = standing.paid.line(id=item.line)
        price = swapping.new_price(variant=catalogue.variant(sku=item.exchange_sku), old=old)
        swaps += [Swap(old.units(positions=[position]), old.list_price, price) for _, position in taken]
    return exchange.price_of(swaps=swaps, discount=considering.discount()) if swaps else None


def _back(item: ItemView, currency: str) -> Back:
    left = item.deduction - item.deducted
    return Back(
        reference=str(item.id),
        line=item.line,
        title=item.title,
        quantity=_left(item),
        outbound_owed=bool(item.decision.get("outbound_refunded")) and item.resolution in OUTBOUND_GIVEN_BACK,
        restocking_fee=decisions.fee_of(item.decision, item.resolution),
        deduction=Deduction(Money(left, currency), item.deduction_reason) if left else None,
        by_right=decisions.by_right(item.decision) and item.resolution in OUTBOUND_GIVEN_BACK,
    )


def _fee(view: ReturnView, items: Sequence[ItemView]) -> Money | None:
    prices = [
        offer["price"]["amount"]
        for item in items
        for offer in item.decision.get("methods", [])
        if offer["method"] == view.method.value
    ]
    fee = min(prices, default=0)
    return Money(fee, view.value.currency) if fee else None
