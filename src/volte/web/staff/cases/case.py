"""The page that tells a case, and the conversation on it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages as toasts
from django.http import HttpResponse
from django.shortcuts import render

from volte.kit import ids
from volte.kit.errors import Refused
from volte.returns import operations
from volte.returns.rules.lifecycle import Status
from volte.runtime import idempotency, tenancy, texts
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission
from volte.web.shared import access, here, refusals
from volte.web.staff.cases import (
    clocks,
    dossier,
    holds,
    next_step,
    paying,
    queue,
    reading,
    sheets,
    shown,
    snippets,
    telling,
)


@access.staff_required(Permission.RETURNS_READ)
def page(request: here.StaffRequest, number: str) -> HttpResponse:
    """One page tells a case."""
    return _told(request, number)


@access.staff_required(Permission.RETURNS_MESSAGE)
def messages(request: here.StaffRequest, number: str) -> HttpResponse:
    """Write to the customer."""
    return _say(request, number, "message")


@access.staff_required(Permission.RETURNS_MESSAGE)
def notes(request: here.StaffRequest, number: str) -> HttpResponse:
    """Leave a note for colleagues."""
    return _say(request, number, "note")


def _say(request: here.StaffRequest, number: str, kind: str) -> HttpResponse:
    """A word in the conversation, once per sheet; the page again with the words still in their field when it fails."""
    if request.method != "POST":
        return _told(request, number)
    with tenancy.entered(request.shop.id):
        view = reading.found(number, by=request.actor, part=True)
    words, by = request.POST.get("text", ""), request.actor

    def act() -> Answer:
        verb = operations.answer if kind == "message" else operations.note
        verb(by=by, return_id=view.id, text=words)
        return Answer(HTTPStatus.OK, {})

    digest = idempotency.digest_of(words.encode())
    key = f"sheet:{sheets.token(request)}:{digest[:32]}"
    try:
        idempotency.once(shop_id=request.shop.id, key=key, call=request.path, digest=digest, work=act)
    except Refused as refused:
        fault = {"text": words, "fault": texts.refusal(refused, request.language)}
        return _told(request, number, written=fault, status=refusals.status_of(refused))
    name = telling.called(view, request.language)
    toasts.success(request, texts.say(f"staff-done-{kind}", request.language, name=name))
    if not _alone(request):
        return sheets.back(request, view, at="#conversation")
    response = _told(request, number)
    response["HX-Trigger-After-Settle"] = "case-said"
    return response


def _told(
    request: here.StaffRequest,
    number: str,
    *,
    written: Mapping[str, str] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The case beside its list; for the script the case alone."""
    alone = _alone(request)
    with tenancy.entered(request.shop.id):
        case = reading.case(number, by=request.actor)
        listed = None if alone else queue.of_request(request)
        due = clocks.rows(case, request.language)
        held = holds.of(case.view, request.shop.settings.timezone)
    context = _context(request, case, written or {"text": _chosen_words(request), "fault": ""}) | {
        "clocks": due,
        "held": held,
    }
    if listed is None:
        response = render(request, "staff/cases/case_alone.html", context, status=status)
        response["HX-Retarget"], response["HX-Reswap"] = "#content", "innerHTML"
        return response
    context |= {"listed": listed, "filters": queue.filters(listed.asked, request.language)}
    return render(request, "staff/cases/case.html", context, status=status)


def _context(request: here.StaffRequest, case: reading.Case, written: Mapping[str, str]) -> dict[str, Any]:
    language, settings = request.language, request.shop.settings
    step = next_step.said(case, settings, language)
    may = {**telling.allowed(request.actor), **telling.unreachable(case)}
    return {
        "section": "queue",
        "case": case,
        "view": case.view,
        "called": telling.called(case.view, language),
        # Green only once the money is there.
        "status_meaning": step.meaning if case.view.status is Status.SETTLED else shown.STATUS[case.view.status],
        "next": step,
        "may": may,
        "can": {name: may[name] for name in telling.possible(case.view)},
        "items": telling.items(case, settings, language),
        "accounts": paying.accounts(case, language) if may["money"] else (),
        "to_come": paying.to_come(case, language) if may["money"] and not telling.ended(case.view) else (),
        "apart": paying.apart(case),
        "strays": telling.strays(case, language),
        "moments": shown.moments(case.steps, language),
        "snippets": snippets.ready(
            view=case.view,
            step=step,
            shop_name=request.shop.name,
            zone=settings.timezone,
            author=request.actor.name,
            language=language,
        ),
        "written": {"once": str(ids.new_id()), **written},
        "asked": queue.asked(request),
        "dossier_languages": dossier.languages(request),
    }


def _chosen_words(request: here.StaffRequest) -> str:
    """Without script, choosing a template is a page with its words in the field."""
    return request.GET.get("words", "")[:2000]


def _alone(request: here.StaffRequest) -> bool:
    asks = request.headers.get("HX-Request") == "true"
    return asks and request.headers.get("HX-History-Restore-Request") != "true"
