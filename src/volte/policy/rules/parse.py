"""What does this document say? Reads TOML, or the same shape in JSON, into a typed policy.

Every problem is reported with its path and what was expected there; a document with one problem is no policy.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from volte.kit.errors import Invalid, TooLarge
from volte.kit.money import Money
from volte.kit.text import message
from volte.kit.words import Method, RefundTrigger, Resolution
from volte.policy.rules import canonical
from volte.policy.rules.model import MethodTerm, Policy, Rule, Terms, Window
from volte.policy.rules.parse_when import WHEN_KEYS, condition
from volte.policy.rules.values import Reader
from volte.policy.rules.words import Approval, Evidence, Field, RefundShipping, WindowStart

LARGEST = 256_000
_MOST_RULES = 500
_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,59}$")
_COUNTRY = re.compile(r"^[A-Z]{2}$")
_LANGUAGE = re.compile(r"^[a-z]{2}$")
_CURRENCY = re.compile(r"^[A-Z]{3}$")
_HEAD = ("name", "sells_to", "languages", "currency", "informs_of_withdrawal")
_TERM_KEYS = tuple(name.value for name in Field)
_REQUIRED_TERMS = (Field.WINDOW, Field.RESOLUTIONS, Field.METHODS)


def policy(text: str) -> Policy:
    """The policy written in `text`. Refuses `policy_document_invalid` with every problem, or `policy_too_large`."""
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > LARGEST:
        raise TooLarge("policy_too_large", most=LARGEST)
    read = Reader()
    said = _document(text)
    document = read.table(said, "", keys=("policy", "terms", "rule"))
    head = _head(read, document.get("policy", {}))
    terms = _terms(read, document.get("terms", {}))
    rules = _rules(read, document.get("rule", []))
    if read.problems:
        raise _invalid(read)
    return Policy(**head, terms=terms, rules=rules, digest=canonical.digest(said))


def _invalid(read: Reader) -> Invalid:
    first = read.problems[0]
    return Invalid(
        "policy_document_invalid",
        path=first.path or "policy",
        expected=first.expected,
        found=first.found or message("policy-found-nothing"),
        count=len(read.problems),
        problems=tuple(read.problems),
    )


def _document(text: str) -> Any:
    try:
        return json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError, RecursionError) as fault:
        raise Invalid("policy_not_readable", why=str(fault)) from fault


def _head(read: Reader, value: Any) -> dict[str, Any]:
    head = read.table(value, "policy", keys=_HEAD)
    currency = _coded(read, head.get("currency"), "policy.currency", _CURRENCY, "currency")
    read.currency = currency or read.currency
    informs = head.get("informs_of_withdrawal")
    return {
        "name": read.text(head.get("name"), "policy.name"),
        "sells_to": _codes(read, head.get("sells_to"), "policy.sells_to", _COUNTRY, "country"),
        "languages": _codes(read, head.get("languages"), "policy.languages", _LANGUAGE, "language"),
        "currency": currency,
        "informs_of_withdrawal": None if informs is None else read.yes_no(informs, "policy.informs_of_withdrawal"),
    }


def _codes(read: Reader, value: Any, path: str, shape: re.Pattern[str], code: str) -> tuple[str, ...]:
    items = value if isinstance(value, list) and value else [None]
    return tuple(_coded(read, item, f"{path}[{place}]", shape, code) for place, item in enumerate(items))


def _coded(read: Reader, value: Any, path: str, shape: re.Pattern[str], code: str) -> str:
    if not isinstance(value, str) or not shape.match(value):
        read.complain(path, code, value)
        return ""
    return value


def _terms(read: Reader, value: Any) -> Terms:
    table = read.table(value, "terms", keys=_TERM_KEYS)
    for name in _REQUIRED_TERMS:
        if name not in table:
            read.complain(f"terms.{name}", "present")
    found = _fields(read, table, "terms")
    found.setdefault(Field.WINDOW, Window())
    found.setdefault(Field.RESOLUTIONS, ())
    found.setdefault(Field.METHODS, ())
    return Terms(**{name.value: term for name, term in found.items()})


def _rules(read: Reader, value: Any) -> tuple[Rule, ...]:
    if not isinstance(value, list) or len(value) > _MOST_RULES:
        read.complain("rule", "rules", value, most=_MOST_RULES)
        return ()
    rules = tuple(_rule(read, entry, f"rule[{place}]") for place, entry in enumerate(value))
    seen: set[str] = set()
    for place, rule in enumerate(rules):
        if rule.id in seen:
            read.complain(f"rule[{place}].id", "unique", rule.id, id=rule.id)
        seen.add(rule.id)
    return rules


def _rule(read: Reader, entry: Any, path: str) -> Rule:
    table = read.table(entry, path, keys=("id", "when", "then", "stop", "because"))
    identity = _coded(read, table.get("id"), f"{path}.id", _ID, "id")
    when = read.table(table.get("when", {}), f"{path}.when", keys=WHEN_KEYS)
    then = read.table(table.get("then", {}), f"{path}.then", keys=_TERM_KEYS)
    if not when:
        read.complain(f"{path}.when", "present")
    if not then and "stop" not in table:
        read.complain(f"{path}.then", "present")
    because = table.get("because", {})
    clauses = read.table(because, f"{path}.because", keys=because if isinstance(because, Mapping) else ())
    conditions = (condition(read, key, value, f"{path}.when.{key}") for key, value in when.items() if key in WHEN_KEYS)
    return Rule(
        id=identity,
        when=tuple(found for found in conditions if found is not None),
        then=_fields(read, then, f"{path}.then"),
        stop=read.yes_no(table.get("stop", False), f"{path}.stop"),
        because={tongue: read.text(clause, f"{path}.because.{tongue}") for tongue, clause in clauses.items()},
    )


def _fields(read: Reader, table: Mapping[str, Any], path: str) -> dict[Field, Any]:
    return {
        Field(key): _READ_FIELD[Field(key)](read, value, f"{path}.{key}")
        for key, value in table.items()
        if key in _TERM_KEYS
    }


def _window(read: Reader, value: Any, path: str) -> Window:
    table = read.table(value, path, keys=("days", "from", "until", "or_days_after_order"))
    if "days" not in table and "until" not in table:
        read.complain(path, "window", value)
    fallback = table.get("or_days_after_order")
    return Window(
        days=read.whole(table["days"], f"{path}.days", most=3650) if "days" in table else None,
        start=read.word(table.get("from", WindowStart.DELIVERY), f"{path}.from", WindowStart),
        until=read.day(table["until"], f"{path}.until") if "until" in table else None,
        or_days_after_order=None
        if fallback is None
        else read.whole(fallback, f"{path}.or_days_after_order", most=3650),
    )


def _methods(read: Reader, value: Any, path: str) -> tuple[MethodTerm, ...]:
    table = read.table(value, path, keys=tuple(method.value for method in Method))
    return tuple(
        MethodTerm(Method(key), _price(read, price, f"{path}.{key}"))
        for key, price in table.items()
        if key in frozenset(Method)
    )


def _price(read: Reader, value: Any, path: str) -> Money | None:
    if value == "free":
        return Money(0, read.currency)
    if value == "customer":
        return None
    return read.money(value, path)


_READ_FIELD: Mapping[Field, Callable[[Reader, Any, str], Any]] = {
    Field.ACCEPT: Reader.yes_no,
    Field.WINDOW: _window,
    Field.RESOLUTIONS: lambda read, value, path: read.words(value, path, Resolution),
    Field.CREDIT_BONUS: Reader.rate,
    Field.METHODS: _methods,
    Field.RESTOCKING_FEE: Reader.rate,
    Field.EXCHANGE_FEE: Reader.rate,
    Field.APPROVAL: lambda read, value, path: read.word(value, path, Approval),
    Field.REFUND_AT: lambda read, value, path: read.word(value, path, RefundTrigger),
    Field.REFUND_WITHIN: Reader.span,
    Field.REFUND_SHIPPING: lambda read, value, path: read.word(value, path, RefundShipping),
    Field.SEND_WITHIN: Reader.span,
    Field.EVIDENCE: lambda read, value, path: read.words(value, path, Evidence),
}
"""How each term is read; a test holds that none is left out."""
