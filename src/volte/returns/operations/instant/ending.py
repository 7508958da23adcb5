"""A hold ends once: let go when what it covers is back, taken when it is not.

Whoever comes first (the goods, the day, a person) wishes it by one conditional step; the others find it wished."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import hold_queries, holds
from volte.money import queries as money
from volte.money.hold_queries import HoldView
from volte.money.holds import TakeWish
from volte.money.rules import holding
from volte.money.rules.basis import Instead
from volte.money.rules.holding import HoldStatus
from volte.returns import decisions, facts, instant, rows, wire
from volte.returns.instant import Owed
from volte.returns.models import Return, ReturnItem
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def follow_hold(*, by: Actor, return_id: UUID) -> None:
    """Something of the return was settled: once all of it is back the hold is let go, less what the new article costs
    more. Does nothing while something is still to come."""
    hold = hold_queries.standing(subject_id=return_id)
    if hold is None or hold.status is not HoldStatus.HELD:
        return
    _, items = rows.locked(by=by, return_id=return_id)
    now_owed = instant.owed(hold=hold, items=items)
    if now_owed.pieces or now_owed.here:
        return
    if now_owed.amount:
        _take(by, hold, now_owed)
    else:
        holds.release_hold(by=by, hold_id=hold.id)


@operation(Permission.MONEY_REFUND)
def take_late(*, by: Actor, return_id: UUID) -> None:
    """The day is over. What came is not charged: where it waits to be looked at, the hold is kept as long as the card
    keeps it; at its very end what is here is taken for what was agreed."""
    row, items = rows.locked(by=by, return_id=return_id)
    hold = _held(row.id)
    now = clock.now()
    if hold.take_at is None or hold.take_at > now:
        return
    now_owed = instant.owed(hold=hold, items=items)
    if now_owed.here and hold.until is not None and hold.take_at < hold.until - holding.MARGIN:
        holds.prolong_hold(by=by, hold_id=hold.id)
        rows.step(row, "hold_waits_for_look", by=by, now=now, amount=wire.money(hold.amount))
    elif now_owed.amount:
        _take(by, hold, now_owed)
        rows.step(row, "hold_day_over", by=by, now=now, amount=wire.money(Money(now_owed.amount, row.currency)))
    else:
        holds.release_hold(by=by, hold_id=hold.id)


@operation(Permission.MONEY_REFUND)
def release_hold(*, by: Actor, return_id: UUID, reason: str) -> None:
    """A person lets it go, whatever came back: what was sent is not charged. Refuses `hold_needs_reason` and
    `hold_not_held`."""
    row, _ = rows.locked(by=by, return_id=return_id)
    hold = _held(row.id)
    _because(row, "hold_release_wished", by, reason, hold.amount)
    holds.release_hold(by=Actor.system(by.shop_id), hold_id=hold.id)


@operation(Permission.MONEY_REFUND)
def take_hold(*, by: Actor, return_id: UUID, reason: str, amount: Money | None = None) -> None:
    """A person charges what nothing came back for, before the day; `amount` is less than that where less is to be paid.

    Refuses `hold_needs_reason`, `hold_not_held`, `hold_nothing_owed` and `hold_amount`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    hold = _held(row.id)
    now_owed = instant.owed(hold=hold, items=items)
    if not now_owed.amount:
        raise Conflict("hold_nothing_owed")
    wanted = _lowered(now_owed, amount, row.currency)
    _because(row, "hold_take_wished", by, reason, Money(wanted.amount, row.currency))
    _take(Actor.system(by.shop_id), hold, wanted)


@operation(Permission.MONEY_REFUND)
def prolong_hold(*, by: Actor, return_id: UUID, reason: str) -> None:
    """A person gives the goods as long as the card holds. Refuses `hold_needs_reason`, `hold_not_held` and
    `hold_at_its_end`."""
    row, _ = rows.locked(by=by, return_id=return_id)
    hold = _held(row.id)
    _because(row, "hold_prolonged", by, reason, hold.amount)
    holds.prolong_hold(by=Actor.system(by.shop_id), hold_id=hold.id)


