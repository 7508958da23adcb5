"""Something is taken off a refund because the goods were used."""

from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict
from volte.kit.money import Money, total
from volte.kit.words import Resolution
from volte.money import queries as money_queries
from volte.money.rules import deduction
from volte.money.rules.wish import RefundWish
from volte.returns import considering, decisions, rows, wire, worn
from volte.returns.models import Return, ReturnItem
from volte.returns.operations.settling import due, promising
from volte.returns.rules import wear
from volte.returns.rules.lifecycle import Act
from volte.returns.rules.units import units_back
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.RETURNS_REFUSE)
def deduct(*, by: Actor, return_id: UUID, item_id: UUID, amount: Money, reason: str) -> None:
    """Take `amount` off what is paid for the units of an item that are here and not yet settled. Said again before they
    are settled, it replaces what was said. Units that waited for a decision (a broken seal, say) are taken as
    they are, less this amount.

    Refuses `item_unknown`, `deduction_too_late`, and what `money.rules.deduction` refuses: above all
    `deduction_not_allowed`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    rows.allow(row, Act.DEDUCT)
    item = rows.item_of(items, item_id)
    here = max(item.arrived, item.inspected) - item.settled - item.rejected
    if not rows.standing(item).is_open or here <= 0:
        raise Conflict("deduction_too_late", number=row.number)
    allowed = decisions.may_deduct(item.decision) and Resolution(item.resolution) in worn.IN_MONEY
    worth = worth_here(row, item, here) if allowed else Money(0, row.currency)
    decided = deduction.decided(amount=amount, why=reason, allowed=allowed, worth=worth)
    item.deduction = item.deducted + decided.amount.amount
    item.deduction_reason = decided.why
    # What the bench proposed is answered with it, whatever the amount.
    item.wear = wear.written(wear.closed(wear.read(item.wear), wear.Standing.TAKEN))
    if rows.doubtful_units(item):
        item.passed = item.inspected
    now = clock.now()
    taken = wire.money(decided.amount)
    rows.restate(row, items, now=now)
    rows.step(row, "deducted", by=by, now=now, amount=taken, reason=decided.why, title=item.title)
    due.settle_due(by=Actor.system(by.shop_id), return_id=row.id)


def worth_here(row: Return, item: ReturnItem, units: int) -> Money:
    """What so many units of the item would bring, without the way out and before anything is taken off for use."""
    about = considering.order_money(catalogue.order(order_id=rows.order_of(row)))
    standing = money_queries.standing_seen(order=about)
    whole = promising.whole(item, units)
    backs = units_back(paid=standing.paid, before=standing.before, wanted=[whole])
    lines = standing.plan(wish=RefundWish(units=backs)).lines
    mine = [line.amount for line in lines if line.reference == whole.reference]
    return total(mine, currency=row.currency).at_least_zero()
