"""The company behind the shop: what French law wants on invoices and credit notes, and how these are numbered."""

import re
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from volte.kit import time
from volte.runtime import clock
from volte.runtime.permissions import Permission
from volte.runtime.shop_settings import Entity, ShopSettings, is_luhn
from volte.web.shared import access, here
from volte.web.staff.settings import pages
from volte.web.staff.settings.forms import Asked

_BETWEEN = re.compile(r"[\s.\-]")
_DIGITS = {"siren": 9, "siret": 14}


class EntityForm(Asked):
    """Numbers may be typed with the spaces people put into them."""

    about = "entity"
    name = forms.CharField(max_length=200)
    legal = forms.CharField(max_length=200, required=False)
    line1 = forms.CharField(max_length=200)
    line2 = forms.CharField(max_length=200, required=False)
    postcode = forms.CharField(max_length=20)
    city = forms.CharField(max_length=100)
    country = forms.RegexField(regex=r"^[A-Za-z]{2}$")
    siren = forms.CharField(max_length=40, required=False)
    siret = forms.CharField(max_length=40, required=False)
    vat_id = forms.CharField(max_length=40, required=False)
    exemption = forms.CharField(max_length=200, required=False)
    note_prefix = forms.CharField(max_length=12)
    notes_from = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].error_messages["invalid"] = pages.words("staff-need-location-country")
        self.fields["notes_from"].error_messages["invalid"] = pages.words("staff-need-entity-notes")

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper()

    def clean_siren(self) -> str:
        return self._registered("siren")

    def clean_siret(self) -> str:
        return self._registered("siret")

    def clean_vat_id(self) -> str:
        written = _BETWEEN.sub("", self.cleaned_data["vat_id"]).upper()
        if written and not re.fullmatch(r"[A-Z]{2}[0-9A-Z+*]{2,18}", written):
            raise forms.ValidationError(pages.words("staff-need-entity-vat"))
        return written

    def clean_note_prefix(self) -> str:
        written = str(self.cleaned_data["note_prefix"]).strip().upper()
        if not re.fullmatch(r"[A-Z0-9][A-Z0-9-]{0,11}", written):
            raise forms.ValidationError(pages.words("staff-need-entity-prefix"))
        return written

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("vat_id") and not given.get("exemption") and "vat_id" not in self.errors:
            self.add_error("vat_id", pages.words("staff-need-entity-taxed"))
        return given

    def entity(self) -> Entity:
        return Entity(**self.cleaned_data)

    @classmethod
    def of(cls, settings: ShopSettings) -> "EntityForm":
        if settings.entity is not None:
            return cls(initial=settings.entity.model_dump(mode="json"))
        today = time.local_date(clock.now(), settings.timezone)
        return cls(initial={"country": settings.country, "note_prefix": "AV", "notes_from": today.isoformat()})

    def _registered(self, name: str) -> str:
        written = _BETWEEN.sub("", self.cleaned_data[name])
        french = self.cleaned_data.get("country") == "FR"
        if written and french and not (len(written) == _DIGITS[name] and is_luhn(written)):
            raise forms.ValidationError(pages.words(f"staff-need-entity-{name}"))
        return written


@access.staff_required(Permission.SETTINGS_READ, Permission.SETTINGS_WRITE)
def entity(request: here.StaffRequest) -> HttpResponse:
    """Who sells, and from which day credit notes are written."""
    form = EntityForm.of(pages.current(request))
    if request.method == "POST":
        form = EntityForm(request.POST)
        if form.is_valid():
            pages.save(request, entity=form.entity().model_dump(mode="json"))
            return redirect("staff_settings_entity")
    return pages.show(request, "entity", part="entity", status=422 if form.errors else 200, form=form)