@operation(Permission.MONEY_REFUND)
def hold_ended(*, by: Actor, return_id: UUID, hold_id: UUID) -> None:
    """It was let go or taken: what left is worth what was paid for it, and what was charged for and comes after all is
    paid back like anything else. Done once; nobody's news when it is no return."""
    if hot.first(Return, id=return_id) is None:
        return
    row, items = rows.locked(by=by, return_id=return_id)
    hold, now = hold_queries.hold(hold_id=hold_id), clock.now()
    if hold.held_at is None:
        return  # given up before it was agreed to: nothing left for it
    taken = hold.status is HoldStatus.TAKEN
    charged: Mapping[str, object] = hold.wish.get("pieces", {}) if taken else {}  # type: ignore[assignment]  # as written
    for item in items:
        if str(item.id) in charged and item.resolution == Resolution.EXCHANGE.value:
            item.resolution = decisions.instead_of_exchange(item.decision).value
        if str(item.id) in hold.pieces:
            _worth(by, row, item)
    kind, amount = ("hold_taken", hold.taken) if taken else ("hold_released", hold.amount)
    rows.restate(row, items, now=now)
    rows.step(row, kind, by=by, now=now, amount=wire.money(amount))


@operation(Permission.MONEY_REFUND)
def hold_needs_a_person(*, by: Actor, return_id: UUID, hold_id: UUID) -> None:
    """The card let go before it was charged, or the provider took what nobody wished: the case waits in the money
    queue. Nobody's news when it is no return."""
    if hot.first(Return, id=return_id) is None:
        return
    row, _ = rows.locked(by=by, return_id=return_id)
    hold = hold_queries.hold(hold_id=hold_id)
    _ask_a_person(row)
    kind = "hold_lost" if hold.status is HoldStatus.LOST else "hold_trouble"
    rows.step(row, kind, by=by, now=clock.now(), amount=wire.money(hold.amount))


@operation(Permission.MONEY_REFUND)
def see_to_hold(*, by: Actor, return_id: UUID, reason: str) -> None:
    """A person has seen to a hold that went wrong (asked the customer for the money, given it back at the provider).
    Refuses `hold_needs_reason` and `hold_not_in_trouble`."""
    row, items = rows.locked(by=by, return_id=return_id)
    hold = hold_queries.standing(subject_id=row.id)
    if hold is None or row.waits_for != "money":
        raise Conflict("hold_not_in_trouble")
    _because(row, "hold_seen_to", by, reason, hold.amount)
    row.waits_for, row.waits_since = "", None
    rows.restate(row, items, now=clock.now())


def _held(return_id: UUID) -> HoldView:
    hold = hold_queries.standing(subject_id=return_id)
    if hold is None or hold.status is not HoldStatus.HELD:
        raise Conflict("hold_not_held")
    return hold


def _take(by: Actor, hold: HoldView, wanted: Owed) -> None:
    holds.take_hold(by=by, hold_id=hold.id, wish=TakeWish(wanted.pieces, wanted.differences, wanted.amount))


def _lowered(now_owed: Owed, amount: Money | None, currency: str) -> Owed:
    """The differences are owed in full; what is lowered is the price of what nothing came back for."""
    if amount is None or amount.amount == now_owed.amount:
        return now_owed
    fixed = now_owed.amount - holding.worth(pieces=now_owed.pieces)
    if amount.currency != currency or not fixed < amount.amount < now_owed.amount:
        raise Invalid("hold_amount", most=Money(now_owed.amount, currency))
    pieces: Mapping[str, Sequence[Instead]] = holding.lowered(pieces=now_owed.pieces, to=amount.amount - fixed)
    return Owed(pieces, now_owed.differences, amount.amount, now_owed.here)


def _worth(by: Actor, row: Return, item: ReturnItem) -> None:
    units = money.sold(subject_id=row.id, reference=str(item.id))
    worth = facts.exchanged_units(units)
    catalogue.settle_exchanged(by=by, order_id=rows.order_of(row), item_id=item.id, units=worth)


def _ask_a_person(row: Return) -> None:
    now = clock.now()
    row.waits_for, row.waits_since, row.updated_at = "money", now, now
    hot.save(row)


def _because(row: Return, kind: str, by: Actor, reason: str, amount: Money) -> None:
    if not reason.strip():
        raise Invalid("hold_needs_reason")
    rows.step(row, kind, by=by, now=clock.now(), amount=wire.money(amount), reason=reason.strip())
