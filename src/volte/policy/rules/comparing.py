"""What is different between two policies: which fields of the head and the terms, and which rules?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from volte.kit.text import Country, Message, message
from volte.policy.rules import explain
from volte.policy.rules.model import Policy, Rule, Terms, Window
from volte.policy.rules.telling import statements
from volte.policy.rules.telling.clauses import Names
from volte.policy.rules.words import Field


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else. `before` and `after` can be carried by a text."""

    what: Message
    before: Any
    after: Any


class RuleChange(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """What became of one rule: `changes` are its fields, `conditions` whether it now fires for something else."""

    id: str
    change: RuleChange
    before: Rule | None
    after: Rule | None
    changes: tuple[Change, ...] = ()
    conditions: bool = False
    told_before: Message | None = None
    told_after: Message | None = None
    """The rule as customers read it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`head` and `terms` field by field, `rules` in the order of the later policy, removed ones last."""

    head: tuple[Change, ...]
    terms: tuple[Change, ...]
    rules: tuple[RuleDifference, ...]

    @property
    def fields(self) -> tuple[Change, ...]:
        """Head and terms together."""
        return self.head + self.terms

    @property
    def same(self) -> bool:
        return not (self.fields or self.rules)


def compare(before: Policy, after: Policy, names: Names | None = None) -> Comparison:
    """Everything that `after` says differently; comments and spelling do not count. `names` are the shop's for its
    reasons."""
    old = {each.rule: each.sentence for each in statements.tell(before, names).statements}
    new = {each.rule: each.sentence for each in statements.tell(after, names).statements}
    return Comparison(
        head=tuple(_head(before, after)),
        terms=tuple(_terms(before, after)),
        rules=tuple(
            replace(each, told_before=old.get(each.id), told_after=new.get(each.id))
            for each in _rules(before.rules, after.rules)
        ),
    )


def term(terms: Terms, field: Field) -> Any:
    """What the terms say of this field."""
    value = getattr(terms, field)
    return message("policy-same-fee") if value is None and field is Field.EXCHANGE_FEE else said(value)


def said(value: Any) -> Any:
    """The value of a field as a text can carry it, the day count for unknown deliveries included."""
    if value is None:
        return message("policy-nothing")
    shown = explain.shown(value)
    if isinstance(value, Window) and value.or_days_after_order is not None:
        return message("policy-window-unknown", window=shown, span=explain.days(value.or_days_after_order))
    return shown


def _head(before: Policy, after: Policy) -> Iterator[Change]:
    for name, old, new in (
        ("name", before.name, after.name),
        ("sells-to", _countries(before.sells_to), _countries(after.sells_to)),
        ("languages", ", ".join(before.languages), ", ".join(after.languages)),
        ("currency", before.currency, after.currency),
        ("informs", _informs(before), _informs(after)),
    ):
        if old != new:
            yield Change(message(f"policy-head-{name}"), old, new)


def _countries(codes: Sequence[str]) -> Any:
    return explain.joined([Country(code) for code in codes])


def _informs(policy: Policy) -> Message:
    word = {True: "yes", False: "no", None: "unsaid"}[policy.informs_of_withdrawal]
    return message(f"policy-{word}")


def _terms(before: Policy, after: Policy) -> Iterator[Change]:
    for field in Field:
        old, new = getattr(before.terms, field), getattr(after.terms, field)
        if old != new:
            yield Change(message(f"policy-field-{field}"), term(before.terms, field), term(after.terms, field))


def _change(field: Field, old: Any, new: Any) -> Change:
    return Change(message(f"policy-field-{field}"), said(old), said(new))


def _rules(before: Sequence[Rule], after: Sequence[Rule]) -> Iterator[RuleDifference]:
    old, new = {rule.id: rule for rule in before}, {rule.id: rule for rule in after}
    moved = _moved([name for name in old if name in new], [name for name in new if name in old])
    for name, rule in new.items():
        if name not in old:
            yield RuleDifference(name, RuleChange.ADDED, None, rule)
        elif old[name] != rule:
            changes = tuple(_fields(old[name], rule))
            yield RuleDifference(name, RuleChange.CHANGED, old[name], rule, changes, _conditions(old[name], rule))
        elif name in moved:
            yield RuleDifference(name, RuleChange.MOVED, old[name], rule)
    for name, rule in old.items():
        if name not in new:
            yield RuleDifference(name, RuleChange.REMOVED, rule, None)


def _conditions(old: Rule, new: Rule) -> bool:
    return frozenset(old.when) != frozenset(new.when)


def _fields(old: Rule, new: Rule) -> Iterator[Change]:
    for field in Field:
        if old.then.get(field) != new.then.get(field):
            yield _change(field, old.then.get(field), new.then.get(field))
    if old.stop != new.stop:
        yield Change(message("policy-part-stop"), said(old.stop), said(new.stop))
    for language in dict.fromkeys((*old.because, *new.because)):
        one, other = old.because.get(language), new.because.get(language)
        if one != other:
            what = message("policy-part-because", language=language)
            yield Change(what, one or said(None), other or said(None))


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The names that left their place among the others."""
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {name for block in kept for name in before[block.a : block.a + block.size]}
    return set(before) - stayed
