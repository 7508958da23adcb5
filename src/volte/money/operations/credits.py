"""Store credit: given, and spent."""

from datetime import datetime

from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.kit.rates import NOTHING
from volte.money import booking, crediting, queries
from volte.money.events import CreditSpent
from volte.money.models import Credit, CreditMovement
from volte.money.queries import CreditView
from volte.money.rules import credit, posting
from volte.money.rules.standing import Subject
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission


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
    booked = booking.book(entry=posting.credit_spent(amount=amount), credit_id=row.id)
    crediting.move(row=row, key=f"spend:{key}", amount=-amount, entry_id=booked)
    announce(CreditSpent(row.id, amount.amount, left.amount, left.currency), subject_id=row.subject_id)
    return queries.credit_view(row=row)
