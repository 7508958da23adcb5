"""What do people call a country or a part of it?"""

from functools import lru_cache
from pathlib import Path

from babel import Locale

_OVERSEAS = {"971": "Guadeloupe", "972": "Martinique", "973": "Guyane", "974": "La Réunion", "976": "Mayotte"}


def country(*, code: str, language: str) -> str:
    """FR -> France; the code itself when nobody knows it; "" for none."""
    known = _locale(language).territories.get(code)
    return str(known) if known else code


def region(*, key: str, language: str) -> str:
    """FR:75 -> Paris (75); DE:10 -> Germany 10…; "" where no postcode is known."""
    code, _, part = key.partition(":")
    if not part:
        return country(code=code, language=language)
    if code == "FR":
        return _department(part)
    return f"{country(code=code, language=language)} {part}…"


def _department(number: str) -> str:
    names = _departments()
    place = int(number) - 1 if number.isdigit() else -1
    name = _OVERSEAS.get(number) or (names[place] if 0 <= place < len(names) else "")
    return f"{name} ({number})" if name else number


@lru_cache
def _departments() -> tuple[str, ...]:
    """From 01 on, in the order of their numbers."""
    file = Path(__file__).resolve().parent.parent / "words" / "departments.txt"
    return tuple(file.read_text(encoding="utf-8").split())


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse("fr_FR" if language == "fr" else "en_GB")
