"""A dearer exchange: the customer pays the difference, or is let have it, and only then the goods leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money, total
from volte.money import checkouts, differences
from volte.money import queries as money
from volte.money.differences import Visit
from volte.money.ports import GatewayUnreachable
from volte.money.queries import PromiseView
from volte.money.rules.tenders import Route
from volte.returns import considering, instant, rows, wire
from volte.returns.models import Return, ReturnItem, Settlement
from volte.returns.operations import settling, telling
from volte.runtime import clock, hot, tenancy, texts
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission


@dataclass(frozen=True, slots=True)
class Due:
    """A difference nobody has paid yet, and what the payment page is to say."""

    promise_id: UUID
    amount: Money
    visit: Visit


@dataclass(frozen=True, slots=True)
class PaymentPage:
    """Where the customer pays how much."""

    url: str
    amount: Money


def pay_difference(*, by: Actor, return_id: UUID) -> PaymentPage:
    """The page of the payment provider on which the customer pays the difference; asked for twice it is the same one.

    Not inside a transaction: it asks the provider. Refuses `difference_not_due`, `payment_not_offered`,
    `payment_unreachable`.
    """
    due = difference_due(by=by, return_id=return_id)
    url = differences.open_page(by=Actor.system(by.shop_id), promise_id=due.promise_id, visit=due.visit)
    return PaymentPage(url, due.amount)


@question(Permission.OWN_RETURNS, Permission.RETURNS_MESSAGE, Permission.MONEY_REFUND)
def difference_due(*, by: Actor, return_id: UUID) -> Due:
    """The first difference of this return that is still to be paid; refuses `difference_not_due`."""
    row, _ = rows.locked(by=by, return_id=return_id)
    promise = next(iter(_unpaid(return_id)), None)
    if promise is None:
        raise Conflict("difference_not_due")
    # Whoever pays need not be whoever may see the order: the way back opens nothing by itself.
    page = telling.page_of(shop_id=by.shop_id, number=row.number)
    title = texts.say("returns-difference-title", row.language, number=row.number)
    visit = Visit(title, row.language, paid_url=f"{page}?payment=done", left_url=f"{page}?payment=left")
    return Due(promise.id, promise.due, visit)


def learn_payment(*, by: Actor, return_id: UUID) -> None:
    """The customer comes back from the payment page: ask how it went rather than wait to be told. Says nothing when the
    provider does not answer: its message, or the sweep, will."""
    with tenancy.entered(by.shop_id):
        rows.locked(by=by, return_id=return_id)
        waiting = [page for promise in _unpaid(return_id) for page in money.open_checkouts(promise_id=promise.id)]
    for checkout_id in waiting:
        try:
            checkouts.ask(by=Actor.system(by.shop_id), checkout_id=checkout_id)
        except GatewayUnreachable:
            return


@operation(Permission.MONEY_REFUND)
def record_difference_paid(*, by: Actor, return_id: UUID, reason: str) -> None:
    """A person says that the difference was paid another way; the goods leave.

    Refuses `difference_needs_reason`, `difference_not_due`.
    """
    row, _ = rows.locked(by=by, return_id=return_id)
    if not reason.strip():
        raise Invalid("difference_needs_reason")
    unpaid = _unpaid(return_id)
    if not unpaid:
        raise Conflict("difference_not_due")
    rows.step(row, "difference_noted", by=by, now=clock.now(), reason=reason.strip())
    for promise in unpaid:
        differences.record_difference_paid(by=by, promise_id=promise.id)
        difference_paid(by=by, return_id=return_id, promise_id=promise.id)


@operation(Permission.RETURNS_GOODWILL)
def give_difference(*, by: Actor, return_id: UUID, reason: str) -> None:
    """A gesture: the customer has the dearer article at the old price, and it leaves. `reason` is what they read.

    Refuses `goodwill_needs_reason`, `difference_not_due` and `exchange_sent`.
    """
    row, items = rows.locked(by=by, return_id=return_id)
    if not reason.strip():
        raise Invalid("goodwill_needs_reason")
    unpaid = _unpaid(return_id)
    if not unpaid:
        raise Conflict("difference_not_due")
    if instant.is_holding(subject_id=row.id):
        raise Conflict("exchange_sent", number=row.number)  # the card that holds it is about to pay
    about = considering.order_money(catalogue.order(order_id=rows.order_of(row)))
    for promise in unpaid:
        differences.give_away(by=by, order=about, promise_id=promise.id, reason=reason.strip())
        made = _made_for(row, promise.id)
        made.detail = {**made.detail, "due_given": True, "reason": reason.strip()}
        hot.save(made)
        row.due = max(0, row.due - promise.due.amount)
        _let_go(items, made)
    amount = total((promise.due for promise in unpaid), currency=row.currency)
    rows.step(row, "difference_given", by=by, now=clock.now(), amount=wire.money(amount), reason=reason.strip())
    settling.finish(by=Actor.system(by.shop_id), row=row, items=items)


@operation(Permission.MONEY_REFUND)
def difference_paid(*, by: Actor, return_id: UUID, promise_id: UUID) -> None:
    """What was held back until the difference is paid goes on. Done once; nobody's news when it is no return."""
    if hot.first(Return, id=return_id) is None:
        return
    row, items = rows.locked(by=by, return_id=return_id)
    made = next((one for one in hot.rows(Settlement, return_row_id=row.id) if _pays(one, promise_id)), None)
    if made is None or made.detail.get("due_paid"):
        return
    made.detail = {**made.detail, "due_paid": True}
    hot.save(made)
    amount = Money(int(made.detail["due"]), row.currency)
    row.due = max(0, row.due - amount.amount)
    _let_go(items, made)
    rows.step(row, "difference_paid", by=Actor.system(by.shop_id), now=clock.now(), amount=wire.money(amount))
    settling.finish(by=Actor.system(by.shop_id), row=row, items=items)


@operation(Permission.MONEY_REFUND)
def difference_paid_twice(*, by: Actor, return_id: UUID, refund_id: UUID, amount: Money) -> None:
    """The payment came when the difference had been paid another way: its gateway gives it back, else a person."""
    row = rows.taken(return_id)
    if row is None:
        return
    now = clock.now()
    if money.refund(refund_id=refund_id).route is not Route.GATEWAY:
        row.waits_for, row.waits_since, row.updated_at = "money", now, now
        hot.save(row)
    rows.step(row, "difference_paid_twice", by=by, now=now, amount=wire.money(amount))


def _unpaid(return_id: UUID) -> list[PromiseView]:
    return [promise for promise in money.promises(subject_id=return_id) if promise.is_unpaid]


def _made_for(row: Return, promise_id: UUID) -> Settlement:
    return next(one for one in hot.rows(Settlement, return_row_id=row.id) if _pays(one, promise_id))


def _pays(made: Settlement, promise_id: UUID) -> bool:
    return bool(made.detail.get("promise") == str(promise_id))


def _let_go(items: Sequence[ReturnItem], made: Settlement) -> None:
    for item in items:
        item.unpaid = max(0, item.unpaid - int(made.units.get(str(item.id), 0)))
