"""What became of a payment page? A payment counts once, whoever brings the news first: the provider's signed message,
the customer coming back, or the sweep that asks. A second payment of the same difference is owed back.
"""

from collections.abc import Mapping
from uuid import UUID

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.words import PaymentKind
from volte.money import balances, booking, jobs
from volte.money.events import DifferencePaid, DifferencePaidTwice
from volte.money.models import Checkout, Hold, Promise, Refund
from volte.money.ports import CheckoutPage, CheckoutSeen, PaymentGateway, RefundGateway
from volte.money.rules import document, posting
from volte.money.rules.outcomes import Paying, RefundStatus
from volte.money.rules.tenders import Payment, Route
from volte.runtime import clock, hot, tenancy, turns, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def keep_page(*, by: Actor, checkout_id: UUID, page: CheckoutPage) -> None:
    """Write down what the provider answered."""
    row = _checkout(checkout_id)
    row.reference, row.url, row.changed_at = page.reference[:255], page.url, clock.now()
    hot.save(row)


def ask(*, by: Actor, checkout_id: UUID) -> None:
    """Learn from the provider how a page stands. Safe at any time; raises GatewayUnreachable."""
    with tenancy.entered(by.shop_id):
        row = hot.first(Checkout, id=checkout_id)
    if row is None or not row.reference or row.status == Paying.PAID.value:
        return
    with turns.given_back():
        seen = wiring.adapter(PaymentGateway, row.gateway).seen(reference=row.reference)
    record_seen(by=by, checkout_id=checkout_id, seen=seen)


def close(*, by: Actor, checkout_id: UUID) -> None:
    """Close a page nobody needs any more; if somebody paid it first, that is written down."""
    with tenancy.entered(by.shop_id):
        row = hot.first(Checkout, id=checkout_id)
    if row is None or not row.reference or row.status == Paying.PAID.value:
        return
    with turns.given_back():
        seen = wiring.adapter(PaymentGateway, row.gateway).expire(reference=row.reference)
    record_seen(by=by, checkout_id=checkout_id, seen=seen)


def hear(*, gateway: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Take in a provider's signed message; False when it is about none of our pages. Raises NewsRefused."""
    if gateway not in wiring.names(PaymentGateway):
        return False
    news = wiring.adapter(PaymentGateway, gateway).hear_payment(headers=headers, body=body)
    if news is None:
        return False
    record_seen(by=Actor.system(news.shop_id), checkout_id=news.checkout_id, seen=news.seen)
    return True


@operation(Permission.MONEY_REFUND)
def record_seen(*, by: Actor, checkout_id: UUID, seen: CheckoutSeen) -> None:
    """Write down how a page stands: twice and out of order is fine, a payment counts once."""
    # The promise first, as everywhere: two who lock in turn cannot wait for each other in a circle.
    promise = hot.first(Promise, lock=True, id=_checkout(checkout_id).promise_id)
    assert promise is not None, "protected by its foreign key"
    row = _checkout(checkout_id)
    if row.status == Paying.PAID.value:
        return
    row.changed_at = clock.now()
    if seen.paying is not Paying.OPEN:
        row.status, row.payment = seen.paying.value, seen.payment[:255]
    hot.save(row)
    if seen.paying is not Paying.PAID:
        return
    if promise.due_paid_at is None and promise.due_given_at is None and promise.given_up_at is None:
        settle(promise=promise, by_page=row)
    else:
        _owe_back(promise, row)


def settle(*, promise: Promise, by_page: Checkout | Hold | None = None) -> None:
    """The difference is paid: on a page, by a card that held it, or another way. The promise is held."""
    promise.due_paid_at = clock.now()
    payment = _payment(promise, by_page)
    promise.due_payment = document.payment_written(payment=payment)
    balances.open_payment(order_id=promise.order_id, payment=payment)
    hot.save(promise)
    amount = payment.captured
    booking.book(entry=posting.difference_paid(amount=amount), promise_id=promise.id)
    about = (promise.id, promise.order_id, promise.subject_kind, promise.subject_id)
    announce(DifferencePaid(*about, promise.due, promise.currency), subject_id=promise.subject_id)


def _payment(promise: Promise, by_page: Checkout | Hold | None) -> Payment:
    """A payment of the order from now on: should the dearer article come back, it goes back the way it came."""
    name, amount = f"difference:{promise.id}", Money(promise.due, promise.currency)
    if by_page is None:
        return Payment(name, PaymentKind.TRANSFER, amount)
    return Payment(name, PaymentKind.CARD, amount, by_page.gateway if by_page.payment else "", by_page.payment)


def _owe_back(promise: Promise, row: Checkout) -> None:
    """Paid twice: it goes back the way it came, by a person where no gateway can."""
    by_gateway = bool(row.payment) and row.gateway in wiring.names(RefundGateway)
    now, amount = clock.now(), Money(row.amount, row.currency)
    refund = Refund.of_shop(
        promise=promise,
        order_id=promise.order_id,
        subject_kind=promise.subject_kind,
        subject_id=promise.subject_id,
        payment=f"checkout:{row.id}",
        payment_kind=PaymentKind.CARD.value,
        gateway=row.gateway,
        reference=row.payment,
        route=(Route.GATEWAY if by_gateway else Route.BY_HAND).value,
        amount=row.amount,
        currency=row.currency,
        status=(RefundStatus.PLANNED if by_gateway else RefundStatus.MANUAL).value,
        planned_at=now,
        changed_at=now,
    )
    refund.insert_late()
    if by_gateway:
        jobs.send_soon(shop_id=row.shop_id)
    booking.book(entry=posting.paid_twice(amount=amount), promise_id=promise.id, refund_id=refund.id)
    about = (promise.id, refund.id, promise.order_id, promise.subject_kind, promise.subject_id)
    announce(DifferencePaidTwice(*about, row.amount, row.currency), subject_id=promise.subject_id)


def _checkout(checkout_id: UUID) -> Checkout:
    row = hot.first(Checkout, id=checkout_id)
    if row is None:
        raise NotFound("checkout_unknown")
    return row
