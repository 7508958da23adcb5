"""A customer is on the phone: find their order, then fill in the form for them."""

from django.http import HttpResponse
from django.shortcuts import render

from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import links
from volte.runtime import tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import access, here

_MOST = 20


@access.staff_required(Permission.RETURNS_REQUEST)
def page(request: here.StaffRequest) -> HttpResponse:
    """Orders by number or e-mail address, each with a way into the customer's own form."""
    words = request.GET.get("q", "").strip()[:254]
    with tenancy.entered(request.shop.id):
        found = _orders(words) if words else ()
        if "@" in words:
            looking.note(by=request.actor, what=What.SEARCH, email=words)
        # Each stands here with its name, and with a way into the customer's own pages.
        looking.note_each(by=request.actor, what=What.ORDER, subject_ids=[order.order_id for order in found])
    ways = [
        (order, f"{request.shop.prefix}l/{links.token(shop_id=request.shop.id, order_id=order.order_id)}")
        for order in found
    ]
    return render(request, "staff/cases/start.html", {"section": "start", "q": words, "found": ways})


def _orders(words: str) -> tuple[OrderView, ...]:
    if "@" in words:
        return catalogue.page(email=words, limit=_MOST).orders
    return catalogue.page(number=words, limit=_MOST).orders
