"""A hold was taken: only now money moved, and the books say what for.

What nothing came back for is a sale: an exchange for nothing, whose whole price is the difference, paid by the card
that held it. So it stands in the books, gives back what it took should it come back, and is counted once.
"""

from collections.abc import Mapping
from uuid import UUID

from volte.kit.money import Money
from volte.kit.words import PaymentKind, Resolution
from volte.money import balances, booking, checkouts
from volte.money.events import HoldTaken, HoldTrouble
from volte.money.models import Hold, Promise
from volte.money.rules import document, exchange, holding, posting, taxes
from volte.money.rules.basis import Instead, Paid
from volte.money.rules.outcomes import Outcome, believed
from volte.money.rules.plan import RefundPlan
from volte.money.rules.tenders import Payment
from volte.runtime import clock, hot
from volte.runtime.outbox import announce


def taken(*, row: Hold, wished: bool, told: Money | None) -> None:
    """The provider took it. Book what was wished; what nobody wished, or another amount, is for a person: the money is
    there, and nothing here says what for."""
    owed = Money(int(row.wish["amount"]), row.currency) if wished else Money(row.amount, row.currency)
    said = told if told is not None else owed
    row.taken = max(1, min(said.amount, row.amount))
    outcome, trouble = believed(outcome=Outcome.SUCCEEDED, told=told, owed=owed)
    if not wished or outcome is not Outcome.SUCCEEDED:
        row.trouble = trouble or "not_wished"
        announce(HoldTrouble(*_about(row), row.taken, row.currency, row.trouble), subject_id=row.subject_id)
        return
    _pay_differences(row)
    pieces = {name: document.instead_read(written=units) for name, units in row.wish["pieces"].items()}
    if pieces:
        row.promise = _sold(row, pieces)
    announce(HoldTaken(*_about(row), row.taken, row.currency), subject_id=row.subject_id)


def _pay_differences(row: Hold) -> None:
    for name in row.wish["differences"]:
        promise = hot.first(Promise, lock=True, id=UUID(name))
        if promise is None:
            continue
        if promise.due_paid_at is None and promise.due_given_at is None and promise.given_up_at is None:
            checkouts.settle(promise=promise, by_page=row)


def _sold(row: Hold, pieces: Mapping[str, tuple[Instead, ...]]) -> Promise:
    """The sale as a promise: nothing comes back, its price is due and paid."""
    now = clock.now()
    price = Money(holding.worth(pieces=pieces), row.currency)
    made: Promise = Promise.of_shop(
        key=f"hold:{row.id}",
        order_id=row.order_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        resolution=Resolution.EXCHANGE.value,
        currency=row.currency,
        amount=0,
        outbound=0,
        units={},
        draws={},
        lines=[],
        flags=[],
        due=price.amount,
        due_paid_at=now,
        sold={name: document.instead_written(units=units) for name, units in pieces.items()},
        promised_at=now,
    )
    payment = Payment(f"difference:{made.id}", PaymentKind.CARD, price, row.gateway, row.payment)
    made.due_payment = document.payment_written(payment=payment)
    made.insert_late()
    balances.open_payment(order_id=row.order_id, payment=payment)
    plan = RefundPlan(currency=row.currency, lines=(), units={}, flags=())
    sale = Paid(price, taxes.summed(unit.whole for units in pieces.values() for unit in units))
    owed = exchange.difference(value=Money(0, row.currency), price=price)
    booking.book(entry=posting.exchanged(plan=plan, difference=owed, sale=sale), promise_id=made.id)
    booking.book(entry=posting.difference_paid(amount=price), promise_id=made.id)
    return made


def _about(row: Hold) -> tuple[UUID, UUID, str, UUID]:
    return row.id, row.order_id, row.subject_kind, row.subject_id
