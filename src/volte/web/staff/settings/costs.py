"""What returns cost that nobody writes down: labels, hands, and the value goods lose by where they go."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.kit.money import Money
from volte.kit.words import Disposition
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Costs
from volte.web.shared import access, here
from volte.web.staff.cases import amounts
from volte.web.staff.settings import pages

_LOST = "lost_"


class CostsForm(forms.Form):
    """Amounts as people type them, shares in hundredths; an empty field is a cost nobody knows."""

    label = forms.CharField(max_length=20, required=False)
    handling = forms.CharField(max_length=20, required=False)

    def __init__(self, *args: object, currency: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self._currency = currency
        for way in Disposition:
            wrong = {"invalid": pages.words("staff-need-costs-share")}
            messages = {**wrong, "min_value": wrong["invalid"], "max_value": wrong["invalid"]}
            field = forms.IntegerField(min_value=0, max_value=100, required=False, error_messages=messages)
            self.fields[f"{_LOST}{way.value}"] = field

    def clean_label(self) -> int | None:
        return self._amount("label")

    def clean_handling(self) -> int | None:
        return self._amount("handling")

    def costs(self) -> Costs:
        lost = {way: self.cleaned_data[f"{_LOST}{way.value}"] for way in Disposition}
        known = {way: share for way, share in lost.items() if share is not None}
        return Costs(label=self.cleaned_data["label"], handling=self.cleaned_data["handling"], lost=known)

    def ways(self) -> list[tuple[str, forms.BoundField]]:
        """For the template: the words of each way and its field."""
        return [
            (f"warehouse-disposition-{way.value.replace('_', '-')}", self[f"{_LOST}{way.value}"]) for way in Disposition
        ]

    @classmethod
    def of(cls, costs: Costs, *, currency: str) -> "CostsForm":
        prices = {"label": costs.label, "handling": costs.handling}
        typed = {name: amounts.typed(Money(price, currency)) for name, price in prices.items() if price is not None}
        return cls(
            currency=currency, initial={**typed, **{f"{_LOST}{way.value}": part for way, part in costs.lost.items()}}
        )

    def _amount(self, name: str) -> int | None:
        written = self.cleaned_data[name]
        if not written:
            return None
        amount = amounts.parse(written=written, currency=self._currency)
        if amount is None:
            raise forms.ValidationError(pages.words("staff-need-costs-amount", currency=self._currency))
        return amount.amount


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def costs(request: here.StaffRequest) -> HttpResponse:
    """The settings insights reckon with."""
    present = pages.current(request)
    form = CostsForm.of(present.costs, currency=present.currency)
    if request.method == "POST":
        form = CostsForm(request.POST, currency=present.currency)
        if form.is_valid():
            pages.save(request, costs=form.costs().model_dump(mode="json"))
            return redirect("staff_settings_costs")
    status = 422 if form.errors else 200
    return pages.show(request, "costs", part="costs", status=status, form=form, currency=present.currency)
