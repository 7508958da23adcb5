"""The books as files, and the days that are closed for good."""

from http import HTTPStatus

from django import forms
from django.contrib import messages as toasts
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit import time
from volte.kit.errors import Refused
from volte.money import operations
from volte.returns import books
from volte.runtime import clock, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, csv_files, here
from volte.web.staff.finance import periods, written
from volte.web.staff.finance.periods import Period


class DayForm(forms.Form):
    """The last day to close."""

    day = forms.DateField()


@access.staff_required(Permission.MONEY_READ)
def postings(request: here.StaffRequest) -> HttpResponse:
    """Every posting of the period as CSV."""
    period = _period(request)
    with tenancy.entered(request.shop.id):
        content = books.as_csv(since=period.since, until=period.until)
    return csv_files.answer(request, content, name="postings")


@access.staff_required(Permission.MONEY_READ)
def sums(request: here.StaffRequest) -> HttpResponse:
    """What left, day by day, as CSV: the table of the page."""
    period = _period(request)
    with tenancy.entered(request.shop.id):
        report = books.report(since=period.since, until=period.until)
    return csv_files.answer(request, written.days(report, request.language), name="refunds-by-day")


@access.staff_required(Permission.MONEY_READ)
def fec(request: here.StaffRequest) -> HttpResponse:
    """The closed days of the period as a FEC; back to the page with the reason where there is none."""
    period = _period(request)
    try:
        with tenancy.entered(request.shop.id):
            name, content = books.as_fec(since=period.since, until=period.until)
    except Refused as refused:
        toasts.error(request, texts.refusal(refused, request.language))
        return HttpResponseRedirect(_page(period), status=HTTPStatus.SEE_OTHER)
    response = HttpResponse(content, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@access.staff_required(Permission.MONEY_BOOKS)
def closing(request: here.StaffRequest) -> HttpResponse:
    """Close every day up to the one that was named, for good."""
    form = DayForm(request.POST)
    if not form.is_valid():
        toasts.error(request, texts.say("staff-finance-close-day", request.language))
        return HttpResponseRedirect(reverse("staff_finance") + "#closing", status=HTTPStatus.SEE_OTHER)
    try:
        made = operations.close_books(by=request.actor, day=form.cleaned_data["day"])
    except Refused as refused:
        toasts.error(request, texts.refusal(refused, request.language))
    else:
        entries = made.last - made.first + 1
        said = texts.say("staff-finance-closed-done", request.language, day=made.day, entries=entries)
        toasts.success(request, said)
    return HttpResponseRedirect(reverse("staff_finance") + "#closing", status=HTTPStatus.SEE_OTHER)


def _period(request: here.StaffRequest) -> Period:
    return periods.read(request.GET, today=time.local_date(clock.now(), request.shop.settings.timezone))


def _page(period: Period) -> str:
    return reverse("staff_finance") + period.query + "#files"
