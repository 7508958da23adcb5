"""Store credit: given, spent, given back to whoever called it off, stopped and opened again."""

from uuid import UUID

from django.db import IntegrityError

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.money import Money
from volte.kit.rates import NOTHING
from volte.money import crediting, queries
from volte.money.events import CreditBlocked, CreditSpent, CreditUnblocked, CreditUnspent
from volte.money.models import Credit, CreditMovement, CreditStep
from volte.money.queries import CreditView
from volte.money.rules import credit, posting
from volte.money.rules.credit import Terms
from volte.money.rules.purse import Purse
from volte.money.rules.standing import Subject
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission

_LONGEST_WHY = 300


@operation(Permission.MONEY_CREDIT)
def issue_credit(*, by: Actor, amount: Money, subject: Subject, terms: Terms = crediting.NEVER) -> CreditView:
    """Give a store credit nobody was owed: a gesture of the shop."""
    value = credit.worth(base=amount, bonus=NOTHING)
    row = crediting.issue(value=value, subject=subject, terms=terms, entry=posting.credit_given(value=amount))
    return queries.credit_view(row=row)


@operation(Permission.MONEY_CREDIT)
def spend_credit(*, by: Actor, code: str, amount: Money, key: str) -> CreditView:
    """Pay with a credit. The same key (the checkout's) spends once; refuses `credit_key_reused` where it named another
    credit or amount, or a spending that was called off."""
    row = crediting.held(code=code)
    known = CreditMovement.objects.filter(key=f"spend:{key}").first()
    if known is not None:
        _same(known, row, amount, key)
        return queries.credit_view(row=row)
    move = crediting.purse(row=row).spent(amount=amount, now=clock.now())
    try:
        crediting.change(row=row, key=f"spend:{key}", move=move, entry=posting.credit_spent)
    except IntegrityError as taken:
        # At this very moment the same key spends another credit: who waited for it comes second.
        raise Conflict("credit_key_reused") from taken
    announce(
        CreditSpent(row.id, amount.amount, row.balance, row.currency, -move.bonus.amount), subject_id=row.subject_id
    )
    return queries.credit_view(row=row)


@operation(Permission.MONEY_CREDIT)
def unspend_credit(*, by: Actor, code: str, key: str) -> CreditView:
    """Call off the spending of this key: all of it is on the credit again, for as long as it could still be spent when
    it was. The same key is called off once; refuses `credit_spending_unknown`."""
    row = crediting.held(code=code)
    spent = CreditMovement.objects.filter(key=f"spend:{key}", credit=row).first()
    if spent is None:
        raise NotFound("credit_spending_unknown")
    if CreditMovement.objects.filter(key=f"unspend:{key}").exists():
        return queries.credit_view(row=row)
    purse = crediting.purse(row=row)
    move = purse.put_back(amount=Money(-spent.amount, row.currency))
    _lasting(row, purse.resumed(since=spent.at, now=clock.now()))
    crediting.change(row=row, key=f"unspend:{key}", move=move, entry=posting.credit_unspent)
    told = (move.amount.amount, move.bonus.amount, row.balance, row.currency)
    announce(CreditUnspent(row.id, *told), subject_id=row.subject_id)
    return queries.credit_view(row=row)


@operation(Permission.MONEY_CREDIT)
def block_credit(*, by: Actor, credit_id: UUID, why: str) -> CreditView:
    """Nobody can spend it from now on; its terms stand still. Refuses `credit_why_missing`, `credit_blocked`."""
    row, said = crediting.held_by_id(credit_id=credit_id), why.strip()
    if not said:
        raise Invalid("credit_why_missing")
    now = clock.now()
    if Credit.objects.filter(id=row.id, blocked_at=None).update(blocked_at=now) != 1:
        raise Conflict("credit_blocked")
    row.blocked_at = now
    _step(by, row, "blocked", said)
    announce(CreditBlocked(row.id, row.balance, row.currency), subject_id=row.subject_id)
    return queries.credit_view(row=row)


@operation(Permission.MONEY_CREDIT)
def unblock_credit(*, by: Actor, credit_id: UUID, why: str = "") -> CreditView:
    """It may be spent again; the time it was blocked is added to its terms. Refuses `credit_not_blocked`."""
    row = crediting.held_by_id(credit_id=credit_id)
    if row.blocked_at is None:
        raise Conflict("credit_not_blocked")
    opened = crediting.purse(row=row).opened(after=clock.now() - row.blocked_at)
    if Credit.objects.filter(id=row.id, blocked_at=row.blocked_at).update(blocked_at=None) != 1:
        raise Conflict("credit_moved_on")
    row.blocked_at = None
    _lasting(row, opened)
    _step(by, row, "unblocked", why.strip())
    announce(CreditUnblocked(row.id, row.balance, row.currency), subject_id=row.subject_id)
    return queries.credit_view(row=row)


def _same(known: CreditMovement, row: Credit, amount: Money, key: str) -> None:
    """A checkout that asks twice means the same payment; a key that means another one is a fault of the caller."""
    if known.credit_id != row.id or Money(-known.amount, row.currency) != amount:
        raise Conflict("credit_key_reused")
    if CreditMovement.objects.filter(key=f"unspend:{key}").exists():
        raise Conflict("credit_key_reused")


def _lasting(row: Credit, purse: Purse) -> None:
    row.expires_at, row.bonus_expires_at = purse.expires_at, purse.bonus_expires_at
    Credit.objects.filter(id=row.id).update(expires_at=row.expires_at, bonus_expires_at=row.bonus_expires_at)


def _step(by: Actor, row: Credit, kind: str, why: str) -> None:
    name = by.name[:120] if by.kind != "shopper" else ""
    CreditStep.objects.create(
        credit=row, kind=kind, why=why[:_LONGEST_WHY], actor_kind=by.kind, actor_name=name, at=clock.now()
    )
