"""What the steps between choosing and confirming share: a draft, and a friendly page when the world moved on."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from volte.kit.errors import Conflict, Refused
from volte.returns import offers as returns_offers
from volte.returns import queries as returns
from volte.returns.offers import Offers
from volte.runtime import tenancy
from volte.web.portal import draft as drafts
from volte.web.portal import progress
from volte.web.portal.draft import Draft
from volte.web.portal.guest import GuestRequest, guest_required
from volte.web.shared import refusals

P = ParamSpec("P")


def step(
    view: Callable[Concatenate[GuestRequest, Draft, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page about chosen lines: without any the order comes first; when they are gone meanwhile, it says so."""

    @wraps(view)
    def run(request: GuestRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        draft = drafts.load(request)
        if not draft.choices:
            return redirect("portal_order")
        try:
            return view(request, draft, *args, **kwargs)
        except Conflict as error:
            if error.code != "units_not_left":
                raise
            return overtaken(request, error)

    return guest_required(run)


def overtaken(request: GuestRequest, error: Refused) -> HttpResponse:
    """Somebody (perhaps this person, in another window) announced these units first."""
    with tenancy.entered(request.shop.id):
        earlier = returns.of_order(order_id=request.order_id)
    rows = progress.earlier_rows(earlier, zone=request.shop.settings.timezone)
    context = {"error": error, "earlier": rows}
    return render(request, "portal/overtaken.html", context, status=int(refusals.status_of(error)))


def offers(request: GuestRequest, draft: Draft) -> Offers:
    """What the chosen lines may become, as things stand."""
    with tenancy.entered(request.shop.id):
        return returns_offers.offers(order_id=request.order_id, items=draft.items())
