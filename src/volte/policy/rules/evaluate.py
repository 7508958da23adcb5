"""Which terms hold for this item once every rule has been read, and why?

Rules run in order. One whose conditions all hold overrides the fields it names; a later one overrides it again; `stop`
ends the reading. A condition that fails closes its rule; a missing fact keeps it from firing, and the trace says which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from volte.policy.rules.conditions import Outcome
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import MethodTerm, Policy, Rule, Terms
from volte.policy.rules.words import Fact, Field

# Python 3.11 looks an enum member up through a descriptor: once here, not once per rule.
_HOLDS, _FAILS, _MISSING = Outcome.HOLDS, Outcome.FAILS, Outcome.MISSING


class RuleStep(NamedTuple):
    """What one rule did. `fact` and `value` are of the condition that decided: the first that failed, else the first
    that was missing, else the last that held. (A named tuple: a decision makes one per rule.)"""

    rule: Rule
    outcome: Outcome
    fact: Fact
    value: Any

    @property
    def fired(self) -> bool:
        return self.outcome is Outcome.HOLDS


@dataclass(frozen=True, slots=True)
class Effective:
    """The shop's terms for one item. `set_by` names, per overridden field, the rule that had the last word."""

    terms: Terms
    set_by: Mapping[Field, Rule]
    steps: tuple[RuleStep, ...]


def effective(*, policy: Policy, facts: Facts) -> Effective:
    """Run the rules of `policy` over `facts`; the same always gives the same."""
    steps: list[RuleStep] = []
    changes: dict[Field, Any] = {}
    set_by: dict[Field, Rule] = {}
    for rule in policy.rules:
        step = None
        for fact, read, asks in rule.tests:
            value = read(facts)
            holds = None if value is None else asks(value)
            if holds is False:
                step = RuleStep(rule, _FAILS, fact, value)
                break
            if holds is None and step is None:
                step = RuleStep(rule, _MISSING, fact, value)
        if step is not None:
            steps.append(step)
            continue
        steps.append(RuleStep(rule, _HOLDS, fact, value))
        for name, value in rule.then.items():
            changes[name] = _merged(changes.get(name, policy.terms.methods), value) if name is Field.METHODS else value
            set_by[name] = rule
        if rule.stop:
            break
    terms = policy.terms.changed(changes) if changes else policy.terms
    return Effective(terms, set_by, tuple(steps))


def _merged(methods: tuple[MethodTerm, ...], named: tuple[MethodTerm, ...]) -> tuple[MethodTerm, ...]:
    """A rule that names a method sets its price; the others stay as they were."""
    prices = {term.method: term for term in methods} | {term.method: term for term in named}
    return tuple(prices.values())
