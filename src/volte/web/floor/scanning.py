"""What did the scanner just read, and where does that lead? Every code leads somewhere."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.text import message
from volte.logistics.rules import parcel
from volte.runtime import tenancy
from volte.warehouse import queries as warehouse
from volte.web.floor import acts, badges, numbers, pages, shift
from volte.web.floor.shift import FloorRequest

MOST_LETTERS = 80


def tidy(written: str) -> str:
    """A scan as it is looked for: one line, no more than a code can have."""
    return parcel.tidy(written)[:MOST_LETTERS]


@require_POST
@pages.before_shift
def scan(request: FloorRequest) -> HttpResponse:
    """The big field of the pages that hold nothing else to send."""
    return HttpResponseRedirect(lead(request, request.POST.get("scan", "")), status=303)


def lead(request: FloorRequest, written: str) -> str:
    """The address a scan leads to: a badge or a station's sign changes the shift, all else is looked at."""
    code = tidy(written)
    if not code:
        return onward(request)
    badge = badges.read(code)
    if badge is not None and _changes_shift(request, badge):
        return onward(request)
    unit = _unit(code)
    if unit is None and len(code) == numbers.LENGTH:
        unit = _put_aside(request, code)
    if unit is not None:
        return reverse("floor_unit", args=[unit])
    return box(code)


def box(code: str, *, withs: tuple[str, ...] = ()) -> str:
    return f"{reverse('floor_box')}?{urlencode({'code': code, 'with': withs}, doseq=True)}"


def onward(request: FloorRequest) -> str:
    """Where the shift page was asked from, else the start."""
    wish = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wish, allowed_hosts={request.get_host()}) and wish.startswith("/floor/")
    return wish if safe else reverse("floor_start")


def _changes_shift(request: FloorRequest, code: str) -> bool:
    place = badges.place_of(code=code, shop_id=request.shop.id, places=request.shop.settings.locations)
    if place is not None:
        shift.choose_station(request, handle=place.handle)
        acts.say(request, sound="good", title=message("floor-said-station", name=place.name))
        return True
    worker = badges.member_of(code=code, members=shift.workers(request))
    if worker is not None:
        shift.choose_person(request, member_id=str(worker.id))
        acts.say(request, sound="good", title=message("floor-said-person", name=worker.name))
        return True
    return False


def _unit(code: str) -> str | None:
    """The address of a unit whose label was scanned."""
    return code.lower() if ids.parse("unt", code.lower()) is not None else None


def _put_aside(request: FloorRequest, number: str) -> str | None:
    """The unit that was put aside under this number."""
    with tenancy.entered(request.shop.id):
        loose = [unit for unit, _code in warehouse.unresolved(limit=200)]
    unit = numbers.unit_of(number=number, units=loose)
    return ids.public("unt", unit.id) if unit else None
