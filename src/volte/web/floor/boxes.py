"""A box on the table: what should be in it, what is, and the press that receives it."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from volte.kit import ids
from volte.kit.errors import Conflict, NotFound
from volte.kit.text import Message, message
from volte.returns import operations
from volte.runtime import shop_settings, tenancy
from volte.warehouse import queries as warehouse
from volte.warehouse.operations import Received
from volte.warehouse.queries import ArrivalView, UnitView
from volte.warehouse.rules.states import UnitStatus
from volte.web.floor import acts, counting, numbers, pages, scanning
from volte.web.floor.acts import Done
from volte.web.floor.counting import Sheet
from volte.web.floor.shift import FloorRequest


@require_http_methods(["GET", "HEAD", "POST"])
@pages.in_shift
def box(request: FloorRequest) -> HttpResponse:
    """GET shows the box with this code; POST receives it, or adds what was scanned or typed and shows it again."""
    if request.method != "POST":
        code = scanning.tidy(request.GET.get("code", ""))
        if not code:
            return HttpResponseRedirect(reverse("floor_start"))
        return _fresh(request, code, tuple(scanning.tidy(each) for each in request.GET.getlist("with"))[:20])
    with tenancy.entered(request.shop.id):
        count = counting.read(request.POST)
        typed = counting.described(request.POST)
    scanned = scanning.tidy(request.POST.get("scan", ""))
    if scanned and scanned != count.code:
        return _scanned(request, count, scanned)
    if request.POST.get("do") == "with":
        with tenancy.entered(request.shop.id):
            return _page(request, counting.with_return(count, scanning.tidy(request.POST.get("new-return", ""))))
    if typed is not None:
        count = _with_extra(count, typed)
    do = request.POST.get("do", "")
    if (
        do == "add"
        or {"drop", "inside"} & request.POST.keys()
        or (typed is not None and do != "receive" and not count.blind)
    ):
        return _page(request, count)
    return _receive(request, count)


@require_safe
@pages.in_shift
def aside(request: FloorRequest, arrival: str) -> HttpResponse:
    """What of a box nobody expected: each thing with the number to write on it."""
    with tenancy.entered(request.shop.id):
        found = warehouse.arrival(arrival_id=_arrival_id(arrival))
    loose = [(unit, numbers.of_unit(unit_id=unit.id)) for unit in found.units if unit.line_id is None]
    context = {"arrival": found, "loose": loose, "onward": onward(found)}
    return pages.show(request, "floor/aside.html", context, sound="look")


def onward(arrival: ArrivalView, *, after: UUID | None = None) -> str:
    """The next thing of this box to look at, else the start. What nobody expected waits until its return is known."""
    waiting = [
        unit for unit in arrival.units if unit.status is UnitStatus.AWAITING and unit.line_id and unit.id != after
    ]
    return reverse("floor_unit", args=[ids.public("unt", waiting[0].id)]) if waiting else reverse("floor_start")


def _scanned(request: FloorRequest, count: Sheet, scanned: str) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        after = counting.with_scan(count, scanned)
    if not after.unknown:
        return _page(request, after)
    to = scanning.lead(request, scanned)
    return _page(request, after) if to == scanning.box(scanned) else HttpResponseRedirect(to, status=303)


def _with_extra(count: Sheet, extra: counting.Extra) -> Sheet:
    """Something in the place of an item means one fewer of that item."""
    boxes = tuple(
        replace(
            box,
            lines=tuple(
                replace(line, count=max(line.count - extra.quantity, 0)) if str(line.item.id) == extra.instead else line
                for line in box.lines
            ),
        )
        for box in count.boxes
    )
    return replace(count, boxes=boxes, extras=(*count.extras, extra))


def _receive(request: FloorRequest, count: Sheet) -> HttpResponse:
    if count.blind and not count.extras:
        count = replace(
            count, extras=(counting.Extra("", quantity=max(1, counting.whole(request.POST.get("new-count"), 1))),)
        )

    def work() -> Done:
        if request.POST.get("seen", "") != str(len(count.earlier)):
            raise Conflict("box_received_meanwhile")
        units, place = counting.told(count), request.shift.station_handle
        if units:
            received = operations.receive(by=request.actor, code=count.code, location=place, units=units)
        else:
            received = operations.receive_empty(by=request.actor, code=count.code, location=place)
        return _received(count, received)

    try:
        return acts.once(request, "floor.receive", work)
    except Conflict as refused:
        acts.say(request, sound="look", title=message(f"error-{refused.code}", **refused.params))
        return _fresh(request, count.code, count.withs, status=409)


def _received(count: Sheet, received: Received) -> Done:
    units = received.arrival.units
    title: Message = message("floor-said-received", count=len(units))
    if any(unit.line_id is None for unit in units):
        return Done(reverse("floor_aside", args=[ids.public("arr", received.arrival.id)]), "look", title)
    missing = sum(line.quantity for line in received.missing)
    if missing:
        return Done(onward(received.arrival), "look", title, message("floor-said-missing", count=missing))
    return Done(onward(received.arrival), "good", title)


def _fresh(request: FloorRequest, code: str, withs: tuple[str, ...], *, status: int = 200) -> HttpResponse:
    """The box as it stands; when all of it came before, what is left to do with it."""
    with tenancy.entered(request.shop.id):
        found = counting.with_product(counting.sheet(code=code, withs=withs))
    done = bool(found.earlier) and not found.to_come and not found.extras and "more" not in request.GET
    return _page(request, found, done=done, status=status)


def _page(request: FloorRequest, count: Sheet, *, done: bool = False, status: int = 200) -> HttpResponse:
    """`done`: everything announced came before, so there is nothing to count."""
    waiting = [unit for unit in count.earlier if _to_look_at(unit)]
    context = {
        "count": count,
        "done": done,
        "reasons": {line.item.id: reason_words(request, line.item.reason) for line in count.lines},
        "waiting": waiting,
        "next_unit": reverse("floor_unit", args=[ids.public("unt", waiting[0].id)]) if waiting else "",
        "most": counting.MOST,
    }
    return pages.show(request, "floor/box.html", context, sound=_sound(count), status=status)


def _to_look_at(unit: UnitView) -> bool:
    return unit.status is UnitStatus.AWAITING and unit.line_id is not None


def reason_words(request: FloorRequest, handle: str) -> str:
    """Why it comes back, in the shop's words."""
    reason = request.shop.settings.reason(handle)
    return shop_settings.words(reason.names, request.language) if reason else ""


def _sound(count: Sheet) -> str:
    if count.blind or count.unknown or any(box.meaning == "stop" for box in count.boxes):
        return "stop"
    return "good" if count.whole and not count.earlier and not any(box.note for box in count.boxes) else "look"


def _arrival_id(written: str) -> UUID:
    found = ids.parse("arr", written)
    if found is None:
        raise NotFound("arrival_unknown")
    return found
