"""Who is this? A guest who proved to own one order: a signed cookie says which, for a while, on this shop only."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from volte.runtime.actor import Actor
from volte.web.shared import here

P = ParamSpec("P")
LASTS = timedelta(hours=12)
_SALT = "volte.portal.guest"
BY_LINK = "link"


class GuestRequest(here.PageRequest):
    """A request that passed `guest_required`: `guest` may act on `guest.order_id` and nothing else.

    `by_link`: they opened a mail to get here. Others knew a number and a postcode: not enough to say where money goes.
    """

    guest: Actor
    order_id: UUID
    by_link: bool


def guest_required(
    view: Callable[Concatenate[GuestRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Pages of one order. Whoever has not proved to own one (or not lately) is asked to find it first."""

    @wraps(view)
    def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        page = cast(GuestRequest, request)
        order_id = known_order(page)
        if order_id is None:
            return redirect(f"{reverse('portal_find')}?first=order")
        page.order_id = order_id
        page.by_link = _written(page)[2:] == [BY_LINK]
        page.guest = Actor.shopper(page.shop.id, order_id=order_id, language=page.language)
        response = view(page, *args, **kwargs)
        # A page about an order stays out of caches and out of other sites' referrers.
        response["Referrer-Policy"] = "same-origin"
        return response

    return run


def known_order(request: here.PageRequest) -> UUID | None:
    """The order this browser proved to own here; None when there is none, it is too long ago, or another shop's."""
    try:
        shop, order = _written(request)[:2]
        known_shop, known = UUID(hex=shop), UUID(hex=order)
    except (ValueError, TypeError, AttributeError):
        return None
    return known if known_shop == request.shop.id else None


def _written(request: here.PageRequest) -> list[str]:
    """What the cookie says: shop, order, and how they came when it was by a link; empty when it says nothing."""
    try:
        written = signing.loads(request.COOKIES.get(_cookie(request), ""), salt=_SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return []
    return written if isinstance(written, list) else []


def let_in(request: here.PageRequest, response: HttpResponse, *, order_id: UUID, by_link: bool = False) -> HttpResponse:
    """Remember that this browser may see the order, and whether somebody opened our mail to get here."""
    came = [BY_LINK] if by_link else []
    response.set_cookie(
        _cookie(request),
        signing.dumps([request.shop.id.hex, order_id.hex, *came], salt=_SALT),
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path="/",
    )
    return response


def let_out(request: here.PageRequest, response: HttpResponse) -> HttpResponse:
    response.delete_cookie(_cookie(request), path="/", samesite="Lax")
    return response


def _cookie(request: here.PageRequest) -> str:
    """One per shop, so that a browser may hold an order of two shops of one installation."""
    return f"volte_order_{request.shop.handle}"
