"""What lies here without a return: find the return by anything that stands on the parcel, then name the item."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from volte.catalogue import queries as catalogue
from volte.kit import ids
from volte.kit.errors import NotFound, Refused
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import operations, queries, queues
from volte.returns.queues import Queue
from volte.returns.views import QueueRow, ReturnView
from volte.runtime import tenancy, texts
from volte.runtime.permissions import Permission
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.web.shared import access, here, refusals

_MOST = 50
_CANDIDATES = 8


@access.staff_required(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def page(request: here.StaffRequest) -> HttpResponse:
    """Everything nobody announced, the longest here first."""
    with tenancy.entered(request.shop.id):
        found = warehouse.unresolved(limit=_MOST)
    return render(request, "staff/parcels/list.html", {"section": "parcels", "found": found})


@access.staff_required(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def unit(request: here.StaffRequest, unit_id: UUID) -> HttpResponse:
    """One thing, and the search for its return."""
    return _told(request, unit_id, number=request.GET.get("return", ""))


@access.staff_required(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def resolution(request: here.StaffRequest, unit_id: UUID) -> HttpResponse:
    """It belongs to this item of this return."""
    if request.method != "POST":
        return _told(request, unit_id, number=request.GET.get("return", ""))
    number, line, by = request.POST.get("return", ""), request.POST.get("line", ""), request.actor
    if not line:
        fault = texts.say("staff-parcels-choose-item", request.language)
        return _told(request, unit_id, number=number, fault=fault, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        operations.resolve_blind(by=by, unit_id=unit_id, return_number=number, line=line)
    except Refused as refused:
        fault = texts.refusal(refused, request.language)
        return _told(request, unit_id, number=number, fault=fault, status=refusals.status_of(refused))
    toasts.success(request, texts.say("staff-parcels-done", request.language, number=number))
    return HttpResponseRedirect(reverse("staff_parcels"), status=HTTPStatus.SEE_OTHER)


def _told(
    request: here.StaffRequest, unit_id: UUID, *, number: str, fault: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:120]
    with tenancy.entered(request.shop.id):
        seen = warehouse.unit(unit_id=unit_id)
        if seen.line_id is not None:
            raise NotFound("unit_unknown")
        arrival = warehouse.arrival(arrival_id=seen.arrival_id)
        chosen = queries.by_number(number=ids.tidy_number(number)) if number else None
        candidates = _candidates(words) if words and chosen is None else ()
        looking.note_each(by=request.actor, what=What.SEARCH, subject_ids=[row.id for row in candidates])
        if chosen is not None:
            looking.note(by=request.actor, what=What.CASE, subject_id=chosen.id)
        name = _name(seen)
    context = {
        "section": "parcels",
        "unit": seen,
        "name": name,
        "arrival": arrival,
        "q": words,
        "chosen": chosen,
        "items": _items(chosen),
        "candidates": candidates,
        "fault": fault,
    }
    return render(request, "staff/parcels/unit.html", context, status=status)


def _name(seen: UnitView) -> str:
    """What it is called: as it was written down, else as the shop sells it under its article number."""
    known = catalogue.variant(sku=seen.sku) if seen.sku and not seen.title else None
    return " · ".join(part for part in (seen.title or (known.title if known else ""), seen.sku) if part)


def _candidates(words: str) -> tuple[QueueRow, ...]:
    return tuple(queues.listed(wanted=Queue("all", words, limit=_CANDIDATES)))


def _items(chosen: ReturnView | None) -> tuple[tuple[str, str, int, str], ...]:
    """The items that could be it: (line, title, still to come, picture)."""
    if chosen is None:
        return ()
    return tuple((item.line, item.title, item.quantity - item.arrived, item.image_url) for item in chosen.items)
