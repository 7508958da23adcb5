"""Somebody received a gift: its code, typed or behind a link, leads to the articles and to nothing else."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render

from volte.kit.errors import NotFound, Refused, TooMany
from volte.returns import gifts, links
from volte.returns import queries as returns
from volte.returns.rules import gifts as rules
from volte.runtime import tenancy, throttle, visitors
from volte.web.portal import finding, guest
from volte.web.shared import here, refusals

# Generous for who copies a receipt, hopeless against 59 bits.
_TRIES, _WITHIN = 20, timedelta(minutes=10)


def enter(request: here.PageRequest) -> HttpResponse:
    """The door for whoever has a code."""
    if request.method != "POST":
        return show(request)
    typed = request.POST.get("code", "").strip()
    return _open(request, typed) if typed else show(request, missing=True, status=422)


def follow_code(request: here.PageRequest, *, code: str) -> HttpResponse:
    """The link of a gift receipt; it leads on, so that the code does not stay in the address."""
    return _open(request, code)


def follow_mail(request: here.PageRequest, *, token: str) -> HttpResponse:
    """A link from a mail, to the return of a gift."""
    try:
        shop_id, return_id = links.gift_opened(written=token)
        if shop_id != request.shop.id:
            raise NotFound("link_forged")
        with tenancy.entered(shop_id):
            view = returns.by_id(return_id=return_id)
        if view.gift_id is None or view.order_id is None:
            raise NotFound("link_forged")
    except Refused as error:
        return show(request, refused=error)
    response = redirect(finding.target(request, otherwise="portal_gift_back"))
    return guest.let_in_gift(request, response, order_id=view.order_id, gift_id=view.gift_id, own=view.id)


def _open(request: here.PageRequest, typed: str) -> HttpResponse:
    try:
        # Before looking, so that a hit and a miss cost the same.
        who = f"{request.shop.id.hex} {visitors.counted_as(request)}"
        throttle.count(what="gift-codes", who=who, limit=_TRIES, within=_WITHIN)
        with tenancy.entered(request.shop.id):
            found = gifts.by_code(typed=typed[: rules.LONGEST])
    except Refused as error:
        return show(request, typed=typed, refused=error)
    return guest.let_in_gift(request, redirect("portal_gift_back"), order_id=found.order_id, gift_id=found.id)


def show(
    request: here.PageRequest,
    *,
    typed: str = "",
    missing: bool = False,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """The door, perhaps with what was wrong with a code."""
    context = {"typed": typed[: rules.LONGEST], "missing": missing, "refused": refused, "longest": rules.LONGEST}
    shown = int(refusals.status_of(refused)) if refused is not None else status
    response = render(request, "portal/gift.html", context, status=shown)
    if isinstance(refused, TooMany):
        response["Retry-After"] = str(refused.params["retry_after"])
    # The code may stand in the address of a link.
    response["Referrer-Policy"] = "same-origin"
    return response
