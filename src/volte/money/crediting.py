"""How value is put on a store credit and taken off again."""

from datetime import datetime
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money import booking
from volte.money.events import CreditIssued
from volte.money.models import Credit, CreditMovement
from volte.money.rules import credit, ledger
from volte.money.rules.credit import CreditValue
from volte.money.rules.standing import Subject
from volte.runtime import clock
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


def move(*, row: Credit, key: str, amount: Money, entry_id: UUID | None) -> None:
    CreditMovement.objects.create(credit=row, key=key, amount=amount.amount, entry_id=entry_id, at=clock.now())


def held(*, code: str) -> Credit:
    """The credit with this code, held until the transaction ends."""
    row: Credit | None = Credit.objects.select_for_update().filter(code=credit.tidy(typed=code)).first()
    if row is None:
        raise NotFound("credit_unknown")
    return row
