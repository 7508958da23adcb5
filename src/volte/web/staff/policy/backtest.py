"""The draft tried on the past: asked for, waited for, and told."""

from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from volte.insights import operations
from volte.insights.backtest import history, runs
from volte.insights.backtest.runs import RunView
from volte.kit.errors import Conflict, Invalid, NotFound, Refused, TooLarge
from volte.policy import queries as policies
from volte.policy.queries import DraftView
from volte.runtime import tenancy, texts
from volte.web.shared import csv_files, here
from volte.web.staff.policy import backtold, drafts, frame

_AGAIN_SECONDS = 2


@frame.may_write
def page(request: here.StaffRequest) -> HttpResponse:
    """Which days to look at, and the trials before."""
    if request.method != "POST":
        return _page(request, {})
    typed = {name: request.POST.get(name, "").strip()[:20] for name in ("since", "until")}
    days, errors = _days(request, typed)
    if errors:
        return _page(request, typed, errors=errors, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        run_id = operations.start_backtest(by=request.actor, seen=drafts.seen(request), **days)
    except (Invalid, TooLarge, NotFound) as refused:
        return _page(request, typed, refused=refused, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except Conflict as refused:
        return _page(request, typed, refused=refused, status=HTTPStatus.CONFLICT)
    return _to(run_id)


@require_safe
@frame.may_write
def run(request: here.StaffRequest, *, run_id: UUID) -> HttpResponse:
    """How far it is, or what came out. Asks again by itself until it has ended."""
    with tenancy.entered(request.shop.id):
        found = runs.run(run_id=run_id)
        draft = policies.draft()
    context: dict[str, Any] = {"run": found, "draft": draft, "again": _AGAIN_SECONDS if found.under_way else None}
    context["stale"] = draft is not None and draft.revision != found.revision
    if found.failure:
        code = f"error-{found.failure}".replace("_", "-")
        context["failure"] = texts.say(code if texts.known(code, "en") else _FAILED, request.language)
    if found.outcome is not None:
        context |= backtold.told(request, found.outcome)
    return frame.show(request, "backtest_run", part="backtest", **context)


_FAILED = "error-insights-backtest-failed"


@require_POST
@frame.may_write
def stop(request: here.StaffRequest, *, run_id: UUID) -> HttpResponse:
    """Enough of it."""
    operations.stop_backtest(by=request.actor, run_id=run_id)
    return _to(run_id)


@require_safe
@frame.may_write
def items(request: here.StaffRequest, *, run_id: UUID) -> HttpResponse:
    """Each item decided otherwise, as CSV."""
    with tenancy.entered(request.shop.id):
        content = runs.csv_of(run_id=run_id)
    return csv_files.answer(request, content, name="backtest")


@require_safe
@frame.may_write
def refunds(request: here.StaffRequest, *, run_id: UUID) -> HttpResponse:
    """By when refunds have to be out, as CSV."""
    with tenancy.entered(request.shop.id):
        content = runs.refunds_of(run_id=run_id)
    return csv_files.answer(request, content, name="backtest-refunds")


def _days(request: here.StaffRequest, typed: dict[str, str]) -> tuple[dict[str, date], dict[str, str]]:
    days: dict[str, date] = {}
    errors: dict[str, str] = {}
    for name, said in typed.items():
        try:
            if said:
                days[name] = date.fromisoformat(said)
        except ValueError:
            errors[name] = texts.say("staff-policy-backtest-no-day", request.language)
    return days, errors


def _page(
    request: here.StaffRequest,
    typed: dict[str, str],
    *,
    errors: dict[str, str] | None = None,
    refused: Refused | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    draft, current = drafts.working(request)
    with tenancy.entered(request.shop.id):
        count, before = history.count(), runs.newest()
    context: dict[str, Any] = {
        "draft": draft,
        "current": current,
        "read": _read(request, draft),
        "typed": typed,
        "errors": errors or {},
        "count": count,
        "runs": before,
        "busy": _busy(before),
    }
    if refused is not None:
        context["refused"] = texts.refusal(refused, request.language)
    return frame.show(request, "backtest", part="backtest", status=status, **context)


def _read(request: here.StaffRequest, draft: DraftView | None) -> Any:
    return None if draft is None else drafts.read(request, draft.document)


def _busy(found: list[RunView]) -> RunView | None:
    return next((one for one in found if one.under_way), None)


def _to(run_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("staff_policy_backtest_run", args=[run_id]), status=HTTPStatus.SEE_OTHER)
