"""What customers said when their return had ended: how many answered, and what."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from volte.kit import time
from volte.returns import feedback
from volte.returns.feedback import Month
from volte.runtime import clock, tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.privacy import frame

# Two years and what has begun of this month.
BACK = timedelta(days=731)
LATEST = 30


@access.staff_required(Permission.RETURNS_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """By month, and the latest in their own words."""
    now = clock.now()
    low = request.GET.get("low") == "1"
    with tenancy.entered(request.shop.id):
        months = feedback.by_month(since=now - BACK, until=now)
        latest = feedback.latest(limit=LATEST, low=low)
    context: dict[str, Any] = {
        "months": [_line(month) for month in reversed(months)],
        "total": _line(_total(months, today=time.local_date(now, request.shop.settings.timezone))),
        "latest": latest,
    }
    return frame.show(request, "opinions", part="opinions", low=low, **context)


def _total(months: tuple[Month, ...], *, today: date) -> Month:
    scores = [sum(month.scores[place] for month in months) for place in range(5)]
    first = months[0].month if months else today
    return Month(first, sum(month.asked for month in months), (scores[0], scores[1], scores[2], scores[3], scores[4]))


def _line(month: Month) -> dict[str, object]:
    """A month with its rate in whole percent, None where nobody was asked."""
    rate = round(100 * month.answers / month.asked) if month.asked else None
    return {"month": month.month, "asked": month.asked, "answers": month.answers, "scores": month.scores, "rate": rate}
