"""Why was it decided so? The whole trace as messages, in order, for the agent; each is one line.

The short answer for the customer is `decision.sentence`.
"""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Fault, Method, PaymentKind, RefundTrigger, Resolution
from volte.law.rules.provisions import Citation
from volte.law.rules.words import Channel, Trait
from volte.policy.rules.conditions import Outcome
from volte.policy.rules.decision import Decision
from volte.policy.rules.evaluate import RuleStep
from volte.policy.rules.facts import ReturnRate
from volte.policy.rules.model import MethodTerm, Window
from volte.policy.rules.words import Approval, Evidence, Fact, RefundShipping

# Whatever a policy can only say in words of ours is said in the reader's language.
_CLOSED: Mapping[type[StrEnum], str] = {
    Fault: "fault",
    Resolution: "resolution",
    Method: "method",
    CustomerKind: "customer",
    PaymentKind: "payment",
    RefundTrigger: "trigger",
    Approval: "approval",
    RefundShipping: "shipping",
    Evidence: "evidence",
    Trait: "trait",
}
_YEAR = 365
CONDITIONS = ("unworn", "tried", "used", "damaged", "opened")
_WORDS_OF: Mapping[Fact, tuple[str, ...]] = {Fact.CONDITION: CONDITIONS, Fact.CHANNEL: tuple(Channel)}


def trace(decision: Decision) -> tuple[Message, ...]:
    """Every line of the trace: each rule read, each field it set, what the law lifted, the rights, the outcome."""
    lines: list[Message] = []
    for step in decision.steps:
        lines.extend(_rule(step))
    lines.extend(_law(decision))
    lines.append(message(f"policy-verdict-{decision.verdict}"))
    return tuple(lines)


def _rule(step: RuleStep) -> Iterable[Message]:
    fact, rule, value = message(f"policy-fact-{step.fact}"), step.rule.id, _value(step)
    match step.outcome:
        case Outcome.HOLDS:
            yield message("policy-step-holds", rule=rule, fact=fact, value=value)
            for field, value in step.rule.then.items():
                yield message("policy-step-sets", field=message(f"policy-field-{field}"), value=shown(value))
        case Outcome.FAILS:
            yield message("policy-step-fails", rule=rule, fact=fact, value=value)
        case Outcome.MISSING if step.value is None:
            yield message("policy-step-missing", rule=rule, fact=fact)
        case Outcome.MISSING:
            yield message("policy-step-cannot-tell", rule=rule, fact=fact, value=value)


def _law(decision: Decision) -> Iterable[Message]:
    for right in decision.statutory:
        name = message(f"policy-right-{right.name}")
        yield message("policy-step-right", right=name, why=right.why)
        if right.citations:
            yield message("policy-step-cites", citations=cited(right.citations, doubtful=right.unverified))
    if decision.refund.legal.indexed:
        yield message("law-refund-indexed")
    law = decision.law_step
    if law is not None:
        fields = joined([message(f"policy-field-{field}") for field in law.fields])
        yield message("policy-step-lifts", right=message(f"policy-right-{law.right}"), fields=fields)


def cited(citations: Iterable[Citation], *, doubtful: Container[Citation] = ()) -> str:
    """All of them in one line, as lawyers write them: Code de la consommation L221-18 · …; what nobody has compared
    with the text yet wears a question mark."""
    return " · ".join(f"{each.title} {each.article}{' (?)' if each in doubtful else ''}" for each in citations)


def shown(value: Any) -> Any:
    """A value of a fact or a term as something a text can carry."""
    match value:
        case bool():
            return message("policy-yes" if value else "policy-no")
        case Money() | Rate() | date() | int():
            return value
        case Window():
            return _window(value)
        case Span():
            return span(value)
        case MethodTerm(method, price):
            cost = message("policy-own-postage") if price is None else price
            return message("policy-method", method=shown(method), price=cost)
        case ReturnRate(_, orders, months):
            return message("policy-return-rate", rate=value.said, orders=orders, months=months)
        case StrEnum() if type(value) in _CLOSED:
            return _word(_CLOSED[type(value)], value)
        case Mapping():
            return joined([message("policy-option", name=name, value=chosen) for name, chosen in value.items()])
        case frozenset() | set() | tuple() | list():
            ordered = sorted(value) if isinstance(value, frozenset | set) else value
            return joined([shown(member) for member in ordered])
        case _:
            return str(value)


def _value(step: RuleStep) -> Any:
    """The value a rule looked at. What arrives as plain text, though only some words are possible, is one of those."""
    known = _WORDS_OF.get(step.fact, ())
    return _word(step.fact, step.value) if step.value in known else shown(step.value)


def _word(of: str, value: str) -> Message:
    return message(f"policy-word-{of}-{value}".replace("_", "-"))


def joined(parts: list[Any]) -> Any:
    """The parts with commas between them; each may itself be a message."""
    if not parts:
        return message("policy-nothing")
    return reduce(lambda first, rest: message("policy-joined", first=first, rest=rest), parts)


def _window(window: Window) -> Message:
    if window.days is None:
        return message("policy-window-until", last_day=window.until)
    told = message(f"policy-window-{window.start}", days=window.days, span=days(window.days))
    if window.until is None:
        return told
    return message("policy-window-later", days=told, last_day=window.until)


def span(value: Span) -> Message:
    """How long, as people say it."""
    return days(value.days) if value.days else months(value.months)


def months(count: int) -> Message:
    """Whole years are years."""
    years, rest = divmod(count, 12)
    return message("policy-months", count=count) if rest or not years else message("policy-years", count=years)


def days(count: int) -> Message:
    """Days are days, as they are counted: three years may have one more. Many of them are told as years besides."""
    years, rest = divmod(count, _YEAR)
    if rest or not years:
        return message("policy-days", count=count)
    return message("policy-days-or-years", days=message("policy-days", count=count), years=months(12 * years))
