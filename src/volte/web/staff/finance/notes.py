"""The credit notes: those issued, those that wait and why, and what of them is reported."""

import csv
import io
from datetime import timedelta

from django import forms
from django.http import HttpResponse

from volte.kit import ids, time
from volte.kit.errors import NotFound
from volte.money.notes import cii, making, queries, reporting
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.runtime import clock, shop_settings, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, csv_files, here
from volte.web.staff.finance import frame

_PAGE = 50
_KINDS = {"pdf": "application/pdf", "xml": "application/xml"}


class PeriodForm(forms.Form):
    """Both days are part of the period."""

    since = forms.DateField()
    until = forms.DateField()


@access.staff_required(Permission.MONEY_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """The newest first, fifty at a time; what waits stands above."""
    before = ids.parse("cno", request.GET.get("before", ""))
    with tenancy.entered(request.shop.id):
        named = shop_settings.of_shop(request.shop.id).entity is not None
        found = queries.notes(limit=_PAGE, before=before)
        waiting = queries.waiting() if before is None else ()
        looking.note_each(by=request.actor, what=What.ORDER, subject_ids=[view.order_id for view in found])
    rows = [
        {"view": view, "id": ids.public("cno", view.id), "file": not cii.obstacle(draft=view.draft)} for view in found
    ]
    return frame.show(
        request,
        "notes",
        part="notes",
        named=named,
        rows=rows,
        waiting=waiting,
        older=rows[-1]["id"] if len(rows) == _PAGE else "",
        form=PeriodForm(initial=_last_month(request)),
    )


@access.staff_required(Permission.MONEY_READ)
def file(request: here.StaffRequest, *, note: str, kind: str) -> HttpResponse:
    """The paper of a note, or its file for accounting."""
    found = ids.parse("cno", note)
    if found is None:
        raise NotFound("credit_note_unknown")
    view = making.made(by=request.actor, note_id=found)
    digest = view.pdf if kind == "pdf" else view.xml
    if not digest:
        raise NotFound("credit_note_without_file", why=cii.obstacle(draft=view.draft))
    with tenancy.entered(request.shop.id):
        looking.note(by=request.actor, what=What.ORDER, subject_id=view.order_id)
        response = HttpResponse(queries.content(digest=digest), content_type=_KINDS[kind])
    response["Content-Disposition"] = f'attachment; filename="{view.number}.{kind}"'
    response["Cache-Control"] = "no-store"
    return response


@access.staff_required(Permission.MONEY_READ)
def report(request: here.StaffRequest) -> HttpResponse:
    """The sums of a period by day and rate, as a table."""
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return HttpResponse(texts.say("staff-notes-period", request.language), status=422, content_type="text/plain")
    out = io.StringIO()
    with tenancy.entered(request.shop.id):
        until = form.cleaned_data["until"] + timedelta(days=1)
        csv.writer(out, lineterminator="\r\n").writerows(reporting.rows(since=form.cleaned_data["since"], until=until))
    return csv_files.answer(request, out.getvalue(), name="e-reporting")


def _last_month(request: here.StaffRequest) -> dict[str, str]:
    """What is due next: the month before this one, as browsers write days."""
    today = time.local_date(clock.now(), request.shop.settings.timezone)
    end = today.replace(day=1) - timedelta(days=1)
    return {"since": end.replace(day=1).isoformat(), "until": end.isoformat()}
