"""What whoever inspects goods decides without the desk."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.kit.money import Money
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Bench
from volte.web.shared import access, here
from volte.web.staff.cases import amounts
from volte.web.staff.settings import pages

_MOST = 10_000_000


class BenchForm(forms.Form):
    """One amount; an empty field lets the bench decide nothing."""

    alone = forms.CharField(max_length=20, required=False)

    def __init__(self, *args: object, currency: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self._currency = currency

    def clean_alone(self) -> int:
        written = self.cleaned_data["alone"]
        if not written:
            return 0
        amount = amounts.parse(written=written, currency=self._currency)
        if amount is None or amount.amount > _MOST:
            raise forms.ValidationError(pages.words("staff-need-costs-amount", currency=self._currency))
        return amount.amount


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def bench(request: here.StaffRequest) -> HttpResponse:
    """How much may be taken off for use before the desk is asked."""
    present = pages.current(request)
    alone = Money(present.bench.alone, present.currency)
    form = BenchForm(currency=present.currency, initial={"alone": amounts.typed(alone) if alone else ""})
    if request.method == "POST":
        form = BenchForm(request.POST, currency=present.currency)
        if form.is_valid():
            pages.save(request, bench=Bench(**form.cleaned_data).model_dump(mode="json"))
            return redirect("staff_settings_bench")
    status = 422 if form.errors else 200
    return pages.show(request, "bench", part="bench", status=status, form=form, currency=present.currency)
