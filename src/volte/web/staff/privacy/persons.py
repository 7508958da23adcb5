"""Find a person, take out what is held about them, erase them: shown first, then done, then certified."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit import time
from volte.kit.errors import Conflict
from volte.privacy import looking, operations, people, previews, queries
from volte.privacy.people import Person
from volte.privacy.rules import erasure as rules
from volte.privacy.rules.erasure import Why
from volte.privacy.rules.looks import What
from volte.runtime import clock, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.privacy import frame


@access.staff_required(Permission.PRIVACY_READ)
def overview(request: here.StaffRequest) -> HttpResponse:
    """Find somebody (a POST, so that no address stands in an address), and what was erased so far."""
    words, missing = request.POST.get("q", "").strip()[:254], False
    with tenancy.entered(request.shop.id):
        if words:
            found = people.found(words=words)
            looking.note(by=request.actor, what=What.SEARCH, email=words if "@" in words else "")
            if found is not None:
                return redirect("staff_person", ref=found.ref)
            missing = True
        before = queries.recognised(email=words) if "@" in words else ()
        erasures = queries.erasures()
    return frame.show(request, "overview", part="privacy", q=words, missing=missing, before=before, erasures=erasures)


@access.staff_required(Permission.PRIVACY_READ)
def person(request: here.StaffRequest, ref: str) -> HttpResponse:
    """What is held, counted."""
    with tenancy.entered(request.shop.id):
        found = people.by_ref(ref=ref)
        looking.note(by=request.actor, what=What.PERSON, subject_id=found.id, email=found.email)
        seen = previews.preview(person=found)
        looks = queries.looks_at(person=found, limit=5)
    may_erase = Permission.PRIVACY_ERASE in request.actor.permissions
    return frame.show(request, "person", part="privacy", person=found, seen=seen, looks=looks, may_erase=may_erase)


@require_POST
@access.staff_required(Permission.PRIVACY_READ)
def archive(request: here.StaffRequest, ref: str) -> HttpResponse:
    """The archive, made now and kept nowhere."""
    content = operations.export(by=request.actor, ref=ref)
    day = time.local_date(clock.now(), request.shop.settings.timezone)
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{ref}-{day.isoformat()}.zip"'
    response["Cache-Control"] = "private, no-store"
    return response


@access.staff_required(Permission.PRIVACY_ERASE)
def erasure(request: here.StaffRequest, ref: str) -> HttpResponse:
    """First what would go and stay; then (`?sure`) the page on which it is confirmed by writing the address."""
    with tenancy.entered(request.shop.id):
        found = people.by_ref(ref=ref)
        looking.note(by=request.actor, what=What.PERSON, subject_id=found.id, email=found.email)
        seen = previews.preview(person=found)
    if request.method == "POST":
        return _erase(request, found, seen)
    step = "confirm" if "sure" in request.GET else "preview"
    return frame.show(request, step, part="privacy", person=found, seen=seen, asked_for=_asked_for(found))


def _erase(request: here.StaffRequest, found: Person, seen: previews.Preview) -> HttpResponse:
    typed, why = request.POST.get("address", ""), request.POST.get("why", "")
    if typed.strip().casefold() != _asked_for(found).casefold():
        fault = texts.say("error-erasure-not-confirmed", request.language)
        context = {"person": found, "seen": seen, "asked_for": _asked_for(found), "typed": typed, "fault": fault}
        return frame.show(request, "confirm", part="privacy", status=HTTPStatus.UNPROCESSABLE_ENTITY, **context)
    wish = Why.SHOP if why == Why.SHOP.value else Why.ASKED
    verb = operations.postpone if seen.obstacles.any else operations.erase
    try:
        made = verb(by=request.actor, ref=found.ref, why=wish)
    except Conflict:
        # A return was opened in this very moment: it is erased when that has ended.
        made = operations.postpone(by=request.actor, ref=found.ref, why=wish)
    return HttpResponseRedirect(reverse("staff_erasure", args=[made]), status=HTTPStatus.SEE_OTHER)


def _asked_for(found: Person) -> str:
    """What has to be written to confirm: the address, or the reference of somebody without one."""
    return found.email or found.ref


@access.staff_required(Permission.PRIVACY_READ)
def certificate(request: here.StaffRequest, erasure_id: UUID) -> HttpResponse:
    """What was done, what stays and by which law; it prints on one page."""
    with tenancy.entered(request.shop.id):
        view = queries.erasure_of(erasure_id=erasure_id)
    may_erase = Permission.PRIVACY_ERASE in request.actor.permissions
    goes, nameless = rules.parted(view.done)
    return frame.show(
        request, "certificate", part="privacy", view=view, goes=goes, nameless=nameless, may_erase=may_erase
    )


@require_POST
@access.staff_required(Permission.PRIVACY_ERASE)
def withdrawal(request: here.StaffRequest, erasure_id: UUID) -> HttpResponse:
    """An erasure that waits is not wanted any more."""
    operations.withdraw(by=request.actor, erasure_id=erasure_id)
    messages.success(request, texts.say("staff-privacy-withdrawn", request.language))
    return redirect("staff_privacy")
