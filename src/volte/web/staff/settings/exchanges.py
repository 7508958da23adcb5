"""What may be had in exchange, whether the promotion of the purchase holds for it, and whether it may leave first."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.kit.money import Money
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Exchanges
from volte.web.shared import access, here
from volte.web.staff.cases import amounts
from volte.web.staff.settings import pages

_WRONG = ("required", "invalid", "min_value", "max_value")


class ExchangesForm(forms.Form):
    """A few questions, each with the answer of today."""

    other_articles = forms.BooleanField(required=False)
    price = forms.ChoiceField(choices=[("kept", "kept"), ("ends", "ends")])
    difference_days = forms.IntegerField(min_value=4, max_value=90)
    instant = forms.BooleanField(required=False)
    instant_up_to = forms.CharField(required=False, max_length=20)
    instant_days = forms.IntegerField(required=False, min_value=3, max_value=6)
    instant_remind = forms.IntegerField(required=False, min_value=2, max_value=5)

    def __init__(self, *args: object, currency: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self._currency = currency
        needed = pages.words("staff-need-exchanges-price")
        self.fields["price"].error_messages.update(required=needed, invalid_choice=needed)
        for name in ("difference_days", "instant_days", "instant_remind"):
            text = f"staff-need-exchanges-{name.removeprefix('difference_').replace('_', '-')}"
            self.fields[name].error_messages.update(dict.fromkeys(_WRONG, pages.words(text)))

    def clean_instant_up_to(self) -> int | None:
        written = self.cleaned_data["instant_up_to"]
        if not written:
            return None
        amount = amounts.parse(written=written, currency=self._currency)
        if amount is None or amount.amount <= 0:
            raise forms.ValidationError(pages.words("staff-need-exchanges-up-to", currency=self._currency))
        return amount.amount

    def keeps(self) -> bool:
        return bool(self["price"].value() == "kept")

    def ends(self) -> bool:
        return bool(self["price"].value() == "ends")

    def exchanges(self) -> Exchanges:
        """What was left out is as it is without a word."""
        said = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return Exchanges(**said)

    @classmethod
    def of(cls, present: Exchanges, *, currency: str) -> "ExchangesForm":
        initial = present.model_dump(mode="json")
        if present.instant_up_to is not None:
            initial["instant_up_to"] = amounts.typed(Money(present.instant_up_to, currency))
        return cls(currency=currency, initial=initial)


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def exchanges(request: here.StaffRequest) -> HttpResponse:
    """The terms shoppers are shown exchanges on."""
    present = pages.current(request)
    form = ExchangesForm.of(present.exchanges, currency=present.currency)
    if request.method == "POST":
        form = ExchangesForm(request.POST, currency=present.currency)
    if form.is_bound and form.is_valid():
        pages.save(request, exchanges=form.exchanges().model_dump(mode="json"))
        return redirect("staff_settings_exchanges")
    status = 422 if form.errors else 200
    return pages.show(request, "exchanges", part="exchanges", status=status, form=form, currency=present.currency)
