"""What does the whole policy say, statement by statement, in the order it is read?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from volte.kit.text import Message, message
from volte.kit.words import Resolution
from volte.policy.rules.model import Policy, Rule
from volte.policy.rules.telling import effects, joining
from volte.policy.rules.telling.clauses import Names, clause
from volte.policy.rules.telling.effects import Clauses
from volte.policy.rules.words import Field


class Part(StrEnum):
    """Where a reader looks for a rule: by the most important thing it changes, in this order."""

    ACCEPTED = "accepted"
    WINDOW = "window"
    WAYS = "ways"
    MONEY = "money"
    PROOF = "proof"
    OTHER = "other"


_PART = {
    Field.ACCEPT: Part.ACCEPTED,
    Field.WINDOW: Part.WINDOW,
    Field.METHODS: Part.WAYS,
    Field.RESOLUTIONS: Part.MONEY,
    Field.CREDIT_BONUS: Part.MONEY,
    Field.RESTOCKING_FEE: Part.MONEY,
    Field.EXCHANGE_FEE: Part.MONEY,
    Field.REFUND_AT: Part.MONEY,
    Field.REFUND_WITHIN: Part.MONEY,
    Field.REFUND_SHIPPING: Part.MONEY,
    Field.EVIDENCE: Part.PROOF,
    Field.APPROVAL: Part.PROOF,
    Field.SEND_WITHIN: Part.OTHER,
}
_OF = {Field.CREDIT_BONUS: Resolution.CREDIT, Field.EXCHANGE_FEE: Resolution.EXCHANGE}


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule as one sentence. `place` counts from 1 in reading order: where two disagree, the later has the last
    word. `effects` are the clauses for each term it sets."""

    rule: str
    place: int
    part: Part
    sentence: Message
    clauses: Clauses
    effects: Mapping[Field, Clauses]


@dataclass(frozen=True, slots=True)
class Told:
    """`terms` hold for everything, a few clauses for each; `statements` say where it is different."""

    terms: Mapping[Field, Clauses]
    statements: tuple[Statement, ...]

    def of_part(self, part: Part) -> tuple[Statement, ...]:
        return tuple(each for each in self.statements if each.part is part)


def tell(policy: Policy, names: Names | None = None) -> Told:
    """Every term and every rule of `policy`; `names` are the shop's for its reasons."""
    base = {field: getattr(policy.terms, field) for field in Field if _matters(policy, field)}
    return Told(
        terms=effects.effects(base, {}),
        statements=tuple(_statement(rule, place, names or {}) for place, rule in enumerate(policy.rules, start=1)),
    )


def _matters(policy: Policy, field: Field) -> bool:
    """Whether a term about one outcome is anybody's question: not where that outcome is offered nowhere."""
    offered = (policy.terms.resolutions, *(rule.then.get(Field.RESOLUTIONS, ()) for rule in policy.rules))
    return field not in _OF or any(_OF[field] in each for each in offered)


def _statement(rule: Rule, place: int, names: Names) -> Statement:
    clauses = tuple(clause(condition, names) for condition in rule.when)
    changed = effects.effects(rule.then, rule.because)
    results = [each for told in changed.values() for each in told]
    if rule.stop:
        results.append(message("policy-told-stop" if results else "policy-told-stop-only"))
    if not results:
        results.append(message("policy-told-no-change"))
    parts = {_PART[field] for field in rule.then}
    return Statement(
        rule=rule.id,
        place=place,
        part=next((part for part in Part if part in parts), Part.OTHER),
        sentence=message("policy-told-rule", when=joining.conditions(clauses), then=joining.results(results)),
        clauses=clauses,
        effects=changed,
    )
