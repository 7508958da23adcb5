"""Publishing the draft: what would change, what stands against it, and when it shall hold."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from volte.kit.errors import Conflict, Invalid, Refused, TooLarge
from volte.policy import operations, queries
from volte.policy.rules import comparing, planning
from volte.runtime import clock, formats, tenancy, texts
from volte.web.shared import here
from volte.web.staff.policy import drafts, frame, telling

NOW, ON_A_DAY = "now", "day"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says: at once, or on a day; `error` when that is no day."""

    when: str
    typed: str
    on: date | None
    error: str = ""


@frame.may_write
def page(request: here.StaffRequest) -> HttpResponse:
    """`?when=day&day=2026-12-01` looks at the law of that day; posted, it publishes."""
    asked = _asked(request)
    if request.method != "POST":
        return _page(request, asked)
    if asked.error:
        return _page(request, asked, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = operations.publish_draft(by=request.actor, seen=drafts.seen(request), on=asked.on)
    except (Invalid, TooLarge) as refused:
        return _page(request, asked, refused=refused, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except Conflict as refused:
        return _page(request, asked, refused=refused, status=HTTPStatus.CONFLICT)
    if asked.on is None:
        frame.say(request, "staff-policy-published", number=made.number)
    else:
        day = formats.day(asked.on, request.language)
        frame.say(request, "staff-policy-planned-for", number=made.number, day=day)
    return HttpResponseRedirect(reverse("staff_policy"), status=HTTPStatus.SEE_OTHER)


def _asked(request: here.StaffRequest) -> Asked:
    said = request.POST if request.method == "POST" else request.GET
    typed = said.get("day", "").strip()[:20]
    if said.get("when", NOW) != ON_A_DAY:
        return Asked(NOW, typed, None)
    try:
        on = date.fromisoformat(typed)
    except ValueError:
        return Asked(ON_A_DAY, typed, None, texts.say("staff-policy-when-no-day", request.language))
    return Asked(ON_A_DAY, typed, on)


def _page(
    request: here.StaffRequest, asked: Asked, *, refused: Refused | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    draft, current = drafts.working(request)
    today = drafts.today(request)
    with tenancy.entered(request.shop.id):
        coming = queries.coming(at=clock.now())
    context: dict[str, Any] = {
        "draft": draft,
        "current": current,
        "coming": coming,
        "asked": asked,
        "first": planning.first_day(today).isoformat(),
        "last": planning.last_day(today).isoformat(),
    }
    if draft is not None:
        context["read"] = found = drafts.read(request, draft.document, asked.on)
        context["told"] = telling.told(request, found.policy)
        if current is not None and found.policy is not None:
            context["found"] = comparing.compare(current.policy, found.policy, telling.names(request))
    if refused is not None:
        context["refused"] = texts.refusal(refused, request.language)
    return frame.show(request, "publication", part="publication", status=status, **context)
