"""A refund did not arrive, or waits for an account: the customer says how the money is to reach them."""

from uuid import UUID

from volte.kit.errors import Invalid, NotFound
from volte.money import operations as money
from volte.money import queries
from volte.money.queries import RefundView
from volte.money.rules import redirect
from volte.money.rules.bank_account import Account
from volte.money.rules.redirect import Consent, GivenBy
from volte.money.rules.tenders import Route
from volte.returns import rows, wire
from volte.returns.models import Return
from volte.returns.operations import telling
from volte.runtime import clock, texts
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# What the customer reads before they agree, word for word: it is kept with the refund.
CONSENT = {Route.BANK_TRANSFER: "returns-consent-bank-transfer", Route.STORE_CREDIT: "returns-consent-store-credit"}


@operation(Permission.OWN_RETURNS, Permission.MONEY_REFUND)
def choose_money_way(
    *, by: Actor, return_id: UUID, refund_id: UUID, route: Route, account: Account | None, agreed: bool
) -> None:
    """The customer wants a refund that failed sent another way, or names the account of one that waits for a transfer.

    Refuses `redirect_needs_consent` (store credit without an express yes), `iban_missing` and what `redirect_refund`
    and `give_bank_account` refuse.
    """
    row, refund = _held(by, return_id, refund_id)
    if route is Route.STORE_CREDIT and not agreed:
        raise Invalid("redirect_needs_consent")
    if route is Route.BANK_TRANSFER and account is None:
        raise Invalid("iban_missing")
    words = texts.say(CONSENT[route], by.language, amount=refund.amount) if route in CONSENT else ""
    _send(by, row, refund, route, account, Consent(GivenBy.CUSTOMER, words))
    if route is Route.STORE_CREDIT:
        telling.tell_credit_instead(by=Actor.system(by.shop_id), return_id=return_id, promise_id=refund.promise_id)


@operation(Permission.MONEY_REFUND)
def transfer_instead(*, by: Actor, return_id: UUID, refund_id: UUID, account: Account, words: str) -> RefundView:
    """What the customer said on the phone: their account, for a transfer that waits for one or in place of what failed.
    For the latter `words` say how they agreed; they are kept. Gives the refund that carries the amount now.

    Refuses `redirect_needs_consent` and what `redirect_refund` and `give_bank_account` refuse.
    """
    row, refund = _held(by, return_id, refund_id)
    return _send(by, row, refund, Route.BANK_TRANSFER, account, Consent(GivenBy.STAFF, words))


def _held(by: Actor, return_id: UUID, refund_id: UUID) -> tuple[Return, RefundView]:
    row, _ = rows.locked(by=by, return_id=return_id)
    refund = queries.refund(refund_id=refund_id)
    if refund.subject_id != row.id:
        raise NotFound("refund_unknown")
    return row, refund


def _send(
    by: Actor, row: Return, refund: RefundView, route: Route, account: Account | None, consent: Consent
) -> RefundView:
    system, now = Actor.system(by.shop_id), clock.now()
    if account is not None and not redirect.redirectable(status=refund.status, route=refund.route):
        money.give_bank_account(by=system, refund_id=refund.id, account=account)
        rows.step(row, "account_given", by=by, now=now, amount=wire.money(refund.amount))
        return refund
    made = money.redirect_refund(by=system, refund_id=refund.id, route=route, consent=consent, account=account)
    rows.step(row, "refund_redirected", by=by, now=now, amount=wire.money(refund.amount), way=route.value)
    return made
