"""What never arrived, and what has not left: say it, see what follows, and send it. Nothing is sent back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from volte.kit import ids, time
from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Method, Resolution
from volte.returns import operations, queries, weighing
from volte.returns.rules.lifecycle import Kind
from volte.returns.rules.request import LONGEST_COMMENT, Wanted, WantedItem
from volte.returns.weighing import Line, Weighed
from volte.runtime import idempotency, tenancy
from volte.runtime.idempotency import Answer
from volte.web.portal import lines as cards
from volte.web.portal import said
from volte.web.portal.guest import GuestRequest, guest_required
from volte.web.shared import refusals


@dataclass(frozen=True, slots=True)
class Row:
    """A line to choose. `known` is what the shop or its carrier says of its way."""

    ref: str
    title: str
    detail: str
    picture: str
    kit: str
    most: int
    quantity: int
    chosen: bool
    known: Message | None


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the form: units by line, what is wanted, and a few words."""

    units: dict[str, int]
    resolution: Resolution
    comment: str


@guest_required
def missing(request: GuestRequest) -> HttpResponse:
    """Something of the order never arrived."""
    return _page(request, Kind.CLAIM)


@guest_required
def stop(request: GuestRequest) -> HttpResponse:
    """Something of the order shall not be sent."""
    return _page(request, Kind.CANCELLATION)


def _page(request: GuestRequest, kind: Kind) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        order, found = weighing.lines(order_id=request.order_id, kind=kind)
    typed = _typed(request.POST, found)
    if request.method != "POST" or "back" in request.POST:
        return _choose(request, kind, found, typed)
    if not typed.units:
        return _choose(request, kind, found, typed, wrong=message("portal-without-choose"))
    if len(typed.comment) > LONGEST_COMMENT:
        too_long = message("portal-comment-too-long", length=len(typed.comment), most=LONGEST_COMMENT)
        return _choose(request, kind, found, typed, wrong=too_long)
    wanted = _wanted(typed, found, request.language)
    try:
        if request.POST.get("go"):
            return redirect("portal_return", number=_send(request, kind, wanted))
        weighed = operations.weigh(by=request.guest, order_id=order.order_id, kind=kind, wanted=wanted)
    except Refused as refused:
        words = message(f"error-{refused.code.replace('_', '-')}", **refused.params)
        return _choose(request, kind, found, typed, wrong=words, status=refusals.status_of(refused))
    return _check(request, weighed, typed)


def _typed(form: QueryDict, found: Sequence[Line]) -> _Typed:
    ticked, units = set(form.getlist("line")), {}
    for one in found:
        ref = one.line.line_id.hex
        written = form.get(f"quantity-{ref}", "1").strip()
        asked = int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else 1
        if ref in ticked:
            units[ref] = max(1, asked)
    again = form.get("resolution") == Resolution.REPLACEMENT.value
    return _Typed(units, Resolution.REPLACEMENT if again else Resolution.REFUND, form.get("comment", "").strip())


def _wanted(typed: _Typed, found: Sequence[Line], language: str) -> Wanted:
    return Wanted(
        items=tuple(
            WantedItem(
                line=one.line.id,
                quantity=typed.units[one.line.line_id.hex],
                comment=typed.comment,
                resolution=typed.resolution,
            )
            for one in found
            if one.line.line_id.hex in typed.units
        ),
        method=Method.KEEP,
        language=language,
    )


def _send(request: GuestRequest, kind: Kind, wanted: Wanted) -> str:
    """Once per page, however often its button is pressed; the number of what was opened."""
    verb = operations.claim_missing if kind is Kind.CLAIM else operations.cancel_units
    written = json.dumps([[item.line, item.quantity, item.resolution.value, item.comment] for item in wanted.items])
    digest = idempotency.digest_of(written.encode())

    def act() -> Answer:
        return_id = verb(by=request.guest, order_id=request.order_id, wanted=wanted)
        return Answer(201, {"number": queries.by_id(return_id=return_id).number})

    key = f"portal-{kind.value}:{request.order_id}:{request.POST.get('once', '')[:40]}"
    answer = idempotency.once(shop_id=request.shop.id, key=key, call=request.path, digest=digest, work=act)
    return str(answer.body["number"])


def _choose(
    request: GuestRequest,
    kind: Kind,
    found: Sequence[Line],
    typed: _Typed,
    *,
    wrong: Message | None = None,
    status: int = 422,
) -> HttpResponse:
    zone = request.shop.settings.timezone
    context = {
        "kind": kind.value,
        "rows": [_row(one, typed, kind, zone) for one in found if one.most > 0],
        "again": kind is Kind.CLAIM and any(one.again for one in found),
        "typed": typed,
        "wants_money": typed.resolution is Resolution.REFUND,
        "wants_again": typed.resolution is Resolution.REPLACEMENT,
        "faults": said.faults([("lines", wrong)], request.language) if wrong else [],
    }
    return render(request, "portal/without_goods.html", context, status=status if wrong else 200)


def _check(request: GuestRequest, weighed: Weighed, typed: _Typed) -> HttpResponse:
    zone, until = request.shop.settings.timezone, weighed.inquiry_until
    entries: list[tuple[Message, Money]] = [(line.reason, line.amount) for line in weighed.plan.lines]
    day: date | None = time.local_date(until, zone) if until else None
    context = {
        "kind": weighed.kind.value,
        "typed": typed,
        "items": [
            (item.wanted.quantity, item.line.title or item.line.id, cards.picture(item.line.image_url))
            for item in weighed.items
        ],
        "entries": entries,
        "total": weighed.value,
        "sentence": weighed.items[0].answer.sentence,
        "until": day,
        "once": request.POST.get("once") or str(ids.new_id()),
    }
    return render(request, "portal/without_goods_check.html", context)


def _row(one: Line, typed: _Typed, kind: Kind, zone: str) -> Row:
    ref = one.line.line_id.hex
    return Row(
        ref=ref,
        title=cards.title_of(one.line),
        detail=cards.detail_of(one.line),
        picture=cards.picture(one.line.image_url),
        kit=one.kit,
        most=one.most,
        quantity=min(typed.units.get(ref, one.most), one.most),
        chosen=ref in typed.units,
        known=_known(one, zone) if kind is Kind.CLAIM else None,
    )


def _known(one: Line, zone: str) -> Message:
    if one.delivered_at is not None:
        return message("portal-missing-delivered", day=time.local_date(one.delivered_at, zone))
    if one.shipped_at is not None:
        return message("portal-missing-sent", day=time.local_date(one.shipped_at, zone))
    return message("portal-missing-unknown")
