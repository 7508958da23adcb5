"""Do the books hold together? What the last look at all of them found, each with what it means and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.contrib import messages as toasts
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit import time
from volte.kit.errors import Refused
from volte.money import operations, verifications
from volte.money.verifications import FaultView, VerificationView
from volte.runtime import clock, formats, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.finance import frame

_SHOWN, _CLOSED, _NIGHTS = 20, 20, 14
_MORNING = 8
# What is to be done about a finding; everything else is about entries.
_DO = {
    **dict.fromkeys(("payment_committed", "payment_above_captured", "promise_without_means"), "payments"),
    **dict.fromkeys(
        ("refund_on_credit", "page_paid", "transfers_batched", "difference_paid", "hold_taken"), "payments"
    ),
    **dict.fromkeys(("refunds_payable", "gateway_paid", "bank_paid", "customer_receivable"), "sums"),
    **dict.fromkeys(("credit_liability", "credit_bonus_liability"), "sums"),
    **dict.fromkeys(("credit_movement", "credit_balance", "credit_books"), "credits"),
    **dict.fromkeys(("credit_note_numbers", "credit_note_days"), "notes"),
    **dict.fromkeys(("credit_note_total", "credit_note_rows"), "notes"),
    "credit_note_missing": "missing",
}
# Causes before what follows from them.
_ORDER = ("entries", "payments", "credits", "notes", "missing", "sums")


@dataclass(frozen=True, slots=True)
class Said:
    """The state of the books in a notice: a meaning, a title, and what is behind it."""

    meaning: str
    title: str
    more: str
    found: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: amounts, numbers (of notes, of entries), or neither where both sides are the same."""

    view: FaultView
    money: bool
    numbers: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind, with what they mean and what to do about them."""

    what: str
    title: str
    advice: str
    rows: tuple[Row, ...]
    more: int


@access.staff_required(Permission.MONEY_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """What does not add up, what did not, and the last nights."""
    with tenancy.entered(request.shop.id):
        said = state(request)
        found = verifications.faults()
        closed = verifications.closed(limit=_CLOSED)
        looks = verifications.looks(limit=_NIGHTS)
        running = verifications.under_way() is not None
    return frame.show(
        request,
        "books",
        part="books",
        said=said,
        groups=groups(found, request.language),
        closed=[(title(one.what, request.language), one) for one in closed],
        looks=[(one, *_result(one, request.language)) for one in looks],
        running=running,
        may_act=Permission.MONEY_BOOKS in request.actor.permissions,
    )


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def check(request: here.StaffRequest) -> HttpResponse:
    """Have all books added up again now."""
    try:
        operations.begin_verification(by=request.actor)
    except Refused as refused:
        toasts.error(request, texts.refusal(refused, request.language))
    else:
        toasts.success(request, texts.say("staff-books-begun", request.language))
    return HttpResponseRedirect(reverse("staff_finance_books"), status=HTTPStatus.SEE_OTHER)


def state(request: here.StaffRequest) -> Said:
    """How the books stood when they were last looked at. Asked inside the entered shop."""
    last, found = verifications.last(), verifications.open_count()
    language, zone = request.language, request.shop.settings.timezone
    if last is None or last.finished_at is None:
        return _said("wait", "never", language)
    when = _when(last.finished_at, zone, language)
    if found:
        return _said("stop", "broken", language, count=found, when=when)
    if clock.now() - last.finished_at > verifications.SILENT:
        moment = formats.moment(last.finished_at, language, zone)
        return _said("act", "silent", language, when=moment)
    if last.missed:
        names = ", ".join(one.replace("_", " ") for one in last.missed)
        return _said("act", "missed", language, when=when, count=len(last.missed), names=names)
    return _said("good", "in-order", language, when=when, entries=last.entries)


def groups(found: Sequence[FaultView], language: str) -> list[Group]:
    """By kind, causes first."""
    by_kind: dict[str, list[FaultView]] = {}
    for one in found:
        by_kind.setdefault(one.what, []).append(one)
    return [
        Group(
            what=what,
            title=title(what, language),
            advice=texts.say(f"staff-books-do-{_DO.get(what, _ORDER[0])}", language),
            rows=tuple(map(_row, ones[:_SHOWN])),
            more=max(0, len(ones) - _SHOWN),
        )
        for what, ones in sorted(by_kind.items(), key=lambda kind: _ORDER.index(_DO.get(kind[0], _ORDER[0])))
    ]


def title(what: str, language: str) -> str:
    """What it means that this was found."""
    return texts.say(f"staff-books-what-{what.replace('_', '-')}", language)


def _said(meaning: str, name: str, language: str, **about: int | str) -> Said:
    first = texts.say(f"staff-books-{name}", language, **about)
    more = texts.say(f"staff-books-{name}-more", language, **about)
    return Said(meaning, first, more, found=int(about["count"]) if name == "broken" else 0)


def _when(at: datetime, zone: str, language: str) -> str:
    hour = formats.hour(at, language, zone)
    night = time.local_date(at, zone) == time.local_date(clock.now(), zone) and int(hour[:2]) < _MORNING
    if night:
        return texts.say("staff-books-last-night", language, hour=hour)
    return texts.say("staff-books-on", language, moment=formats.moment(at, language, zone))


def _row(one: FaultView) -> Row:
    differs, no_money = one.books != one.rows, one.books.currency in ("", "XXX")
    return Row(one, money=differs and not no_money, numbers=differs and no_money)


def _result(one: VerificationView, language: str) -> tuple[str, str]:
    if one.found:
        return "stop", texts.say("staff-books-look-found", language, count=one.found)
    if one.missed:
        return "act", texts.say("staff-books-look-missed", language)
    return "good", texts.say("staff-books-look-good", language)
