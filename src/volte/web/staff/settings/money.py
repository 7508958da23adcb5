"""How money goes back where the law leaves it to the shop: which payment first, delivery in part, credit."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from stdnum import iban as ibans

from volte.kit.words import PaymentKind
from volte.money.rules.ledger import Account
from volte.money.rules.refund import PartialOutbound, Wrapping
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Bank, MoneyTerms, ShopSettings
from volte.web.shared import access, here
from volte.web.staff.settings import pages

_PLACE, _ACCOUNT = "place_", "account_"
_MONTHS = ("credit_months", "credit_bonus_months")
_NUMBER = r"^[0-9A-Za-z]{1,20}$"
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")


class MoneyForm(forms.Form):
    """A place for each kind of payment, no two the same; an account without a number keeps the name Volte gives it."""

    partial_outbound = forms.ChoiceField(choices=[(each.value, "") for each in PartialOutbound])
    wrapping = forms.ChoiceField(choices=[(each.value, "") for each in Wrapping])
    credit_months = forms.IntegerField(min_value=1, max_value=120)
    credit_bonus_months = forms.IntegerField(min_value=1, max_value=120, required=False)

    bank_holder = forms.CharField(max_length=70, required=False)
    bank_iban = forms.CharField(max_length=60, required=False)
    bank_bic = forms.CharField(max_length=15, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in PaymentKind:
            place = forms.IntegerField(min_value=1, max_value=len(PaymentKind))
            _say_always(place, "staff-need-money-place", last=len(PaymentKind))
            self.fields[f"{_PLACE}{kind.value}"] = place
        for account in Account:
            number = forms.RegexField(regex=_NUMBER, required=False)
            _say_always(number, "staff-need-money-account")
            self.fields[f"{_ACCOUNT}{account.value}"] = number
        for name in _MONTHS:
            _say_always(self.fields[name], "staff-need-money-months")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        taken: set[int] = set()
        for kind in PaymentKind:
            place = given.get(f"{_PLACE}{kind.value}")
            if place in taken:
                self.add_error(f"{_PLACE}{kind.value}", pages.words("staff-need-money-place-twice", place=place))
            elif place is not None:
                taken.add(place)
        if given.get("bank_iban") and not given.get("bank_holder"):
            self.add_error("bank_holder", pages.words("staff-need-money-holder"))
        return given

    def clean_bank_iban(self) -> str:
        written = str(self.cleaned_data["bank_iban"])
        if written and not ibans.is_valid(written):
            raise forms.ValidationError(pages.words("staff-need-money-iban"))
        return str(ibans.compact(written)) if written else ""

    def clean_bank_bic(self) -> str:
        written = "".join(self.cleaned_data["bank_bic"].split()).upper()
        if written and not _BIC.fullmatch(written):
            raise forms.ValidationError(pages.words("staff-need-money-bic"))
        return written

    def terms(self) -> MoneyTerms:
        given = self.cleaned_data
        numbers = {account.value: given[f"{_ACCOUNT}{account.value}"] for account in Account}
        return MoneyTerms(
            tenders=tuple(sorted(PaymentKind, key=lambda kind: given[f"{_PLACE}{kind.value}"])),
            partial_outbound=given["partial_outbound"],
            wrapping=given["wrapping"],
            accounts={name: number for name, number in numbers.items() if number},
            bank=Bank(holder=given["bank_holder"], iban=given["bank_iban"], bic=given["bank_bic"])
            if given["bank_iban"]
            else None,
        )

    def places(self) -> list[tuple[str, forms.BoundField]]:
        """For the template: the words of each kind of payment and its field, in the order that holds."""
        fields = [self[f"{_PLACE}{kind.value}"] for kind in PaymentKind]
        named = [
            (f"money-kind-{kind.value.replace('_', '-')}", field)
            for kind, field in zip(PaymentKind, fields, strict=True)
        ]
        return sorted(named, key=lambda each: int(self.initial.get(each[1].name, 0)))

    def accounts(self) -> list[tuple[str, forms.BoundField]]:
        return [
            (f"money-account-{account.value.replace('_', '-')}", self[f"{_ACCOUNT}{account.value}"])
            for account in Account
        ]

    @staticmethod
    def outbound_choices() -> list[tuple[str, str]]:
        return [
            (each.value, pages.words(f"staff-money-outbound-{each.value.replace('_', '-')}"))
            for each in PartialOutbound
        ]

    @staticmethod
    def wrapping_choices() -> list[tuple[str, str]]:
        return [(each.value, pages.words(f"staff-money-wrapping-{each.value}")) for each in Wrapping]


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def money(request: here.StaffRequest) -> HttpResponse:
    """What refunds and credits go by; what was promised before stays."""
    form = MoneyForm(request.POST if request.method == "POST" else None, initial=_present(pages.current(request)))
    if form.is_bound and form.is_valid():
        months = {name: form.cleaned_data[name] for name in _MONTHS}
        pages.save(request, money=form.terms().model_dump(mode="json"), **months)
        return redirect("staff_settings_money")
    return pages.show(request, "money", part="money", status=422 if form.errors else 200, form=form)


def _present(settings: ShopSettings) -> Mapping[str, Any]:
    terms = settings.money
    left_out = [kind for kind in PaymentKind if kind not in terms.tenders]
    places = {f"{_PLACE}{kind.value}": place for place, kind in enumerate((*terms.tenders, *left_out), 1)}
    numbers = {f"{_ACCOUNT}{name}": number for name, number in terms.accounts.items()}
    bank = {f"bank_{name}": value for name, value in (terms.bank.model_dump() if terms.bank else {}).items()}
    return {
        **bank,
        "partial_outbound": terms.partial_outbound,
        "wrapping": terms.wrapping,
        **{name: getattr(settings, name) for name in _MONTHS},
        **places,
        **numbers,
    }


def _say_always(field: forms.Field, text_id: str, **params: Any) -> None:
    """Whatever is wrong with the field, one sentence says what is wanted."""
    said = pages.words(text_id, **params)
    field.error_messages = dict.fromkeys(("required", "invalid"), said)
    for validator in field.validators:
        if hasattr(validator, "message"):
            validator.message = said
