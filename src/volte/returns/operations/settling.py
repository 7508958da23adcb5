"""What is due is promised: money, credit or other goods, for the units whose trigger has fired, once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import Invalid
from volte.kit.ids import new_id
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import RefundTrigger, Resolution
from volte.money import operations as money
from volte.money import queries as money_queries
from volte.money.queries import PromiseView
from volte.money.rules.exchange import Discount
from volte.money.rules.refund import Goodwill, RefundWish
from volte.money.rules.standing import Subject
from volte.returns import chaining, considering, decisions, rows, wire
from volte.returns.events import ReturnSettled, SettlementMade
from volte.returns.models import Return, ReturnItem, Settlement
from volte.returns.operations import feedback
from volte.returns.rules import settlement
from volte.returns.rules.lifecycle import Act, Outcome, Status
from volte.returns.rules.settlement import Progress
from volte.returns.rules.units import OUTBOUND_GIVEN_BACK, Back, units_back
from volte.runtime import clock, hot, shop_settings
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse

_OUTCOME = {
    Resolution.REFUND: Outcome.REFUNDED,
    Resolution.CREDIT: Outcome.CREDITED,
    Resolution.EXCHANGE: Outcome.EXCHANGED,
    Resolution.REPLACEMENT: Outcome.REPLACED,
    Resolution.REPAIR: Outcome.REPAIRED,
    Resolution.PRICE_REDUCTION: Outcome.REDUCED,
}
# These are settled in goods or by hand: nothing is paid by us.
_IN_KIND = (Resolution.REPLACEMENT, Resolution.REPAIR, Resolution.PRICE_REDUCTION)


@operation(Permission.MONEY_REFUND)
def settle_due(*, by: Actor, return_id: UUID) -> int:
    """Promise what is due now; the number of units settled. Calling it again does nothing more."""
    row, items = rows.locked(by=by, return_id=return_id)
    before = sum(item.settled for item in items)
    found = due_units(row=row, items=items)
    if found:
        order = catalogue.order(order_id=rows.order_of(row))
        for resolution in dict.fromkeys(Resolution(item.resolution) for item, _ in found):
            mine = [(item, units) for item, units in found if item.resolution == resolution.value]
            _settle_or_ask(by, row, order, resolution, mine)
    finish(by=by, row=row, items=items)
    return sum(item.settled for item in items) - before


def is_due(row: Return, items: Sequence[ReturnItem]) -> bool:
    """Would `settle_due` promise anything now?"""
    return bool(due_units(row=row, items=items))


def due_units(*, row: Return, items: Sequence[ReturnItem]) -> list[tuple[ReturnItem, int]]:
    """Which items have units to be settled now, and how many."""
    asked = [(item, settlement.due(_progress(row, item))) for item in items]
    return [(item, units) for item, units in asked if units > 0]


@operation(Permission.RETURNS_GOODWILL)
def goodwill(*, by: Actor, return_id: UUID, amount: Money, reason: str) -> UUID:
    """A gesture on top of what is owed, refunded to the payments; needs a reason. Never above what was paid.

    Refuses `goodwill_needs_reason`, `goodwill_needs_amount` and `goodwill_above_paid`.
    """
    row, _ = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.GOODWILL)
    if not reason.strip():
        raise Invalid("goodwill_needs_reason")
    if amount.amount <= 0 or amount.currency != row.currency:
        raise Invalid("goodwill_needs_amount", currency=row.currency)
    order = catalogue.order(order_id=rows.order_of(row))
    about = considering.order_money(order)
    ceiling = money_queries.standing_seen(order=about).ceiling()
    if amount > ceiling:
        raise Invalid("goodwill_above_paid", ceiling=ceiling)
    wish = RefundWish(goodwill=Goodwill(amount, reason.strip()))
    made_id = new_id()
    promise = money.promise(by=by, order=about, wish=wish, subject=_subject(row), key=f"goodwill:{made_id}")
    made_row = _write(row, "goodwill", {}, promise, made_id, reason=reason.strip())
    now = clock.now()
    row.updated_at = now
    hot.save(row)
    given = wire.money(amount)
    rows.step(row, "goodwill", by=by, now=now, proof=chaining.planned(made_row), amount=given, reason=reason.strip())
    made = SettlementMade(return_id=row.id, number=row.number, settlement_id=made_id, settlement_kind="goodwill")
    announce(made, subject_id=row.id)
    return made_id


def _progress(row: Return, item: ReturnItem) -> Progress:
    return Progress(
        standing=rows.standing(item),
        trigger=RefundTrigger(item.trigger),
        handed_over=row.handed_over_at is not None,
        accepted_units=item.passed,
    )


def _settle_or_ask(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> None:
    """An exchange of units that were paid back another way meanwhile cannot be made, however often it is tried: a
    person has to see to it. Nothing is written before money refuses it."""
    try:
        _settle(by, row, order, resolution, due)
    except Invalid as refused:
        if refused.code != "nothing_to_exchange":
            raise
        if row.doubt != "exchange":
            row.doubt = "exchange"
            rows.step(row, "exchange_not_possible", by=by, now=clock.now())


def _settle(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> None:
    """One promise for all units of one resolution; the key names exactly these units, so it is made once."""
    made_id = new_id()
    units = {str(item.id): count for item, count in due}
    unpaid = False
    if resolution in _IN_KIND:
        made = _write_in_kind(row, resolution, units, made_id)
    else:
        promise = _promise(by, row, order, resolution, due)
        made = _write(row, resolution.value, units, promise, made_id)
        row.due += promise.due.amount
        unpaid = bool(promise.due)
    for item, count in due:
        item.settled += count
        item.unpaid += count if unpaid else 0
    kind, proof = f"settled_{resolution.value}", chaining.planned(made)
    rows.step(row, kind, by=by, now=clock.now(), proof=proof, settlement=str(made_id))
    announce(
        SettlementMade(return_id=row.id, number=row.number, settlement_id=made_id, settlement_kind=resolution.value),
        subject_id=row.id,
    )


def _promise(
    by: Actor, row: Return, order: OrderView, resolution: Resolution, due: Sequence[tuple[ReturnItem, int]]
) -> PromiseView:
    about = considering.order_money(order)
    # Held, not seen: two returns of one order that settle together must not mean the same unit.
    standing = money.hold(by=by, order=about)
    units = units_back(paid=standing.paid, before=standing.before, wanted=[_back(item, count) for item, count in due])
    wish = RefundWish(units=units, return_shipping_fee=_fee(row, due))
    key = "settle:" + ",".join(f"{item.id}:{item.settled}+{count}" for item, count in due)
    subject = _subject(row)
    match resolution:
        case Resolution.CREDIT:
            return money.promise_credit(
                by=by,
                order=about,
                wish=wish,
                subject=subject,
                key=key[:200],
                bonus=decisions.bonus_of(due[0][0].decision, resolution),
                expires_at=clock.now() + timedelta(days=30 * shop_settings.of_shop(row.shop_id).credit_months),
            )
        case Resolution.EXCHANGE:
            prices = _new_prices(order, due)
            return money.promise_exchange(
                by=by, order=about, wish=wish, prices=prices, discount=Discount.KEPT, subject=subject, key=key[:200]
            )
        case _:
            return money.promise(by=by, order=about, wish=wish, subject=subject, key=key[:200])


def _back(item: ReturnItem, count: int) -> Back:
    return Back(
        reference=str(item.id),
        line=item.line,
        title=item.title,
        quantity=count,
        outbound_owed=bool(item.decision.get("outbound_refunded")) and item.resolution in OUTBOUND_GIVEN_BACK,
        restocking_fee=Rate.parse(item.decision.get("restocking_fee", "0 %")),
    )


def _fee(row: Return, due: Sequence[tuple[ReturnItem, int]]) -> Money | None:
    """The parcel's price, once per return: with the first settlement."""
    if Settlement.objects.filter(return_row_id=row.id).exclude(kind="goodwill").exists():
        return None
    prices = [
        offer["price"]["amount"]
        for item, _ in due
        for offer in item.decision.get("methods", [])
        if offer["method"] == row.method
    ]
    fee = min(prices, default=0)
    return Money(fee, row.currency) if fee else None


