"""Differences with the payment providers: what each side says, and one button for what is proposed."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit.errors import NotFound, Refused
from volte.money import comparisons, operations
from volte.money.comparisons import ComparisonView, DiscrepancyView
from volte.money.rules.reconcile import Act
from volte.returns import queries as returns
from volte.runtime import formats, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.finance import frame

_ACTS = {
    "take-over": operations.take_over,
    "ask": operations.ask_about_discrepancy,
    "seen": operations.resolve_discrepancy,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One difference in words; `number` is the return it belongs to, "" when none is known."""

    view: DiscrepancyView
    title: str
    advice: str
    provider: str
    here: str
    there: str
    number: str
    button: str
    act: str


@dataclass(frozen=True, slots=True)
class Look:
    """The last look at one provider's list."""

    provider: str
    view: ComparisonView
    meaning: str
    said: str


@access.staff_required(Permission.MONEY_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """Open differences, the newest first, and when the lists were last read."""
    with tenancy.entered(request.shop.id):
        found = comparisons.discrepancies()
        rows = [_row(one, request.language) for one in found]
        gateways = comparisons.gateways()
        last: dict[str, ComparisonView] = {}
        for one in comparisons.comparisons(limit=50):
            last.setdefault(one.gateway, one)
    context: dict[str, Any] = {
        "rows": rows,
        "looks": [_look(view, request.language) for view in last.values()],
        "gateways": gateways,
        "may_act": Permission.MONEY_REFUND in request.actor.permissions,
    }
    return frame.show(request, "differences", part="differences", **context)


@require_POST
@access.staff_required(Permission.MONEY_REFUND)
def look(request: here.StaffRequest) -> HttpResponse:
    """Read every provider's list now."""
    with tenancy.entered(request.shop.id):
        names = comparisons.gateways()
    for name in names:
        operations.begin_reconciliation(by=request.actor, gateway=name)
    return _back(request, "staff-difference-done-look")


@require_POST
@access.staff_required(Permission.MONEY_REFUND)
def act(request: here.StaffRequest, discrepancy_id: UUID, what: str) -> HttpResponse:
    """What is proposed, or: somebody has seen to it."""
    try:
        if what not in _ACTS:
            raise NotFound("discrepancy_unknown")
        _ACTS[what](by=request.actor, discrepancy_id=discrepancy_id)
    except Refused as refused:
        toasts.error(request, texts.refusal(refused, request.language))
        return HttpResponseRedirect(reverse("staff_differences"), status=HTTPStatus.SEE_OTHER)
    return _back(request, f"staff-difference-done-{what}")


def _back(request: here.StaffRequest, done: str) -> HttpResponse:
    toasts.success(request, texts.say(done, request.language))
    return HttpResponseRedirect(reverse("staff_differences"), status=HTTPStatus.SEE_OTHER)


def _row(view: DiscrepancyView, language: str) -> Row:
    provider = view.gateway.capitalize()
    ours = formats.money(view.ours, language) if view.ours is not None else ""
    theirs = formats.money(view.theirs, language) if view.theirs is not None else ""
    about = {"provider": provider, "ours": ours, "theirs": theirs, "word": view.their_word}
    button, verb = "", ""
    if view.proposed is Act.TAKE_OVER and view.their_outcome is not None:
        button, verb = texts.say(f"staff-difference-take-{view.their_outcome}", language, **about), "take-over"
    elif view.proposed is Act.ASK_AGAIN:
        button, verb = texts.say("staff-difference-ask", language, **about), "ask"
    return Row(
        view=view,
        title=texts.say(f"staff-difference-{view.kind.value.replace('_', '-')}", language, **about),
        advice=texts.say(f"staff-difference-{view.kind.value.replace('_', '-')}-advice", language, **about),
        provider=provider,
        here=_side(ours, view.our_status.value if view.our_status is not None else "none", language),
        there=_side(theirs, _their_status(view), language, word=view.their_word),
        number=_number(view),
        button=button,
        act=verb,
    )


def _side(amount: str, status: str, language: str, *, word: str = "") -> str:
    said = texts.say(f"staff-difference-side-{status}", language, word=word)
    return f"{amount}, {said}" if amount else said


def _their_status(view: DiscrepancyView) -> str:
    return view.their_outcome.value if view.their_outcome is not None else "none"


def _number(view: DiscrepancyView) -> str:
    if view.subject_kind != "return" or view.subject_id is None:
        return ""
    try:
        return returns.by_id(return_id=view.subject_id).number
    except NotFound:
        return ""


def _look(view: ComparisonView, language: str) -> Look:
    if view.finished_at is None:
        said, meaning = "staff-difference-look-running", "wait"
    elif view.failure:
        said, meaning = f"staff-difference-look-{view.failure.replace('_', '-')}", "stop"
    else:
        said, meaning = "staff-difference-look-done", "good"
    words = texts.say(said, language, listed=view.listed, compared=view.compared)
    return Look(view.gateway.capitalize(), view, meaning, words)
