"""How is one condition of a rule said: a clause that can follow "if", with its own subject and verb?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from babel import Locale

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.words import CustomerKind, Fault, PaymentKind
from volte.law.rules.words import Channel, Trait
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
from volte.policy.rules.explain import CONDITIONS
from volte.policy.rules.telling.joining import either, in_language, quoted, together
from volte.policy.rules.words import Fact

Names = Mapping[str, Mapping[str, str]]
"""What the shop calls its reasons: handle, language, name."""

_BOUNDS = ("over", "at_least", "under", "at_most")
WORDS: Mapping[Fact, Sequence[str]] = {
    Fact.CHANNEL: tuple(Channel),
    Fact.CONDITION: CONDITIONS,
    Fact.CUSTOMER_KIND: tuple(CustomerKind),
    Fact.FAULT: tuple(Fault),
    Fact.PAYMENT: tuple(PaymentKind),
    Fact.TRAITS: tuple(Trait),
}
"""The facts whose words are ours, as people would list them; each word has its clause `policy-told-<fact>-<word>`."""
_NOT_YOURS = frozenset({Fault.MERCHANT, Fault.CARRIER})
_SIZES = frozenset({"size", "taille"})
_COLOURS = frozenset({"colour", "color", "couleur"})


def clause(condition: Condition, names: Names) -> Message:
    """The condition as a clause; `names` are the shop's for its reasons."""
    fact = f"policy-told-{condition.fact}".replace("_", "-")
    match condition:
        case OneOf(_, values) | AnyOf(_, values):
            if values == _NOT_YOURS:
                return message("policy-told-fault-not-yours")
            parts = [_word(condition.fact, value, names) for value in _ordered(condition.fact, values)]
            return message(fact, values=either(parts), count=len(parts))
        case Matching():
            return _matching(fact, condition)
        case InCategory(paths):
            return message(fact, values=either([quoted(" › ".join(path)) for path in paths]))
        case OptionIs(name, values):
            return _option(fact, name, [quoted(value) for value in sorted(values)])
        case Range():
            return message(fact, range=_range(condition))
        case Between(_, first, last):
            return _between(fact, first, last)
        case Is(_, value):
            return message(f"{fact}-{'yes' if value else 'no'}")
        case ReturnsOften(over, months, orders):
            return message(fact, over=Rate(over), months=months, orders=orders)


def _ordered(fact: Fact, values: frozenset[str]) -> list[str]:
    """As people would list them where the words are ours, else by the alphabet."""
    known = [word for word in WORDS.get(fact, ()) if word in values]
    return [*known, *sorted(value for value in values if value not in known)]


def _word(fact: Fact, value: str, names: Names) -> Message:
    """A word of ours as part of the sentence, a word of the shop's between quotes."""
    if value in WORDS.get(fact, ()):
        return message(f"policy-told-{fact}-{value}".replace("_", "-"))
    match fact:
        case Fact.COUNTRY:
            return country(value)
        case Fact.CHANNEL:
            return message("policy-told-channel-other", value=value)
        case Fact.REASON if value in names:
            return message("policy-told-quoted", value=in_language(names[value], value))
        case _:
            return quoted(value)


def country(code: str) -> Message:
    """What people call the country."""
    return in_language({tongue: _territory(tongue, code) for tongue in ("fr", "en")}, code)


def _territory(tongue: str, code: str) -> str:
    return str(Locale(tongue).territories.get(code, code))


def _matching(fact: str, condition: Matching) -> Message:
    exact = [quoted(code) for code in sorted(condition.exact)]
    beginnings = [quoted(code) for code in condition.beginnings]
    if not beginnings:
        return message(f"{fact}-is", values=either(exact))
    if not exact:
        return message(f"{fact}-begins", values=either(beginnings))
    return message(f"{fact}-is-or-begins", values=either(exact), beginnings=either(beginnings))


def _option(fact: str, name: str, values: list[Message]) -> Message:
    known = "size" if name.lower() in _SIZES else "colour" if name.lower() in _COLOURS else ""
    if known and fact.endswith("options"):
        return message(f"policy-told-option-{known}", values=either(values))
    return message(fact, name=name, values=either(values))


def _between(fact: str, first: date | None, last: date | None) -> Message:
    if first is None:
        return message(f"{fact}-until", last_day=last)
    if last is None:
        return message(f"{fact}-from", first_day=first)
    return message(f"{fact}-on" if first == last else f"{fact}-between", first_day=first, last_day=last)


def _range(condition: Range) -> Any:
    given = [(bound, getattr(condition, bound)) for bound in _BOUNDS]
    return together(
        [
            message(f"policy-told-range-{bound.replace('_', '-')}", value=_measure(condition, number))
            for bound, number in given
            if number is not None
        ]
    )


def _measure(condition: Range, number: int | Fraction) -> Any:
    """A bound in the largest unit that keeps it a whole number."""
    say = _MEASURES.get(condition.fact)
    return int(number) if say is None else say(condition, number)


def _money(condition: Range, number: int | Fraction) -> Money:
    return Money(int(number), condition.currency or "EUR")


def _grams(_: Range, number: int | Fraction) -> Message:
    grams = int(number)
    return (
        message("policy-told-kg", count=grams // 1000)
        if grams and not grams % 1000
        else message("policy-told-g", count=grams)
    )


def _millimetres(_: Range, number: int | Fraction) -> Message:
    length = int(number)
    for unit, size in (("m", 1000), ("cm", 10)):
        if length and not length % size:
            return message(f"policy-told-{unit}", count=length // size)
    return message("policy-told-mm", count=length)


_MEASURES: Mapping[Fact, Callable[[Range, int | Fraction], Any]] = {
    Fact.PRICE_PAID: _money,
    Fact.ORDER_TOTAL: _money,
    Fact.DISCOUNT: lambda _, number: Rate(Fraction(number)),
    Fact.WEIGHT: _grams,
    Fact.SIZE: _millimetres,
}
