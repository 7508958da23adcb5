"""Store credits: all of them by the end of their code, and one with everything that happened to it."""

from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.catalogue import queries as catalogue
from volte.kit import ids, time
from volte.kit.errors import NotFound, Refused
from volte.money import operations as money
from volte.money import stories
from volte.money.queries import CreditView
from volte.money.rules.purse import State
from volte.returns import queries as returns
from volte.runtime import tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.finance import frame

_PAGE = 50
_MEANING = {State.ACTIVE: "good", State.BLOCKED: "stop", State.EXPIRED: "plain", State.SPENT: "plain"}


@access.staff_required(Permission.MONEY_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """The newest first, fifty at a time; `q` is the end of a code."""
    asked = request.GET.get("q", "").strip().upper()[-stories.ENDING :]
    before = ids.parse("crd", request.GET.get("before", ""))
    with tenancy.entered(request.shop.id):
        found = stories.credits(limit=_PAGE, before=before, code_ends=asked)
    rows = [_row(view, request.shop.settings.timezone) for view in found]
    older = rows[-1]["id"] if len(rows) == _PAGE else ""
    return frame.show(request, "credits", part="credits", rows=rows, asked=asked, older=older)


@access.staff_required(Permission.MONEY_READ)
def one(request: here.StaffRequest, credit: str) -> HttpResponse:
    """What is left of it, and how it came to that."""
    with tenancy.entered(request.shop.id):
        found = stories.story(credit_id=_id(credit))
        number, order = _given_for(found.view)
    return frame.show(
        request,
        "credit",
        part="credits",
        **_row(found.view, request.shop.settings.timezone),
        told=found.told,
        number=number,
        order=order,
        blocked=found.view.state is State.BLOCKED,
        may_act=Permission.MONEY_CREDIT in request.actor.permissions,
    )


@require_POST
@access.staff_required(Permission.MONEY_CREDIT)
def block(request: here.StaffRequest, credit: str) -> HttpResponse:
    return _done(
        request, credit, "block", lambda found, why: money.block_credit(by=request.actor, credit_id=found, why=why)
    )


@require_POST
@access.staff_required(Permission.MONEY_CREDIT)
def unblock(request: here.StaffRequest, credit: str) -> HttpResponse:
    return _done(
        request, credit, "unblock", lambda found, why: money.unblock_credit(by=request.actor, credit_id=found, why=why)
    )


def _done(request: here.StaffRequest, credit: str, word: str, act: Any) -> HttpResponse:
    try:
        act(_id(credit), request.POST.get("why", ""))
        toasts.success(request, texts.say(f"staff-credit-done-{word}", request.language))
    except Refused as refused:
        toasts.error(request, texts.refusal(refused, request.language))
    return HttpResponseRedirect(reverse("staff_credit", args=[credit]), status=HTTPStatus.SEE_OTHER)


def _id(credit: str) -> UUID:
    found = ids.parse("crd", credit)
    if found is None:
        raise NotFound("credit_unknown")
    return found


def _row(view: CreditView, zone: str) -> dict[str, Any]:
    return {
        "last_day": _last_day(view.expires_at, zone),
        "bonus_last_day": _last_day(view.bonus_expires_at, zone),
        "view": view,
        "id": ids.public("crd", view.id),
        "ending": stories.ending(view),
        "state": f"staff-credit-{view.state.value}",
        "meaning": _MEANING[view.state],
    }


def _last_day(ends_at: datetime | None, zone: str) -> date | None:
    """It ends with the first moment after that day."""
    return time.local_date(ends_at - timedelta(seconds=1), zone) if ends_at else None


def _given_for(view: CreditView) -> tuple[str, str]:
    """The number of the return or of the order it was given for; "" where it is neither."""
    try:
        if view.subject_kind == "return":
            return returns.by_id(return_id=view.subject_id).number, ""
        if view.subject_kind == "order":
            return "", catalogue.order(order_id=view.subject_id).number
    except NotFound:
        pass
    return "", ""
