"""What would have had to be different? The smallest change of one or two facts that turns the answer into a yes; for
what is accepted, until when it is.

Tried are only changes the decision itself suggests: another day, the conditions of the rules that fired, what the law's
answer hung on. Each is decided like any other request, so what is said is what would have been answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.kit.words import CustomerKind, Fault
from volte.law.rules.rights import Rights, rights_for
from volte.law.rules.situation import Situation
from volte.law.rules.words import Channel
from volte.policy.rules import conditions, explain
from volte.policy.rules.conditions import AnyOf, Between, Condition, InCategory, Is, OneOf, Range, ReturnsOften
from volte.policy.rules.decide import verdict_of
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts, ReturnRate
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import situation_of
from volte.policy.rules.words import Fact, Verdict

# Pairs are looked for among the first so many changes: a person reads no more.
_MOST = 12
_DAY = timedelta(days=1)
# Where each fact lives: part of the facts, and field; what a customer could have done otherwise first, a fault of the
# goods last. The others are worked out and cannot be changed by themselves.
_PLACES: Mapping[Fact, tuple[str, str]] = {
    Fact.REQUESTED: ("request", "asked_on"),
    Fact.SEAL_BROKEN: ("request", "seal_broken"),
    Fact.CONDITION: ("request", "condition"),
    Fact.QUANTITY: ("request", "quantity"),
    Fact.DISCOUNT: ("item", "discount"),
    Fact.PRICE_PAID: ("item", "price_paid"),
    Fact.WEIGHT: ("item", "weight_g"),
    Fact.SIZE: ("item", "longest_mm"),
    Fact.TAGS: ("item", "tags"),
    Fact.TRAITS: ("item", "traits"),
    Fact.CATEGORY: ("item", "category"),
    Fact.ORDERED: ("order", "placed_on"),
    Fact.CHANNEL: ("order", "channel"),
    Fact.ORDER_TOTAL: ("order", "total"),
    Fact.PROMOTION: ("order", "promotions"),
    Fact.CUSTOMER_KIND: ("customer", "kind"),
    Fact.CUSTOMER_TAGS: ("customer", "tags"),
    Fact.CUSTOMER_ORDERS: ("customer", "orders"),
    Fact.CUSTOMER_RETURN_RATE: ("customer", "return_rate"),
    Fact.FAULT: ("request", "fault"),
    Fact.REASON: ("request", "reason"),
}
_NATURAL = {fact: place for place, fact in enumerate(_PLACES)}

_WORDS: Mapping[Fact, tuple[Any, ...]] = {
    Fact.FAULT: tuple(Fault),
    Fact.CUSTOMER_KIND: tuple(CustomerKind),
    Fact.CHANNEL: tuple(channel.value for channel in Channel),
    Fact.CONDITION: explain.CONDITIONS,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One fact as it is, and as it would have to be."""

    fact: Fact
    was: Any
    would_be: Any

    def made(self, facts: Facts) -> Facts:
        part, name = _PLACES[self.fact]
        changed: Any = {name: self.would_be}
        whole: Any = {part: replace(getattr(facts, part), **changed)}
        return replace(facts, **whole)

    @property
    def said(self) -> Message:
        was = message("policy-otherwise-unknown") if self.was is None else explain.shown(self.was)
        fact = message(f"policy-fact-{self.fact}")
        return message("policy-otherwise-change", fact=fact, was=was, would_be=explain.shown(self.would_be))


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """With these changes, at most two, the answer would be `verdict`."""

    changes: tuple[Change, ...]
    verdict: Verdict

    @property
    def said(self) -> Message:
        changes = explain.joined([change.said for change in self.changes])
        return message("policy-otherwise", changes=changes, verdict=message(f"policy-verdict-{self.verdict}"))


def smallest(*, policy: Policy, facts: Facts, decision: Decision) -> Counterfactual | None:
    """The nearest other answer; None when no change we know of gives one."""
    if decision.verdict is Verdict.ACCEPTED:
        return _until(policy, facts, decision)
    found = dict.fromkeys(_changes(facts, decision))
    known = {situation_of(policy=policy, facts=facts): decision.rights}
    changes = sorted(found, key=lambda change: _NATURAL[change.fact])[:_MOST]
    for count in (1, 2):
        for chosen in combinations(changes, count):
            if count == 2 and chosen[0].fact is chosen[1].fact:
                continue
            if _verdict(policy, facts, chosen, known) is Verdict.ACCEPTED:
                return Counterfactual(chosen, Verdict.ACCEPTED)
    return None


