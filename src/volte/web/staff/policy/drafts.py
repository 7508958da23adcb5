"""The draft as text, with what the check says of it."""

from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit import time
from volte.kit.errors import Conflict, Invalid, Refused, TooLarge
from volte.policy import operations, queries
from volte.policy.queries import DraftView, PublishedPolicy
from volte.policy.rules.starter import default_policy
from volte.runtime import clock, tenancy, texts
from volte.web.shared import here
from volte.web.staff.policy import frame, reading, telling


def working(request: here.StaffRequest) -> tuple[DraftView | None, PublishedPolicy | None]:
    """The draft and the version in force, as far as there are any."""
    with tenancy.entered(request.shop.id):
        current = queries.version_in_force(at=clock.now()) if queries.versions() else None
        return queries.draft(), current


def begun(request: here.StaffRequest, draft: DraftView | None, current: PublishedPolicy | None) -> str:
    """The text to work on: the draft, else what holds, else what a shop begins with."""
    if draft is not None:
        return draft.document
    if current is not None:
        return current.document
    shop = request.shop.settings
    return default_policy(
        name=shop.brand.name, country=shop.country, currency=shop.currency, languages=request.shop.languages
    )


def read(request: here.StaffRequest, document: str, on: date | None = None) -> reading.Read:
    """What the document is worth by the law of today, or of the day it is planned for."""
    reasons = [reason.handle for reason in request.shop.settings.reasons]
    return reading.read(document, on or today(request), reasons)


def today(request: here.StaffRequest) -> date:
    """The day where the shop is."""
    return time.local_date(clock.now(), request.shop.settings.timezone)


def seen(request: here.StaffRequest) -> int:
    """The revision a page was made of, as its form says."""
    written = request.POST.get("seen", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


@frame.may_write
def text(request: here.StaffRequest) -> HttpResponse:
    """The document in a large field. Saved as it stands; what is wrong with it is said beside."""
    draft, current = working(request)
    if request.method != "POST":
        return _text_page(request, begun(request, draft, current), draft, current)
    typed = request.POST.get("document", "").replace("\r\n", "\n")
    try:
        operations.save_draft(by=request.actor, document_text=typed, seen=seen(request))
    except Conflict as refused:
        return _text_page(request, typed, draft, current, refused=refused, status=HTTPStatus.CONFLICT)
    except (Invalid, TooLarge) as refused:
        return _text_page(request, typed, draft, current, refused=refused, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    frame.say(request, "staff-policy-saved")
    return HttpResponseRedirect(reverse("staff_policy_draft"), status=HTTPStatus.SEE_OTHER)


def _text_page(
    request: here.StaffRequest,
    document: str,
    draft: DraftView | None,
    current: PublishedPolicy | None,
    *,
    refused: Refused | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, Any] = {
        "document": document,
        "draft": draft,
        "current": current,
        "read": read(request, document),
    }
    context["told"] = telling.told(request, context["read"].policy)
    if refused is not None:
        context["refused"] = texts.refusal(refused, request.language)
        context["overtaken"] = isinstance(refused, Conflict)
    return frame.show(request, "text", part="draft", status=status, **context)


@require_POST
@frame.may_write
def discard(request: here.StaffRequest) -> HttpResponse:
    """Away with the draft; what holds stays as it is."""
    operations.discard_draft(by=request.actor, seen=seen(request))
    frame.say(request, "staff-policy-discarded")
    return HttpResponseRedirect(reverse("staff_policy"), status=HTTPStatus.SEE_OTHER)


@require_POST
@frame.may_write
def again(request: here.StaffRequest, *, number: int) -> HttpResponse:
    """An earlier version becomes the draft."""
    with tenancy.entered(request.shop.id):
        version = queries.version(number=number)
    operations.save_draft(by=request.actor, document_text=version.document, seen=seen(request))
    frame.say(request, "staff-policy-taken-up", number=number)
    return HttpResponseRedirect(reverse("staff_policy_draft"), status=HTTPStatus.SEE_OTHER)
