"""Why: reasons as short cards that fit the goods, all of them optional where the law asks for none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from volte.kit.text import Message, message
from volte.kit.words import Fault
from volte.policy.rules.words import Openness
from volte.returns import considering
from volte.returns.considering import LineOutlook
from volte.returns.rules.request import LONGEST_COMMENT
from volte.runtime import tenancy
from volte.runtime.shop_settings import ShopSettings
from volte.web.portal import draft as drafts
from volte.web.portal import lines, proofs, said
from volte.web.portal.draft import SEALS, Choice, Draft
from volte.web.portal.guest import GuestRequest
from volte.web.portal.lines import Reason
from volte.web.portal.steps import offers, step


@dataclass(frozen=True, slots=True)
class ReasonCard:
    """One line with its questions. `fault_only`: a reason is needed, for only a fault brings it back."""

    line: str
    title: str
    detail: str
    picture: str
    choice: Choice
    reasons: Sequence[Reason]
    seal: bool
    fault_only: bool
    reason_error: Message | None = None
    seal_error: Message | None = None
    comment_error: Message | None = None

    @property
    def seal_whole(self) -> bool:
        return self.choice.seal == "whole"

    @property
    def seal_broken(self) -> bool:
        return self.choice.seal == "broken"

    @property
    def errors(self) -> list[tuple[str, Message]]:
        """Which question, and what is wrong with it."""
        found = (("reason", self.reason_error), ("seal", self.seal_error), ("comment", self.comment_error))
        return [(name, error) for name, error in found if error is not None]


@step
def reasons(request: GuestRequest, draft: Draft) -> HttpResponse:
    """Why each line comes back."""
    with tenancy.entered(request.shop.id):
        _, outlooks = considering.outlooks(order_id=request.order_id)
    known = {each.line.id: each for each in outlooks}
    settings = request.shop.settings
    if request.method == "POST":
        draft = replace(draft, choices=tuple(_answered(each, request.POST, settings) for each in draft.choices))
        cards = [_checked(card, settings) for card in _cards(request, draft, known)]
        if any(card.errors for card in cards):
            return _page(request, cards, status=422)
        drafts.keep(request, draft)
        asked = proofs.asked(offers(request, draft))
        return redirect("portal_proof" if asked else "portal_instead")
    return _page(request, _cards(request, draft, known))


def _page(request: GuestRequest, cards: Sequence[ReasonCard], *, status: int = 200) -> HttpResponse:
    found = [(f"{name}-{at}", error) for at, card in enumerate(cards) for name, error in card.errors]
    context = {"cards": cards, "faults": said.faults(found, request.language)}
    return render(request, "portal/reasons.html", context, status=status)


def _answered(choice: Choice, form: QueryDict, settings: ShopSettings) -> Choice:
    reason = form.get(f"reason-{choice.ref}", "")
    known = settings.reason(reason)
    seal = form.get(f"seal-{choice.ref}", choice.seal)
    return replace(
        choice,
        reason=reason if known is not None and not known.retired else "",
        seal=seal if seal in SEALS else "",
        comment=form.get(f"comment-{choice.ref}", choice.comment).strip(),
    )


def _cards(request: GuestRequest, draft: Draft, known: dict[str, LineOutlook]) -> list[ReasonCard]:
    return [_card(request, choice, known[choice.line]) for choice in draft.choices if choice.line in known]


def _card(request: GuestRequest, choice: Choice, outlook: LineOutlook) -> ReasonCard:
    line = outlook.line
    return ReasonCard(
        line=line.id,
        title=lines.title_of(line),
        detail=lines.detail_of(line),
        picture=lines.picture(line.image_url),
        choice=choice,
        reasons=lines.reasons(outlook, request.shop.settings, request.language, chosen=choice.reason),
        seal=lines.seal_matters(outlook.outlook.changed_mind),
        fault_only=outlook.outlook.openness is Openness.FAULT_ONLY,
    )


def _checked(card: ReasonCard, settings: ShopSettings) -> ReasonCard:
    """What is missing to decide: a fault where only a fault counts, the seal where it counts and nothing is broken."""
    reason = settings.reason(card.choice.reason)
    at_fault = reason is not None and reason.fault is not Fault.CUSTOMER
    if card.fault_only and not at_fault:
        card = replace(card, reason_error=message("portal-why-fault-needed", item=card.title))
    if card.seal and not at_fault and not card.choice.seal:
        card = replace(card, seal_error=message("portal-why-seal-needed", item=card.title))
    if len(card.choice.comment) > LONGEST_COMMENT:
        error = message("portal-comment-too-long", most=LONGEST_COMMENT, length=len(card.choice.comment))
        card = replace(card, comment_error=error)
    return card
