"""One unit: look at it, grade it, send it where it is worth most; think again within ten seconds."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from volte.kit import ids
from volte.kit.errors import Invalid, Refused
from volte.kit.text import Message, message
from volte.kit.words import Disposition
from volte.returns import operations, queries
from volte.returns.views import ItemView, ReturnView
from volte.runtime import tenancy
from volte.warehouse import operations as bench
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import ArrivalView, UnitView
from volte.warehouse.rules.states import UnitStatus
from volte.web.floor import acts, boxes, counting, looking, numbers, pages, scanning, wearing
from volte.web.floor.acts import Done
from volte.web.floor.looking import Look
from volte.web.floor.shift import FloorRequest


@require_safe
@pages.in_shift
def unit(request: FloorRequest, unit: str) -> HttpResponse:
    """Before anybody looked: the checklist. After: what was decided, and how to decide otherwise."""
    with tenancy.entered(request.shop.id):
        seen = warehouse.unit(unit_id=numbers.unit_id(unit))
        answered = any(name.startswith("see-") for name in request.GET)
        look = looking.read(seen, request.GET) if answered else looking.first(seen)
    if seen.status is UnitStatus.INSPECTED:
        return _decided(request, seen)
    if seen.line_id is None and "look" not in request.GET:
        return _loose(request, seen)
    return _bench(request, look)


@require_safe
@pages.in_shift
def outlook(request: FloorRequest, unit: str) -> HttpResponse:
    """What follows from the answers so far, for the script that shows it while a person answers."""
    with tenancy.entered(request.shop.id):
        look = looking.read(warehouse.unit(unit_id=numbers.unit_id(unit)), request.GET)
    return render(request, "floor/outcome.html", {"look": look, "whys": looking.WHYS})


@require_POST
@pages.in_shift
def inspection(request: FloorRequest, unit: str) -> HttpResponse:
    """Confirm a unit. What the person has not seen yet is shown first; the next scan may come with it."""
    with tenancy.entered(request.shop.id):
        seen = warehouse.unit(unit_id=numbers.unit_id(unit))
        look = looking.read(seen, request.POST)
    if look.surprising:
        acts.say(request, sound="look", title=message("floor-said-surprise"))
        return _bench(request, look)
    if look.needs_why and not look.why:
        return _bench(request, look, error=Invalid("disposition_needs_reason"))
    scanned = request.POST.get("scan", "")

    def work() -> Done:
        looked_at = operations.inspect(
            by=request.actor,
            unit_id=seen.id,
            findings=look.findings,
            grade=look.grade,
            disposition=look.disposition,
            reason=look.why or None,
        )
        with tenancy.entered(request.shop.id):
            onward = boxes.onward(warehouse.arrival(arrival_id=seen.arrival_id), after=seen.id)
        to = scanning.lead(request, scanned) if scanning.tidy(scanned) else onward
        return Done(to, "good" if looked_at.disposition else "look", _title(looked_at), _detail(looked_at), looked_at)

    try:
        return acts.once(request, "floor.inspect", work)
    except Invalid as refused:
        return _bench(request, look, error=refused)


@require_POST
@pages.in_shift
def disposition(request: FloorRequest, unit: str) -> HttpResponse:
    """Send a unit somewhere else than decided."""
    written = request.POST.get("way", "")
    if written not in set(Disposition):
        raise Invalid("disposition_needs_choice")
    why = " ".join((request.POST.get("why-words") or request.POST.get("why") or "").split())

    def work() -> Done:
        changed = bench.redecide_disposition(
            by=request.actor, unit_id=numbers.unit_id(unit), disposition=Disposition(written), reason=why
        )
        return Done(reverse("floor_start"), "good", _title(changed), _detail(changed), changed)

    return acts.once(request, "floor.redecide", work)


@require_POST
@pages.in_shift
def undo(request: FloorRequest, unit: str) -> HttpResponse:
    """Take back one's last act; the unit lies on the bench again."""

    def work() -> Done:
        back = operations.undo_inspection(by=request.actor, unit_id=numbers.unit_id(unit))
        return Done(reverse("floor_unit", args=[unit]), "look", message("floor-said-undone", title=back.title))

    answer = acts.once(request, "floor.undo", work)
    acts.forget(request)
    return answer


