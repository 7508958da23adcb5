"""What the staff's desk asks of the journey: how much waits where, what money is at stake, why a person is needed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
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
from volte.money.queries import PromiseView
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.preview import Preview, Wanted
from volte.money.rules.standing import Standing
from volte.money.rules.wish import Deduction, RefundWish
from volte.returns import considering, decisions, wire
from volte.returns.models import Return, Settlement
from volte.returns.rules import swapping
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.rules.units import OUTBOUND_GIVEN_BACK, Back, units_back
from volte.returns.views import ItemView, ReturnView, SettlementView
from volte.runtime import clock, tenancy

# Counted no further: a queue of a thousand and one of a hundred thousand say the same to a person, and cost the same.
MOST_COUNTED = 1_000
_OVER = (Verdict.REFUSED, Verdict.CANCELLED, Verdict.EXPIRED)
_NO_PARCEL = ("goodwill", "price_reduction")
_PAID_OUT = (Resolution.REFUND, Resolution.CREDIT, Resolution.EXCHANGE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queue: how many (`MOST_COUNTED` at most) and since when the oldest waits."""

    count: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stake:
    """The money of a return: what is still to be paid, by resolution and in the order in which it would be promised,
    and what the order can still give at all."""

    previews: Mapping[Resolution, Preview]
    ceiling: Money

    @property
    def plans(self) -> dict[Resolution, RefundPlan]:
        return {resolution: each.plan for resolution, each in self.previews.items()}

    @property
    def instead(self) -> Money | None:
        """What the articles of an exchange cost, set against its plan."""
        swapped = self.previews.get(Resolution.EXCHANGE)
        return None if swapped is None or swapped.instead is None else swapped.instead.gross

    def back(self, resolution: Resolution) -> Money:
        """What of a plan goes back in money or credit; of an exchange only what its articles cost less."""
        return self.previews[resolution].back()


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
    fee = _fee(view, open_items) if not any(made.kind not in _NO_PARCEL for made in settlements) else None
    previews: tuple[Preview, ...] = ()
    # The units may have gone another way meanwhile (another return, a refund elsewhere): nothing is left to foresee.
    with suppress(Refused):
        previews = money.previews(now=standing, wanted=_wanted(standing, open_items, fee))
    return Stake({each.resolution: each for each in previews}, standing.ceiling())


def instead(*, view: ReturnView, order: OrderView) -> tuple[Preview, ...]:
    """What the customer gets when the exchange they have not paid is given up, as `give_up_exchange` settles it."""
    unpaid = {str(one.id): one for one in money.promises(subject_id=view.id) if one.is_unpaid}
    made = list(Settlement.objects.filter(return_row_id=view.id))
    units: Counter[str] = Counter()
    for one in made:
        if one.detail.get("promise") in unpaid:
            units.update(one.units)
    standing = money.standing_seen(
        order=considering.order_money(order), without=[promise.id for promise in unpaid.values()]
    )
    items = [_given_up(item, units[str(item.id)], tuple(unpaid.values())) for item in view.items]
    others = [one for one in made if not {"given_up"} & one.detail.keys() and one.detail.get("promise") not in unpaid]
    charged = any(one.kind not in _NO_PARCEL for one in others)
    fee = None if charged else _fee(view, [item for item in items if _left(item) > 0])
    return money.previews(now=standing, wanted=_wanted(standing, items, fee))


def _given_up(item: ItemView, units: int, unpaid: Sequence[PromiseView]) -> ItemView:
    """The item as if only these units of it were left to be settled, and what was taken off for use still was."""
    taken = sum(
        line.amount.amount
        for promise in unpaid
        for line in promise.lines
        if line.kind is LineKind.DEDUCTION and line.reference == str(item.id)
    )
    return replace(
        item,
        quantity=item.settled + item.rejected + item.missing,
        settled=item.settled - units,
        deducted=item.deducted + taken,
        resolution=decisions.instead_of_exchange(item.decision),
    )


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


def _wanted(standing: Standing, items: Sequence[ItemView], fee: Money | None) -> list[Wanted]:
    """What would be promised for these items, resolution by resolution; the parcel's price falls on the first."""
    paid_out = [item for item in items if _left(item) > 0 and item.resolution in _PAID_OUT]
    backs = [_back(item, standing.paid.currency) for item in paid_out]
    units = units_back(paid=standing.paid, before=standing.before, wanted=backs)
    found = []
    for resolution in dict.fromkeys(item.resolution for item in paid_out):
        mine = [item for item in paid_out if item.resolution is resolution]
        names = {str(item.id) for item in mine}
        asked = tuple(one for one in units if one.reference in names)
        whole = any(decisions.whole_delivery(item.decision) for item in mine)
        wish = RefundWish(units=asked, return_shipping_fee=fee, whole_delivery=whole)
        found.append(_on_its_terms(standing, resolution, wish, mine))
        fee = None
    return found


def _on_its_terms(standing: Standing, resolution: Resolution, wish: RefundWish, items: Sequence[ItemView]) -> Wanted:
    match resolution:
        case Resolution.CREDIT:
            bonuses = {str(item.id): decisions.bonus_of(item.decision, resolution) for item in items}
            return Wanted(resolution, wish, bonuses=bonuses)
        case Resolution.EXCHANGE:
            variants = [(item, catalogue.variant(sku=item.exchange_sku)) for item in items]
            remedies = {str(item.id) for item in items if decisions.is_remedy(item.decision)}
            prices = {
                str(item.id): swapping.new_price(
                    variant=variant,
                    old=standing.paid.line(id=item.line),
                    remedy_of=catalogue.variant(sku=item.sku) if str(item.id) in remedies else None,
                )
                for item, variant in variants
            }
            rates = {str(item.id): known.taxes for item, known in variants if known and known.taxes is not None}
            discount = considering.discount()
            return Wanted(resolution, wish, prices=prices, rates=rates, discount=discount, remedies=remedies)
        case _:
            return Wanted(resolution, wish)


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
