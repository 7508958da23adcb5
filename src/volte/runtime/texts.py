"""The door where codes become sentences: Fluent texts of every area, in every language.

Each installed area may have `texts/<language>.ftl`; all are read into one bundle per language. Parameters that are
money, dates or rates are written for the language before Fluent sees them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps
from fluent.runtime import FluentBundle, FluentResource

from volte.kit.errors import Refused
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Country, Message
from volte.runtime import formats


class TextMissing(KeyError):
    """A code without a sentence: a fault in the program, found by the texts test."""


def say(what: Message | str, language: str, /, **params: Any) -> str:
    """The sentence for a message or a text id in `language` (falls back to English for unknown languages)."""
    code, given = (what.code, {**what.params, **params}) if isinstance(what, Message) else (what, params)
    return _format(code.replace("_", "-").replace(".", "-"), language, given)


def refusal(error: Refused, language: str) -> str:
    """The sentence for a refusal."""
    return _format("error-" + error.code.replace("_", "-"), language, error.params)


def known(code: str, language: str) -> bool:
    return bundle(language).has_message(code)


def folders() -> list[Path]:
    """Every `texts` folder of the installed areas, and of the faces below `web`."""
    found: list[Path] = []
    for config in apps.get_app_configs():
        if config.name.startswith("volte."):
            found += sorted(path for path in Path(config.path).rglob("texts") if path.is_dir())
    return found


@lru_cache
def bundle(language: str) -> FluentBundle:
    return _bundled(folders(), language)


def of_folder(folder: Path, code: str, language: str, /, **params: Any) -> str:
    """The sentence out of one `texts` folder, for whoever speaks before Django knows the areas."""
    made = _bundled([folder], language)
    pattern = made.get_message(code).value
    if pattern is None:
        raise TextMissing(code)
    sentence, _ = made.format_pattern(pattern, params)
    return str(sentence)


def _bundled(where: Sequence[Path], language: str) -> FluentBundle:
    chosen = language if language in formats.LANGUAGES else "en"
    made = FluentBundle([f"{chosen}-{'FR' if chosen == 'fr' else 'GB'}"], use_isolating=False)
    for folder in where:
        for file in sorted(folder.glob(f"{chosen}*.ftl")):
            written = file.read_text(encoding="utf-8")
            # Whoever writes a text types a plain apostrophe; whoever reads it sees a printed one.
            written = written.replace("'", "’")
            made.add_resource(FluentResource(french_spaces(written) if chosen == "fr" else written))
    return made


def french_spaces(written: str) -> str:
    """The no-break spaces French typography wants, so that whoever writes a text may type plain ones."""
    narrow = re.sub(r" ([;?!])", "\u202f\\1", written)
    return narrow.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def _format(text_id: str, language: str, params: Mapping[str, Any]) -> str:
    return _filled(text_id, language, params) if params else _constant(text_id, language)


@lru_cache(maxsize=4096)
def _constant(text_id: str, language: str) -> str:
    return _filled(text_id, language, {})


def _filled(text_id: str, language: str, params: Mapping[str, Any]) -> str:
    words = bundle(language)
    if not words.has_message(text_id):
        raise TextMissing(f"{text_id} ({language})")
    pattern = words.get_message(text_id).value
    if pattern is None:
        raise TextMissing(f"{text_id} has no value ({language})")
    written, faults = words.format_pattern(pattern, {key: _plain(value, language) for key, value in params.items()})
    if faults:
        raise TextMissing(f"{text_id} ({language}): {faults}")
    return str(written)


def _plain(value: Any, language: str) -> str | int:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return value
        case Money():
            return formats.money(value, language)
        case Rate():
            return formats.percent(value, language)
        case datetime():
            return formats.moment(value, language)
        case date():
            return formats.day(value, language)
        case Country(code):
            return formats.country(code, language)
        case Message():
            return say(value, language)
        case None:
            return ""
        case _:
            return str(value)
