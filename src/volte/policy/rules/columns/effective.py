"""Which terms hold for each row once every rule has been read, and which rule set them? `evaluate` and `window`, as
columns.

A rule counts where it holds and no rule before it that holds says `stop`. Each term is that of the last rule that
counts and names it; `set_by` tells the place of that rule from 1, 0 where the terms of the policy stand.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any

import ibis

from volte.kit.time import Span
from volte.kit.words import Method, RefundTrigger, Resolution
from volte.policy.rules.columns import conditions
from volte.policy.rules.columns.sheet import Column, Sheet
from volte.policy.rules.columns.table import number
from volte.policy.rules.model import MethodTerm, Policy, Window
from volte.policy.rules.words import Approval, Evidence, Field, RefundShipping, WindowStart

OWN_POSTAGE = -1
"""The price of a way back the customer pays the post for; NULL where a way is not offered."""
TRIGGERS, SHIPPINGS = tuple(RefundTrigger), tuple(RefundShipping)
"""Words are told by their place in these."""


@dataclass(frozen=True, slots=True)
class Side:
    """One policy among those compared. `prefix` begins the names of its columns; fees and bonuses are whole numbers of
    a `scale`-th."""

    policy: Policy
    prefix: str = ""
    scale: int = 1

    def __call__(self, sheet: Sheet, name: str) -> Column:
        return sheet[f"{self.prefix}{name}"]

    def named(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        return {f"{self.prefix}{name}": column for name, column in columns.items()}


def scale_of(*policies: Policy) -> int:
    """A whole in which every fee and bonus of these policies is a whole number."""
    shares = [rate.share.denominator for policy in policies for rate in _rates(policy)]
    return lcm(100, *shares)


def _rates(policy: Policy) -> Iterator[Any]:
    for field in (Field.CREDIT_BONUS, Field.RESTOCKING_FEE, Field.EXCHANGE_FEE):
        own = getattr(policy.terms, field)
        yield from () if own is None else (own,)
        yield from (rule.then[field] for rule in policy.rules if field in rule.then)


def stepwise(sheet: Sheet, sides: Sequence[Side], *steps: Callable[[Sheet, Side], dict[str, Column]]) -> Sheet:
    """Each step for all policies before the next: what two of them have in common is then found to be one."""
    for step in steps:
        sheet = sheet.adding({name: made for side in sides for name, made in side.named(step(sheet, side)).items()})
    return sheet


def effective(sheet: Sheet, *sides: Side) -> Sheet:
    """The terms of each policy beside each row."""
    return stepwise(sheet, sides, _holding, _read_to, _counting, _values)


def _holding(sheet: Sheet, side: Side) -> dict[str, Column]:
    return {
        f"holds_{place}": conditions.holds(sheet, rule.when, side=side.prefix)
        for place, rule in enumerate(side.policy.rules, 1)
    }


def _read_to(sheet: Sheet, side: Side) -> dict[str, Column]:
    """The place of the last rule that is read."""
    rules = list(enumerate(side.policy.rules, 1))
    stops = [(side(sheet, f"holds_{place}"), place) for place, rule in rules if rule.stop]
    return {"read_to": ibis.cases(*stops, else_=len(rules)) if stops else ibis.literal(len(rules))}


def _counting(sheet: Sheet, side: Side) -> dict[str, Column]:
    """Whether each rule has a say: TRUE, or FALSE or NULL alike."""
    found, stopping = {}, False
    for place, rule in enumerate(side.policy.rules, 1):
        holds = side(sheet, f"holds_{place}")
        found[f"counts_{place}"] = holds & (side(sheet, "read_to") >= place) if stopping else holds
        stopping = stopping or rule.stop
    return found


def set_by(sheet: Sheet, side: Side, field: Field) -> Column:
    """The place of the rule that had the last word on this field."""
    return _last(sheet, side, [(place, place) for place in _setters(side.policy, field)], 0)


def _last(sheet: Sheet, side: Side, found: Sequence[tuple[int, Any]], otherwise: Any) -> Column:
    """What the last of these rules that counts says."""
    if not found:
        return otherwise if hasattr(otherwise, "op") else ibis.literal(otherwise)
    says = ((side(sheet, f"counts_{place}"), value) for place, value in reversed(found))
    return ibis.cases(*says, else_=otherwise)


def _setters(policy: Policy, field: Field) -> list[int]:
    return [place for place, rule in enumerate(policy.rules, 1) if field in rule.then]


def _pricers(policy: Policy, method: Method) -> list[int]:
    named = ((place, rule.then.get(Field.METHODS, ())) for place, rule in enumerate(policy.rules, 1))
    return [place for place, terms in named if any(term.method is method for term in terms)]


def _values(sheet: Sheet, side: Side) -> dict[str, Column]:
    policy = side.policy

    def of(field: Field, shown: Callable[[Any], Any]) -> Column:
        found = [(place, shown(policy.rules[place - 1].then[field])) for place in _setters(policy, field)]
        return _last(sheet, side, found, shown(getattr(policy.terms, field)))

    def share(rate: Any) -> Any:
        return ibis.null("int64") if rate is None else int(rate.share * side.scale)

    return {
        "accept": of(Field.ACCEPT, bool),
        "last_day": of(Field.WINDOW, lambda window: _promised(sheet, window)),
        "bonus": of(Field.CREDIT_BONUS, share),
        "fee": of(Field.RESTOCKING_FEE, share),
        "exchange_fee": of(Field.EXCHANGE_FEE, share),
        "manual": of(Field.APPROVAL, lambda approval: approval is Approval.MANUAL),
        "refund_at": of(Field.REFUND_AT, TRIGGERS.index),
        "promised_days": of(Field.REFUND_WITHIN, lambda span: _days(sheet, span)),
        "after_months": of(Field.REFUND_WITHIN, lambda span: span.months),
        "after_days": of(Field.REFUND_WITHIN, lambda span: span.days),
        "refund_shipping": of(Field.REFUND_SHIPPING, SHIPPINGS.index),
        "send_days": of(Field.SEND_WITHIN, lambda span: _days(sheet, span)),
        "send_plain": of(Field.SEND_WITHIN, lambda span: not span.months),
        **{f"offers_{one}": of(Field.RESOLUTIONS, _naming(one)) for one in Resolution},
        **{f"asks_{one}": of(Field.EVIDENCE, _naming(one)) for one in Evidence},
        **{f"price_{method}": _price(sheet, side, method) for method in Method},
    }


def _naming(one: str) -> Callable[[Any], bool]:
    return lambda several: one in several


def _price(sheet: Sheet, side: Side, method: Method) -> Column:
    rules = side.policy.rules
    found = [(place, _cents(rules[place - 1].then[Field.METHODS], method)) for place in _pricers(side.policy, method)]
    return _last(sheet, side, found, _cents(side.policy.terms.methods, method))


def _cents(terms: Sequence[MethodTerm], method: Method) -> Any:
    term = next((term for term in terms if term.method is method), None)
    if term is None:
        return ibis.null("int64")
    return OWN_POSTAGE if term.price is None else term.price.amount


def _days(sheet: Sheet, span: Span) -> Any:
    """So many days after the request. Only a month needs the calendar."""
    if not span.months:
        return span.days
    first = ibis.date(1970, 1, 1)
    asked = (first + sheet["requested"].as_interval("D")).cast("timestamp")
    later = (asked + ibis.interval(months=span.months)).cast("date")
    return later.delta(first, unit="day") + span.days - sheet["requested"]


def _promised(sheet: Sheet, window: Window) -> Column:
    until = ibis.null("int32") if window.until is None else ibis.literal(number(window.until))
    if window.days is None:
        return until
    counted = _counted(sheet, window, window.days)
    return counted if window.until is None else ibis.ifelse(counted < until, until, counted)


def _counted(sheet: Sheet, window: Window, days: int) -> Column:
    if window.start is WindowStart.ORDER:
        return sheet["ordered"] + days
    all_there = sheet["delivery_complete"].fill_null(True)
    known = sheet["shipped"]
    if window.start is WindowStart.DELIVERY:
        known = ibis.ifelse(all_there, sheet["delivered"], ibis.null("int32"))
    if window.or_days_after_order is None:
        return known + days
    since_order = ibis.ifelse(all_there, sheet["ordered"] + window.or_days_after_order, ibis.null("int32"))
    return ibis.coalesce(known + days, since_order)
