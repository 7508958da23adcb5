"""Find the order: by number and something only its owner knows, or by a signed link from a mail."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.catalogue import queries as catalogue
from volte.kit import ids
from volte.kit.errors import Invalid, NotFound, Refused, TooMany
from volte.returns import links
from volte.runtime import tenancy, throttle, visitors
from volte.web.portal import draft, guest
from volte.web.shared import here, refusals

# Generous for somebody with the mail at hand, hopeless for somebody who guesses.
TRIES = timedelta(minutes=10)
PER_VISITOR = 30
PER_NUMBER = 12
LONGEST = 254


def find(request: here.PageRequest) -> HttpResponse:
    """The front page."""
    if request.method != "POST":
        return _page(request, first="first" in request.GET)
    number = request.POST.get("number", "").strip()
    proof = request.POST.get("proof", "").strip()
    missing = [name for name, written in (("number", number), ("proof", proof)) if not written]
    if missing:
        return _page(request, number=number, proof=proof, missing=missing, status=422)
    try:
        _count(request, number)
    except TooMany as error:
        response = _page(request, number=number, proof=proof, refused=error)
        response["Retry-After"] = str(error.params["retry_after"])
        return response
    order_id = None
    if len(number) <= LONGEST and len(proof) <= LONGEST:
        with tenancy.entered(request.shop.id):
            order_id = catalogue.find(number=number, email_or_postcode=proof)
    if order_id is None:
        return _page(request, number=number, proof=proof, refused=Invalid("order_not_found"))
    return guest.let_in(request, redirect("portal_order"), order_id=order_id)


def follow_link(request: here.PageRequest, *, token: str) -> HttpResponse:
    """A link from a mail: to the order, or (`?return=`, `?label=`, `?feedback=`) to a return of it; the desk's also to
    where the order is given away (`?gift`)."""
    try:
        shop_id, order_id = links.opened(written=token)
        if shop_id != request.shop.id:
            raise NotFound("link_forged")
    except Refused as error:
        return _page(request, refused=error)
    return guest.let_in(request, redirect(target(request)), order_id=order_id, by_link=True)


@require_POST
def leave(request: here.PageRequest) -> HttpResponse:
    """Forget this browser: a library's computer, a friend's phone."""
    draft.forget_all(request)
    return guest.let_out(request, redirect("portal_find"))


def _count(request: here.PageRequest, number: str) -> None:
    """Count this try, before looking, so that a hit and a miss cost the same; refuses TooMany."""
    shop = request.shop.id.hex
    throttle.count(what="portal-visitor", who=f"{shop} {visitors.counted_as(request)}", limit=PER_VISITOR, within=TRIES)
    tidy = ids.tidy_number(number)[:LONGEST]
    throttle.count(what="portal-number", who=f"{shop} {tidy}", limit=PER_NUMBER, within=TRIES)


# What a signed link may lead to besides the order, and where on that page.
_PAGES = {"label": "portal_label", "return": "portal_return", "feedback": "portal_return", "note": "portal_return"}
_PLACES = {"feedback": "#feedback", "note": "#back"}


def target(request: here.PageRequest, *, otherwise: str = "portal_order") -> str:
    """Only our own pages, named by the number of a return: a link leads nowhere else."""
    for name, page in _PAGES.items():
        number = ids.tidy_number(request.GET.get(name, ""))
        if number and number.replace("-", "").isalnum() and len(number) <= 20:
            came = request.GET.get("payment", "")
            how = f"?payment={came}" if name == "return" and came in ("done", "left") else ""
            held = request.GET.get("hold", "")
            how = f"?hold={held}" if name == "return" and held in ("done", "left") else how
            return f"{reverse(page, kwargs={'number': number})}{how}{_PLACES.get(name, '')}"
    return reverse("portal_gift_links" if "gift" in request.GET else otherwise)


def _page(
    request: here.PageRequest,
    *,
    number: str = "",
    proof: str = "",
    first: bool = False,
    missing: list[str] | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "number": number[:LONGEST],
        "proof": proof[:LONGEST],
        "first": first,
        "missing": missing or [],
        "refused": refused,
    }
    shown = refusals.status_of(refused) if refused is not None else status
    return render(request, "portal/find.html", context, status=int(shown))
