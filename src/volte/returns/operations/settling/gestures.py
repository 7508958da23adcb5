"""What is given on top of what is owed."""

from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.errors import Invalid
from volte.kit.ids import new_id
from volte.kit.money import Money
from volte.money import lasting
from volte.money import operations as money
from volte.money import queries as money_queries
from volte.money.rules.wish import Goodwill, RefundWish
from volte.returns import chaining, considering, rows, wire
from volte.returns.events import SettlementMade
from volte.returns.operations.settling import promising, writing
from volte.returns.rules.lifecycle import Act
from volte.runtime import clock, hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.RETURNS_GOODWILL)
def goodwill(*, by: Actor, return_id: UUID, amount: Money, reason: str) -> UUID:
    """A gesture on top of what is owed, refunded to the payments; needs a reason. Never above what was paid. Whoever
    received a gift gets it as store credit: the payments are their buyer's.

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
    subject, key = promising.subject_of(row), f"goodwill:{made_id}"
    if row.gift_id is None:
        promise = money.promise(by=by, order=about, wish=wish, subject=subject, key=key)
    else:
        terms = lasting.terms(shop_id=row.shop_id, country=order.country)
        promise = money.promise_credit(by=by, order=about, wish=wish, subject=subject, key=key, bonuses={}, terms=terms)
    made_row = writing.write(row, "goodwill", {}, promise, made_id, reason=reason.strip())
    now = clock.now()
    row.updated_at = now
    hot.save(row)
    given = wire.money(amount)
    rows.step(row, "goodwill", by=by, now=now, proof=chaining.planned(made_row), amount=given, reason=reason.strip())
    made = SettlementMade(return_id=row.id, number=row.number, settlement_id=made_id, settlement_kind="goodwill")
    announce(made, subject_id=row.id)
    return made_id
