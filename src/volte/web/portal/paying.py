"""The exchange costs more: what is left to pay, and a word about how the payment went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.http import HttpResponse

from volte.kit.errors import TooMany
from volte.kit.money import Money, total
from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.money.differences import page_origin
from volte.money.queries import PromiseView
from volte.returns import decisions, operations
from volte.returns.operations import giving_up
from volte.returns.views import ReturnView
from volte.runtime import tenancy, throttle
from volte.web.portal.guest import GuestRequest
from volte.web.shared import safety

_MOST_ASKED = 8


@dataclass(frozen=True, slots=True)
class Payment:
    """What the page says about the difference. `due` is None once nothing is left to pay, `until` the last day to do
    so; `news` is how it went. `as_credit`: what came back is kept as store credit if nobody pays."""

    due: Money | None
    until: date | None
    news: Message | None
    meaning: Literal["good", "wait", "act"]
    as_credit: bool = False


def learn(request: GuestRequest, view: ReturnView) -> None:
    """Coming back from the payment page: ask how it went, unless nothing is left to pay."""
    if not view.due or request.GET.get("payment") != "done":
        return
    try:
        throttle.count(what="payment-news", who=str(view.id), limit=_MOST_ASKED, within=timedelta(minutes=5))
    except TooMany:
        return  # the provider's own message will bring the news
    operations.learn_payment(by=request.guest, return_id=view.id)


def told(request: GuestRequest, view: ReturnView, promised: Sequence[PromiseView], *, by_card: bool = False) -> Payment:
    """What is left to pay, and how a payment went that was just tried. `by_card`: the card that holds it pays it."""
    unpaid = [promise for promise in promised if promise.is_unpaid and not by_card]
    due = total((promise.due for promise in unpaid), currency=view.value.currency) if unpaid else None
    until = _until(request, unpaid) if unpaid else None
    came = request.GET.get("payment", "")
    credit = decisions.credit_instead(one.decision for one in view.items if one.resolution is Resolution.EXCHANGE)
    if came == "done" and due is None and any(promise.due_paid_at for promise in promised):
        return Payment(None, None, message("portal-payment-done"), "good")
    if came == "done" and due is None and any(promise.due_given_at for promise in promised):
        return Payment(None, None, message("portal-payment-given"), "good")
    if came == "done" and due is not None:
        return Payment(due, until, message("portal-payment-waits"), "wait", credit)
    if came == "left" and due is not None:
        return Payment(due, until, message("portal-payment-left"), "act", credit)
    return Payment(due, until, None, "act", credit)


def _until(request: GuestRequest, unpaid: Sequence[PromiseView]) -> date:
    with tenancy.entered(request.shop.id):
        return max(giving_up.pay_until(promise=promise).last_day for promise in unpaid)


def let_forms_go(response: HttpResponse) -> None:
    """Browsers hold the redirect after a form to the page's own rule: the payment page must be named in it."""
    origin = page_origin()
    if origin:
        response["Content-Security-Policy"] = safety.policy(forms_to=origin)
