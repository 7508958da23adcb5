"""What does one key of a rule's `when` mean? Reads it into a typed condition."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from volte.kit.words import CustomerKind, Fault, PaymentKind
from volte.law.rules import traits
from volte.law.rules.words import Trait
from volte.policy.rules.conditions import (
    AnyOf,
    Between,
    Condition,
    InCategory,
    Is,
    Matching,
    OneOf,
    OptionIs,
    Range,
    ReturnsOften,
)
from volte.policy.rules.values import Reader
from volte.policy.rules.words import Fact

WHEN_KEYS = tuple(fact.value for fact in Fact)
_BOUNDS = ("over", "at_least", "under", "at_most")


def condition(read: Reader, key: str, value: Any, path: str) -> Condition | None:
    """The condition `key = value`; None after a complaint that leaves nothing to keep."""
    fact = Fact(key)
    return _READ_CONDITION[fact](read, fact, value, path)


def _category(read: Reader, fact: Fact, value: Any, path: str) -> InCategory:
    return InCategory(tuple(tuple(steps.split("/")) for steps in read.texts(value, path)))


def _any_of(read: Reader, fact: Fact, value: Any, path: str) -> AnyOf:
    return AnyOf(fact, frozenset(read.texts(value, path)))


def _one_of(read: Reader, fact: Fact, value: Any, path: str) -> OneOf:
    return OneOf(fact, frozenset(read.texts(value, path)))


def _payment(read: Reader, fact: Fact, value: Any, path: str) -> AnyOf:
    return AnyOf(fact, frozenset(read.words(value, path, PaymentKind)))


def _customer_kind(read: Reader, fact: Fact, value: Any, path: str) -> OneOf:
    return OneOf(fact, frozenset(read.words(value, path, CustomerKind)))


def _fault(read: Reader, fact: Fact, value: Any, path: str) -> OneOf:
    return OneOf(fact, frozenset(read.words(value, path, Fault)))


def _is(read: Reader, fact: Fact, value: Any, path: str) -> Is:
    return Is(fact, read.yes_no(value, path))


def _traits(read: Reader, fact: Fact, value: Any, path: str) -> AnyOf:
    reading = traits.of_words(read.texts(value, path))
    if reading.unknown:
        read.complain(path, "trait", value, words=", ".join(reading.unknown), known=", ".join(Trait))
    return AnyOf(fact, reading.traits)


def _matching(read: Reader, fact: Fact, value: Any, path: str) -> Matching:
    codes = read.texts(value, path)
    exact = frozenset(code for code in codes if not code.endswith("*"))
    return Matching(fact, exact, tuple(code[:-1] for code in codes if code.endswith("*")))


def _option(read: Reader, fact: Fact, value: Any, path: str) -> OptionIs | None:
    if not isinstance(value, dict) or len(value) != 1:
        read.complain(path, "option", value)
        return None
    ((name, wanted),) = value.items()
    return OptionIs(name, frozenset(read.texts(wanted, f"{path}.{name}")), fact)


def _between(read: Reader, fact: Fact, value: Any, path: str) -> Between:
    table = read.table(value, path, keys=("from", "until"))
    if not table:
        read.complain(path, "present", value)
    first = read.day(table["from"], f"{path}.from") if "from" in table else None
    last = read.day(table["until"], f"{path}.until") if "until" in table else None
    if first is not None and last is not None and last < first:
        read.complain(path, "order", f"{first} … {last}")
    return Between(fact, first, last)


def _returns_often(read: Reader, fact: Fact, value: Any, path: str) -> ReturnsOften:
    table = read.table(value, path, keys=("over", "of_last", "at_least_orders"))
    for key in ("over", "of_last", "at_least_orders"):
        if key not in table:
            read.complain(f"{path}.{key}", "present")
    span = read.span(table.get("of_last", "12 months"), f"{path}.of_last")
    if span.days:
        read.complain(f"{path}.of_last", "months", table.get("of_last"))
    return ReturnsOften(
        over=read.rate(table.get("over", "0 %"), f"{path}.over").share,
        months=span.months,
        at_least_orders=read.whole(table.get("at_least_orders", 1), f"{path}.at_least_orders", least=1),
    )


def _range(read: Reader, fact: Fact, value: Any, path: str) -> Range:
    table = read.table(value, path, keys=_BOUNDS)
    if not table:
        read.complain(path, "present", value)
    bounds = {key: _bound(read, fact, table[key], f"{path}.{key}") for key in _BOUNDS if key in table}
    in_money = fact in (Fact.PRICE_PAID, Fact.ORDER_TOTAL)
    return Range(fact, **bounds, currency=read.currency if in_money else None)


def _bound(read: Reader, fact: Fact, value: Any, path: str) -> int | Fraction:
    match fact:
        case Fact.PRICE_PAID | Fact.ORDER_TOTAL:
            return read.money(value, path).amount
        case Fact.DISCOUNT:
            return read.rate(value, path).share
        case Fact.WEIGHT:
            return read.grams(value, path)
        case Fact.SIZE:
            return read.millimetres(value, path)
        case _:
            return read.whole(value, path)


_READ_CONDITION: Mapping[Fact, Callable[[Reader, Fact, Any, str], Condition | None]] = {
    Fact.CATEGORY: _category,
    Fact.TAGS: _any_of,
    Fact.SKU: _matching,
    Fact.GTIN: _matching,
    Fact.LOT: _matching,
    Fact.OPTIONS: _option,
    Fact.TRAITS: _traits,
    Fact.PRICE_PAID: _range,
    Fact.DISCOUNT: _range,
    Fact.WEIGHT: _range,
    Fact.SIZE: _range,
    Fact.SELLER: _one_of,
    Fact.ORDERED: _between,
    Fact.CHANNEL: _one_of,
    Fact.COUNTRY: _one_of,
    Fact.ORDER_TOTAL: _range,
    Fact.PAYMENT: _payment,
    Fact.PROMOTION: _any_of,
    Fact.CUSTOMER_KIND: _customer_kind,
    Fact.CUSTOMER_TIER: _one_of,
    Fact.CUSTOMER_TAGS: _any_of,
    Fact.CUSTOMER_ORDERS: _range,
    Fact.CUSTOMER_RETURN_RATE: _returns_often,
    Fact.REQUESTED: _between,
    Fact.REASON: _one_of,
    Fact.FAULT: _fault,
    Fact.CONDITION: _one_of,
    Fact.SEAL_BROKEN: _is,
    Fact.QUANTITY: _range,
    Fact.ANSWERS: _option,
    Fact.DELIVERED: _between,
    Fact.PARTIAL: _is,
    Fact.WITHDRAWAL_RIGHT: _is,
}
"""How each condition is read; a test holds that none is left out."""