def _until(policy: Policy, facts: Facts, decision: Decision) -> Counterfactual | None:
    """What is accepted is so until a day; None when it has no end."""
    if decision.last_day is None:
        return None
    late = Change(Fact.REQUESTED, facts.request.asked_on, decision.last_day + _DAY)
    verdict = _verdict(policy, facts, (late,), {})
    return None if verdict is Verdict.ACCEPTED else Counterfactual((late,), verdict)


def _verdict(policy: Policy, facts: Facts, changes: tuple[Change, ...], known: dict[Situation, Rights]) -> Verdict:
    """The law is asked again only where a change makes another case of it."""
    for change in changes:
        facts = change.made(facts)
    situation = situation_of(policy=policy, facts=facts)
    rights = known.get(situation)
    if rights is None:
        rights = known[situation] = rights_for(situation)
    return verdict_of(policy=policy, facts=facts, rights=rights)


def _changes(facts: Facts, decision: Decision) -> Iterator[Change]:
    """What to try: sooner (as late as can be), what the rules looked at, what the law did."""
    asked_on, right = facts.request.asked_on, decision.rights.withdrawal
    ends = {day for day in (decision.last_day, right.last_day) if day is not None and day < asked_on}
    for day in sorted(ends, reverse=True):
        yield Change(Fact.REQUESTED, asked_on, day)
    for step in reversed(decision.steps):
        if step.fired:
            for condition in step.rule.when:
                yield from _opposites(condition, facts)
    yield from _lawful(facts)


def _lawful(facts: Facts) -> Iterator[Change]:
    """What closes or opens a right of the law, beside the day."""
    if facts.request.seal_broken is not False:
        yield Change(Fact.SEAL_BROKEN, facts.request.seal_broken, False)
    if facts.order.channel == Channel.STORE:
        yield Change(Fact.CHANNEL, facts.order.channel, Channel.ONLINE.value)
    if facts.customer.kind not in (None, CustomerKind.CONSUMER):
        yield Change(Fact.CUSTOMER_KIND, facts.customer.kind, CustomerKind.CONSUMER)
    for trait in sorted(facts.item.traits or ()):
        yield Change(Fact.TRAITS, facts.item.traits, (facts.item.traits or frozenset()) - {trait})


def _opposites(condition: Condition, facts: Facts) -> Iterator[Change]:
    """Changes of its fact with which the condition no longer holds."""
    if condition.fact not in _PLACES:
        return
    was = conditions.READ[condition.fact](facts)
    for value in _others(condition, was):
        yield Change(condition.fact, was, value)


def _others(condition: Condition, was: Any) -> Iterator[Any]:
    match condition:
        case Is(_, value):
            yield not value
        case AnyOf(_, values):
            yield frozenset(was) - values
        case InCategory():
            yield ()
        case OneOf(fact, values):
            yield from (word for word in _WORDS.get(fact, ()) if word not in values)
        case Between(_, first, last):
            yield from _outside(first, last)
        case Range():
            yield from (_like(was, bound, condition) for bound in _bounds(condition, was))
        case ReturnsOften(over):
            yield ReturnRate(Rate(over), was.orders, was.months)
        case _:
            return


def _outside(first: date | None, last: date | None) -> Iterator[date]:
    if first is not None:
        yield first - _DAY
    if last is not None:
        yield last + _DAY


def _bounds(condition: Range, was: Any) -> Iterator[int | Fraction]:
    """The nearest values outside the range; a share moves by a thousandth, everything else by one."""
    step: int | Fraction = Fraction(1, 1000) if isinstance(was, Rate) else 1
    if condition.over is not None:
        yield condition.over
    if condition.at_least is not None:
        yield condition.at_least - step
    if condition.under is not None:
        yield condition.under
    if condition.at_most is not None:
        yield condition.at_most + step


def _like(was: Any, bound: int | Fraction, condition: Range) -> Any:
    """The bound as a value of the fact's own kind."""
    if isinstance(was, Money):
        return Money(max(int(bound), 0), condition.currency or was.currency)
    return Rate(max(Fraction(bound), Fraction(0))) if isinstance(was, Rate) else int(bound)
