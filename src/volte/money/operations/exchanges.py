"""Swap units for new ones, and settle the difference; or for the same article, where there is none."""

from collections.abc import Collection, Mapping, Sequence

from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import booking, promising, queries
from volte.money.events import ExchangePromised
from volte.money.queries import PromiseView
from volte.money.rules import exchange, posting, preview, reductions
from volte.money.rules.basis import Instead
from volte.money.rules.exchange import Direction, Discount
from volte.money.rules.standing import OrderMoney, Standing, Subject
from volte.money.rules.taxes import Part, Rates
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
    remedies: Collection[str] = (),
) -> PromiseView:
    """Swap the units of `wish` for new ones at `prices` (with tax, one new unit, by `reference` of the units), taxed at
    `rates` where they are other than those of what comes back. `remedies` are the references that were not as they
    should be: the promotion of the purchase holds for them.

    What the customer still has to pay stands in `due`; what the shop owes goes back like any refund.
    """
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    units = preview.taken(plan=plan, wish=wish, prices=prices)
    swaps = preview.swaps(now=held.standing, units=units, prices=prices, rates=rates or {}, remedies=remedies)
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
        sold=_sold(held.standing, units, exchange.sold_each(swaps=swaps, discount=discount), prices),
    )
    booking.book(entry=posting.exchanged(plan=plan, difference=owed, sale=sale), promise_id=made.id)
    view = promising.plan_refunds(promise=made, shares=shares)
    about = (made.id, order.id, subject.kind, subject.id)
    refunds = tuple(refund.id for refund in view.refunds)
    announce(ExchangePromised(*about, due.amount, back.amount, plan.currency, refunds), subject_id=subject.id)
    return view


@operation(Permission.MONEY_REFUND)
def promise_in_kind(
    *, by: Actor, order: OrderMoney, wish: RefundWish, resolution: Resolution, subject: Subject, key: str
) -> PromiseView:
    """The same article for the units of `wish`, new or mended. Nobody owes anything, nothing is sold or given back, and
    no entry is written: what leaves is worth what came back, and those units cannot be paid back any more.

    Refuses `nothing_to_exchange`.
    """
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    now, plan = held.standing, exchange.in_kind(plan=held.standing.plan(wish=wish))
    units = [
        (ref, *one)
        for ref in dict.fromkeys(each.reference for each in wish.units)
        for one in plan.paid_by(reference=ref)
    ]
    if not units:
        raise Invalid("nothing_to_exchange")
    lines = [now.paid.line(id=line) for _, line, _ in units]
    worth = [
        reductions.left(line=line, reduced=now.before.reductions(line.id), position=position)
        for line, (_, _, position) in zip(lines, units, strict=True)
    ]
    prices = {reference: line.list_price for line, (reference, _, _) in zip(lines, units, strict=True)}
    made = promising.write(
        order=order,
        now=now,
        plan=plan,
        subject=subject,
        key=key,
        resolution=resolution,
        amount=Money(0, plan.currency),
        draws={},
        sold=_sold(now, units, worth, prices),
    )
    return queries.promise_view(row=made, refunds=(), credits=())


def priced(
    *,
    now: Standing,
    wish: RefundWish,
    prices: Mapping[str, Money],
    discount: Discount,
    rates: Mapping[str, Rates],
    remedies: Collection[str],
) -> dict[str, list[Instead]]:
    """What each new unit would cost, as `promise_exchange` would say now; nothing is held or written."""
    units = preview.taken(plan=now.plan(wish=wish), wish=wish, prices=prices)
    swaps = preview.swaps(now=now, units=units, prices=prices, rates=rates, remedies=remedies)
    return _sold(now, units, exchange.sold_each(swaps=swaps, discount=discount), prices)


def _sold(
    now: Standing, units: Sequence[preview.Unit], parts: Sequence[Part], prices: Mapping[str, Money]
) -> dict[str, list[Instead]]:
    """What each new unit stands for, however often its place was exchanged before, and what was paid for it."""
    found: dict[str, list[Instead]] = {}
    for (reference, line, position), part in zip(units, parts, strict=True):
        bought = now.paid.line(id=line).bought(position=position)
        found.setdefault(reference, []).append(Instead(*bought, part, prices[reference].amount))
    return found
