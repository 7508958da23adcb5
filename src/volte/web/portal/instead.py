"""Instead: what the shopper gets for each item, best for them first, with exact amounts. Nothing is chosen for them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from volte.catalogue.rules.product import Variant
from volte.kit.money import Money
from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.money import lasting
from volte.money.rules.credit import Lasting
from volte.policy.rules.decision import ResolutionOffer
from volte.returns.offers import ItemOffer, VariantOffer
from volte.web.portal import draft as drafts
from volte.web.portal import lines, promises, said
from volte.web.portal.draft import Choice, Draft
from volte.web.portal.guest import GuestRequest
from volte.web.portal.steps import offers, step

# In the order that is best for the shopper.
ICONS = {
    Resolution.EXCHANGE: "swap",
    Resolution.REPLACEMENT: "turn",
    Resolution.REPAIR: "repair",
    Resolution.CREDIT: "credit",
    Resolution.REFUND: "card",
    Resolution.PRICE_REDUCTION: "heart",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to get. `value` is what the form sends: a resolution, for an exchange with its variant."""

    value: str
    title: Message
    detail: Message | None
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class InsteadCard:
    """What one line may become. A refused one has no ways, but a sentence and perhaps a hint."""

    ref: str
    title: str
    detail: str
    picture: str
    quantity: int
    variants: Sequence[Way]
    more_variants: Sequence[Way]
    others: Sequence[Way]
    exchange_note: Message | None
    ways: Sequence[Way]
    sentence: Message
    hint: Message | None
    refused: bool
    unanswered: bool = False

    @property
    def more_open(self) -> bool:
        return any(way.chosen for way in self.more_variants)

    @property
    def others_open(self) -> bool:
        return any(way.chosen for way in self.others)


@step
def instead(request: GuestRequest, draft: Draft) -> HttpResponse:
    """What comes back for each line."""
    return page(request, draft)


def page(request: GuestRequest, draft: Draft, *, gone: bool = False) -> HttpResponse:
    """The step; `gone`: what was chosen is not to be had any more, so it is asked again."""
    found = offers(request, draft)
    if not found.open_items:
        return redirect("portal_check")
    settings, zone = request.shop.settings, request.shop.settings.timezone
    if request.method == "POST" and not gone:
        pairs = zip(found.items, draft.choices, strict=True)
        draft = replace(draft, choices=tuple(_answered(item, choice, request.POST) for item, choice in pairs))
        drafts.keep(request, draft)
        refused = {item.line.id for item in found.items if item.refused}
        if all(choice.resolution or choice.line in refused for choice in draft.choices):
            return redirect("portal_way")
    lasts = lasting.months(settings=settings, country=found.order.country)
    cards = [_card(item, draft.choice(item.line.id), lasts, zone) for item in found.items]
    unanswered = request.method == "POST" or gone
    if unanswered:
        cards = [replace(card, unanswered=_open(card)) for card in cards]
    status = 409 if gone else 422 if unanswered else 200
    found_faults = [
        (f"instead-{at}", message("portal-instead-needed", item=card.title))
        for at, card in enumerate(cards)
        if card.unanswered
    ]
    context = {
        "cards": cards,
        "gone": gone,
        "faults": said.faults(found_faults, request.language),
        "outbound": found.outbound,
    }
    return render(request, "portal/instead.html", context, status=status)


def _open(card: InsteadCard) -> bool:
    ways = (*card.variants, *card.more_variants, *card.others, *card.ways)
    return not card.refused and not any(way.chosen for way in ways)


def _answered(item: ItemOffer, choice: Choice, form: QueryDict) -> Choice:
    """The choice for one line, when it is among what was offered; else none."""
    kind, _, sku = form.get(f"instead-{choice.ref}", "").partition(" ")
    open_again = replace(choice, resolution="", exchange_sku="")
    offered = {offer.resolution.value for offer in item.decision.resolutions}
    if item.refused or kind not in offered:
        return open_again
    if kind != Resolution.EXCHANGE.value:
        return replace(choice, resolution=kind, exchange_sku="")
    return replace(choice, resolution=kind, exchange_sku=sku) if item.instead(sku=sku) else open_again


def _card(item: ItemOffer, choice: Choice | None, lasts: Lasting, zone: str) -> InsteadCard:
    line, decision = item.line, item.decision
    near, far = _near_and_far(item)
    return InsteadCard(
        ref=line.line_id.hex,
        title=lines.title_of(line),
        detail=lines.detail_of(line),
        picture=lines.picture(line.image_url),
        quantity=item.wanted.quantity,
        variants=[_variant_way(offer, item, choice) for offer in near],
        more_variants=[_variant_way(offer, item, choice) for offer in far],
        others=[_variant_way(offer, item, choice) for offer in item.others],
        exchange_note=promises.sent_when(decision.refund.trigger) if near or far or item.others else None,
        ways=[
            _way(offer, item, choice, lasts, zone)
            for offer in _best_first(decision.resolutions)
            if offer.resolution is not Resolution.EXCHANGE
        ],
        sentence=decision.sentence,
        hint=decision.hint,
        refused=item.refused,
    )


_BEST = tuple(ICONS)
# Reasons of the default set (docs/reference) that say in which direction another size would help.
_HELPFUL = {"too-small": True, "too-large": False}


