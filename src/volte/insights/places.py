"""What people call a part of a country."""

from functools import lru_cache
from pathlib import Path

from volte.runtime import formats

_OVERSEAS = {"971": "Guadeloupe", "972": "Martinique", "973": "Guyane", "974": "La Réunion", "976": "Mayotte"}


def region(*, key: str, language: str) -> str:
    """FR:75 -> Paris (75); DE:10 -> Germany 10…; "" where no postcode is known."""
    code, _, part = key.partition(":")
    if not part:
        return formats.country(code, language)
    if code == "FR":
        return _department(part)
    return f"{formats.country(code, language)} {part}…"


def _department(number: str) -> str:
    names = _departments()
    place = int(number) - 1 if number.isdigit() else -1
    name = _OVERSEAS.get(number) or (names[place] if 0 <= place < len(names) else "")
    return f"{name} ({number})" if name else number


@lru_cache
def _departments() -> tuple[str, ...]:
    """From 01 on, in the order of their numbers."""
    file = Path(__file__).resolve().parent / "words" / "departments.txt"
    return tuple(file.read_text(encoding="utf-8").split())
