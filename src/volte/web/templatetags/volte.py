"""Words, amounts and dates in the reader's language; icons; the face's stylesheet and script.

In every template without `{% load %}` (see settings).
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import segno
from django import template
from django.forms import BaseForm
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.text import Message
from volte.law.rules import functions
from volte.policy import publishing
from volte.runtime import formats, shop_settings, texts
from volte.web.shared import bundles, deadlines, icons, languages

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.simple_tag
def text(text_id: Message | str, **params: Any) -> str:
    """`{% text "portal-welcome" name=shop.name %}`: the sentence in the reader's language."""
    return texts.say(text_id, _language(), **params)


@register.simple_tag
def withdrawal_label() -> SafeString:
    """The legal label of the withdrawal function, in the reader's language and in the law's own letters."""
    return format_html('<span class="law-label">{}</span>', functions.labels(_language()).label)


@register.filter
def sentence(what: Message) -> str:
    """`{{ clause|sentence }}`: a clause as a sentence of its own."""
    return publishing.sentence(what, _language())


@register.filter
def say(what: Message | str) -> str:
    """`{{ message|say }}`: for a Message that a query handed over."""
    return texts.say(what, _language())


@register.filter
def refusal(error: Refused) -> str:
    return texts.refusal(error, _language())


@register.filter
def money(amount: Money | None) -> str:
    """`{{ amount|money }}`: 49,99 € · €49.99; nothing for None."""
    return "" if amount is None else formats.money(amount, _language())


@register.filter
def day(value: date | datetime) -> str:
    """vendredi 12 décembre 2026."""
    return formats.day(_here(value), _language())


@register.filter
def short_day(value: date | datetime) -> str:
    """12 déc. 2026."""
    return formats.short_day(_here(value), _language())


@register.filter
def moment(value: datetime) -> str:
    """12 décembre 2026 à 14:05, where the shop is."""
    return formats.moment(value, _language(), timezone.get_current_timezone_name())


@register.filter
def second(value: datetime) -> str:
    """12 déc. 2026, 14:05:09."""
    return formats.second(value, _language(), timezone.get_current_timezone_name())


@register.filter
def hour(value: datetime) -> str:
    return formats.hour(value, _language(), timezone.get_current_timezone_name())


@register.filter
def number(value: int | float) -> str:
    return formats.number(value, _language())


@register.filter
def machine(value: date | datetime) -> str:
    """For the `datetime` attribute."""
    return value.isoformat()


@register.filter
def left(until: datetime) -> deadlines.Left:
    """How much time is left: see `<c-clock>`."""
    return deadlines.left(until)


def _here(value: date | datetime) -> date:
    """The calendar day where the shop is."""
    return timezone.localdate(value) if isinstance(value, datetime) else value


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """`{% icon "check" %}`: decorative; the word beside it says the same."""
    return icons.svg(name, size=size)


@register.simple_tag
def qr(value: str, scale: int = 4) -> SafeString:
    """A QR code as inline SVG, always dark on white: scanners need it, in dark mode too."""
    code = segno.make(value, error="m", micro=False)
    drawn = code.svg_inline(
        scale=scale, border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308  # drawn by segno: squares only, the value is not in it


@register.simple_tag
def styles(face: str) -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', bundles.bundle(face, "css").address)


@register.simple_tag
def scripts(face: str) -> SafeString:
    return format_html('<script src="{}" defer></script>', bundles.bundle(face, "js").address)


@register.simple_tag(takes_context=True)
def language_address(context: template.Context, language: str) -> str:
    """This page in another language; an error page leads to the front."""
    request = context.get("request")
    return languages.switch_address(request, language) if request is not None else f"/?lang={language}"


@register.filter
def form_errors(form: BaseForm) -> list[dict[str, str]]:
    """A form's faults for `<c-error-summary>`: `{"id": …, "text": …}`."""
    return [
        {"id": form[name].id_for_label if name in form.fields else "", "text": str(fault)}
        for name, faults in form.errors.items()
        for fault in faults
    ]


@register.filter
def get(values: dict[str, Any], key: str) -> Any:
    """`{{ errors|get:name }}`."""
    return values.get(key, "") if values else ""


@register.filter(name="is")
def same(one: object, other: object) -> bool:
    """`:checked="{{ form.kind.value|is:value }}"`."""
    return str(one) == str(other)


@register.filter
def among(one: object, many: Iterable[object]) -> bool:
    """`:checked="{{ value|among:chosen }}"`."""
    return str(one) in {str(item) for item in many}


@register.filter
def in_language(names: dict[str, str]) -> str:
    """`{{ reason.names|in_language }}`: the shop's own words in the reader's language, else in any."""
    return shop_settings.words(names, _language())


@register.filter
def accent_hex(colour: str) -> str:
    return colour.lstrip("#").lower()
