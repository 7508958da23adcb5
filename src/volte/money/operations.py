"""The verbs of money: promise, pay, try again, give credit.

A promise is idempotent by its `key` (the caller's own name for this one settlement): a second call with the same key
gives back the first promise and moves nothing.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.words import Resolution
from volte.money import booking, checkouts, crediting, differences, jobs, promising, queries, sending
from volte.money.differences import record_difference_paid as record_difference_paid
from volte.money.events import CreditSpent, ExchangePromised, RefundPromised
from volte.money.models import Credit, CreditMovement, Refund
from volte.money.queries import CreditView, PromiseView
from volte.money.rules import credit, exchange, posting, tenders
from volte.money.rules.exchange import Direction, Discount, Swap
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.refund import RefundPlan, RefundWish
from volte.money.rules.standing import OrderMoney, Standing, Subject
from volte.money.rules.tenders import Route
from volte.money.sending import record_outcome as record_outcome
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

# How long a refund may stand still before the sweep asks again.
_STUCK_AFTER = timedelta(minutes=2)
_PENDING_AFTER = timedelta(hours=1)


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
    shares, draws = promising.draw(order=order, now=held.standing, amount=amount, first=tenders.MONEY_FIRST)
    made = promising.write(
        order=order, plan=plan, subject=subject, key=key, resolution=Resolution.REFUND, amount=amount, draws=draws
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
    bonus: Rate = NOTHING,
    expires_at: datetime | None = None,
) -> PromiseView:
    """Keep the value of `wish` in the shop as store credit, with a bonus; nothing is left on a plan of zero."""
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    amount = plan.total()
    _, draws = promising.draw(order=order, now=held.standing, amount=amount, first=tenders.VALUE_FIRST)
    made = promising.write(
        order=order, plan=plan, subject=subject, key=key, resolution=Resolution.CREDIT, amount=amount, draws=draws
    )
    booking.book(entry=posting.promised(plan=plan), promise_id=made.id)
    if not amount:
        return queries.promise_view(row=made, refunds=(), credits=())
    value = credit.worth(base=amount, bonus=bonus)
    entry = posting.credit_issued(value=value)
    row = crediting.issue(value=value, subject=subject, expires_at=expires_at, entry=entry, promise_id=made.id)
    return queries.promise_view(row=made, refunds=(), credits=(queries.credit_view(row=row),))


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
) -> PromiseView:
    """Swap the units of `wish` for new ones at `prices` (with tax, one new unit, by `reference` of the units).

    What the customer still has to pay stands in `due`; what the shop owes goes back like any refund.
    """
    held = promising.hold(order=order, key=key)
    if held.known is not None:
        return held.known
    plan = held.standing.plan(wish=wish)
    swaps = _swaps(held.standing, plan, wish, prices)
    owed = exchange.difference(value=plan.total(), price=exchange.price_of(swaps=swaps, discount=discount))
    nothing = Money(0, plan.currency)
    back = owed.amount if owed.direction is Direction.SHOP_PAYS else nothing
    due = owed.amount if owed.direction is Direction.CUSTOMER_PAYS else nothing
    shares, draws = promising.draw(order=order, now=held.standing, amount=back, first=tenders.MONEY_FIRST)
    made = promising.write(
        order=order,
        plan=plan,
        subject=subject,
        key=key,
        resolution=Resolution.EXCHANGE,
        amount=back,
        draws=draws,
        due=due.amount,
    )
    booking.book(entry=posting.exchanged(plan=plan, difference=owed), promise_id=made.id)
    view = promising.plan_refunds(promise=made, shares=shares)
    about = (made.id, order.id, subject.kind, subject.id)
    refunds = tuple(refund.id for refund in view.refunds)
    announce(ExchangePromised(*about, due.amount, back.amount, plan.currency, refunds), subject_id=subject.id)
    return view


@operation(Permission.MONEY_REFUND)
def retry_refund(*, by: Actor, refund_id: UUID) -> None:
    """Send a refund that failed for good once more, as a new wish to the gateway."""
    row = _refund(refund_id)
    hit = Refund.objects.filter(
        id=refund_id, status=RefundStatus.FAILED.value, route=Route.GATEWAY.value, round=row.round
    ).update(status=RefundStatus.PLANNED.value, round=row.round + 1, failure="", changed_at=clock.now())
    if hit != 1:
        raise Conflict("refund_not_failed")
    jobs.send_later(shop_id=by.shop_id, refund_id=refund_id)


@operation(Permission.MONEY_REFUND)
def record_payout(*, by: Actor, refund_id: UUID, reference: str) -> None:
    """A person paid this refund, by bank transfer or otherwise; `reference` finds it on the bank statement."""
    if not reference.strip():
        raise Invalid("payout_reference_missing")
    row = _refund(refund_id)
    route = Route.BY_HAND if row.route == Route.GATEWAY else Route(row.route)
    waiting = [RefundStatus.MANUAL.value, RefundStatus.FAILED.value]
    hit = Refund.objects.filter(id=refund_id, status__in=waiting).update(
        status=RefundStatus.SUCCEEDED.value,
        route=route.value,
        gateway_refund=reference.strip()[:255],
        changed_at=clock.now(),
    )
    if hit != 1:
        raise Conflict("refund_not_by_hand")
    row.route = route.value
    sending.book_change(refund=row, old=RefundStatus(row.status), new=RefundStatus.SUCCEEDED)
    sending.tell(refund=row, status=RefundStatus.SUCCEEDED)


@operation(Permission.MONEY_CREDIT)
def issue_credit(*, by: Actor, amount: Money, subject: Subject, expires_at: datetime | None = None) -> CreditView:
    """Give a store credit nobody was owed: a gesture of the shop."""
    value = credit.worth(base=amount, bonus=NOTHING)
    row = crediting.issue(value=value, subject=subject, expires_at=expires_at, entry=posting.credit_given(value=amount))
    return queries.credit_view(row=row)


@operation(Permission.MONEY_CREDIT)
def spend_credit(*, by: Actor, code: str, amount: Money, key: str) -> CreditView:
    """Pay with a credit. The same key (the checkout's) spends once."""
    row = crediting.held(code=code)
    if CreditMovement.objects.filter(key=f"spend:{key}").exists():
        return queries.credit_view(row=row)
    left = credit.spent(
        balance=Money(row.balance, row.currency), amount=amount, expires_at=row.expires_at, now=clock.now()
    )
    hit = Credit.objects.filter(id=row.id, balance=row.balance).update(balance=left.amount)
    if hit != 1:
        raise Conflict("credit_moved_on")
    row.balance = left.amount
    crediting.move(row=row, key=f"spend:{key}", amount=-amount)
    booking.book(entry=posting.credit_spent(amount=amount), credit_id=row.id)
    announce(CreditSpent(row.id, amount.amount, left.amount, left.currency), subject_id=row.subject_id)
    return queries.credit_view(row=row)


def hear(*, gateway: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Take in a provider's signed message; False when it is about nothing of ours. Raises NewsRefused."""
    if sending.hear(gateway=gateway, headers=headers, body=body):
        return True
    return checkouts.hear(gateway=gateway, headers=headers, body=body)


def sweep(*, by: Actor) -> int:
    """Ask again about refunds that stand still: planned or being sent for minutes, pending for an hour. And about
    payment pages nobody told us more about.

    Not an operation: it runs every minute, changes nothing by itself, and would fill the audit with nothing.
    """
    now = clock.now()
    moving = [RefundStatus.PLANNED.value, RefundStatus.SENDING.value]
    with tenancy.entered(by.shop_id):
        stuck = Refund.objects.filter(status__in=moving, changed_at__lt=now - _STUCK_AFTER)
        slow = Refund.objects.filter(status=RefundStatus.PENDING.value, changed_at__lt=now - _PENDING_AFTER)
        found = [*stuck.values_list("id", flat=True), *slow.values_list("id", flat=True)]
        for refund_id in found:
            jobs.send_later(shop_id=by.shop_id, refund_id=refund_id)
    return len(found) + differences.ask_waiting(by=by)


def _refund(refund_id: UUID) -> Refund:
    row: Refund | None = Refund.objects.filter(id=refund_id).first()
    if row is None:
        raise NotFound("refund_unknown")
    return row


def _swaps(now: Standing, plan: RefundPlan, wish: RefundWish, prices: Mapping[str, Money]) -> list[Swap]:
    """Each unit really taken back against the new one asked for it."""
    swaps = []
    for reference in dict.fromkeys(units.reference for units in wish.units):
        wanted = prices.get(reference)
        if wanted is None:
            raise Invalid("exchange_price_missing", reference=reference)
        for line_id, position in plan.paid_by(reference=reference):
            line = now.paid.line(id=line_id)
            swaps.append(Swap(line.units(positions=[position]).gross, line.list_price, wanted))
    return swaps
