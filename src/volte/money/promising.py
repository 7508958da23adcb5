"""What three kinds of promise have in common: line up behind the payments, plan, draw, write down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.kit.words import Resolution
from volte.money import balances, crediting, jobs, queries, sending
from volte.money.models import Credit, Promise, Refund
from volte.money.ports import RefundGateway
from volte.money.queries import CreditView, PromiseView, RefundView
from volte.money.rules import document, standing, tenders
from volte.money.rules.basis import Instead
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import Earlier, OrderMoney, Standing, Subject
from volte.money.rules.tenders import Route, Share, Split
from volte.runtime import clock, hot, wiring


@dataclass(frozen=True, slots=True)
class Held:
    """An order's payments, held until this transaction ends: how they stand, and the promise made under this key."""

    standing: Standing
    known: PromiseView | None


def hold(*, order: OrderMoney, key: str) -> Held:
    """Line up behind every other promise of this order."""
    committed = balances.lock(order=order)
    rows = hot.rows(Promise, order_id=order.id)
    earlier = [_earlier(row) for row in rows]
    same = next((row.id for row in rows if row.key == key), None)
    return Held(
        standing=standing.standing(order=order, earlier=earlier, committed=committed),
        known=queries.promise(promise_id=same) if same is not None else None,
    )


def _earlier(row: Promise) -> Earlier:
    """What was given up paid for nothing; the prices the first promise froze hold all the same."""
    basis = document.basis_known(written=row.basis)
    if row.given_up_at is not None:
        return Earlier({}, 0, basis)  # an exchange gives nothing back of the way out
    return Earlier(
        row.units,
        row.outbound,
        basis,
        document.reduced_read(written=row.reduced),
        document.payment_read(written=row.due_payment, currency=row.currency),
    )


def draw(*, order: OrderMoney, now: Standing, split: Split) -> tuple[tuple[Share, ...], dict[str, int]]:
    """Commit each share of a `split` to its payment of the order."""
    if split.uncovered:
        raise Conflict("payment_exhausted", payment=order.payments[-1].id if order.payments else tenders.PRESUMED)
    return split.shares, balances.draw(order=order, left=now.left, shares=split.shares)


def write(
    *,
    order: OrderMoney,
    now: Standing,
    plan: RefundPlan,
    subject: Subject,
    key: str,
    resolution: Resolution,
    amount: Money,
    draws: dict[str, int],
    due: int = 0,
    sold: Mapping[str, Sequence[Instead]] | None = None,
) -> Promise:
    """The promise as a row, its plan as it was shown; the first of an order keeps what the order was sold for."""
    row: Promise = Promise.of_shop(
        key=key,
        order_id=order.id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        resolution=resolution.value,
        currency=plan.currency,
        amount=amount.amount,
        outbound=plan.outbound().amount,
        units={line: sorted(positions) for line, positions in plan.units.items()},
        reduced=document.reduced_written(reduced=plan.reduced),
        draws=draws,
        lines=document.lines_written(lines=plan.lines),
        flags=[document.message_written(message=flag) for flag in plan.flags],
        due=due,
        sold={name: document.instead_written(units=units) for name, units in (sold or {}).items()},
        basis=None if now.frozen else document.basis_written(basis=order.basis),
        promised_at=clock.now(),
    )
    row.insert_late()
    return row


def plan_refunds(*, promise: Promise, shares: Sequence[Share]) -> PromiseView:
    """One intent for each share: sent by the worker, put on a store credit at once, or left to a person."""
    credits: list[CreditView] = []
    connected = wiring.names(RefundGateway)
    routes = [(share, tenders.open_route(share, connected)) for share in shares]
    paid = crediting.that_paid(payments=[share.payment for share, route in routes if route is Route.STORE_CREDIT])
    refunds = tuple(_plan_refund(promise, share, route, paid, credits) for share, route in routes)
    return queries.promise_view(row=promise, refunds=refunds, credits=tuple(credits))


def _plan_refund(
    promise: Promise, share: Share, route: Route, paid: Mapping[str, Credit], credits: list[CreditView]
) -> RefundView:
    now = clock.now()
    row: Refund = Refund.of_shop(
        promise=promise,
        order_id=promise.order_id,
        subject_kind=promise.subject_kind,
        subject_id=promise.subject_id,
        payment=share.payment.id,
        payment_kind=share.payment.kind.value,
        gateway=share.payment.gateway,
        reference=share.payment.reference,
        route=route.value,
        amount=share.amount.amount,
        currency=share.amount.currency,
        status=_first_status(route).value,
        planned_at=now,
        changed_at=now,
    )
    if route is Route.STORE_CREDIT:
        row.credit = crediting.put_back(refund=row, paid=paid.get(share.payment.id))
        if row.credit.promise_id == promise.id:
            credits.append(queries.credit_view(row=row.credit))
    row.insert_late()
    if route is Route.GATEWAY:
        jobs.send_soon(shop_id=row.shop_id)
    elif route is Route.STORE_CREDIT:
        sending.tell(refund=row, status=RefundStatus.SUCCEEDED)
    return queries.refund_view(row=row)


def _first_status(route: Route) -> RefundStatus:
    match route:
        case Route.GATEWAY:
            return RefundStatus.PLANNED
        case Route.STORE_CREDIT:
            return RefundStatus.SUCCEEDED
        case Route.BANK_TRANSFER | Route.BY_HAND:
            return RefundStatus.MANUAL
        case _:
            assert_never(route)
