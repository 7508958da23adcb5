"""What every page of the floor has: a shift, what was just said, a sound, and a calm answer to a refusal."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from volte.kit import ids
from volte.kit.errors import NotAllowed, NotKnown, Refused
from volte.web.floor import acts, shift
from volte.web.floor.shift import FloorRequest
from volte.web.shared import access, here, refusals

P = ParamSpec("P")
View = Callable[Concatenate[FloorRequest, P], HttpResponse]
Answering = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def before_shift(view: View[P]) -> Answering[P]:
    """Pages open to whoever works on the floor, wherever they stand. A refusal is said on the floor's own page."""

    @access.staff_required(*shift.MAY_WORK)
    @wraps(view)
    def run(staff: here.StaffRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = cast(FloorRequest, staff)
        try:
            request.shift = shift.of_request(staff)
            request.actor = request.shift.person
            return view(request, *args, **kwargs)
        except (NotAllowed, NotKnown):
            raise
        except Refused as refused:
            return refuse(request, refused)

    return run


def in_shift(view: View[P]) -> Answering[P]:
    """Pages of work: the shift begins first. What is sent is taken all the same: an act must not be lost."""

    @before_shift
    @wraps(view)
    def run(request: FloorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "GET" and request.shift.station is None and request.shop.settings.locations:
            return HttpResponseRedirect(f"{reverse('floor_shift')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return run


def show(
    request: FloorRequest, template: str, context: dict[str, Any], *, sound: str = "", status: int = 200
) -> HttpResponse:
    """A page of the floor. `key` makes its form count once."""
    said = acts.heard(request)
    whole = {
        **context,
        "shift": request.shift,
        "said": said,
        "undo": acts.undoable(request),
        "sound": (said["sound"] if said else "") or sound,
        "key": ids.new_id().hex,
    }
    return render(request, template, whole, status=status)


def refuse(request: FloorRequest, refused: Refused) -> HttpResponse:
    """One sentence, the field to scan on, and the right status."""
    context = {"refused": refused, "retry": request.get_full_path() if request.method == "GET" else ""}
    return show(request, "floor/refused.html", context, sound="stop", status=refusals.status_of(refused))
