"""How the money is to reach whom it is owed: asked when a refund failed for good, or a transfer needs an account."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.money import queries as money
from volte.money.queries import PromiseView, RefundView
from volte.money.rules import bank_account
from volte.money.rules import redirect as redirecting
from volte.money.rules.tenders import Route
from volte.returns import operations
from volte.returns.operations.money_back import CONSENT
from volte.returns.views import ReturnView
from volte.runtime import tenancy
from volte.web.portal import accounts, acting, following, said
from volte.web.portal.guest import GuestRequest, guest_required

# Beside which field a refusal stands.
_FIELD = {
    "account_holder_missing": "holder",
    "account_holder_too_long": "holder",
    "iban_missing": "iban",
    "iban_invalid": "iban",
    "money_way_unagreed": "agreed",
}
_TYPED = ("route", "holder", "iban", "agreed")


@dataclass(frozen=True, slots=True)
class Asked:
    """A refund somebody may say something about. `failed`: it did not arrive, so the way is theirs to choose; else a
    transfer waits for an account, and `known` is the one they named."""

    refund_id: UUID
    amount: Money
    way: Message
    failed: bool
    known: str


def asked(view: ReturnView, promised: Iterable[PromiseView]) -> Asked | None:
    """The first refund of this return that waits for a word of the customer; one that has it already comes last."""
    waiting = [each for promise in promised for each in promise.refunds if _waits(each)]
    if not waiting:
        return None
    named = money.bank_accounts(subject_id=view.id)
    first = min(waiting, key=lambda each: each.id in named)
    failed = redirecting.redirectable(status=first.status, route=first.route)
    return Asked(first.id, first.amount, accounts.way_of(first.payment_kind), failed, named.get(first.id, ""))


def _waits(refund: RefundView) -> bool:
    return redirecting.redirectable(status=refund.status, route=refund.route) or redirecting.account_asked(
        status=refund.status, route=refund.route, payment=refund.payment
    )


@guest_required
def page(request: GuestRequest, *, number: str) -> HttpResponse:
    """GET asks, POST is the answer. Only for somebody who came by a link of a mail."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
        wish = asked(view, money.promises(subject_id=view.id))
    if wish is None:
        return redirect("portal_return", number=view.number)
    if request.method != "POST" or not request.by_link:
        return _shown(request, view, wish, {}, None)
    acting.count(request, view.number)
    typed = {name: request.POST.get(name, "").strip() for name in _TYPED}
    try:
        _answer(request, view, wish, typed)
    except Conflict:
        pass  # paid or answered meanwhile: the page says how it stands
    except Invalid as error:
        return _shown(request, view, wish, typed, error)
    return redirect(f"{reverse('portal_return', kwargs={'number': view.number})}#back")


def _answer(request: GuestRequest, view: ReturnView, wish: Asked, typed: Mapping[str, str]) -> None:
    chosen = typed["route"] if wish.failed else Route.BANK_TRANSFER.value
    if chosen not in [way.value for way in redirecting.WAYS]:
        raise Invalid("money_way_missing")
    route = Route(chosen)
    if route is Route.STORE_CREDIT and typed["agreed"] != "on":
        raise Invalid("money_way_unagreed")
    by_bank = route is Route.BANK_TRANSFER
    operations.choose_money_way(
        by=request.guest,
        return_id=view.id,
        refund_id=wish.refund_id,
        route=route,
        account=bank_account.account(holder=typed["holder"], iban=typed["iban"]) if by_bank else None,
        agreed=typed["agreed"] == "on",
    )


def _shown(
    request: GuestRequest, view: ReturnView, wish: Asked, typed: Mapping[str, str], error: Invalid | None
) -> HttpResponse:
    field = _FIELD.get(error.code, "routes") if error is not None else ""
    context = {
        "view": view,
        "asked": wish,
        "typed": typed,
        "by_link": request.by_link,
        "picked": {
            "bank": typed.get("route") == Route.BANK_TRANSFER,
            "credit": typed.get("route") == Route.STORE_CREDIT,
            "agreed": typed.get("agreed") == "on",
        },
        "errors": {field: said.words(error, request.language)} if error is not None else {},
        "faults": said.faults([(field, error)] if error is not None else [], request.language),
        "consents": {route.value: message(code, amount=wish.amount) for route, code in CONSENT.items()},
        "longest": bank_account.LONGEST_HOLDER,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error is not None else HTTPStatus.OK
    return render(request, "portal/money_back.html", context, status=int(status))
