"""How value is put on a store credit and taken off again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, NotFound
from volte.kit.money import Money
from volte.kit.rates import NOTHING
from volte.money import booking
from volte.money.events import CreditIssued, CreditRefilled
from volte.money.models import Credit, CreditMovement, Refund
from volte.money.rules import credit, ledger, posting, tenders
from volte.money.rules.credit import CreditValue
from volte.money.rules.standing import Subject
from volte.money.rules.tenders import Payment, Route
from volte.runtime import clock, hot
from volte.runtime.outbox import announce


def issue(
    *,
    value: CreditValue,
    subject: Subject,
    expires_at: datetime | None,
    entry: ledger.Entry | None,
    promise_id: UUID | None = None,
) -> Credit:
    """A new credit with its first movement, its entry and its event."""
    now = clock.now()
    amount = value.total()
    row: Credit = Credit.objects.create(
        code=credit.written(number=ids.short_number(credit.GROUPS)),
        currency=amount.currency,
        base=value.base.amount,
        bonus=value.bonus.amount,
        balance=amount.amount,
        issued_at=now,
        expires_at=expires_at,
        promise_id=promise_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
    )
    booked = booking.book(entry=entry, promise_id=promise_id, credit_id=row.id)
    move(row=row, key=f"issue:{row.id}", amount=amount, entry_id=booked)
    announce(
        CreditIssued(
            credit_id=row.id,
            promise_id=promise_id,
            subject_kind=subject.kind,
            subject_id=subject.id,
            amount=amount.amount,
            bonus=value.bonus.amount,
            currency=amount.currency,
        ),
        subject_id=subject.id,
    )
    return row


def that_paid(*, payments: Iterable[Payment]) -> dict[str, Credit]:
    """By payment: the credit of ours it names, held until the transaction ends. Always in one order, so that two orders
    paid by the same credits never wait for each other in a circle."""
    named = {
        payment.id: credit.tidy(typed=payment.reference)
        for payment in payments
        if payment.reference and payment.own_route() is Route.STORE_CREDIT
    }
    if not named:
        return {}
    ours = {row.code: row for row in hot.rows(Credit, order="id", lock=True, code=sorted(set(named.values())))}
    return {payment: ours[code] for payment, code in named.items() if code in ours}


def put_back(*, refund: Refund, paid: Credit | None) -> Credit:
    """A refund goes on the credit that `paid`, held by the caller; on a new one where that cannot be."""
    amount = Money(refund.amount, refund.currency)
    if paid is not None and _refilled(paid, amount):
        return _refill(paid, amount, refund)
    value = credit.worth(base=amount, bonus=NOTHING)
    return issue(
        value=value,
        subject=Subject(refund.subject_kind, refund.subject_id),
        expires_at=None,
        entry=posting.credit_issued(value=value),
        promise_id=refund.promise_id,
    )


def _refilled(paid: Credit, amount: Money) -> bool:
    issued = Money(paid.base + paid.bonus, paid.currency)
    lapsed = paid.expires_at is not None and clock.now() >= paid.expires_at
    return tenders.refilled(amount=amount, balance=Money(paid.balance, paid.currency), issued=issued, lapsed=lapsed)


def _refill(row: Credit, amount: Money, refund: Refund) -> Credit:
    now = row.balance + amount.amount
    if Credit.objects.filter(id=row.id, balance=row.balance).update(balance=now) != 1:
        raise Conflict("credit_moved_on")
    row.balance = now
    booked = booking.book(entry=posting.credit_refilled(amount=amount), refund_id=refund.id, credit_id=row.id)
    move(row=row, key=f"refill:{refund.id}", amount=amount, entry_id=booked)
    announce(CreditRefilled(row.id, refund.id, amount.amount, now, row.currency), subject_id=refund.subject_id)
    return row


def move(*, row: Credit, key: str, amount: Money, entry_id: UUID | None) -> None:
    CreditMovement.objects.create(credit=row, key=key, amount=amount.amount, entry_id=entry_id, at=clock.now())


def held(*, code: str) -> Credit:
    """The credit with this code, held until the transaction ends."""
    row: Credit | None = Credit.objects.select_for_update().filter(code=credit.tidy(typed=code)).first()
    if row is None:
        raise NotFound("credit_unknown")
    return row