def _new_prices(order: OrderView, due: Sequence[tuple[ReturnItem, int]]) -> dict[str, Money]:
    """What one new unit costs today, by item; the price of the old one where the shop names none."""
    prices = {}
    for item, _ in due:
        variant = catalogue.variant(sku=item.exchange_sku)
        line = order.line(id=item.line)
        known = variant.price if variant and variant.price is not None else (line.unit_price if line else 0)
        prices[str(item.id)] = Money(known, order.currency)
    return prices


def _subject(row: Return) -> Subject:
    return Subject("return", row.id)


def _write(
    row: Return, kind: str, units: dict[str, int], promise: PromiseView, made_id: UUID, **more: Any
) -> Settlement:
    detail: dict[str, Any] = {"promise": str(promise.id), "due": promise.due.amount, **more}
    if promise.credits:
        detail["bonus"] = promise.credits[0].bonus.amount
    paid = promise.credits[0].base + promise.credits[0].bonus if promise.credits else promise.amount
    plan = [
        {"kind": line.kind.value, "amount": line.amount.amount, "reason": wire.message(line.reason)}
        for line in promise.lines
    ]
    return _save(row, kind, units, made_id, amount=paid.amount, plan=plan, detail=detail)


def _write_in_kind(row: Return, resolution: Resolution, units: dict[str, int], made_id: UUID) -> Settlement:
    return _save(row, resolution.value, units, made_id, amount=0, plan=[], detail={})


def _save(
    row: Return,
    kind: str,
    units: dict[str, int],
    made_id: UUID,
    *,
    amount: int,
    plan: list[Any],
    detail: dict[str, Any],
) -> Settlement:
    made = Settlement.of_shop(
        id=made_id,
        return_row_id=row.id,
        kind=kind,
        units=units,
        amount=amount,
        currency=row.currency,
        plan=plan,
        detail=detail,
        made_at=clock.now(),
    )
    made.insert_late()
    return made


def finish(*, by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Items of which nothing is open any more have their outcome, and what was reserved for them leaves."""
    for item in items:
        if item.outcome == Outcome.PENDING.value and item.settled and rows.standing(item).is_settled:
            item.outcome = _OUTCOME[Resolution(item.resolution)].value
            if item.reservation_id is not None:
                warehouse.commit(by=by, reservation_id=item.reservation_id)
    before, now = row.settled_at, clock.now()
    status = rows.restate(row, items, now=now)
    if status is Status.SETTLED and before is None:
        rows.step(row, "settled", by=by, now=now)
        feedback.ask(row=row)
        announce(ReturnSettled(return_id=row.id, number=row.number), subject_id=row.id)
