"""Terms as fields of a form: the same for what holds for everything and for what a rule changes. An empty field leaves
its term out."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django.http import QueryDict

from volte.kit.words import Method, RefundTrigger, Resolution
from volte.policy.rules.words import Approval, Evidence, RefundShipping, WindowStart
from volte.runtime import texts

_TEXTS = ("credit_bonus", "restocking_fee", "exchange_fee", "refund_within", "send_within")
_WORDS: Mapping[str, tuple[type[StrEnum], str]] = {
    "approval": (Approval, "approval"),
    "refund_at": (RefundTrigger, "trigger"),
    "refund_shipping": (RefundShipping, "shipping"),
}
_LISTS: Mapping[str, tuple[type[StrEnum], str]] = {
    "resolutions": (Resolution, "resolution"),
    "evidence": (Evidence, "evidence"),
}
_WINDOW = {"days": "window_days", "from": "window_from", "until": "window_until", "or_days_after_order": "window_or"}
_PRICED = "price"


def shown(table: Mapping[str, Any]) -> dict[str, Any]:
    """The terms of a document as what the fields show."""
    values: dict[str, Any] = {name: str(table[name]) for name in (*_TEXTS, *_WORDS) if name in table}
    values |= {name: _listed(table[name]) if name in table else [] for name in _LISTS}
    if "accept" in table:
        values["accept"] = "yes" if table["accept"] is True else "no"
    window = table.get("window")
    if isinstance(window, Mapping):
        values |= {_WINDOW[key]: str(value) for key, value in window.items() if key in _WINDOW}
    methods = table.get("methods")
    for method, price in methods.items() if isinstance(methods, Mapping) else ():
        values[f"method_{method}"] = price if price in ("free", "customer") else _PRICED
        values[f"price_{method}"] = "" if price in ("free", "customer") else str(price)
    return values


def typed(post: QueryDict) -> dict[str, Any]:
    """What somebody typed, as the fields show it again."""
    lists = {name: post.getlist(name) for name in _LISTS}
    return {**{name: post.get(name, "").strip() for name in post}, **lists}


def written(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields say, as it stands in a document; what is no number or day is left for the reader to complain."""
    said: dict[str, Any] = {}
    window = {key: _value(key, values[name]) for key, name in _WINDOW.items() if values.get(name)}
    if window and set(window) != {"from"}:
        said["window"] = window
    said |= {name: list(values[name]) for name in _LISTS if values.get(name)}
    said |= {name: values[name] for name in (*_TEXTS, *_WORDS) if values.get(name)}
    if values.get("accept"):
        said["accept"] = values["accept"] == "yes"
    methods = {method.value: values.get(f"method_{method}", "") for method in Method}
    offered = {
        method: values.get(f"price_{method}", "") if kind == _PRICED else kind
        for method, kind in methods.items()
        if kind
    }
    if offered:
        said["methods"] = offered
    return said


def name_of(path: Sequence[str]) -> str:
    """The field that shows this part of the terms: ["window", "days"] is `window_days`."""
    match list(path):
        case ["window", key, *_] if key in _WINDOW:
            return _WINDOW[key]
        case ["window", *_]:
            return "window_days"
        case ["methods", method, *_]:
            return f"price_{method}"
        case ["methods"]:
            return "methods"
        case [name, *_]:
            return name.partition("[")[0]
        case _:
            return ""


def name_in_rule(path: Sequence[str]) -> str:
    """The field that shows this part of a rule: ["then", "window", "days"] is `window_days`."""
    match list(path):
        case ["then", *rest] if rest:
            return name_of(rest)
        case ["when", fact, *_]:
            return f"when_{fact.partition('[')[0]}"
        case ["because", code, *_]:
            return f"because_{code}"
        case [name, *_]:
            return name
        case _:
            return ""


def choices(language: str) -> dict[str, Any]:
    """The options of every list, in words."""
    found: dict[str, Any] = {
        name: [(word.value, _word(of, word, language)) for word in kind]
        for name, (kind, of) in {**_WORDS, **_LISTS}.items()
    }
    found["window_from"] = [(word.value, _said(f"from-{word}", language)) for word in WindowStart]
    found["accept"] = [("yes", _said("accept-yes", language)), ("no", _said("accept-no", language))]
    found["methods"] = [(word.value, _word("method", word, language)) for word in Method]
    found["costs"] = [(kind, _said(f"cost-{kind}", language)) for kind in ("free", "customer", _PRICED)]
    return found


def _word(of: str, word: StrEnum, language: str) -> str:
    written = texts.say(f"policy-word-{of}-{word}".replace("_", "-"), language)
    return written[:1].upper() + written[1:]


def _said(name: str, language: str) -> str:
    return texts.say(f"staff-policy-{name}", language)


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _value(key: str, text: str) -> Any:
    if key in ("days", "or_days_after_order"):
        return whole(text)
    return day(text) if key == "until" else text


def whole(text: str) -> Any:
    """A number where it is one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def day(text: str) -> Any:
    """A day where it is one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
