"""What people type on the settings pages, read and checked. The shop's settings model checks the whole once more."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import forms

from volte.kit.words import Fault
from volte.runtime.events import KINDS
from volte.runtime.permissions import Permission, Role
from volte.runtime.shop_settings import Brand, Location, Reason
from volte.web.shared import accent
from volte.web.staff.settings import pages
from volte.webhooks.queries import SubscriptionView


class Asked(forms.Form):
    """A form that says what is missing in a sentence of its own: `staff-need-<form>-<field>`."""

    about = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._explain(*self.fields)

    def _explain(self, *names: str, **params: str) -> None:
        for name in names:
            if self.fields[name].required:
                text_id = f"staff-need-{self.about}-{name.partition('_')[0]}"
                self.fields[name].error_messages["required"] = pages.words(text_id, **params)


class Texts(Asked):
    """A form with one field per language of the shop for each text, `name_fr`, `name_en` …"""

    in_languages: tuple[str, ...] = ()
    longest = 120
    needed = True

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = tuple(languages)
        for text in self.in_languages:
            for language in self.languages:
                self.fields[f"{text}_{language}"] = forms.CharField(max_length=self.longest, required=self.needed)
                self._explain(f"{text}_{language}", code=language)

    def words(self, text: str) -> dict[str, str]:
        """What was typed, per language; empty ones are left out."""
        given = {language: self.cleaned_data.get(f"{text}_{language}", "") for language in self.languages}
        return {language: words for language, words in given.items() if words}

    def bound_words(self) -> list[tuple[str, forms.BoundField]]:
        """For the template: the language and its field."""
        return [(language, self[f"{text}_{language}"]) for text in self.in_languages for language in self.languages]


def spread(text: str, words: Mapping[str, str]) -> dict[str, str]:
    """`{"fr": "Trop petit"}` as initial values `{"name_fr": "Trop petit"}`."""
    return {f"{text}_{language}": written for language, written in words.items()}


class BrandForm(Asked):
    about = "brand"
    name = forms.CharField(max_length=80)
    accent = forms.CharField(max_length=7)
    support_email = forms.EmailField(required=False)
    website = forms.URLField(required=False, assume_scheme="https")
    logo = forms.FileField(required=False)
    without_logo = forms.BooleanField(required=False)

    def clean_accent(self) -> str:
        colour = accent.parse(self.cleaned_data["accent"])
        if colour is None:
            raise forms.ValidationError(pages.words("staff-need-brand-accent"))
        return colour

    @classmethod
    def of(cls, brand: Brand) -> "BrandForm":
        kept = {"name": brand.name, "accent": brand.accent}
        return cls(initial={**kept, "support_email": brand.support_email, "website": brand.website})


# What is written in the form, and what it says of a fault.
MAJOR: Mapping[str, bool | None] = {"": None, "yes": True, "no": False}


class ReasonForm(Texts):
    about = "reason"
    in_languages = ("name",)
    longest = 60
    fault = forms.ChoiceField(choices=[(fault.value, fault.value) for fault in Fault])
    major = forms.ChoiceField(choices=[(value, value) for value in MAJOR], required=False)
    categories = forms.CharField(max_length=300, required=False)

    def category_list(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cleaned_data["categories"].split(",") if part.strip())

    @classmethod
    def of(cls, reason: Reason, *, languages: Sequence[str]) -> "ReasonForm":
        major = next(value for value, said in MAJOR.items() if said is reason.major)
        kept = {"fault": reason.fault.value, "major": major, "categories": ", ".join(reason.categories)}
        return cls(languages=languages, initial={**kept, **spread("name", reason.names)})


class LocationForm(Texts):
    about = "location"
    in_languages = ("hours",)
    longest = 200
    needed = False
    name = forms.CharField(max_length=80)
    kind = forms.ChoiceField(choices=[("warehouse", "warehouse"), ("store", "store")])
    line1 = forms.CharField(max_length=120)
    postcode = forms.CharField(max_length=16)
    city = forms.CharField(max_length=80)
    country = forms.RegexField(regex=r"^[A-Za-z]{2}$")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].error_messages["invalid"] = pages.words("staff-need-location-country")

    @classmethod
    def of(cls, place: Location, *, languages: Sequence[str]) -> "LocationForm":
        kept = place.model_dump(include={"name", "kind", "line1", "postcode", "city", "country"})
        return cls(languages=languages, initial={**kept, **spread("hours", place.hours)})


class PackingForm(Texts):
    in_languages = ("packing",)
    longest = 2_000
    needed = False


class RoleForm(Asked):
    about = "member"
    role = forms.ChoiceField(choices=[(role.value, role.value) for role in Role])


class MemberForm(RoleForm):
    name = forms.CharField(max_length=120)
    email = forms.EmailField()


class KeyForm(Asked):
    about = "key"
    name = forms.CharField(max_length=80)
    permissions = forms.TypedMultipleChoiceField(
        choices=[(item.value, item.value) for item in Permission], coerce=Permission
    )


class WebhookForm(Asked):
    """`kinds` count unless `everything` is ticked."""

    about = "webhook"
    url = forms.CharField(max_length=4_000)
    description = forms.CharField(max_length=200, required=False)
    everything = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(choices=[], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(kind, kind) for kind in KINDS]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("everything") and not given.get("kinds"):
            self.add_error("kinds", pages.words("staff-need-webhook-kinds"))
        return given

    def wish(self) -> dict[str, Any]:
        given = self.cleaned_data
        kinds = [] if given["everything"] else given["kinds"]
        return {"url": given["url"], "description": given["description"], "kinds": kinds}

    @classmethod
    def of(cls, view: SubscriptionView) -> "WebhookForm":
        kinds = list(view.kinds)
        initial = {"url": view.url, "description": view.description, "kinds": kinds, "everything": not kinds}
        return cls(initial=initial)


class ResumeForm(forms.Form):
    meanwhile = forms.ChoiceField(choices=[("send", "send"), ("skip", "skip")])


SINCE = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7), "ever": timedelta(days=3650)}


class AgainForm(forms.Form):
    since = forms.ChoiceField(choices=[(span, span) for span in SINCE])
