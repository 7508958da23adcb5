"""Promise what is owed: money back, or its value kept in the shop.

A promise is idempotent by its `key` (the caller's own name for this one settlement): a second call with the same key
gives back the first promise and moves nothing.
"""

from collections.abc import Mapping

from volte.kit.rates import Rate
from volte.kit.words import Resolution
from volte.money import booking, crediting, promising, queries
from volte.money.events import RefundPromised
from volte.money.queries import PromiseView
from volte.money.rules import credit, posting
from volte.money.rules.credit import Terms
from volte.money.rules.standing import OrderMoney, Standing, Subject
from volte.money.rules.wish import RefundWish
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND, Permission.RETURNS_GOODWILL)
def hold(*, by: Actor, order: OrderMoney) -> Standing:
    """Where the order's money stands, held until this transaction ends.

    For a caller who chooses units from what is left: seen without holding, two callers could choose the same ones.
    """
    return promising.hold(order=order, key="").standing


@operation(Permission.MONEY_REFUND)
def promise(*, by: Actor, order: OrderMoney, wish: RefundWish, subject: Subject, key: str) -> PromiseView:
    """Stand by the refund of `wish`: one intent for each payment, sent by the worker after commit."""
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    amount = plan.total()
    shares, draws = promising.draw(order=order, now=held.standing, split=held.standing.split(amount=amount))
    made = promising.write(
        order=order,
        now=held.standing,
        plan=plan,
        subject=subject,
        key=key,
        resolution=Resolution.REFUND,
        amount=amount,
        draws=draws,
    )
    booking.book(entry=posting.promised(plan=plan), promise_id=made.id)
    view = promising.plan_refunds(promise=made, shares=shares)
    about = (made.id, order.id, subject.kind, subject.id)
    refunds = tuple(refund.id for refund in view.refunds)
    announce(RefundPromised(*about, amount.amount, amount.currency, refunds), subject_id=subject.id)
    return view


@operation(Permission.MONEY_REFUND, Permission.MONEY_CREDIT)
def promise_credit(
    *,
    by: Actor,
    order: OrderMoney,
    wish: RefundWish,
    subject: Subject,
    key: str,
    bonuses: Mapping[str, Rate],
    terms: Terms = crediting.NEVER,
) -> PromiseView:
    """Keep the value of `wish` in the shop as store credit, with the bonus of each `reference` of its units; nothing
    is left on a plan of zero."""
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    amount = plan.total()
    _, draws = promising.draw(order=order, now=held.standing, split=held.standing.split_value(amount=amount))
    made = promising.write(
        order=order,
        now=held.standing,
        plan=plan,
        subject=subject,
        key=key,
        resolution=Resolution.CREDIT,
        amount=amount,
        draws=draws,
    )
    booking.book(entry=posting.promised(plan=plan), promise_id=made.id)
    if not amount:
        return queries.promise_view(row=made, refunds=(), credits=())
    value = credit.of_plan(plan=plan, rates=bonuses)
    entry = posting.credit_issued(value=value)
    row = crediting.issue(value=value, subject=subject, terms=terms, entry=entry, promise_id=made.id)
    return queries.promise_view(row=made, refunds=(), credits=(queries.credit_view(row=row),))