def _best_first(offers: Sequence[ResolutionOffer]) -> list[ResolutionOffer]:
    return sorted(offers, key=lambda offer: _BEST.index(offer.resolution))


def _near_and_far(item: ItemOffer) -> tuple[list[VariantOffer], list[VariantOffer]]:
    """Other sizes of the same thing first; other colours and the rest folded away behind them."""
    near: list[VariantOffer] = []
    far: list[VariantOffer] = []
    for offer in item.variants:
        (near if _same_but_size(item, offer) else far).append(offer)
    helpful = _HELPFUL.get(item.wanted.reason)
    if helpful is not None:
        near = _nearest_first(near, larger=helpful)
    return (near, far) if near else (far, [])


def _nearest_first(offers: Sequence[VariantOffer], *, larger: bool) -> list[VariantOffer]:
    """The sizes that help, from the next one on, then those of the other side, from the next one on."""
    above = [offer for offer in offers if offer.larger]
    below = [offer for offer in reversed(offers) if not offer.larger]
    return above + below if larger else below + above


def _same_but_size(item: ItemOffer, offer: VariantOffer) -> bool:
    others = {**item.options, **offer.variant.options}.keys() - {"size"}
    return all(item.options.get(name) == offer.variant.options.get(name) for name in others)


def _variant_way(offer: VariantOffer, item: ItemOffer, choice: Choice | None) -> Way:
    chosen = choice is not None and choice.resolution == "exchange" and choice.exchange_sku == offer.variant.sku
    return Way(
        value=f"{Resolution.EXCHANGE.value} {offer.variant.sku}",
        title=said.plain(variant_name(offer, item)),
        detail=_difference(offer.difference),
        icon="",
        chosen=chosen,
    )


def variant_name(offer: VariantOffer, item: ItemOffer) -> str:
    """What is different about it, in one breath; of another colour its size too, or nobody knows which it is. Another
    article goes by its name."""
    options = offer.variant.options
    if offer.variant.product != item.line.product:
        return full_name(offer.variant)
    if not _same_but_size(item, offer):
        return ", ".join(value for value in options.values() if value) or offer.variant.title
    differing = [value for name, value in options.items() if value and item.options.get(name) != value]
    return ", ".join(differing) or ", ".join(options.values()) or offer.variant.title


def full_name(variant: Variant) -> str:
    """An article with the options its title does not say. Never a SKU."""
    title = _spaced(variant.title)
    return ", ".join(
        [variant.title, *(value for value in variant.options.values() if value and _spaced(value) not in title)]
    )


def _spaced(written: str) -> str:
    """Whole words, however they are separated: "sky blue" stands in "Dress, Sky blue", "M" does not in "Maison"."""
    return f" {' '.join(written.lower().replace(',', ' ').split())} "


def of_item(variant: Variant | None, *, product: str) -> str:
    """What comes in exchange for an article of `product`: its options, or the name of another article; "" unknown."""
    if variant is None:
        return ""
    return ", ".join(variant.options.values()) if variant.product == product else full_name(variant)


def _difference(difference: Money) -> Message | None:
    if difference.amount > 0:
        return message("portal-instead-pays", amount=difference)
    if difference.amount < 0:
        return message("portal-instead-gets", amount=-difference)
    return None


def _way(offer: ResolutionOffer, item: ItemOffer, choice: Choice | None, lasts: Lasting, zone: str) -> Way:
    kind = offer.resolution
    title, detail = _words(offer, item, lasts, zone)
    alone = len(item.decision.resolutions) == 1
    chosen = alone or (choice is not None and choice.resolution == kind.value)
    return Way(kind.value, title, detail, ICONS[kind], chosen)


def _words(offer: ResolutionOffer, item: ItemOffer, lasts: Lasting, zone: str) -> tuple[Message, Message | None]:
    trigger = item.decision.refund.trigger
    match offer.resolution:
        case Resolution.REFUND:
            return message("portal-instead-refund", amount=item.worth), promises.refund_when(item.decision, zone=zone)
        case Resolution.CREDIT if offer.bonus is not None:
            bonus = offer.bonus.of(item.worth)
            return message("portal-instead-credit", amount=item.worth + bonus), _lasting(bonus, lasts)
        case Resolution.CREDIT:
            return message("portal-instead-credit", amount=item.worth), _lasting(None, lasts)
        case Resolution.REPLACEMENT | Resolution.REPAIR:
            return message(f"portal-instead-{offer.resolution.value}"), promises.sent_when(trigger)
        case Resolution.PRICE_REDUCTION:
            return message("portal-instead-price-reduction"), message("portal-instead-price-reduction-detail")
        case Resolution.EXCHANGE:
            return message("portal-instead-exchange"), None
        case _:
            assert_never(offer.resolution)


def _lasting(bonus: Money | None, lasts: Lasting) -> Message:
    """Until when a credit is worth something, as the law of the order's country has it; what the shop adds may end
    before the rest."""
    ever = "-ever" if lasts.months is None else ""
    known: dict[str, Any] = {} if lasts.months is None else {"months": lasts.months}
    if bonus is None:
        return message(f"portal-instead-credit-plain{ever}", **known)
    if lasts.bonus_months is not None:
        known |= {"bonus": bonus, "own": lasts.bonus_months}
        return message(f"portal-instead-credit-bonus-sooner{ever}", **known)
    return message("portal-instead-credit-bonus", bonus=bonus, **known)
