"""The money is held: what was chosen leaves at once."""

from uuid import UUID

from volte.catalogue import operations as catalogue
from volte.catalogue.rules.order import Exchanged
from volte.kit.words import Resolution
from volte.money import hold_queries, holds
from volte.money.hold_queries import HoldView
from volte.money.rules.holding import HoldStatus
from volte.returns import decisions, facts, instant, rows, wire
from volte.returns.models import Return, ReturnItem
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse


@operation(Permission.MONEY_REFUND)
def send_first(*, by: Actor, return_id: UUID, hold_id: UUID) -> bool:
    """What was reserved leaves and becomes a line of the order that waits for its end. When the return has gone another
    way meanwhile, nothing leaves and the hold is let go. Done once; did it leave? Nobody's news when no return."""
    if hot.first(Return, id=return_id) is None:
        return False
    row, items = rows.locked(by=by, return_id=return_id)
    hold = hold_queries.hold(hold_id=hold_id)
    covered = [item for item in items if str(item.id) in hold.pieces]
    if any(item.sent_at is not None for item in covered):
        return False
    if hold.status is not HoldStatus.HELD or not _still_wanted(row, items, covered):
        _let_go(by, row, hold)
        return False
    for item in covered:
        _send(by, row, item, hold)
    now = clock.now()
    rows.restate(row, items, now=now)
    day = hold.last_day.isoformat()
    rows.step(row, "exchange_sent_first", by=by, now=now, amount=wire.money(hold.amount), until=day)
    return True


def _still_wanted(row: Return, items: list[ReturnItem], covered: list[ReturnItem]) -> bool:
    swapped = [item for item in items if item.resolution == Resolution.EXCHANGE.value]
    return swapped == covered and instant.may_leave(row, covered)


def _let_go(by: Actor, row: Return, hold: HoldView) -> None:
    if hold.status is HoldStatus.HELD:
        holds.release_hold(by=by, hold_id=hold.id)
        rows.step(row, "hold_not_needed", by=by, now=clock.now(), amount=wire.money(hold.amount))


def _send(by: Actor, row: Return, item: ReturnItem, hold: HoldView) -> None:
    units, now = hold.pieces[str(item.id)], clock.now()
    assert item.reservation_id is not None, "what may leave is reserved"
    warehouse.commit(by=by, reservation_id=item.reservation_id, quantity=len(units))
    item.reservation_id, item.sent_at, item.sent_price = None, now, units[0].listed
    exchanged = Exchanged(
        line=item.line,
        number=row.number,
        item=item.id,
        left_at=now,
        own_terms=not decisions.is_remedy(item.decision),
        units=facts.exchanged_units(units),
        held=True,
    )
    catalogue.add_exchanged(by=by, order_id=rows.order_of(row), sku=item.exchange_sku, exchanged=exchanged)
