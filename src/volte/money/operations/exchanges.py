"""Swap units for new ones, and settle the difference."""

from collections.abc import Mapping

from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import booking, promising
from volte.money.events import ExchangePromised
from volte.money.queries import PromiseView
from volte.money.rules import exchange, posting
from volte.money.rules.exchange import Direction, Discount, Swap
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import OrderMoney, Standing, Subject
from volte.money.rules.taxes import Rates
from volte.money.rules.wish import RefundWish
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def promise_exchange(
    *,
    by: Actor,
    order: OrderMoney,
    wish: RefundWish,
    prices: Mapping[str, Money],
    discount: Discount,
    subject: Subject,
    key: str,
    rates: Mapping[str, Rates] | None = None,
) -> PromiseView:
    """Swap the units of `wish` for new ones at `prices` (with tax, one new unit, by `reference` of the units), taxed at
    `rates` where they are other than those of what comes back.

    What the customer still has to pay stands in `due`; what the shop owes goes back like any refund.
    """
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    swaps = _swaps(held.standing, plan, wish, prices, rates or {})
    sale = exchange.sale_of(swaps=swaps, discount=discount)
    owed = exchange.difference(value=plan.total(), price=sale.gross)
    nothing = Money(0, plan.currency)
    back = owed.amount if owed.direction is Direction.SHOP_PAYS else nothing
    due = owed.amount if owed.direction is Direction.CUSTOMER_PAYS else nothing
    shares, draws = promising.draw(order=order, now=held.standing, split=held.standing.split(amount=back))
    made = promising.write(
        order=order,
        now=held.standing,
        plan=plan,
        subject=subject,
        key=key,
        resolution=Resolution.EXCHANGE,
        amount=back,
        draws=draws,
        due=due.amount,
    )
    booking.book(entry=posting.exchanged(plan=plan, difference=owed, sale=sale), promise_id=made.id)
    view = promising.plan_refunds(promise=made, shares=shares)
    about = (made.id, order.id, subject.kind, subject.id)
    refunds = tuple(refund.id for refund in view.refunds)
    announce(ExchangePromised(*about, due.amount, back.amount, plan.currency, refunds), subject_id=subject.id)
    return view


def _swaps(
    now: Standing, plan: RefundPlan, wish: RefundWish, prices: Mapping[str, Money], rates: Mapping[str, Rates]
) -> list[Swap]:
    """Each unit really taken back against the new one asked for it."""
    swaps = []
    for reference in dict.fromkeys(units.reference for units in wish.units):
        wanted = prices.get(reference)
        if wanted is None:
            raise Invalid("exchange_price_missing", reference=reference)
        for line_id, position in plan.paid_by(reference=reference):
            line = now.paid.line(id=line_id)
            swaps.append(Swap(line.units(positions=[position]), line.list_price, wanted, rates.get(reference)))
    return swaps
