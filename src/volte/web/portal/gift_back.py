"""A gift goes back: what and why, then how and who, and store credit for it. No price, and nothing of its buyer."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from volte.kit import ids
from volte.kit.errors import Invalid, Refused
from volte.kit.text import Message
from volte.kit.words import Method
from volte.policy.rules.words import Verdict
from volte.returns import gifts, operations, queries
from volte.returns.gifts import GiftView
from volte.returns.offers import Offers
from volte.returns.operations import Recipient
from volte.returns.rules.request import Wanted
from volte.runtime import idempotency, tenancy
from volte.runtime.idempotency import Answer
from volte.web.portal import gift, gift_rows, guest, said, ways
from volte.web.portal import lines as cards
from volte.web.portal.gift_rows import Fault, Row
from volte.web.portal.guest import GuestRequest, gift_required
from volte.web.portal.ways import Chosen, WayCard
from volte.web.shared import refusals

# Which field a refusal is about; all others are about the whole.
_FIELD = {
    "gift_needs_name": "name",
    "gift_needs_email": "email",
    "gift_needs_address": "line1",
    "gift_needs_way": "ways",
    "method_not_offered": "ways",
}
# The articles themselves cannot be had back any more: the first page says which.
_GONE = ("gift_units_gone", "units_not_left", "line_unknown", "gift_worth_nothing")


@dataclass(frozen=True, slots=True)
class Item:
    """One article as it is about to be sent back, with the decision in one sentence."""

    title: str
    detail: str
    picture: str
    quantity: int
    refused: bool
    sentence: Message
    hint: Message | None


@gift_required
def page(request: GuestRequest) -> HttpResponse:
    """GET asks what and why; POST leads on to how and who, and from there to the return."""
    assert request.gift_id is not None, "nobody is let in without"
    try:
        with tenancy.entered(request.shop.id):
            given = gifts.good(gifts.by_id(gift_id=request.gift_id))
            rows = gift_rows.rows(request, given, gifts.outlooks(gift=given))
    except Refused as error:
        # Taken back, or run out since. A return that was asked for is still theirs to follow.
        return gift.show(request, refused=error)
    if request.method != "POST" or "back" in request.POST:
        return _choose(request, rows)
    faults = gift_rows.wrong(rows)
    return _choose(request, rows, faults=faults) if faults else _go_on(request, given, rows)


def _go_on(request: GuestRequest, given: GiftView, rows: Sequence[Row]) -> HttpResponse:
    items = tuple(row.wanted() for row in rows if row.typed.chosen)
    try:
        with tenancy.entered(request.shop.id):
            offered = gifts.offers(gift=given, items=items)
    except Refused as error:
        return _choose(request, rows, faults=[("lines", error)], status=int(refusals.status_of(error)))
    cards_ = _ways(request, offered)
    if not request.POST.get("go"):
        return _check(request, rows, offered, cards_)
    chosen = ways.answered(request.POST, cards_)
    missing = _missing(request, chosen, nothing=not offered.open_items)
    if missing:
        return _check(request, rows, offered, cards_, missing)
    try:
        method = Method(chosen.method) if chosen.method else Method.DROP_OFF
        return_id = _send(request, given, Wanted(items, method, request.language, chosen.store))
    except Refused as error:
        if error.code in _GONE:
            return _choose(request, rows, faults=[("lines", error)], status=int(refusals.status_of(error)))
        return _check(request, rows, offered, cards_, [error])
    with tenancy.entered(request.shop.id):
        number = queries.by_id(return_id=return_id).number
    response = redirect("portal_return", number=number)
    return guest.let_in_gift(request, response, order_id=given.order_id, gift_id=given.id, own=return_id)


def _missing(request: GuestRequest, chosen: Chosen, *, nothing: bool) -> list[Refused]:
    """All that was left out, so that it is asked for once. `nothing` of it comes back, and so needs no way."""
    who, found = _recipient(request), list[Refused]()
    if not nothing and not chosen.method:
        found.append(Invalid("gift_needs_way"))
    if not who.name:
        found.append(Invalid("gift_needs_name"))
    if "@" not in who.email:
        found.append(Invalid("gift_needs_email"))
    if chosen.method == Method.PICKUP.value and not (who.line1 and who.postcode and who.city):
        found.append(Invalid("gift_needs_address"))
    return found


def _send(request: GuestRequest, given: GiftView, wanted: Wanted) -> UUID:
    """Once per page, however often its button is pressed."""
    recipient = _recipient(request)
    written = json.dumps([[asdict(item) for item in wanted.items], wanted.method, wanted.store, asdict(recipient)])

    def act() -> Answer:
        made = operations.request_gift(by=request.guest, gift_id=given.id, wanted=wanted, recipient=recipient)
        return Answer(201, {"return": made.hex})

    answer = idempotency.once(
        shop_id=request.shop.id,
        key=f"gift:{given.id}:{request.POST.get('once', '')[:40]}",
        call="portal gift",
        digest=idempotency.digest_of(written.encode()),
        work=act,
    )
    return UUID(hex=str(answer.body["return"]))


def _recipient(request: GuestRequest) -> Recipient:
    names = ("name", "email", "line1", "postcode", "city")
    return Recipient(**{name: request.POST.get(name, "").strip()[:254] for name in names})


def _ways(request: GuestRequest, offered: Offers) -> list[WayCard]:
    """Shops near the recipient cannot be told: where they live is not known, and where the order went is not theirs."""
    nowhere = replace(offered.order, shipping_address=None)
    weight = sum(ways.weight_of(item.line, item.wanted.quantity) for item in offered.open_items)
    method, _, store = request.POST.get("way", "").partition(" ")
    return ways.cards_of(request, nowhere, offered.methods, weight=weight, chosen=Chosen(method, store))


def _choose(
    request: GuestRequest, rows: Sequence[Row], *, faults: Sequence[Fault] = (), status: int = 422
) -> HttpResponse:
    found = said.faults(faults, request.language)
    context = {
        "rows": rows,
        "can_choose": any(row.open for row in rows),
        "faults": found,
        "errors": {fault["id"]: fault["text"] for fault in found},
    }
    return render(request, "portal/gift_choose.html", context, status=status if faults else 200)


def _check(
    request: GuestRequest,
    rows: Sequence[Row],
    offered: Offers,
    cards_: Sequence[WayCard],
    refused: Sequence[Refused] = (),
) -> HttpResponse:
    faults: list[Fault] = [(_FIELD.get(error.code, ""), error) for error in refused]
    verdicts = {item.decision.verdict for item in offered.open_items}
    context = {
        "items": _items(offered),
        "rows": [row for row in rows if row.typed.chosen],
        "refused": not offered.open_items,
        "reviewed": Verdict.NEEDS_REVIEW in verdicts,
        "waits": Verdict.NEEDS_EVIDENCE in verdicts,
        "cards": cards_,
        "address": any(card.value == Method.PICKUP.value for card in cards_),
        "typed": _recipient(request),
        "errors": {field: said.words(error, request.language) for field, error in faults},
        "faults": said.faults(faults, request.language),
        "once": request.POST.get("once", "")[:40] or str(ids.new_id()),
    }
    status = int(refusals.status_of(refused[0])) if refused else 200
    return render(request, "portal/gift_check.html", context, status=status)


def _items(offered: Offers) -> list[Item]:
    return [
        Item(
            title=cards.title_of(item.line),
            detail=cards.detail_of(item.line),
            picture=cards.picture(item.line.image_url),
            quantity=item.wanted.quantity,
            refused=item.refused,
            sentence=item.decision.sentence,
            hint=item.decision.hint,
        )
        for item in offered.items
    ]
