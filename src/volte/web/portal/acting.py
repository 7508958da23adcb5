"""What a guest may still do with a return: call it off, show what was asked for, write to a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_POST

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, NotFound, Refused
from volte.kit.text import message
from volte.returns import operations
from volte.returns.rules.feedback import SCORES
from volte.returns.rules.lifecycle import Act
from volte.returns.rules.request import LONGEST_COMMENT
from volte.runtime import tenancy, throttle
from volte.web.portal import following, progress, said
from volte.web.portal.guest import GuestRequest, guest_required, holder_required
from volte.web.shared import refusals
from volte.web.shared.uploads import MOST_PHOTOS, keep_photos


@holder_required
def cancellation(request: GuestRequest, *, number: str) -> HttpResponse:
    """GET says what it means, POST does it."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    if request.method == "POST":
        operations.cancel(by=request.guest, return_id=view.id)
        return redirect("portal_return", number=view.number)
    if Act.CANCEL not in view.next_acts:
        return redirect("portal_return", number=view.number)
    items = [progress.item_row(item) for item in view.items]
    return render(request, "portal/cancellation.html", {"view": view, "items": items})


# A conversation, not a flood.
WRITES = 30
WITHIN = timedelta(hours=1)


@require_POST
@holder_required
def question(request: GuestRequest, *, number: str) -> HttpResponse:
    """A message that reaches a person."""

    def ask(return_id: UUID, written: str) -> None:
        operations.ask(by=request.guest, return_id=return_id, text=written)

    return _write(request, number, "text", ask)


@require_POST
@holder_required
def appeal(request: GuestRequest, *, number: str) -> HttpResponse:
    """A person shall look at a refusal again."""

    def ask(return_id: UUID, written: str) -> None:
        operations.appeal(by=request.guest, return_id=return_id, why=written)

    return _write(request, number, "why", ask)


def _write(request: GuestRequest, number: str, field: str, send: Callable[[UUID, str], None]) -> HttpResponse:
    """To the conversation it stands in, or back to the page with what was typed and what was wrong with it."""
    written = request.POST.get(field, "")
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    count(request, view.number)
    try:
        send(view.id, written)
    except Invalid as error:
        wrong = {field: said.words(error, request.language), f"{field}_typed": written[:20_000]}
        return following.show(request, number, errors=wrong, status=int(refusals.status_of(error)))
    return redirect(f"{reverse('portal_return', kwargs={'number': view.number})}#conversation")


@require_POST
@holder_required
def feedback(request: GuestRequest, *, number: str) -> HttpResponse:
    """An answer, or a changed one."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    count(request, view.number)
    score, comment = request.POST.get("score", ""), request.POST.get("comment", "")
    chosen = int(score) if score in {str(one) for one in SCORES} else None
    typed = {"score-typed": str(chosen or ""), "opinion-typed": comment[:20_000]}
    if chosen is None:
        missing = {"score": said.words(message("portal-feedback-choose"), request.language)}
        return following.show(request, number, errors={**typed, **missing}, status=422)
    try:
        operations.give_feedback(by=request.guest, return_id=view.id, score=chosen, comment=comment)
    except Invalid as error:
        wrong = {**typed, "opinion": said.words(error, request.language)}
        return following.show(request, number, errors=wrong, status=int(refusals.status_of(error)))
    except Conflict:
        # Too late, or answered for good: the page says how it stands.
        return redirect("portal_return", number=view.number)
    return redirect(f"{reverse('portal_return', kwargs={'number': view.number})}#feedback")


@require_POST
@guest_required
def payment(request: GuestRequest, *, number: str) -> HttpResponse:
    """To the page where the difference of an exchange is paid; back to the return with a sentence when there is
    nothing to pay, or nobody to take it."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    count(request, view.number)
    try:
        page = operations.pay_difference(by=request.guest, return_id=view.id)
    except Refused as error:
        told = {"payment": said.words(error, request.language)}
        return following.show(request, number, errors=told, status=int(refusals.status_of(error)))
    return redirect(page.url)


@require_POST
@guest_required
def hold(request: GuestRequest, *, number: str) -> HttpResponse:
    """To the page where the customer agrees that money is held on their card, so that the exchange leaves first; back
    to the return with a sentence when that cannot be."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    count(request, view.number)
    try:
        page = operations.place_hold(by=request.guest, return_id=view.id)
    except Refused as error:
        told = {"first": said.words(error, request.language)}
        return following.show(request, number, errors=told, status=int(refusals.status_of(error)))
    return redirect(page.url)


@require_POST
@guest_required
def money_instead(request: GuestRequest, *, number: str) -> HttpResponse:
    """Rather than pay what the exchange costs more: the money for what came back."""
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
    count(request, view.number)
    try:
        operations.give_up_exchange(by=request.guest, return_id=view.id)
    except Refused as error:
        told = {"payment": said.words(error, request.language)}
        return following.show(request, number, errors=told, status=int(refusals.status_of(error)))
    return redirect("portal_return", number=view.number)


@require_POST
@holder_required
def evidence(request: GuestRequest, *, number: str) -> HttpResponse:
    """What was asked for, for one item."""
    item_id = ids.parse("itm", request.POST.get("item", ""))
    if item_id is None:
        raise NotFound("item_unknown")
    comment = request.POST.get("comment", "").strip()
    if len(comment) > LONGEST_COMMENT:
        error = message("portal-comment-too-long", most=LONGEST_COMMENT, length=len(comment))
        return _again(request, number, {"comment": said.words(error, request.language)}, status=422)
    count(request, ids.tidy_number(number))
    try:
        view_number = _send(request, number, item_id, comment)
    except Conflict:
        # Sent before, or decided meanwhile: the page says where it stands.
        return redirect("portal_return", number=number)
    except Refused as error:
        status = int(refusals.status_of(error))
        return _again(request, number, {"photos": said.words(error, request.language)}, status=status)
    return redirect("portal_return", number=view_number)


def _again(request: GuestRequest, number: str, errors: dict[str, str], *, status: int) -> HttpResponse:
    """The page with what was typed for this item, and what was wrong with it."""
    typed = {"item": request.POST.get("item", ""), "typed": request.POST.get("comment", "")}
    return following.show(request, number, errors={**typed, **errors}, status=status)


def count(request: GuestRequest, number: str) -> None:
    """One more thing somebody wrote about this return; refuses a flood."""
    who = f"{request.shop.id.hex} {number}"
    throttle.count(what="portal-write", who=who, limit=WRITES, within=WITHIN)


def _send(request: GuestRequest, number: str, item_id: UUID, comment: str) -> str:
    files: MultiValueDict[str, UploadedFile[Any]] = request.FILES
    with tenancy.entered(request.shop.id):
        view = following.own_return(request, number)
        kept = keep_photos(files.getlist("photos"), room=MOST_PHOTOS, who=str(request.guest.order_id))
        if isinstance(kept.refused, Refused):
            raise kept.refused
        operations.add_evidence(
            by=request.guest, return_id=view.id, item_id=item_id, comment=comment, photos=kept.digests
        )
        return view.number
