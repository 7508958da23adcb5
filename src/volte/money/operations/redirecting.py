"""A refund that cannot go back the way it came: sent another way the customer agreed to, to an account they name."""

import json
from uuid import UUID

from volte.kit.errors import Conflict, NotFound
from volte.money import crediting, queries, sending
from volte.money.models import BankAccount, Refund
from volte.money.queries import RefundView
from volte.money.rules import bank_account, redirect
from volte.money.rules.bank_account import Account
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.redirect import Consent
from volte.money.rules.tenders import Route
from volte.runtime import clock, sealing
from volte.runtime.actor import Actor
from volte.runtime.operation import operation, question
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def redirect_refund(
    *, by: Actor, refund_id: UUID, route: Route, consent: Consent, account: Account | None = None
) -> RefundView:
    """Send what failed for good another way: a new refund carries the amount, the old one never moves again.

    Nothing more is drawn from the payment: it was committed when the refund was promised.
    """
    old = _refund(refund_id)
    redirect.check(status=RefundStatus(old.status), route=Route(old.route), to=route, consent=consent)
    now = clock.now()
    failed = Refund.objects.filter(id=old.id, status=RefundStatus.FAILED.value, route=old.route)
    if failed.update(status=RefundStatus.REPLACED.value, changed_at=now) != 1:
        raise Conflict("refund_not_failed")
    row: Refund = Refund.of_shop(
        promise_id=old.promise_id,
        order_id=old.order_id,
        subject_kind=old.subject_kind,
        subject_id=old.subject_id,
        payment=old.payment,
        payment_kind=old.payment_kind,
        route=route.value,
        amount=old.amount,
        currency=old.currency,
        status=redirect.first_status(to=route).value,
        planned_at=now,
        changed_at=now,
        redirected_from_id=old.id,
        consent_at=now,
        consent_by=consent.given_by.value,
        consent_words=consent.words.strip()[: redirect.LONGEST_WORDS],
    )
    if route is Route.STORE_CREDIT:
        # What failed had gone to a provider: no credit of ours had paid it.
        row.credit = crediting.put_back(refund=row, paid=None)
    row.save(force_insert=True)
    if route is Route.STORE_CREDIT:
        sending.tell(refund=row, status=RefundStatus.SUCCEEDED)
    elif account is not None:
        _keep(row, account)
    return queries.refund_view(row=row)


@operation(Permission.MONEY_REFUND)
def give_bank_account(*, by: Actor, refund_id: UUID, account: Account) -> None:
    """Where a refund that waits for a transfer is to go; a second account takes the place of the first until it is
    paid."""
    row: Refund | None = Refund.objects.select_for_update().filter(id=refund_id).first()
    if row is None:
        raise NotFound("refund_unknown")
    if row.status != RefundStatus.MANUAL or row.route == Route.STORE_CREDIT:
        raise Conflict("refund_not_by_hand")
    if row.batch_id is not None:
        raise Conflict("refund_in_batch")
    _keep(row, account)


@question(Permission.MONEY_REFUND)
def bank_account_of(*, by: Actor, refund_id: UUID) -> Account | None:
    """The account to pay this refund to, for whoever pays it; None when the customer named none, or it can no longer
    be read."""
    kept = BankAccount.objects.filter(refund_id=refund_id).first()
    if kept is None:
        return None
    try:
        return Account(**json.loads(sealing.unseal(kept.sealed)))
    except sealing.Unreadable:
        return None


def _keep(row: Refund, account: Account) -> None:
    checked = bank_account.account(holder=account.holder, iban=account.iban)
    sealed = sealing.seal(json.dumps({"holder": checked.holder, "iban": checked.iban}))
    BankAccount.objects.update_or_create(
        refund=row, defaults={"sealed": sealed, "shown": checked.masked(), "given_at": clock.now()}
    )


def _refund(refund_id: UUID) -> Refund:
    row: Refund | None = Refund.objects.filter(id=refund_id).first()
    if row is None:
        raise NotFound("refund_unknown")
    return row
