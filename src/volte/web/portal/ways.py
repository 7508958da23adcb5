"""How: ways back as cards, with price, effort and footprint; the cheapest and the easiest marked honestly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from volte.catalogue.rules.order import LineView, OrderView
from volte.kit.address import Address
from volte.kit.text import Message, message
from volte.kit.words import Method
from volte.logistics import queries as logistics
from volte.logistics.ports import DropOffPoint
from volte.logistics.rules import footprint, methods
from volte.logistics.rules.footprint import Trip
from volte.logistics.rules.methods import Offer, Option
from volte.policy.rules.decision import MethodOffer
from volte.runtime import tenancy
from volte.web.portal import draft as drafts
from volte.web.portal import said
from volte.web.portal.draft import Draft
from volte.web.portal.guest import GuestRequest
from volte.web.portal.steps import offers, step

ICONS = {
    Method.STORE: "store",
    Method.DROP_OFF: "pin",
    Method.PICKUP: "home",
    Method.MAIL: "mail",
    Method.KEEP: "heart",
}
_MOST_STORES = 5
_UNKNOWN_WEIGHT_G = 500


@dataclass(frozen=True, slots=True)
class WayCard:
    """One way back, or one of the shops of a way. `price` is words: an amount, free, or at one's own expense."""

    value: str
    title: Message
    place: str
    hours: str
    effort: Message
    co2e: Message
    price: Message
    marks: Sequence[Message]
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A way, and for `store` which shop; both empty for none."""

    method: str
    store: str


@step
def way(request: GuestRequest, draft: Draft) -> HttpResponse:
    """How the parcel travels."""
    return page(request, draft)


def page(request: GuestRequest, draft: Draft, *, gone: bool = False) -> HttpResponse:
    """The step; `gone`: what was chosen is not offered any more, so it is asked again."""
    found = offers(request, draft)
    if not found.open_items:
        return redirect("portal_check")
    if any(item.line.id in draft.undecided() for item in found.open_items):
        return redirect("portal_instead")
    weight = sum(weight_of(item.line, item.wanted.quantity) for item in found.open_items)
    cards = cards_of(request, found.order, found.methods, weight=weight, chosen=Chosen(draft.method, draft.store))
    if request.method == "POST" and not gone:
        draft = _answered(draft, request.POST, cards)
        drafts.keep(request, draft)
        if draft.method:
            return redirect("portal_check")
    unanswered = request.method == "POST" or gone
    status = 409 if gone else 422 if unanswered else 200
    context = {"cards": cards, "gone": gone, "unanswered": unanswered, "source": footprint.FACTOR_SET}
    return render(request, "portal/way.html", context, status=status)


def _answered(draft: Draft, form: QueryDict, cards: Sequence[WayCard]) -> Draft:
    found = answered(form, cards)
    return replace(draft, method=found.method, store=found.store)


def answered(form: QueryDict, cards: Sequence[WayCard]) -> Chosen:
    """The card that was chosen; nothing when it is none of these."""
    written = form.get("way", "")
    if written not in {card.value for card in cards}:
        return Chosen("", "")
    method, _, store = written.partition(" ")
    return Chosen(method, store)


def weight_of(line: LineView, units: int) -> int:
    """Grams of so many units, guessed where nobody knows."""
    return (line.weight_g or _UNKNOWN_WEIGHT_G) * units


def cards_of(
    request: GuestRequest, order: OrderView, offered: Sequence[MethodOffer], *, weight: int, chosen: Chosen
) -> list[WayCard]:
    """The offered ways as cards, one for each shop near by."""
    options = _options(offered, weight)
    stores: Sequence[DropOffPoint] = ()
    if any(option.method is Method.STORE for option, _ in options):
        where = order.shipping_address or Address(country=order.country or request.shop.settings.country)
        with tenancy.entered(request.shop.id):
            stores = logistics.drop_off_points(where=where, language=request.language)[:_MOST_STORES]
    cards: list[WayCard] = []
    for option, offer in options:
        marks = _marks(option, offer, [known for _, known in options])
        if option.method is not Method.STORE:
            cards.append(_card(option, offer, marks, chosen))
            continue
        cards += [_store_card(option, offer, marks, place, chosen) for place in stores]
    return cards


def _options(offered: Sequence[MethodOffer], weight: int) -> list[tuple[Option, MethodOffer]]:
    """The offered ways with what they ask; whoever pays the stamp themselves comes last, as its price is not known."""
    by_method = {offer.method: offer for offer in offered}
    wanted = [Offer(offer.method, offer.price) for offer in offered]
    options = methods.options(offers=wanted, trip=Trip(weight_g=weight))
    pairs = [(option, by_method[option.method]) for option in options]
    return sorted(pairs, key=lambda pair: pair[1].own_postage)


def _marks(option: Option, offer: MethodOffer, offered: Sequence[MethodOffer]) -> list[Message]:
    """Cheapest is said only where every other price is known, or where nothing can be cheaper than free."""
    marks = []
    costs_more = any(other.own_postage or other.price > offer.price for other in offered)
    unknown = any(other.own_postage for other in offered)
    least = not any(other.price < offer.price for other in offered if not other.own_postage)
    if not offer.own_postage and costs_more and least and (offer.free or not unknown):
        marks.append(message("logistics-cheapest"))
    if option.easiest:
        marks.append(message("logistics-easiest"))
    return marks


def _price(offer: MethodOffer) -> Message:
    if offer.own_postage:
        return message("portal-way-own")
    return message("portal-way-price", amount=offer.price) if offer.price else message("portal-way-free")


def _co2e(option: Option) -> Message:
    if option.co2e.high_g == 0:
        return message("logistics-co2e-none")
    return message("logistics-co2e", low=option.co2e.low_g, high=option.co2e.high_g)


def _card(option: Option, offer: MethodOffer, marks: Sequence[Message], chosen: Chosen) -> WayCard:
    value = option.method.value
    return WayCard(
        value=value,
        title=option.title,
        place="",
        hours="",
        effort=option.effort,
        co2e=_co2e(option),
        price=_price(offer),
        marks=marks,
        icon=ICONS[option.method],
        chosen=chosen.method == value,
    )


def _store_card(
    option: Option, offer: MethodOffer, marks: Sequence[Message], place: DropOffPoint, chosen: Chosen
) -> WayCard:
    card = _card(option, offer, marks, chosen)
    address = place.address
    return replace(
        card,
        value=f"{Method.STORE.value} {place.handle}",
        title=said.plain(place.name),
        place=", ".join(part for part in (address.line1, f"{address.postcode} {address.city}".strip()) if part),
        hours=place.hours,
        chosen=card.chosen and chosen.store == place.handle,
    )
