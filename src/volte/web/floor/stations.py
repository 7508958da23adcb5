"""Where the work begins: the start page with its one field, the shift, the badges, the pile."""

import json
from datetime import datetime, timedelta

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from volte.kit import ids
from volte.kit.errors import Invalid
from volte.kit.text import message
from volte.logistics.rules.tracking import ScanKind
from volte.returns import expected, operations
from volte.runtime import clock, tenancy
from volte.runtime.idempotency import Answer, digest_of, once
from volte.warehouse import queries as warehouse
from volte.web.floor import acts, ages, badges, numbers, pages, scanning, shift
from volte.web.floor.shift import FloorRequest

_SHOWN = 50


@require_safe
@pages.in_shift
def start(request: FloorRequest) -> HttpResponse:
    """Scan something. Below: what waits."""
    with tenancy.entered(request.shop.id):
        waiting = warehouse.waiting()
        loose = warehouse.unresolved(limit=_SHOWN)
    context = {"waiting": waiting, "oldest": ages.age(waiting.oldest_at) if waiting.oldest_at else None}
    return pages.show(request, "floor/start.html", {**context, "aside": len(loose), "most": _SHOWN})


@require_safe
@pages.in_shift
def pile(request: FloorRequest) -> HttpResponse:
    """What waits for a look, the oldest first, and what was put aside."""
    with tenancy.entered(request.shop.id):
        waiting = warehouse.waiting()
        units = [unit for unit in warehouse.awaiting_inspection(limit=_SHOWN) if unit.line_id]
        loose = warehouse.unresolved(limit=_SHOWN)
    now = clock.now()
    context = {
        "waiting": waiting,
        "units": [
            (unit, ids.public("unt", unit.id), ages.age(unit.received_at), unit.dwell(now=now).late) for unit in units
        ],
        "loose": [
            (unit, ids.public("unt", unit.id), numbers.of_unit(unit_id=unit.id), code, ages.age(unit.received_at))
            for unit, code in loose
        ],
    }
    return pages.show(request, "floor/pile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@pages.before_shift
def begin(request: FloorRequest) -> HttpResponse:
    """Who are you, where are you? Tap, or scan a badge and a station's sign."""
    onward = request.POST.get("next") or request.GET.get("next", "")
    if request.method == "POST":
        if request.POST.get("person"):
            shift.choose_person(request, member_id=request.POST["person"])
        if request.POST.get("station"):
            shift.choose_station(request, handle=request.POST["station"])
        elif not scanning.tidy(request.POST.get("scan", "")):
            acts.say(request, sound="look", title=message("floor-said-where"))
        return HttpResponseRedirect(scanning.lead(request, request.POST.get("scan", "")), status=303)
    context = {"workers": shift.workers(request), "places": request.shop.settings.locations, "next": onward}
    return pages.show(request, "floor/shift.html", context)


@require_POST
@pages.before_shift
def leave(request: FloorRequest) -> HttpResponse:
    """The shift is over: the next person says who they are."""
    shift.end(request)
    acts.forget(request)
    return HttpResponseRedirect(reverse("floor_shift"), status=303)


@require_safe
@pages.before_shift
def signs(request: FloorRequest) -> HttpResponse:
    """To print: a badge for everybody who works here, a sign for every station."""
    people = [(worker.name, badges.of_member(member_id=worker.id)) for worker in shift.workers(request)]
    places = [
        (place.name, badges.of_place(shop_id=request.shop.id, handle=place.handle))
        for place in request.shop.settings.locations
    ]
    return pages.show(request, "floor/badges.html", {"people": people, "places": places})


@require_POST
@pages.before_shift
def seen(request: FloorRequest) -> HttpResponse:
    """A code scanned while there was no network, told later: its parcel is with us. Nothing is counted yet."""
    code, at = scanning.tidy(request.POST.get("code", "")), _moment(request.POST.get("when", ""))
    if not code:
        raise Invalid("request_malformed")

    def work() -> Answer:
        found = expected.find(code=code)
        if found is not None and found.row.parcel_id is not None and found.row.handed_over_at is None:
            operations.record_scan(by=request.actor, return_id=found.row.id, kind=ScanKind.DELIVERED, at=at)
        return Answer(200, {"open": scanning.box(code), "known": found is not None})

    key = request.POST.get("key", "")
    answer = once(
        shop_id=request.shop.id,
        key=f"floor:{key[:64]}",
        call="floor.seen",
        digest=digest_of(json.dumps([code, request.POST.get("when", "")]).encode()),
        work=work,
    )
    return JsonResponse(answer.body)


def _moment(written: str) -> datetime:
    """When a device says it was; never later than now, never long ago."""
    now = clock.now()
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return now
    return min(max(at, now - timedelta(days=3)), now) if at.tzinfo else now
