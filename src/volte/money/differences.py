"""How a customer pays what an exchange costs more: on a page of the payment provider, or another way a person records.

As with refunds: the wish is a row first, the provider is asked outside any transaction, and what it says is written
down in a transaction of its own. One page is open per promise; asked for twice it is the same page.
"""

from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.money import booking, checkouts, jobs, queries
from volte.money.events import DifferenceGiven, DifferenceGivenUp
from volte.money.models import Checkout, Entry, Promise
from volte.money.ports import CheckoutRequest, GatewayUnreachable, PaymentGateway
from volte.money.queries import PromiseView
from volte.money.rules import document, exchange, posting, taxes
from volte.money.rules.basis import Instead
from volte.money.rules.ledger import What
from volte.money.rules.outcomes import Paying
from volte.money.rules.plan import RefundPlan
from volte.money.rules.standing import OrderMoney, Standing
from volte.money.rules.taxes import Part
from volte.runtime import clock, hot, tenancy, turns, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

# Providers keep a page open for a day; near its end the customer gets a new one rather than a closed door.
_FRESH = timedelta(hours=20)
# How long we wait for the provider's message before we ask.
_ASK_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Visit:
    """Who pays for what, and where the person goes afterwards."""

    title: str
    language: str
    paid_url: str
    left_url: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A page to ask the provider for, or (`url`) one that is open already."""

    checkout_id: UUID
    gateway: str
    url: str
    request: CheckoutRequest


def page_origin() -> str:
    """Where the payment pages live; "" when no provider takes payments."""
    name = _provider()
    return wiring.adapter(PaymentGateway, name).page_origin() if name else ""


def open_page(*, by: Actor, promise_id: UUID, visit: Visit) -> str:
    """The address where the customer pays. Not inside a transaction: it asks the provider.

    Refuses `difference_not_due`, `payment_not_offered`, `payment_unreachable`.
    """
    opening = begin_checkout(by=by, promise_id=promise_id, visit=visit)
    if opening.url:
        return opening.url
    try:
        with turns.given_back():
            page = wiring.adapter(PaymentGateway, opening.gateway).open_checkout(request=opening.request)
    except GatewayUnreachable as error:
        raise Conflict("payment_unreachable") from error
    checkouts.keep_page(by=by, checkout_id=opening.checkout_id, page=page)
    return page.url


@operation(Permission.MONEY_REFUND)
def begin_checkout(*, by: Actor, promise_id: UUID, visit: Visit) -> Opening:
    """Write down that a page is wanted, or find the one that is open."""
    promise = _unpaid(promise_id)
    name, now = _provider(), clock.now()
    if not name:
        raise Invalid("payment_not_offered")
    rows = hot.rows(Checkout, order="round", promise_id=promise_id)
    held = next((row for row in rows if row.status == Paying.OPEN.value), None)
    if held is not None and held.url and held.opened_at < now - _FRESH:
        # Still paid by somebody who kept it open? Then the news finds its row, and the second payment is noticed.
        held.status, held.changed_at = Paying.OVER.value, now
        hot.save(held)
        jobs.close_later(shop_id=by.shop_id, checkout_id=held.id)
        held = None
    if held is None:
        held = Checkout.of_shop(
            promise_id=promise_id,
            round=len(rows) + 1,
            gateway=name,
            amount=promise.due,
            currency=promise.currency,
            status=Paying.OPEN.value,
            visit=asdict(visit),
            opened_at=now,
            changed_at=now,
        )
        held.insert_late()
    return Opening(held.id, held.gateway, held.url, _request(by.shop_id, held))


@operation(Permission.MONEY_REFUND)
def record_difference_paid(*, by: Actor, promise_id: UUID) -> PromiseView:
    """The customer paid the difference another way, say a person; a page still open is closed.

    Refuses `promise_unknown`, `difference_not_due`.
    """
    promise = _unpaid(promise_id)
    checkouts.settle(promise=promise)
    _close_pages(by, promise)
    return queries.promise(promise_id=promise_id)


@operation(Permission.MONEY_REFUND)
def give_up(*, by: Actor, promise_id: UUID) -> None:
    """Nobody pays: the exchange is off, as if it had never been promised. Its entry is taken back, its units are free
    for another promise, and a page still open is closed; a payment that comes all the same is owed back.

    Refuses `promise_unknown`, `difference_not_due`.
    """
    promise = _unpaid(promise_id)
    promise.given_up_at = clock.now()
    # The same units may be promised again, under the name of the same settlement.
    promise.key = f"{promise.key[:150]}:given-up:{promise.id}"
    hot.save(promise)
    entry = hot.first(Entry, promise_id=promise.id, kind=What.EXCHANGED.value)
    if entry is not None:
        booking.take_back(row=entry)
    _close_pages(by, promise)
    about = (promise.id, promise.order_id, promise.subject_kind, promise.subject_id)
    announce(DifferenceGivenUp(*about, promise.due, promise.currency), subject_id=promise.subject_id)


@operation(Permission.RETURNS_GOODWILL)
def give_away(*, by: Actor, order: OrderMoney, promise_id: UUID, reason: str) -> PromiseView:
    """The customer has the dearer article at the old price: what leaves is worth what was paid for it, and a page still
    open is closed; a payment that comes all the same is owed back.

    Refuses `promise_unknown`, `difference_not_due`.
    """
    promise = _unpaid(promise_id)
    given = _lower(promise, queries.standing_seen(order=order))
    promise.due_given_at = clock.now()
    hot.save(promise)
    entry = posting.difference_given(parts=given, currency=promise.currency)
    booking.book(entry=entry, promise_id=promise.id, why=reason)
    _close_pages(by, promise)
    about = (promise.id, promise.order_id, promise.subject_kind, promise.subject_id)
    announce(DifferenceGiven(*about, promise.due, promise.currency), subject_id=promise.subject_id)
    return queries.promise(promise_id=promise_id)


def ask_waiting(*, by: Actor) -> int:
    """Ask again about pages that have been open for minutes without news. Not an operation, as `operations.sweep`."""
    with tenancy.entered(by.shop_id):
        quiet = Checkout.objects.filter(status=Paying.OPEN.value, changed_at__lt=clock.now() - _ASK_AFTER)
        found = list(quiet.exclude(reference="").values_list("id", flat=True))
        for checkout_id in found:
            jobs.ask_later(shop_id=by.shop_id, checkout_id=checkout_id)
    return len(found)


def _request(shop_id: UUID, row: Checkout) -> CheckoutRequest:
    """As it was first written down: the same key must always carry the same wish."""
    visit = Visit(**row.visit)
    return CheckoutRequest(
        key=f"volte-{row.id}",
        amount=Money(row.amount, row.currency),
        title=visit.title,
        language=visit.language,
        paid_url=visit.paid_url,
        left_url=visit.left_url,
        shop_id=shop_id,
        checkout_id=row.id,
    )


def _lower(promise: Promise, now: Standing) -> tuple[Part, ...]:
    """Take the difference off what each unit of the promise is sold for; what was taken off, with its tax."""
    plan = RefundPlan(promise.currency, document.lines_read(written=promise.lines), {})
    if not promise.sold:  # promised before units were written down: as what came back
        return taxes.shared(amount=promise.due, over=plan.parts())
    names = [(reference, unit) for reference in promise.sold for unit in plan.paid_by(reference=reference)]
    sold = [one for units in promise.sold.values() for one in document.instead_read(written=units)]
    came = [now.paid.line(id=line).units(positions=[position]) for _, (line, position) in names]
    units = [exchange.Exchanged(was, one.whole) for was, one in zip(came, sold, strict=True)]
    lowered = exchange.given_away(units=units, amount=promise.due)
    left: dict[str, list[Instead]] = {}
    for (reference, _), one, part in zip(names, sold, lowered, strict=True):
        left.setdefault(reference, []).append(replace(one, whole=part))
    promise.sold = {name: document.instead_written(units=each) for name, each in left.items()}
    return taxes.summed(part for one, part in zip(sold, lowered, strict=True) for part in (one.whole, -part))


def _close_pages(by: Actor, promise: Promise) -> None:
    for row in hot.rows(Checkout, promise_id=promise.id, status=Paying.OPEN.value):
        jobs.close_later(shop_id=by.shop_id, checkout_id=row.id)


def _provider() -> str:
    """The provider that takes payments; "" when none is connected."""
    return next(iter(wiring.names(PaymentGateway)), "")


def _unpaid(promise_id: UUID) -> Promise:
    """The promise, held; refuses one of which nothing is left to pay."""
    promise = hot.first(Promise, lock=True, id=promise_id)
    if promise is None:
        raise NotFound("promise_unknown")
    over = (promise.due_paid_at, promise.due_given_at, promise.given_up_at)
    if promise.due <= 0 or any(moment is not None for moment in over):
        raise Conflict("difference_not_due")
    return promise
