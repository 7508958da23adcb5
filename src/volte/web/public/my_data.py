"""Somebody asks what is held about them (GDPR art. 15 and 17): their address, a link in their mailbox, and there their
data to take along or to have erased. The first page answers the same to everybody."""

from datetime import timedelta
from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from volte.kit import time
from volte.kit.errors import Invalid, NotFound, NotKnown, Refused, TooMany
from volte.privacy.operations import owning
from volte.privacy.rules.erasure import parted
from volte.runtime import clock, throttle, visitors
from volte.runtime.actor import Actor
from volte.web.shared import here, refusals

WITHIN = timedelta(hours=1)
PER_VISITOR = 10
_LONGEST = 254


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: here.PageRequest) -> HttpResponse:
    """Where the address is entered."""
    if request.method != "POST":
        return _ask(request)
    email = request.POST.get("email", "").strip()[: _LONGEST + 1]
    try:
        who = f"{request.shop.id.hex} {visitors.counted_as(request)}"
        throttle.count(what="own-data-visitor", who=who, limit=PER_VISITOR, within=WITHIN)
        owning.send_link(by=_person(request), email=email, language=request.language)
    except (Invalid, TooMany) as refused:
        return _ask(request, email=email, refused=refused)
    return HttpResponseRedirect(f"{reverse('my_data')}?sent", status=HTTPStatus.SEE_OTHER)


@require_safe
def opened(request: here.PageRequest, token: str) -> HttpResponse:
    """What is held, and what can be done about it."""
    try:
        return _shown(request, token)
    except (NotFound, NotKnown) as refused:
        return _ask(request, refused=refused)


@require_POST
def archive(request: here.PageRequest, token: str) -> HttpResponse:
    """Everything, as a ZIP."""
    try:
        content = owning.export_mine(by=_person(request), token=token)
    except (NotFound, NotKnown) as refused:
        return _ask(request, refused=refused)
    day = time.local_date(clock.now(), request.shop.settings.timezone)
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{request.shop.handle}-{day.isoformat()}.zip"'
    return _private(response)


@require_POST
def erasure(request: here.PageRequest, token: str) -> HttpResponse:
    """Erase them: nothing is done before the box is ticked."""
    if "sure" not in request.POST:
        try:
            return _shown(request, token, unsure=True)
        except (NotFound, NotKnown) as refused:
            return _ask(request, refused=refused)
    try:
        view = owning.erase_mine(by=_person(request), token=token)
    except (NotFound, NotKnown) as refused:
        return _ask(request, refused=refused)
    goes, nameless = parted(view.done)
    return _private(render(request, "public/my_data/erased.html", {"view": view, "goes": goes, "nameless": nameless}))


def _shown(request: here.PageRequest, token: str, *, unsure: bool = False) -> HttpResponse:
    seen = owning.look(by=_person(request), token=token)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if unsure else HTTPStatus.OK
    context = {"seen": seen, "token": token, "unsure": unsure}
    return _private(render(request, "public/my_data/held.html", context, status=status))


def _ask(request: here.PageRequest, *, email: str = "", refused: Refused | None = None) -> HttpResponse:
    """The form; a link that opens nothing leads here too, with its reason."""
    link = isinstance(refused, NotFound | NotKnown)
    context = {"email": email, "refused": refused, "link": link, "sent": "sent" in request.GET, "most": _LONGEST}
    status = refusals.status_of(refused) if refused is not None else HTTPStatus.OK
    response = render(request, "public/my_data/ask.html", context, status=int(status))
    if isinstance(refused, TooMany):
        response["Retry-After"] = str(refused.params["retry_after"])
    return _private(response)


def _person(request: here.PageRequest) -> Actor:
    return Actor.person(request.shop.id, language=request.language)


def _private(response: HttpResponse) -> HttpResponse:
    """What somebody asks about themselves stays out of caches and out of other sites' referrers."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
