"""How is one term said: a main clause for a customer, as a rule sets it or as it holds for everything?"""

from collections.abc import Callable, Mapping
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.time import Span
from volte.kit.words import Method, Resolution
from volte.policy.rules import explain
from volte.policy.rules.model import MethodTerm, Window
from volte.policy.rules.telling.joining import either, together
from volte.policy.rules.words import Evidence, Field, WindowStart

Clauses = tuple[Message, ...]


def effects(changes: Mapping[Field, Any], because: Mapping[str, str]) -> Mapping[Field, Clauses]:
    """The clauses of each term among `changes`, in the order people ask: is it taken back, how long, and so on. A
    refusal carries the shop's own `because`."""
    told: dict[Field, Clauses] = {}
    for field in Field:
        if field not in changes:
            continue
        value = changes[field]
        if value is None:
            continue
        if field is Field.ACCEPT:
            told[field] = (accept(value, because),)
        elif field is Field.REFUND_WITHIN and Field.REFUND_AT in changes:
            continue
        elif field is Field.REFUND_AT and Field.REFUND_WITHIN in changes:
            told[field] = (refund(value, changes[Field.REFUND_WITHIN]),)
        else:
            told[field] = _SAY[field](value)
    return told


def accept(value: bool, because: Mapping[str, str]) -> Message:
    if value:
        return message("policy-told-taken-back")
    if not because:
        return message("policy-told-not-taken-back")
    first = next(iter(because.values()))
    return message(
        "policy-told-not-taken-back-because",
        because_fr=because.get("fr", first),
        because_en=because.get("en", first),
    )


def window(value: Window) -> Clauses:
    """Until when a return may be asked for; and until when where nobody knows the day that counts."""
    if value.days is None:
        return (message("policy-told-window-until", last_day=value.until),)
    code, span = f"policy-told-window-{value.start}", explain.days(value.days)
    if value.until is None:
        told = message(code, days=value.days, span=span)
    else:
        told = message(f"{code}-later", days=value.days, span=span, last_day=value.until)
    after = value.or_days_after_order
    if after is None or value.start is WindowStart.ORDER:
        return (told,)
    return told, message(f"{code}-unknown", days=after, span=explain.days(after))


def ways(methods: tuple[MethodTerm, ...]) -> Clauses:
    """What the ways back cost: those of one price together."""
    sent = [term for term in methods if term.method is not Method.KEEP or term.price]
    prices = dict.fromkeys(term.price for term in sent)
    told = [_ways(price, [term.method for term in sent if term.price == price]) for price in prices]
    if len(sent) < len(methods):
        told.append(message("policy-told-way-nothing-sent"))
    return tuple(told)


def _ways(price: Money | None, methods: list[Method]) -> Message:
    names = together([message(f"policy-told-way-{method}".replace("_", "-")) for method in methods])
    how = "own" if price is None else "price" if price else "free"
    return message(f"policy-told-way-{how}", ways=names, count=len(methods), price=price)


def refund(at: str, within: Span) -> Message:
    """Which news starts the refund, and how soon it leaves after it."""
    if not within.days and not within.months:
        return message(f"policy-told-refund-{at}-at-once".replace("_", "-"))
    return message(f"policy-told-refund-{at}".replace("_", "-"), span=explain.span(within))


def _resolutions(value: tuple[Resolution, ...]) -> Clauses:
    if not value:
        return (message("policy-told-gets-nothing"),)
    said = [message(f"policy-told-get-{one}".replace("_", "-")) for one in value]
    return (message("policy-told-gets", values=either(said)),)


def _bonus(value: Rate) -> Clauses:
    return (message("policy-told-bonus", bonus=value) if value.share else message("policy-told-no-bonus"),)


def _fee(value: Rate) -> Clauses:
    return (message("policy-told-fee", fee=value) if value.share else message("policy-told-no-fee"),)


def _exchange_fee(value: Rate) -> Clauses:
    told = message("policy-told-exchange-fee", fee=value) if value.share else message("policy-told-no-exchange-fee")
    return (told,)


def _within(value: Span) -> Clauses:
    if not value.days and not value.months:
        return (message("policy-told-refund-within-at-once"),)
    return (message("policy-told-refund-within", span=explain.span(value)),)


def _send(value: Span) -> Clauses:
    if not value.days and not value.months:
        return (message("policy-told-send-at-once"),)
    return (message("policy-told-send-within", span=explain.span(value)),)


def _evidence(value: tuple[Evidence, ...]) -> Clauses:
    if not value:
        return (message("policy-told-no-evidence"),)
    return (message("policy-told-evidence", values=together([message(f"policy-told-show-{one}") for one in value])),)


_SAY: Mapping[Field, Callable[[Any], Clauses]] = {
    Field.WINDOW: window,
    Field.RESOLUTIONS: _resolutions,
    Field.CREDIT_BONUS: _bonus,
    Field.METHODS: ways,
    Field.RESTOCKING_FEE: _fee,
    Field.EXCHANGE_FEE: _exchange_fee,
    Field.APPROVAL: lambda value: (message(f"policy-told-approval-{value}"),),
    Field.REFUND_AT: lambda value: (message(f"policy-told-refund-at-{value}".replace("_", "-")),),
    Field.REFUND_WITHIN: _within,
    Field.REFUND_SHIPPING: lambda value: (message(f"policy-told-shipping-{value}".replace("_", "-")),),
    Field.SEND_WITHIN: _send,
    Field.EVIDENCE: _evidence,
}
