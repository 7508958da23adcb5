"""Then: one page that says where the return stands, what happens next, by when, and who must act."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from volte.catalogue import queries as catalogue
from volte.kit import time
from volte.kit.errors import NotFound
from volte.kit.words import Method
from volte.logistics import labelling
from volte.logistics.rules import parcel as parcels
from volte.logistics.rules.methods import EFFORTS, LabelNeed
from volte.messages import queries as messages
from volte.money import queries as money
from volte.money.notes import queries as notes
from volte.money.rules import outcomes
from volte.returns import queries as returns
from volte.returns import ways as returns_ways
from volte.returns.operations import ways as choosing
from volte.returns.operations import withdrawing
from volte.returns.rules.lifecycle import APPEAL_ANSWERED_WITHIN, Act, Appeal, Status, Verdict
from volte.returns.views import ReturnView, StepView
from volte.runtime import files, tenancy
from volte.runtime.actor import Actor
from volte.runtime.shop_settings import words
from volte.web.portal import clocks, money_back, opinion, paying, progress, results, sent_first, taken_off
from volte.web.portal import draft as drafts
from volte.web.portal.guest import GuestRequest, guest_required, holder_required
from volte.web.shared.uploads import MEGABYTES, MOST_PHOTOS

_SHUT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_PHOTO_LASTS = "private, max-age=86400"


def own_return(request: GuestRequest, number: str) -> ReturnView:
    """The return with this number, when it is the guest's: of their order, or of their gift; else refuses
    `return_unknown`."""
    found = returns.by_number(number=number)
    if found is None or (found.order_id, found.gift_id) != (request.order_id, request.gift_id):
        raise NotFound("return_unknown")
    if request.gift_id is not None and found.id not in request.own:
        raise NotFound("return_unknown")
    return found


@holder_required
def page(request: GuestRequest, *, number: str) -> HttpResponse:
    """The page of one return."""
    with tenancy.entered(request.shop.id):
        view = own_return(request, number)
    paying.learn(request, view)
    sent_first.learn(request, view)
    return show(request, number)


def show(
    request: GuestRequest, number: str, *, errors: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    """The page, perhaps with what was typed into a box of it and what was wrong with that."""
    settings = request.shop.settings
    with tenancy.entered(request.shop.id):
        view = own_return(request, number)
        steps = returns.timeline(return_id=view.id)
        settlements = returns.settlements(return_id=view.id)
        promised = money.promises(subject_id=view.id)
        back = money_back.asked(view, promised)
        conversation = messages.conversation(subject_id=view.id)
        question = opinion.asked(view, errors or {})
        due = clocks.deadlines(view)
        first = sent_first.told(request, view)
        # That of a gift corrects the buyer's purchase.
        named = settings.entity is not None and bool(settlements) and view.gift_id is None
        papers = notes.of_subject(subject_id=view.id) if named else ()
        wanted = {
            item.exchange_sku: catalogue.variant(sku=item.exchange_sku) for item in view.items if item.exchange_sku
        }
    reached = outcomes.reached(refund.status for promise in promised for refund in promise.refunds)
    payment = paying.told(request, view, promised, by_card=sent_first.is_held(first))
    context = {
        "view": view,
        "payment": payment,
        "first": first,
        "money_back": back,
        "headline": sent_first.headline(first, view, steps, due=payment.due, reached=reached),
        "items": [progress.item_row(item, wanted.get(item.exchange_sku)) for item in view.items],
        "moments": progress.moments(view, steps, due=payment.due, reached=reached),
        "results": results.results(view, settlements, promised, variants=wanted, zone=settings.timezone),
        "expected": results.expected(view, zone=settings.timezone) if not settlements else None,
        "handing_over": view.status is Status.APPROVED and view.parcel_id is not None,
        "printless": EFFORTS[view.method].label is LabelNeed.CODE,
        "packs": view.method is not Method.STORE,
        "packing": words(settings.packing, request.language),
        "place": settings.location(view.store) if view.store else None,
        "hours": progress.hours(settings, view, request.language),
        "spaced": parcels.spaced(view.parcel_code) if view.parcel_code else "",
        "destination": settings.receiving_location(),
        "notes": [note for note in papers if note.pdf],
        "deadlines": due,
        "conversation": conversation,
        "proofs": _proofs(view),
        "question": question,
        "other_ways": len(returns_ways.to_choose(view=view)) > 1,
        "to_choose": _is_to_choose(view, steps),
        "can_cancel": Act.CANCEL in view.next_acts and not sent_first.is_held(first),
        "can_appeal": Act.APPEAL in view.next_acts,
        "taken_off": taken_off.rows(view),
        "appeal_by": _appeal_by(view, settings.timezone),
        "errors": errors or {},
        "most": MOST_PHOTOS,
        "megabytes": MEGABYTES,
    }
    response = render(request, "portal/return.html", context, status=status)
    if payment.due is not None or (first is not None and first.how is sent_first.How.OFFERED):
        paying.let_forms_go(response)
    return response


def _is_to_choose(view: ReturnView, steps: Sequence[StepView]) -> bool:
    """A withdrawal opened it by itself, and nobody was asked yet how it travels."""
    return view.channel == withdrawing.CHANNEL and not any(step.what == choosing.CHOSEN for step in steps)


def _appeal_by(view: ReturnView, zone: str) -> date | None:
    """Until when a person will have looked again."""
    waits = view.appeal is Appeal.OPEN and view.appealed_at is not None
    return time.local_date(view.appealed_at + APPEAL_ANSWERED_WITHIN, zone) if waits and view.appealed_at else None


@holder_required
def label(request: GuestRequest, *, number: str) -> HttpResponse:
    """The label as a PDF."""
    with tenancy.entered(request.shop.id):
        view = own_return(request, number)
    if view.parcel_id is None:
        raise NotFound("parcel_unknown")
    content = labelling.make_label(by=Actor.system(request.shop.id), parcel_id=view.parcel_id)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{view.number}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@guest_required
def note(request: GuestRequest, *, number: str, note: str) -> HttpResponse:
    """The credit note of this return as a PDF, once it is set in type."""
    with tenancy.entered(request.shop.id):
        view = own_return(request, number)
        found = next((one for one in notes.of_subject(subject_id=view.id) if one.public == note and one.pdf), None)
        if found is None:
            raise NotFound("credit_note_unknown")
        content = notes.content(digest=found.pdf)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.number}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@holder_required
def photo(request: GuestRequest, *, digest: str) -> HttpResponse:
    """A photo of this guest's own: of their draft, of a return of their order, or shown in its conversation."""
    with tenancy.entered(request.shop.id):
        if not _may_see(request, digest):
            raise NotFound("file_unknown")
        about, content = files.about(digest), files.read(digest)
    response = HttpResponse(content, content_type=about.media_type)
    response["Cache-Control"] = _PHOTO_LASTS
    response["Content-Security-Policy"] = _SHUT
    return response


def _may_see(request: GuestRequest, digest: str) -> bool:
    if request.gift_id is not None:
        views = [returns.by_id(return_id=one) for one in request.own]
    elif any(digest in choice.photos for choice in drafts.load(request).choices):
        return True
    else:
        views = returns.of_order(order_id=request.order_id)
    if any(digest in (*item.photos, *item.photos_of_wear) for view in views for item in view.items):
        return True
    return any(messages.holds(subject_id=view.id, digest=digest) for view in views)


def _proofs(view: ReturnView) -> list[progress.ItemRow]:
    """Items that wait for something to be shown."""
    if Act.SEND_EVIDENCE not in view.next_acts:
        return []
    return [progress.item_row(item) for item in view.items if item.verdict is Verdict.NEEDS_EVIDENCE]
