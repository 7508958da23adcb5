"""How the shop keeps its word: by when people are answered, how far ahead a deadline of the law is told, and when its
morning begins."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Deadlines
from volte.web.shared import access, here
from volte.web.staff.settings import pages


class DeadlinesForm(forms.Form):
    """Whole days and hours, within what the settings allow."""

    answer_days = forms.IntegerField(min_value=1, max_value=30)
    near_hours = forms.IntegerField(min_value=1, max_value=168)
    morning_hour = forms.IntegerField(min_value=4, max_value=11)

    def deadlines(self) -> Deadlines:
        return Deadlines(**self.cleaned_data)


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def deadlines(request: here.StaffRequest) -> HttpResponse:
    """The promises deadlines of cases are counted by."""
    form = DeadlinesForm(request.POST if request.method == "POST" else None, initial=_present(request))
    if form.is_bound and form.is_valid():
        pages.save(request, deadlines=form.deadlines().model_dump(mode="json"))
        return redirect("staff_settings_deadlines")
    return pages.show(request, "deadlines", part="deadlines", status=422 if form.errors else 200, form=form)


def _present(request: here.StaffRequest) -> dict[str, int]:
    present = pages.current(request).deadlines
    return {"answer_days": present.answer_days, "near_hours": present.near_hours, "morning_hour": present.morning_hour}
