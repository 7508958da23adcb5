"""The conditions of a rule as rows of a form: a fact, how it is compared, and with what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from volte.policy.rules.telling import clauses
from volte.policy.rules.words import Fact
from volte.runtime import texts
from volte.web.staff.policy.fields import day, whole

IS = "is"
_BOUNDS = ("over", "at_least", "under", "at_most")
_ENDS = ("from", "until")
OPERATORS = (IS, *_BOUNDS, *_ENDS)
_YES_NO = (Fact.SEAL_BROKEN, Fact.PARTIAL, Fact.WITHDRAWAL_RIGHT)
_NAMED = (Fact.OPTIONS, Fact.ANSWERS)
_COUNTED = (Fact.QUANTITY, Fact.CUSTOMER_ORDERS)
_RATE = ("over", "of_last", "at_least_orders")
_YES = {"yes": True, "oui": True, "true": True, "no": False, "non": False, "false": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands on the page."""

    fact: str = ""
    operator: str = IS
    value: str = ""
    error: str = ""


def shown(when: Any) -> list[Row]:
    """The conditions of a document as rows."""
    return [row for fact, value in when.items() for row in _rows(fact, value)] if isinstance(when, Mapping) else []


def typed(post: QueryDict) -> list[Row]:
    """The rows as somebody filled them in; empty ones are left out."""
    columns = (post.getlist(f"when_{name}") for name in ("fact", "operator", "value"))
    rows = [Row(fact, operator, value.strip()) for fact, operator, value in zip(*columns, strict=False)]
    return [row for row in rows if row.fact]


def written(rows: Sequence[Row]) -> dict[str, Any]:
    """Rows as the `when` of a document: bounds of one fact stand together, and words of one fact too."""
    said: dict[str, Any] = {}
    for row in rows:
        value, before = _value(row), said.get(row.fact)
        if isinstance(value, dict) and isinstance(before, dict):
            said[row.fact] = {**before, **value}
        elif isinstance(value, list) and isinstance(before, list):
            said[row.fact] = before + value
        else:
            said[row.fact] = value
    return said


def vocabulary(reasons: Sequence[tuple[str, str]], language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The words that may be typed for facts that know only some: the name of the fact, then each word and what it
    says. `reasons` are the shop's own."""
    known = [
        (fact, [(word, texts.say(f"policy-told-{fact}-{word}".replace("_", "-"), language)) for word in words])
        for fact, words in clauses.WORDS.items()
    ]
    named = [(texts.say(f"policy-fact-{fact}", language), words) for fact, words in [*known, (Fact.REASON, [*reasons])]]
    return sorted(named)


def _rows(fact: str, value: Any) -> Iterator[Row]:
    if isinstance(value, bool):
        yield Row(fact, IS, "yes" if value else "no")
    elif fact == Fact.CUSTOMER_RETURN_RATE and isinstance(value, Mapping):
        yield Row(fact, "over", "; ".join(str(value.get(key, "")) for key in _RATE))
    elif fact in _NAMED and isinstance(value, Mapping):
        yield from (Row(fact, IS, f"{name}: {_joined(words)}") for name, words in value.items())
    elif isinstance(value, Mapping):
        yield from (Row(fact, operator, str(bound)) for operator, bound in value.items())
    else:
        yield Row(fact, IS, _joined(value))


def _joined(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _value(row: Row) -> Any:
    fact, text = row.fact, row.value
    if fact == Fact.CUSTOMER_RETURN_RATE:
        parts = [part.strip() for part in text.split(";")]
        told = dict(zip(_RATE, parts, strict=False))
        return {key: whole(value) if key == "at_least_orders" else value for key, value in told.items()}
    if row.operator in _ENDS:
        return {row.operator: day(text)}
    if row.operator in _BOUNDS:
        return {row.operator: whole(text) if fact in _COUNTED else text}
    if fact in _YES_NO:
        return _YES.get(text.casefold(), text)
    if fact in _NAMED:
        name, _, words = text.partition(":")
        return {name.strip(): _words(words)}
    return _words(text)


def _words(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
