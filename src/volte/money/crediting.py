"""How value is put on a store credit and taken off again."""

from collections.abc import Callable, Iterable
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, NotFound
from volte.kit.money import Money
from volte.kit.rates import NOTHING
from volte.money import booking
from volte.money.events import CreditIssued, CreditRefilled
from volte.money.models import Credit, CreditMovement, Refund
from volte.money.rules import credit, ledger, posting
from volte.money.rules.credit import CreditValue, Terms
from volte.money.rules.purse import Move, Purse
from volte.money.rules.standing import Subject
from volte.money.rules.tenders import Payment, Route
from volte.runtime import clock, hot
from volte.runtime.outbox import announce

NEVER = Terms()


def issue(
    *,
    value: CreditValue,
    subject: Subject,
    terms: Terms,
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
        bonus_left=value.bonus.amount,
        issued_at=now,
        expires_at=terms.expires_at,
        bonus_expires_at=terms.bonus_expires_at,
        promise_id=promise_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
    )
    booked = booking.book(entry=entry, promise_id=promise_id, credit_id=row.id)
    _write(row, f"issue:{row.id}", Move(value.base, value.bonus), booked)
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
    """A refund goes on the credit that `paid`, held by the caller, what was owed first. Where it would be worth nothing
    there (blocked, expired, or more than was ever spent from it) a new credit that never ends carries it whole."""
    amount = Money(refund.amount, refund.currency)
    if paid is not None and purse(row=paid).takes_back(amount=amount, now=clock.now()):
        return _refill(paid, amount, refund)
    value = credit.worth(base=amount, bonus=NOTHING)
    return issue(
        value=value,
        subject=Subject(refund.subject_kind, refund.subject_id),
        terms=NEVER,
        entry=posting.credit_issued(value=value),
        promise_id=refund.promise_id,
    )


def _refill(row: Credit, amount: Money, refund: Refund) -> Credit:
    move = purse(row=row).put_back(amount=amount)
    change(row=row, key=f"refill:{refund.id}", move=move, entry=posting.credit_refilled, refund_id=refund.id)
    told = (amount.amount, row.balance, row.currency, move.bonus.amount)
    announce(CreditRefilled(row.id, refund.id, *told), subject_id=refund.subject_id)
    return row


def change(
    *,
    row: Credit,
    key: str,
    move: Move,
    entry: Callable[..., ledger.Entry | None],
    refund_id: UUID | None = None,
    lapsed: bool = False,
) -> None:
    """Move value on a credit held by the caller: the row, the entry, the movement; `row` is as it stands then."""
    left = purse(row=row).moved(move)
    new = {"balance": left.balance.amount}
    if row.bonus_left is not None:
        new["bonus_left"] = left.bonus_left.amount
    if lapsed:
        new["base_lapsed"] = row.base_lapsed - move.base.amount
        new["bonus_lapsed"] = row.bonus_lapsed - move.bonus.amount
    if Credit.objects.filter(id=row.id, balance=row.balance, bonus_left=row.bonus_left).update(**new) != 1:
        raise Conflict("credit_moved_on")
    for name, value in new.items():
        setattr(row, name, value)
    booked = booking.book(entry=entry(move=move), refund_id=refund_id, credit_id=row.id)
    _write(row, key, move, booked)


def purse(*, row: Credit) -> Purse:
    """The credit as the rules know it. One from before the two were kept apart counts as owed to the last cent."""
    apart = row.bonus_left is not None
    gift = row.bonus_left or 0
    return Purse(
        base=Money(row.base if apart else row.base + row.bonus, row.currency),
        bonus=Money(row.bonus if apart else 0, row.currency),
        base_left=Money(row.balance - gift, row.currency),
        bonus_left=Money(gift, row.currency),
        base_lapsed=Money(row.base_lapsed, row.currency),
        bonus_lapsed=Money(row.bonus_lapsed, row.currency),
        expires_at=row.expires_at,
        bonus_expires_at=row.bonus_expires_at,
        blocked=row.blocked_at is not None,
    )


def held(*, code: str) -> Credit:
    """The credit with this code, held until the transaction ends."""
    row: Credit | None = Credit.objects.select_for_update().filter(code=credit.tidy(typed=code)).first()
    if row is None:
        raise NotFound("credit_unknown")
    return row


def held_by_id(*, credit_id: UUID) -> Credit:
    row: Credit | None = Credit.objects.select_for_update().filter(id=credit_id).first()
    if row is None:
        raise NotFound("credit_unknown")
    return row


def _write(row: Credit, key: str, move: Move, entry_id: UUID | None) -> None:
    CreditMovement.objects.create(
        credit=row,
        key=key,
        amount=move.amount.amount,
        bonus=move.bonus.amount,
        entry_id=entry_id,
        at=clock.now(),
    )
