"""Saved views: a list with its filters under a name, for the person who made it, as tabs above the queue."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from volte.runtime import tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.models import SavedView
from volte.web.shared import access, here
from volte.web.staff.cases import queue, tabs

_LONGEST = 40


@require_POST
@access.staff_required(Permission.RETURNS_READ)
def create(request: here.StaffRequest) -> HttpResponse:
    """Keep the list as it is shown. A name that is known already now means this list."""
    asked = queue.asked(request)
    name = " ".join(request.POST.get("name", "").split())[:_LONGEST]
    with tenancy.entered(request.shop.id):
        known = SavedView.objects.filter(member_id=request.actor.id)
        if name and (known.filter(name=name).exists() or known.count() < tabs.MOST):
            SavedView.objects.update_or_create(
                shop_id=request.shop.id, member_id=request.actor.id, name=name, defaults={"query": asked.first}
            )
    said = texts.say("staff-view-saved" if name else "staff-view-needs-name", request.language, name=name)
    (messages.success if name else messages.warning)(request, said)
    return _to_list(asked)


@require_POST
@access.staff_required(Permission.RETURNS_READ)
def remove(request: here.StaffRequest, view: UUID) -> HttpResponse:
    """Take the tab away; somebody else's stays."""
    with tenancy.entered(request.shop.id):
        SavedView.objects.filter(member_id=request.actor.id, id=view).delete()
    return _to_list(queue.asked(request))


def _to_list(asked: queue.Asked) -> HttpResponse:
    return HttpResponseRedirect(f"/staff/{asked.first}", status=HTTPStatus.SEE_OTHER)
