"""Bank transfers: what waits for one, the files made of them, and what the bank said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit import time
from volte.kit.errors import Refused
from volte.kit.money import Money, total
from volte.money import operations as money
from volte.money.rules import transfer
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.transfer import Batched, Rejection
from volte.money.transfers import making, queries
from volte.money.transfers.queries import WaitingView
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import books
from volte.runtime import clock, shop_settings, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.finance import frame


@dataclass(frozen=True, slots=True)
class Row:
    """One transfer with the number of its return, "" when it is none."""

    view: WaitingView
    number: str

    @property
    def sent(self) -> bool:
        return self.view.refund.status in (RefundStatus.MANUAL, RefundStatus.SUCCEEDED)


@access.staff_required(Permission.MONEY_BOOKS)
def page(request: here.StaffRequest) -> HttpResponse:
    """What waits, what cannot go into a file, and the files."""
    with tenancy.entered(request.shop.id):
        rows = _rows(queries.waiting())
        files = queries.batches()
        named = shop_settings.of_shop(request.shop.id).money.bank is not None
    ready = [row for row in rows if row.view.obstacle is None]
    amount: Money = total((row.view.refund.amount for row in ready), currency=transfer.CURRENCY)
    context: dict[str, Any] = {
        "ready": ready,
        "amount": amount,
        "by_hand": [row for row in rows if row.view.obstacle is not None],
        "files": files,
        "named": named,
        "today": time.local_date(clock.now(), request.shop.settings.timezone).isoformat(),
    }
    return frame.show(request, "transfers", part="transfers", **context)


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def make(request: here.StaffRequest) -> HttpResponse:
    """Everything that is ready goes into one file."""
    day = _day(request)
    if day is None:
        return _refused(request, texts.say("staff-transfers-no-day", request.language), reverse("staff_transfers"))
    try:
        made = making.make_batch(by=request.actor, execute_on=day)
    except Refused as refused:
        return _refused(request, texts.refusal(refused, request.language), reverse("staff_transfers"))
    return _said(request, "made", made.id, number=made.number)


@access.staff_required(Permission.MONEY_BOOKS)
def batch(request: here.StaffRequest, batch_id: UUID) -> HttpResponse:
    """One file: its transfers and what may happen to it."""
    with tenancy.entered(request.shop.id):
        view = queries.batch(batch_id=batch_id)
        rows = _rows(queries.transfers(batch_id=batch_id))
    context: dict[str, Any] = {
        "batch": view,
        "with_bank": view.status is Batched.MADE,
        "rows": rows,
        "reasons": [
            (each.value, texts.say(f"staff-transfers-reject-{each.value}", request.language)) for each in Rejection
        ],
        "today": time.local_date(clock.now(), request.shop.settings.timezone).isoformat(),
    }
    return frame.show(request, "batch", part="transfers", **context)


@access.staff_required(Permission.MONEY_BOOKS)
def file(request: here.StaffRequest, batch_id: UUID) -> HttpResponse:
    """The file for the bank, with names and accounts in it."""
    content = queries.file(by=request.actor, batch_id=batch_id)
    with tenancy.entered(request.shop.id):
        view = queries.batch(batch_id=batch_id)
        orders = {each.refund.order_id for each in queries.transfers(batch_id=batch_id)}
        looking.note_each(by=request.actor, what=What.ORDER, subject_ids=sorted(orders))
    response = HttpResponse(content, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="transfers-{view.number}.xml"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def execution(request: here.StaffRequest, batch_id: UUID) -> HttpResponse:
    """The bank has executed it on this day."""
    by, day = request.actor, _day(request)
    if day is None:
        said = texts.say("staff-transfers-no-day", request.language)
        return _refused(request, said, reverse("staff_transfer_batch", args=[batch_id]))
    return _acted(request, "executed", batch_id, lambda: making.record_execution(by=by, batch_id=batch_id, on=day))


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def cancellation(request: here.StaffRequest, batch_id: UUID) -> HttpResponse:
    """The bank does not get it."""
    by = request.actor
    return _acted(request, "cancelled", batch_id, lambda: making.cancel_batch(by=by, batch_id=batch_id))


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def rejection(request: here.StaffRequest, batch_id: UUID, refund_id: UUID) -> HttpResponse:
    """The bank sent one transfer back."""
    by, written = request.actor, request.POST.get("reason", "")
    reason = Rejection(written) if written in set(Rejection) else Rejection.MS03
    return _acted(
        request, "rejected", batch_id, lambda: making.record_rejection(by=by, refund_id=refund_id, reason=reason)
    )


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def payout(request: here.StaffRequest, refund_id: UUID) -> HttpResponse:
    """Somebody paid by hand what cannot go into a file."""
    try:
        money.record_payout(by=request.actor, refund_id=refund_id, reference=request.POST.get("reference", ""))
    except Refused as refused:
        return _refused(request, texts.refusal(refused, request.language), reverse("staff_transfers"))
    toasts.success(request, texts.say("staff-transfers-said-paid", request.language))
    return HttpResponseRedirect(reverse("staff_transfers"), status=HTTPStatus.SEE_OTHER)


def _rows(found: tuple[WaitingView, ...]) -> list[Row]:
    numbers: Mapping[UUID, str] = books.numbers([each.refund.subject_id for each in found])
    return [Row(each, numbers.get(each.refund.subject_id, "")) for each in found]


def _day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return None


def _acted(request: here.StaffRequest, done: str, batch_id: UUID, work: Callable[[], None]) -> HttpResponse:
    try:
        work()
    except Refused as refused:
        said = texts.refusal(refused, request.language)
        return _refused(request, said, reverse("staff_transfer_batch", args=[batch_id]))
    with tenancy.entered(request.shop.id):
        number = queries.batch(batch_id=batch_id).number
    return _said(request, done, batch_id, number=number)


def _said(request: here.StaffRequest, done: str, batch_id: UUID, *, number: int) -> HttpResponse:
    toasts.success(request, texts.say(f"staff-transfers-said-{done}", request.language, number=str(number)))
    return HttpResponseRedirect(reverse("staff_transfer_batch", args=[batch_id]), status=HTTPStatus.SEE_OTHER)


def _refused(request: here.StaffRequest, said: str, back: str) -> HttpResponse:
    toasts.error(request, said)
    return HttpResponseRedirect(back, status=HTTPStatus.SEE_OTHER)
