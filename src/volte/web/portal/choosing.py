"""What: the order as pictures; each line says until when it may come back, or why not."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from volte.catalogue.rules.order import OrderView
from volte.kit import time
from volte.kit.text import message
from volte.returns import considering, gifts, weighing
from volte.returns import queries as returns
from volte.returns.considering import LineOutlook
from volte.returns.rules.lifecycle import Kind
from volte.returns.views import ReturnView
from volte.runtime import tenancy
from volte.web.portal import draft as drafts
from volte.web.portal import lines, progress, said
from volte.web.portal.draft import Choice, Draft
from volte.web.portal.guest import GuestRequest, guest_required
from volte.web.portal.lines import LineCard


@guest_required
def order(request: GuestRequest) -> HttpResponse:
    """The order; choosing leads on to the reasons."""
    draft = drafts.load(request)
    with tenancy.entered(request.shop.id):
        found, outlooks = considering.outlooks(order_id=request.order_id)
        earlier = returns.of_order(order_id=request.order_id)
    if request.method != "POST":
        return _page(request, found, _cards(outlooks, draft), earlier)
    wish = _wish(request.POST, outlooks)
    chosen = draft.choose(wish.chosen)
    if wish.wrong or not wish.chosen:
        return _page(request, found, _cards(outlooks, chosen), earlier, wish=wish)
    drafts.keep(request, chosen)
    return redirect("portal_reasons")


@dataclass(frozen=True, slots=True)
class _Wish:
    """`wrong` are lines whose quantity cannot be, with what was typed."""

    chosen: tuple[Choice, ...]
    wrong: Mapping[str, str]


def _wish(form: QueryDict, outlooks: list[LineOutlook]) -> _Wish:
    """The ticked lines that may be chosen, in the order's order."""
    ticked = set(form.getlist("line"))
    chosen, wrong = [], {}
    for card in lines.cards(outlooks, {}):
        if not card.selectable or card.ref not in ticked:
            continue
        written = form.get(f"quantity-{card.ref}", "1").strip()
        asked = int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else 0
        if not 1 <= asked <= card.most:
            wrong[card.line] = written[:12]
        chosen.append(Choice(card.line, card.ref, max(1, min(asked, card.most))))
    return _Wish(tuple(chosen), wrong)


def _cards(outlooks: list[LineOutlook], draft: Draft) -> list[LineCard]:
    return lines.cards(outlooks, {choice.line: choice for choice in draft.choices})


def _page(
    request: GuestRequest,
    order: OrderView,
    cards: list[LineCard],
    earlier: list[ReturnView],
    *,
    wish: _Wish | None = None,
) -> HttpResponse:
    zone = request.shop.settings.timezone
    found = [("lines", message("portal-order-choose-one"))] if wish is not None and not wish.chosen else []
    found += [
        (f"quantity-{at}", message("portal-order-count-wrong", item=card.title, most=card.most))
        for at, card in enumerate(cards)
        if wish is not None and card.line in wish.wrong
    ]
    besides = weighing.possible(order=order)
    context = {
        "can_claim": Kind.CLAIM in besides,
        "can_stop": Kind.CANCELLATION in besides,
        "can_give": gifts.may_give(order=order),
        "number": order.number.lstrip("#"),
        "placed_on": time.local_date(order.placed_at, zone),
        "faults": said.faults(found, request.language),
        "cards": cards,
        "can_choose": any(card.selectable for card in cards),
        "earlier": progress.earlier_rows(earlier, zone=zone),
        "nothing_chosen": wish is not None and not wish.chosen,
        "wrong": wish.wrong if wish is not None else {},
    }
    return render(request, "portal/order.html", context, status=200 if wish is None else 422)
