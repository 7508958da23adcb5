"""Which terms hold for each row once every rule has been read, and which rule set them? `evaluate` and `window`, as
columns.

A rule counts where it holds and no rule before it that holds says `stop`. Each term is that of the last rule that
counts and names it; `<side>set_<term>` is the place of that rule from 1, 0 where the terms of the policy stand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any

import ibis

from volte.kit.time import Span
from volte.kit.words import Method, Resolution
from volte.policy.rules.columns import conditions
from volte.policy.rules.columns.conditions import Column, Table
from volte.policy.rules.model import MethodTerm, Policy, Window
from volte.policy.rules.words import Evidence, Field, WindowStart

OWN_POSTAGE = -1
"""The price of a way back the customer pays the post for; NULL where a way is not offered."""


@dataclass(frozen=True, slots=True)
class Side:
    """One policy among those compared. `prefix` begins the names of its columns; fees and bonuses are whole numbers of
    a `scale`-th."""

    policy: Policy
    prefix: str = ""
    scale: int = 1

    def __call__(self, table: Table, name: str) -> Column:
        return table[f"{self.prefix}{name}"]

    def named(self, **columns: Column) -> dict[str, Column]:
        return {f"{self.prefix}{name}": column for name, column in columns.items()}


def scale_of(*policies: Policy) -> int:
    """A whole in which every fee and bonus of these policies is a whole number."""
    shares = [rate.share.denominator for policy in policies for rate in _rates(policy)]
    return lcm(100, *shares)


def _rates(policy: Policy) -> Iterator[Any]:
    for field in (Field.CREDIT_BONUS, Field.RESTOCKING_FEE):
        yield getattr(policy.terms, field)
        yield from (rule.then[field] for rule in policy.rules if field in rule.then)


def effective(table: Table, side: Side) -> Table:
    """The table with the terms of the policy beside each row."""
    table = table.mutate(
        **side.named(
            **{
                f"holds_{place}": conditions.holds(table, rule.when, side=side.prefix)
                for place, rule in enumerate(side.policy.rules, 1)
            }
        )
    )
    table = table.mutate(**side.named(read_to=_read_to(table, side)))
    set_by = {f"set_{field}": _last(table, side, _setters(side.policy, field)) for field in Field}
    set_by |= {f"set_{method}": _last(table, side, _pricers(side.policy, method)) for method in Method}
    table = table.mutate(**side.named(**set_by))
    return table.mutate(**side.named(**_values(table, side)))


def _read_to(table: Table, side: Side) -> Column:
    """The place of the last rule that is read."""
    rules = list(enumerate(side.policy.rules, 1))
    stops = [(side(table, f"holds_{place}"), place) for place, rule in rules if rule.stop]
    return ibis.cases(*stops, else_=len(rules)) if stops else ibis.literal(len(rules))


def _last(table: Table, side: Side, places: Sequence[int]) -> Column:
    stops = any(rule.stop for rule in side.policy.rules)
    found = []
    for place in reversed(places):
        counts = side(table, f"holds_{place}")
        found.append((counts & (side(table, "read_to") >= place) if stops else counts, place))
    return ibis.cases(*found, else_=0) if found else ibis.literal(0)


def _setters(policy: Policy, field: Field) -> list[int]:
    return [place for place, rule in enumerate(policy.rules, 1) if field in rule.then]


def _pricers(policy: Policy, method: Method) -> list[int]:
    named = ((place, rule.then.get(Field.METHODS, ())) for place, rule in enumerate(policy.rules, 1))
    return [place for place, terms in named if any(term.method is method for term in terms)]


def _values(table: Table, side: Side) -> dict[str, Column]:
    policy = side.policy

    def of(field: Field, shown: Callable[[Any], Any]) -> Column:
        found = [(place, shown(policy.rules[place - 1].then[field])) for place in _setters(policy, field)]
        return _chosen(side(table, f"set_{field}"), found, shown(getattr(policy.terms, field)))

    def share(rate: Any) -> int:
        return int(rate.share * side.scale)

    return {
        "accept": of(Field.ACCEPT, lambda value: value),
        "last_day": of(Field.WINDOW, lambda window: _promised(table, window)),
        "bonus": of(Field.CREDIT_BONUS, share),
        "fee": of(Field.RESTOCKING_FEE, share),
        "approval": of(Field.APPROVAL, str),
        "refund_at": of(Field.REFUND_AT, str),
        "refund_after": of(Field.REFUND_WITHIN, lambda span: _after(table, span)),
        "refund_shipping": of(Field.REFUND_SHIPPING, str),
        "send_by": of(Field.SEND_WITHIN, lambda span: _after(table, span)),
        "send_days": of(Field.SEND_WITHIN, lambda span: ibis.null("int64") if span.months else span.days),
        **{f"offers_{one}": of(Field.RESOLUTIONS, _holding(one)) for one in Resolution},
        **{f"asks_{one}": of(Field.EVIDENCE, _holding(one)) for one in Evidence},
        **{f"price_{method}": _price(table, side, method) for method in Method},
    }


def _holding(one: str) -> Callable[[Any], bool]:
    return lambda several: one in several


def _chosen(place: Column, found: list[tuple[int, Any]], otherwise: Any) -> Column:
    """The value of the rule that set it, else that of the terms."""
    if not found:
        return ibis.literal(otherwise) if not hasattr(otherwise, "op") else otherwise
    return ibis.cases(*((place == one, value) for one, value in found), else_=otherwise)


def _price(table: Table, side: Side, method: Method) -> Column:
    rules = side.policy.rules
    found = [(place, _cents(rules[place - 1].then[Field.METHODS], method)) for place in _pricers(side.policy, method)]
    return _chosen(side(table, f"set_{method}"), found, _cents(side.policy.terms.methods, method))


def _cents(terms: Sequence[MethodTerm], method: Method) -> Any:
    term = next((term for term in terms if term.method is method), None)
    if term is None:
        return ibis.null("int64")
    return OWN_POSTAGE if term.price is None else term.price.amount


def _after(table: Table, span: Span) -> Column:
    """The day this long after the request."""
    day = table.requested
    if span.months:
        day = later(day, ibis.interval(months=span.months))
    return _plus(day, span.days) if span.days else day


def _plus(day: Column, days: int) -> Column:
    return later(day, ibis.interval(days=days))


def later(day: Column, span: Column) -> Column:
    """The day so much later; a moment in between, because some engines make one of it unasked."""
    return (day.cast("timestamp") + span).cast("date")


def _promised(table: Table, window: Window) -> Column:
    until = ibis.null("date") if window.until is None else ibis.literal(window.until)
    if window.days is None:
        return until
    counted = _counted(table, window, window.days)
    return counted if window.until is None else ibis.ifelse(counted < until, until, counted)


def _counted(table: Table, window: Window, days: int) -> Column:
    if window.start is WindowStart.ORDER:
        return _plus(table.ordered, days)
    known = table.shipped
    if window.start is WindowStart.DELIVERY:
        known = ibis.ifelse(table.delivery_complete.fill_null(True), table.delivered, ibis.null("date"))
    if window.or_days_after_order is None:
        return _plus(known, days)
    since_order = _plus(table.ordered, window.or_days_after_order)
    all_there = table.delivery_complete.fill_null(True)
    return ibis.coalesce(_plus(known, days), ibis.ifelse(all_there, since_order, ibis.null("date")))
