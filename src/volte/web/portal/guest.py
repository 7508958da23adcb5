"""Who is this? A guest who proved to own one order, or who holds the code of a gift from one: a signed cookie says
which, for a while, on this shop only."""

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
_GIFT = "gift"
# So many returns of gifts a browser remembers: the latest.
_MOST_RETURNS = 10


class GuestRequest(here.PageRequest):
    """A request that passed `guest_required`: `guest` may act on `guest.order_id` and nothing else.

    `by_link`: they opened a mail to get here. Others knew a number and a postcode: not enough to say where money goes.
    `gift_id`: they hold the code of a gift of that order, which somebody else bought; of its returns they see `own`,
    which they asked for here or have a mail about, for others may hold the same code.
    """

    guest: Actor
    order_id: UUID
    by_link: bool
    gift_id: UUID | None
    own: frozenset[UUID]


def guest_required(
    view: Callable[Concatenate[GuestRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Pages of one order, for its buyer. Whoever has not proved to own one (or not lately) is asked to find it first;
    whoever holds a gift is shown that."""
    return _required(view, buyer=True, recipient=False)


def gift_required(
    view: Callable[Concatenate[GuestRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Pages of one gift, for whoever received it."""
    return _required(view, buyer=False, recipient=True)


def holder_required(
    view: Callable[Concatenate[GuestRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Pages of one return, for whoever asked for it: the buyer, or who received it as a gift."""
    return _required(view, buyer=True, recipient=True)


def _required(
    view: Callable[Concatenate[GuestRequest, P], HttpResponse], *, buyer: bool, recipient: bool
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def run(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        page = cast(GuestRequest, request)
        if not _known(page):
            return redirect(f"{reverse('portal_find')}?first=order" if buyer else reverse("portal_gift"))
        if page.gift_id is not None and not recipient:
            return redirect("portal_gift_back")
        if page.gift_id is None and not buyer:
            return redirect("portal_gift")
        response = view(page, *args, **kwargs)
        # A page about an order stays out of caches and out of other sites' referrers.
        response["Referrer-Policy"] = "same-origin"
        return response

    return run


def _known(page: GuestRequest) -> bool:
    """Put on the request what this browser proved here; False when that is nothing, too long ago, or another shop's."""
    try:
        shop, order, *came = _written(page)
        known_shop, page.order_id = UUID(hex=shop), UUID(hex=order)
        given = [UUID(hex=one) for one in came[1:]] if came[:1] == [_GIFT] else []
    except (ValueError, TypeError, AttributeError):
        return False
    if known_shop != page.shop.id:
        return False
    page.by_link = came == [BY_LINK]
    page.gift_id, page.own = (given[0], frozenset(given[1:])) if given else (None, frozenset())
    if page.gift_id is None:
        page.guest = Actor.shopper(page.shop.id, order_id=page.order_id, language=page.language)
    else:
        page.guest = Actor.recipient(page.shop.id, order_id=page.order_id, gift_id=page.gift_id, language=page.language)
    return True


def _written(request: here.PageRequest) -> list[str]:
    """What the cookie says: shop, order, and how they came when it was by a link, or the gift with its returns; empty
    when it says nothing."""
    try:
        written = signing.loads(request.COOKIES.get(_cookie(request), ""), salt=_SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return []
    return written if isinstance(written, list) else []


def let_in(request: here.PageRequest, response: HttpResponse, *, order_id: UUID, by_link: bool = False) -> HttpResponse:
    """Remember that this browser may see the order, and whether somebody opened our mail to get here."""
    return _remember(request, response, [order_id.hex, *([BY_LINK] if by_link else [])])


def let_in_gift(
    request: here.PageRequest, response: HttpResponse, *, order_id: UUID, gift_id: UUID, own: UUID | None = None
) -> HttpResponse:
    """Remember that this browser holds the code of a gift, and a return of it that is theirs."""
    before = _written(request)
    same = before[1:4] == [order_id.hex, _GIFT, gift_id.hex]
    mine = [one for one in (before[4:] if same else []) if own is None or one != own.hex]
    mine += [own.hex] if own is not None else []
    return _remember(request, response, [order_id.hex, _GIFT, gift_id.hex, *mine[-_MOST_RETURNS:]])


def _remember(request: here.PageRequest, response: HttpResponse, words: list[str]) -> HttpResponse:
    response.set_cookie(
        _cookie(request),
        signing.dumps([request.shop.id.hex, *words], salt=_SALT),
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