@require_POST
@pages.in_shift
def belongs(request: FloorRequest, unit: str) -> HttpResponse:
    """Say which return a thing belongs to that nobody expected."""
    number, line = request.POST.get("return", ""), request.POST.get("line", "")

    def work() -> Done:
        operations.resolve_blind(by=request.actor, unit_id=numbers.unit_id(unit), return_number=number, line=line)
        return Done(reverse("floor_unit", args=[unit]), "good", message("floor-said-belongs", number=number))

    return acts.once(request, "floor.belongs", work)


@require_safe
@pages.in_shift
def label(request: FloorRequest, unit: str) -> HttpResponse:
    """To print: the number of a thing that was put aside, and a code that leads back to it."""
    with tenancy.entered(request.shop.id):
        seen = warehouse.unit(unit_id=numbers.unit_id(unit))
    context = {"unit": seen, "public": unit, "number": numbers.of_unit(unit_id=seen.id)}
    return pages.show(request, "floor/label.html", context)


def _bench(request: FloorRequest, look: Look, *, error: Refused | None = None) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        of, item = _return_of(look.unit)
        arrival = warehouse.arrival(arrival_id=look.unit.arrival_id)
    place, many = _place(arrival, look.unit)
    context = {
        "look": look,
        "unit": look.unit,
        "public": ids.public("unt", look.unit.id),
        "of": of,
        "item": item,
        "reason": boxes.reason_words(request, item.reason) if item else "",
        "place": place,
        "many": many,
        "whys": looking.WHYS,
        "error": error,
        "wear": wearing.told(look.unit, of, item),
    }
    sound = "stop" if error else ""
    return pages.show(request, "floor/unit.html", context, sound=sound, status=422 if error else 200)


def _decided(request: FloorRequest, seen: UnitView) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        of, item = _return_of(seen)
        history = warehouse.history(unit_id=seen.id)
        onward = boxes.onward(warehouse.arrival(arrival_id=seen.arrival_id))
    context = {
        "unit": seen,
        "public": ids.public("unt", seen.id),
        "of": of,
        "item": item,
        "grade": looking.grade_words(seen.grade) if seen.grade else None,
        "way": looking.way_words(seen.disposition) if seen.disposition else None,
        "number": numbers.of_unit(unit_id=seen.id),
        "history": [(message(f"warehouse-history-{row.kind.value}"), row) for row in history],
        "ways": [(way.value, looking.way_words(way)) for way in Disposition if way is not seen.disposition],
        "whys": looking.WHYS,
        "onward": onward,
        "wear": wearing.told(seen, of, item),
    }
    return pages.show(request, "floor/decided.html", context)


def _loose(request: FloorRequest, seen: UnitView) -> HttpResponse:
    """Nobody expected this thing: ask for its return, and show the lines of the one that was named."""
    wanted = scanning.tidy(request.GET.get("return", ""))
    with tenancy.entered(request.shop.id):
        arrival = warehouse.arrival(arrival_id=seen.arrival_id)
        found = _named(wanted) if wanted else None
    context = {
        "unit": seen,
        "public": ids.public("unt", seen.id),
        "number": numbers.of_unit(unit_id=seen.id),
        "arrival": arrival,
        "wanted": wanted,
        "found": found,
    }
    return pages.show(request, "floor/loose.html", context, sound="stop" if wanted and found is None else "look")


def _named(wanted: str) -> ReturnView | None:
    """The return with this number, or behind this label."""
    found = queries.by_number(number=wanted)
    if found is not None:
        return found
    sheet = counting.sheet(code=wanted)
    return sheet.boxes[0].view if sheet.boxes else None


def _return_of(seen: UnitView) -> tuple[ReturnView | None, ItemView | None]:
    if seen.subject_id is None:
        return None, None
    of = queries.by_id(return_id=seen.subject_id)
    return of, next((item for item in of.items if item.id == seen.line_id), None)


def _place(arrival: ArrivalView, seen: UnitView) -> tuple[int, int]:
    """Which of how many things of this box."""
    ours = [unit.id for unit in arrival.units if unit.line_id]
    return (ours.index(seen.id) + 1 if seen.id in ours else 1), len(ours) or 1


def _title(seen: UnitView) -> Message:
    if seen.disposition is None:
        return message("floor-said-aside", number=numbers.of_unit(unit_id=seen.id))
    return looking.way_words(seen.disposition)


def _detail(seen: UnitView) -> Message:
    grade = looking.grade_words(seen.grade) if seen.grade else ""
    return message("floor-said-unit", title=seen.title or message("floor-nameless"), grade=grade)
