"""A dearer exchange nobody pays comes to nothing: what came back is paid back instead, what was held is free again."""

from collections.abc import Sequence
from uuid import UUID

from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import differences
from volte.money import queries as money
from volte.money.queries import PromiseView
from volte.money.rules.plan import LineKind
from volte.returns import decisions, rows, wire
from volte.returns.models import Return, ReturnItem, Settlement
from volte.returns.operations import paying, settling
from volte.returns.rules import waiting
from volte.returns.rules.waiting import PayUntil
from volte.runtime import clock, hot, shop_settings, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@operation(Permission.OWN_RETURNS, Permission.MONEY_REFUND)
def give_up_exchange(*, by: Actor, return_id: UUID, reason: str = "") -> None:
    """Rather than pay the difference: the money for what came back, or its value as credit where the shop gives only
    that (`desk.instead` says so beforehand). `reason`: why a person of the shop does it. Refuses `difference_not_due`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    unpaid = [promise for promise in money.promises(subject_id=return_id) if promise.is_unpaid]
    if not unpaid:
        raise Conflict("difference_not_due")
    if any(item.sent_at is not None for item in items):
        raise Conflict("exchange_sent", number=row.number)
    system = Actor.system(by.shop_id)
    for promise in unpaid:
        differences.give_up(by=system, promise_id=promise.id)
        _take_back(row, items, promise)
    _let_go(system, row, items)
    owed = sum(promise.due.amount for promise in unpaid)
    told = wire.money(Money(owed, row.currency))
    rows.step(row, "exchange_given_up", by=by, now=clock.now(), amount=told, reason=reason.strip() or None)
    settling.settle_due(by=system, return_id=return_id)


def pay_until(*, promise: PromiseView) -> PayUntil:
    """Until when the difference of this promise may be paid."""
    settings = shop_settings.of_shop(tenancy.current())
    days = settings.exchanges.difference_days
    return waiting.pay_until(promised_at=promise.promised_at, days=days, zone=settings.timezone)


def unpaid_returns(*, shop_id: UUID) -> tuple[list[UUID], list[UUID]]:
    """Those to be reminded, and those whose time is over."""
    now, near, over = clock.now(), [], []
    with tenancy.entered(shop_id):
        sent = ReturnItem.objects.exclude(sent_at=None).values("return_row_id")
        for return_id in Return.objects.filter(due__gt=0).exclude(id__in=sent).values_list("id", flat=True):
            until = [pay_until(promise=one) for one in money.promises(subject_id=return_id) if one.is_unpaid]
            if until and all(one.over_at <= now for one in until):
                over.append(return_id)
            elif any(one.remind_at <= now < one.over_at for one in until):
                near.append(return_id)
    return near, over


def give_up_late(*, by: Actor, return_id: UUID) -> None:
    """The days are over. The provider is asked first: somebody may have paid a moment ago. Not inside a transaction."""
    paying.learn_payment(by=by, return_id=return_id)
    with tenancy.entered(by.shop_id):
        unpaid = [one for one in money.promises(subject_id=return_id) if one.is_unpaid]
    if unpaid:
        give_up_exchange(by=by, return_id=return_id)


def _take_back(row: Return, items: Sequence[ReturnItem], promise: PromiseView) -> None:
    """Its settlement counts for nothing any more: the units are to be settled again, in another way."""
    made = next(
        one for one in hot.rows(Settlement, return_row_id=row.id) if one.detail.get("promise") == str(promise.id)
    )
    made.detail = {**made.detail, "given_up": True}
    hot.save(made)
    row.due = max(0, row.due - promise.due.amount)
    for item in items:
        units = int(made.units.get(str(item.id), 0))
        if units:
            item.settled -= units
            item.unpaid = max(0, item.unpaid - units)
            item.deducted += sum(
                line.amount.amount
                for line in promise.lines
                if line.kind is LineKind.DEDUCTION and line.reference == str(item.id)
            )
            item.resolution = decisions.instead_of_exchange(item.decision).value


def _let_go(by: Actor, row: Return, items: Sequence[ReturnItem]) -> None:
    """Nothing stays reserved, unless some of its units were paid for before: those leave when the return is settled."""
    for item in items:
        swapped = item.exchange_sku and item.resolution != Resolution.EXCHANGE.value
        if swapped and item.reservation_id and not money.sold(subject_id=row.id, reference=str(item.id)):
            warehouse.release(by=by, reservation_id=item.reservation_id)
            item.reservation_id = None
