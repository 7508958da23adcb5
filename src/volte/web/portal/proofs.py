"""A photo or a few words, asked only where they decide something, and it is said what for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict

from volte.kit.errors import Refused
from volte.kit.text import Message, message
from volte.policy.rules.words import Evidence, Verdict
from volte.returns.offers import ItemOffer, Offers
from volte.returns.rules.request import LONGEST_COMMENT
from volte.runtime import tenancy
from volte.web.portal import draft as drafts
from volte.web.portal import lines, said
from volte.web.portal.draft import Choice, Draft
from volte.web.portal.guest import GuestRequest
from volte.web.portal.steps import offers, step
from volte.web.shared.uploads import MEGABYTES, MOST_PHOTOS, keep_photos


@dataclass(frozen=True, slots=True)
class ProofCard:
    """What is asked for one line. `sentence` says what and what for."""

    line: str
    title: str
    detail: str
    picture: str
    sentence: Message | None
    choice: Choice
    wants: frozenset[Evidence]
    photo_error: Refused | Message | None = None
    comment_error: Message | None = None

    @property
    def wants_photo(self) -> bool:
        return Evidence.PHOTO in self.wants

    @property
    def wants_words(self) -> bool:
        return bool(self.wants - {Evidence.PHOTO})

    @property
    def room(self) -> int:
        return max(0, MOST_PHOTOS - len(self.choice.photos))

    @property
    def errors(self) -> list[tuple[str, Refused | Message]]:
        """Which question, and what is wrong with it."""
        found = (("photos", self.photo_error), ("comment", self.comment_error))
        return [(name, error) for name, error in found if error is not None]


def asked(found: Offers) -> bool:
    """Is something still to be shown before the rules can answer?"""
    return any(item.decision.verdict is Verdict.NEEDS_EVIDENCE for item in found.items)


@step
def proof(request: GuestRequest, draft: Draft) -> HttpResponse:
    """Photos and words where they are asked for. They may come later: the request then waits for them."""
    wanted = _wanted(offers(request, draft))
    if request.method != "POST":
        cards = [_card(each, draft) for each in wanted]
        return _page(request, cards) if cards else redirect("portal_instead")
    draft, photo_errors = _taken(request, draft, {item.line.id for item in wanted})
    comment_errors = {choice.line: _too_long(choice.comment) for choice in draft.choices}
    if not any(comment_errors.values()):
        drafts.keep(request, draft)
        if any(name.startswith("remove-") for name in request.POST):
            return redirect("portal_proof")
        wanted = _wanted(offers(request, draft))
    cards = [
        replace(
            _card(each, draft),
            photo_error=photo_errors.get(each.line.id),
            comment_error=comment_errors.get(each.line.id),
        )
        for each in wanted
    ]
    if "later" not in request.POST:
        cards = [_complete(card) for card in cards]
    if any(card.errors for card in cards):
        return _page(request, cards, status=422)
    return redirect("portal_instead")


def _wanted(found: Offers) -> list[ItemOffer]:
    """Items of which something is asked, whether or not a part of it was handed in already."""
    return [item for item in found.items if item.decision.verdict is Verdict.NEEDS_EVIDENCE or item.wanted.photos]


def _taken(
    request: GuestRequest, draft: Draft, asked_for: Collection[str]
) -> tuple[Draft, dict[str, Refused | Message | None]]:
    """The draft with what this form brought, and why a photo of a line was not taken."""
    files: MultiValueDict[str, UploadedFile[Any]] = request.FILES
    choices, errors = [], {}
    for choice in draft.choices:
        if choice.line not in asked_for:
            choices.append(choice)
            continue
        removed = {digest for digest in choice.photos if f"remove-{choice.ref}-{digest}" in request.POST}
        left = [digest for digest in choice.photos if digest not in removed]
        with tenancy.entered(request.shop.id):
            kept = keep_photos(
                files.getlist(f"photos-{choice.ref}"), room=MOST_PHOTOS - len(left), who=str(request.guest.order_id)
            )
        # A browser that went back may send the removed photo along once more.
        fresh = [digest for digest in kept.digests if digest not in removed]
        comment = request.POST.get(f"comment-{choice.ref}", choice.comment).strip()
        choices.append(replace(choice, photos=tuple(dict.fromkeys((*left, *fresh))), comment=comment))
        errors[choice.line] = kept.refused
    return replace(draft, choices=tuple(choices)), errors


def _complete(card: ProofCard) -> ProofCard:
    """Going on with nothing shown is possible, but chosen by its own button."""
    if card.wants_photo and not card.choice.photos and card.photo_error is None:
        card = replace(card, photo_error=message("portal-proof-photo-missing", item=card.title))
    if card.wants_words and not card.choice.comment:
        card = replace(card, comment_error=message("portal-proof-words-missing", item=card.title))
    return card


def _too_long(comment: str) -> Message | None:
    if len(comment) <= LONGEST_COMMENT:
        return None
    return message("portal-comment-too-long", most=LONGEST_COMMENT, length=len(comment))


def _card(item: ItemOffer, draft: Draft) -> ProofCard:
    choice = draft.choice(item.line.id)
    assert choice is not None, "offers are made for the draft's own lines"
    wants = frozenset(item.decision.evidence)
    return ProofCard(
        line=item.line.id,
        title=lines.title_of(item.line),
        detail=lines.detail_of(item.line),
        picture=lines.picture(item.line.image_url),
        sentence=item.decision.sentence if item.decision.verdict is Verdict.NEEDS_EVIDENCE else None,
        choice=choice,
        wants=wants | ({Evidence.PHOTO} if choice.photos else frozenset()),
    )


def _page(request: GuestRequest, cards: list[ProofCard], *, status: int = 200) -> HttpResponse:
    found = [(f"{name}-{at}", error) for at, card in enumerate(cards) for name, error in card.errors]
    context = {
        "cards": [(card, said.words(card.photo_error, request.language)) for card in cards],
        "megabytes": MEGABYTES,
        "open": any(card.sentence is not None for card in cards),
        "faults": said.faults(found, request.language),
    }
    return render(request, "portal/proof.html", context, status=status)
