"""The buyer makes a link for whoever receives part of the order as a gift, and takes it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from volte.catalogue.rules.order import LineView
from volte.kit import ids, time
from volte.kit.errors import Refused
from volte.returns import gifts, operations
from volte.returns.gifts import GiftView, GoodsLine
from volte.returns.operations import telling
from volte.returns.rules.gifts import State
from volte.runtime import tenancy
from volte.runtime.throttle import count
from volte.web.portal import lines as cards
from volte.web.portal import said
from volte.web.portal.guest import GuestRequest, guest_required
from volte.web.shared import refusals

_MADE, _WITHIN = 30, timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Article:
    """A line, and how many of its units no link covers yet."""

    ref: str
    title: str
    detail: str
    picture: str
    most: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was made. Whether somebody used it is not the buyer's to know."""

    public_id: str
    code: str
    address: str
    articles: Sequence[tuple[str, int]]
    last_day: date


@guest_required
def page(request: GuestRequest) -> HttpResponse:
    """GET shows the links there are, POST makes one."""
    if request.method != "POST" or not request.by_link:
        return _page(request)
    try:
        count(what="gift-links", who=f"{request.shop.id.hex} {request.order_id.hex}", limit=_MADE, within=_WITHIN)
        with tenancy.entered(request.shop.id):
            units = _units(request, gifts.to_give(order_id=request.order_id)[1])
            if units:
                operations.make_gift_code(by=request.guest, order_id=request.order_id, units=units)
    except Refused as error:
        return _page(request, refused=error)
    return redirect("portal_gift_links") if units else _page(request, missing=True)


@require_POST
@guest_required
def revoke(request: GuestRequest, *, gift: str) -> HttpResponse:
    """It leads nowhere from now on."""
    found = ids.parse("gft", gift)
    if found is not None and request.by_link:
        operations.revoke_gift_code(by=request.guest, gift_id=found)
    return redirect("portal_gift_links")


def _units(request: GuestRequest, goods: Sequence[GoodsLine]) -> dict[str, int]:
    """The ticked lines, all units of them unless fewer are said."""
    ticked, units = set(request.POST.getlist("line")), {}
    for one in goods:
        ref = one.line.line_id.hex
        if ref in ticked:
            written = request.POST.get(f"quantity-{ref}", "").strip()
            whole = written.isascii() and written.isdigit() and len(written) <= 6
            units[one.line.id] = int(written) if whole else one.most
    return units


def _page(request: GuestRequest, *, refused: Refused | None = None, missing: bool = False) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        try:
            order, goods = gifts.to_give(order_id=request.order_id)
        except Refused:
            return redirect("portal_order")
        made = gifts.of_order(order_id=request.order_id)
        lines = {line.line_id: line for line in order.lines}
        links = [_link(request, one, lines) for one in made if one.state is State.GOOD] if request.by_link else []
    context = {
        "articles": [_article(one) for one in goods if one.most > 0],
        "links": links,
        "by_link": request.by_link,
        "refused": refused,
        "missing": missing,
        "faults": said.faults([("lines", refused)] if refused is not None else [], request.language),
    }
    status = refusals.status_of(refused) if refused is not None else HTTPStatus.OK
    return render(
        request, "portal/gift_links.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if missing else int(status)
    )


def _article(one: GoodsLine) -> Article:
    return Article(
        ref=one.line.line_id.hex,
        title=cards.title_of(one.line),
        detail=cards.detail_of(one.line),
        picture=cards.picture(one.line.image_url),
        most=one.most,
    )


def _link(request: GuestRequest, gift: GiftView, lines: Mapping[UUID, LineView]) -> Link:
    return Link(
        public_id=ids.public("gft", gift.id),
        code=gift.code or "",
        address=telling.gift_page(shop_id=request.shop.id, code=gift.code) if gift.code else "",
        articles=[
            (cards.title_of(lines[line_id]), covered.quantity)
            for line_id, covered in gift.lines.items()
            if line_id in lines
        ],
        last_day=time.local_date(gift.expires_at - timedelta(seconds=1), request.shop.settings.timezone),
    )
