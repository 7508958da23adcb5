"""What may be had in exchange, and whether the promotion of the purchase holds for it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Exchanges
from volte.web.shared import access, here
from volte.web.staff.settings import pages


class ExchangesForm(forms.Form):
    """Three questions, each with the answer of today."""

    other_articles = forms.BooleanField(required=False)
    price = forms.ChoiceField(choices=[("kept", "kept"), ("ends", "ends")])
    difference_days = forms.IntegerField(min_value=4, max_value=90)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        needed = pages.words("staff-need-exchanges-price")
        self.fields["price"].error_messages.update(required=needed, invalid_choice=needed)
        days = pages.words("staff-need-exchanges-days")
        wrong = ("required", "invalid", "min_value", "max_value")
        self.fields["difference_days"].error_messages.update(dict.fromkeys(wrong, days))

    def keeps(self) -> bool:
        return bool(self["price"].value() == "kept")

    def ends(self) -> bool:
        return bool(self["price"].value() == "ends")

    def exchanges(self) -> Exchanges:
        return Exchanges(**self.cleaned_data)


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def exchanges(request: here.StaffRequest) -> HttpResponse:
    """The terms shoppers are shown exchanges on."""
    present = pages.current(request).exchanges
    form = ExchangesForm(request.POST if request.method == "POST" else None, initial=present.model_dump(mode="json"))
    if form.is_bound and form.is_valid():
        pages.save(request, exchanges=form.exchanges().model_dump(mode="json"))
        return redirect("staff_settings_exchanges")
    status = 422 if form.errors else 200
    return pages.show(request, "exchanges", part="exchanges", status=status, form=form)
