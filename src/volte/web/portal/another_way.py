"""Another way: whoever has a return that is not on its way yet chooses again how it travels; who declared a withdrawal,
for the first time."""

import contextlib
from dataclasses import replace
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render

from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict
from volte.kit.words import Method
from volte.logistics.rules import footprint
from volte.returns import operations
from volte.returns import ways as returns_ways
from volte.returns.rules.lifecycle import OVER
from volte.returns.views import ReturnView
from volte.runtime import tenancy
from volte.web.portal import acting, following, ways
from volte.web.portal.guest import GuestRequest, holder_required
from volte.web.portal.ways import Chosen, WayCard


@holder_required
def page(request: GuestRequest, *, number: str) -> HttpResponse:
    """GET shows the ways, POST takes one of them."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    cards = _cards(request, view)
    if not cards:
        return redirect("portal_return", number=view.number)
    unanswered = False
    if request.method == "POST":
        acting.count(request, view.number)
        chosen = ways.answered(request.POST, cards)
        if chosen.method:
            return _take(request, view, chosen)
        unanswered = True
    status = HTTPStatus.UNPROCESSABLE_ENTITY if unanswered else HTTPStatus.OK
    context = {"view": view, "cards": cards, "unanswered": unanswered, "source": footprint.FACTOR_SET}
    return render(request, "portal/another_way.html", context, status=int(status))


def _take(request: GuestRequest, view: ReturnView, chosen: Chosen) -> HttpResponse:
    """Too late, or not offered any more: the page of the return says how it stands."""
    with contextlib.suppress(Conflict):
        operations.choose_way(by=request.guest, return_id=view.id, method=Method(chosen.method), store=chosen.store)
    return redirect("portal_return", number=view.number)


def _cards(request: GuestRequest, view: ReturnView) -> list[WayCard]:
    """None when there is nothing to choose: too late, or only one way."""
    offered = returns_ways.to_choose(view=view)
    if not offered:
        return []
    with tenancy.entered(request.shop.id):
        order = catalogue.order(order_id=request.order_id)
        if request.gift_id is not None:
            # Shops near where it is sent from, not near its buyer.
            order = replace(order, shipping_address=None)
    lines = [(order.line(id=item.line), item.quantity) for item in view.items if item.verdict not in OVER]
    weight = sum(ways.weight_of(line, quantity) for line, quantity in lines if line is not None)
    found = ways.cards_of(request, order, offered, weight=weight, chosen=Chosen(view.method.value, view.store))
    return found if len(found) > 1 else []
