"""Words for facts: Django fills a template of the language, mrml makes MJML into HTML that mail programs understand.

The first line of the text template is the subject. Money and dates are written for the language before a template
sees them, so templates hold words only. Rendering costs about a millisecond; it happens when a mail is queued, so
what is kept is what is sent.
"""

import dataclasses
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import mrml
from django.template import Context, Engine

from volte.kit.money import Money
from volte.kit.text import Message
from volte.messages.rules import colours, occasions
from volte.messages.rules.occasions import Occasion, Stage
from volte.messages.rules.to_staff import Letter
from volte.runtime import formats, texts
from volte.runtime.shop_settings import ShopSettings

_FOLDER = Path(__file__).parent / "templates" / "mail"
_ENGINE = Engine(dirs=[str(_FOLDER)])
_GAPS = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
# Mail travels in lines; a line of more than 998 bytes would have to be encoded, which is slow and bulky.
_BREAKS = re.compile(r"(?=<(?:tr|td|table|div|style|a|strong)\b)")
_SPACES = re.compile(r"[ \t]+")
# Left to itself mrml fetches well-known fonts (Roboto …) from a third party; a mail asks nobody for anything.
_OPTIONS = mrml.RenderOptions(fonts={})
SUBJECT_LENGTH = 200


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A mail in words."""

    subject: str
    text: str
    html: str


class Day(str):
    """A date in words: by itself with the weekday, `plain` without it, `full` with the year as well."""

    plain: str
    full: str

    @classmethod
    def of(cls, day: date, language: str) -> "Day":
        full = formats.day(day, language)
        without_year = full.rpartition(" ")[0]
        made = cls(without_year)
        made.full, made.plain = full, without_year.partition(" ")[2]
        return made


def language_for(*, wanted: str, settings: ShopSettings, occasion: Occasion | None = None) -> str:
    """The language a customer reads, if there are templates for it, else the shop's first one that has some. People of
    the shop read their own, whatever it speaks with customers."""
    if occasion in occasions.TO_STAFF and wanted in formats.LANGUAGES:
        return wanted
    spoken = [language for language in settings.languages if language in formats.LANGUAGES]
    if wanted in formats.LANGUAGES and (wanted in spoken or not spoken):
        return wanted
    return next(iter(spoken), "en")


def write(*, facts: Letter, language: str, settings: ShopSettings) -> Written:
    """The mail for these facts, in a language of `formats.LANGUAGES`."""
    values = _values(facts, language, settings)
    plain = _template(facts.occasion, language, "txt").render(Context(values, autoescape=False))
    subject, _, text = plain.partition("\n")
    subject = _SPACES.sub(" ", subject)[:SUBJECT_LENGTH].strip()
    source = _template(facts.occasion, language, "mjml").render(Context({**values, "subject": subject}))
    html = _BREAKS.sub("\n", mrml.to_html(source, render_options=_OPTIONS).content)
    return Written(subject=subject, text=_GAPS.sub("\n\n", text).strip() + "\n", html=html)


@lru_cache
def _template(occasion: Occasion, language: str, kind: str) -> Any:
    return _ENGINE.get_template(f"{language}/{occasion.value}.{kind}")


def _values(facts: Letter, language: str, settings: ShopSettings) -> dict[str, Any]:
    values: dict[str, Any] = {
        field.name: _written(getattr(facts, field.name), language, settings.timezone)
        for field in dataclasses.fields(facts)
    }
    things = values.get("items") or values.get("refusals") or ()
    stage = occasions.stage(facts.occasion)
    return {
        **values,
        "language": language,
        "brand": settings.brand,
        "colours": _palette(settings.brand.accent),
        "several": len(things) > 1 or any(_quantity(thing) > 1 for thing in things),
        # Where no goods come back, there is no way to show.
        **(_stages(stage, language) if stage and values.get("about", "return") == "return" else {}),
    }


def _written(value: Any, language: str, zone: str) -> Any:
    """A fact as a template may print it."""
    match value:
        case Money():
            return formats.money(value, language)
        case datetime():
            return formats.moment(value, language, zone)
        case date():
            return Day.of(value, language)
        case Message():
            return texts.say(value, language)
        case tuple():
            return [_written(item, language, zone) for item in value]
        case _ if dataclasses.is_dataclass(value):
            fields = dataclasses.fields(value)
            return {field.name: _written(getattr(value, field.name), language, zone) for field in fields}
        case _:
            return value


def _quantity(thing: Mapping[str, Any]) -> int:
    return int(thing.get("item", thing).get("quantity", 1))


@lru_cache
def _stages(reached: Stage, language: str) -> dict[str, Any]:
    order = list(Stage)
    names = [
        (texts.say(f"mail_stage_{stage.value}", language), order.index(stage) <= order.index(reached))
        for stage in order
    ]
    return {"stages": names, "stage": order.index(reached) + 1}


@lru_cache
def _palette(accent: str) -> dict[str, str]:
    """Colours that can be read, made from the shop's accent, on a light and on a dark sheet."""
    sheet, dark = "#f4f1ea", "#211e1a"  # as in layout.mjml
    button, button_text = colours.fill(accent)
    dark_button, dark_button_text = colours.fill(colours.legible(accent, on=dark, at_least=colours.GRAPHIC))
    return {
        "bar": colours.legible(accent, on=colours.PAPER, at_least=colours.GRAPHIC),
        "link": colours.legible(accent, on=sheet),
        "button": button,
        "button_text": button_text,
        "dark_bar": colours.legible(accent, on=dark, at_least=colours.GRAPHIC),
        "dark_link": colours.legible(accent, on=dark),
        "dark_button": dark_button,
        "dark_button_text": dark_button_text,
    }
