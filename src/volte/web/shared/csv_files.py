"""A table for spreadsheets and programs, as a file to keep."""

from django.http import HttpResponse

from volte.kit import time
from volte.runtime import clock
from volte.web.shared import here


def answer(request: here.StaffRequest, content: str, *, name: str) -> HttpResponse:
    """The CSV as `volte-<name>-<today>.csv`, today being the shop's."""
    today = time.local_date(clock.now(), request.shop.settings.timezone)
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    response = HttpResponse("\ufeff" + content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="volte-{name}-{today.isoformat()}.csv"'
    return response
