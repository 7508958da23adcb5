"""How is one value of a policy document read, and what is said when it is not what was expected?

A reader never stops at the first fault: it notes each problem with its path and goes on with a harmless value, so that
the shop sees everything at once.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate
from volte.kit.text import Message, message
from volte.kit.time import Span

Word = TypeVar("Word", bound=StrEnum)

_AMOUNT = re.compile(r"^\s*(\d{1,12})(?:[.,](\d{1,3}))?\s*$")
_LENGTH = re.compile(r"^\s*(\d{1,7}(?:[.,]\d{1,3})?)\s*(mm|cm|m)\s*$")
_WEIGHT = re.compile(r"^\s*(\d{1,7}(?:[.,]\d{1,3})?)\s*(g|kg)\s*$")
_LONGEST_FOUND = 60
_FIRST_YEAR, _LAST_YEAR = 2000, 2200
_MOST_DAYS, _MOST_MONTHS = 3650, 120
_WITHOUT_CENTS = frozenset({"JPY", "KRW", "CLP", "ISK", "VND"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the document that cannot be read: where, what was expected there, and what stands there (empty:
    nothing)."""

    path: str
    expected: Message
    found: str = ""


@dataclass(slots=True)
class Reader:
    """Reads values and gathers the problems. Lives for one parse."""

    currency: str = "EUR"
    problems: list[Problem] = field(default_factory=list)

    def complain(self, path: str, code: str, found: Any = None, /, **params: Any) -> None:
        self.problems.append(Problem(path, message(f"policy-expects-{code}", **params), _written(found)))

    def table(self, value: Any, path: str, *, keys: Iterable[str]) -> Mapping[str, Any]:
        """A table whose keys are all among `keys`."""
        if not isinstance(value, Mapping):
            self.complain(path, "table", value)
            return {}
        allowed = tuple(keys)
        for key in value:
            if key not in allowed:
                self.complain(_at(path, str(key)), "key", key, words=", ".join(allowed))
        return value

    def text(self, value: Any, path: str, *, longest: int = 200) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > longest or "\x00" in value:
            self.complain(path, "text", value, longest=longest)
            return ""
        return value

    def yes_no(self, value: Any, path: str) -> bool:
        if not isinstance(value, bool):
            self.complain(path, "yes-no", value)
            return False
        return value

    def whole(self, value: Any, path: str, *, least: int = 0, most: int = 1_000_000_000) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.complain(path, "whole", value, least=str(least), most=str(most))
            return least
        return value

    def day(self, value: Any, path: str) -> date | None:
        """A TOML date, or the same written as text in JSON."""
        try:
            plain = isinstance(value, date) and not isinstance(value, datetime)
            found = value if plain else date.fromisoformat(value)
        except (TypeError, ValueError):
            found = None
        if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
            self.complain(path, "day", value)
            return None
        return found

    def rate(self, value: Any, path: str) -> Rate:
        try:
            found = Rate.parse(value)
        except (TypeError, ValueError):
            self.complain(path, "percent", value)
            return NOTHING
        return found if found.share else NOTHING

    def span(self, value: Any, path: str) -> Span:
        try:
            found = Span.parse(value)
        except (TypeError, ValueError):
            found = None
        if found is None or found.days > _MOST_DAYS or found.months > _MOST_MONTHS:
            self.complain(path, "span", value)
            return Span()
        return found

    def money(self, value: Any, path: str) -> Money:
        """An amount in the policy's currency, written "4.90": text, because a number would be a float."""
        match = _AMOUNT.match(value) if isinstance(value, str) else None
        digits = 0 if self.currency in _WITHOUT_CENTS else 2
        if match is None or len(match.group(2) or "") > digits:
            self.complain(path, "money", value, currency=self.currency)
            return Money(0, self.currency)
        cents = (match.group(2) or "").ljust(digits, "0")
        return Money(int(match.group(1) + cents), self.currency)

    def grams(self, value: Any, path: str) -> int:
        """A weight written "15 kg", "0.5 kg" or "800 g", in whole grams."""
        match = _WEIGHT.match(value) if isinstance(value, str) else None
        number = Fraction(0) if match is None else Fraction(match.group(1).replace(",", "."))
        if match is not None and match.group(2) == "kg":
            number *= 1000
        if match is None or number.denominator != 1:
            self.complain(path, "weight", value)
        return int(number)

    def millimetres(self, value: Any, path: str) -> int:
        """A length written "120 cm", "1.2 m" or "800 mm", in whole millimetres."""
        match = _LENGTH.match(value) if isinstance(value, str) else None
        number = Fraction(0) if match is None else Fraction(match.group(1).replace(",", "."))
        if match is not None:
            number *= {"mm": 1, "cm": 10, "m": 1000}[match.group(2)]
        if match is None or number.denominator != 1:
            self.complain(path, "length", value)
        return int(number)

    def word(self, value: Any, path: str, kind: type[Word]) -> Word:
        try:
            return kind(value)
        except ValueError:
            self.complain(path, "one-of", value, words=_words(kind))
            return next(iter(kind))

    def words(self, value: Any, path: str, kind: type[Word]) -> tuple[Word, ...]:
        """One word or a list of them, each once."""
        items = value if isinstance(value, list) else [value]
        return tuple(dict.fromkeys(self.word(item, f"{path}[{place}]", kind) for place, item in enumerate(items)))

    def texts(self, value: Any, path: str, *, most: int = 500) -> tuple[str, ...]:
        """One text or a list of them, each once; never none."""
        items = value if isinstance(value, list) else [value]
        if not items or len(items) > most:
            self.complain(path, "texts", value, most=most)
            return ()
        return tuple(dict.fromkeys(self.text(item, f"{path}[{place}]") for place, item in enumerate(items)))


def _at(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _written(value: Any) -> str:
    """What stands in the document, short enough for a sentence."""
    if value is None:
        return ""
    try:
        written = json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace").decode()
    except (RecursionError, ValueError):
        return "…"
    return written if len(written) <= _LONGEST_FOUND else f"{written[: _LONGEST_FOUND - 1]}…"


def _words(kind: type[StrEnum]) -> str:
    return ", ".join(member.value for member in kind)
