"""A document somebody is working on, as far as it can be read: the policy or what keeps it from being one."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from volte.kit.errors import Invalid, TooLarge
from volte.kit.text import Message, message
from volte.policy.rules import checking, parse, places
from volte.policy.rules.checking import grouped
from volte.policy.rules.checking.finding import Level
from volte.policy.rules.checking.grouped import Group
from volte.policy.rules.model import Policy
from volte.policy.rules.values import Problem
from volte.policy.rules.words import Field
from volte.web.staff.policy import fields


@dataclass(frozen=True, slots=True)
class Placed:
    """Something said of one place of the document. `line` counts from 1; None where the text has no such place."""

    path: str
    line: int | None
    said: Message
    found: str = ""
    address: str = ""
    """Where it can be put right in the form."""
    group: Group | None = None
    field: Message | None = None
    """What the form calls it."""


@dataclass(frozen=True, slots=True)
class Read:
    """`policy` is None as long as there are problems; `findings` are those of the check, the gravest first."""

    policy: Policy | None
    problems: tuple[Placed, ...] = ()
    findings: tuple[Placed, ...] = ()

    @property
    def blocked(self) -> bool:
        """Can it not be published as it stands?"""
        return self.policy is None or bool(self.blocking)

    @property
    def grave(self) -> tuple[Placed, ...]:
        """What must change, and what is probably not meant."""
        return tuple(one for one in self.findings if one.group and one.group.level is not Level.NOTES)

    @property
    def grave_or_problems(self) -> tuple[Placed, ...]:
        """What stands at a field of the form: what cannot be read, else what is grave."""
        return self.problems or self.grave

    @property
    def notes(self) -> tuple[Placed, ...]:
        return tuple(one for one in self.findings if one.group and one.group.level is Level.NOTES)

    @property
    def blocking(self) -> tuple[Placed, ...]:
        return tuple(one for one in self.findings if one.group and one.group.level is Level.BLOCKS)


def read(document: str, today: date, reasons: Collection[str]) -> Read:
    """What `document` is worth for orders placed from `today` on, in a shop with these `reasons`."""
    try:
        policy = parse.policy(document)
    except (Invalid, TooLarge) as refused:
        problems: tuple[Problem, ...] = refused.params.get("problems", ())
        said = message(f"error-{refused.code}", **refused.params)
        found = [_problem(document, each) for each in problems] or [Placed("", None, said)]
        return Read(None, tuple(found))
    findings = checking.findings(policy=policy, today=today, reasons=reasons)
    return Read(policy, (), tuple(_finding(document, each, policy) for each in grouped.grouped(findings)))


def _problem(document: str, problem: Problem) -> Placed:
    path = problem.path or "policy"
    return Placed(path, places.line(document, path), problem.expected, problem.found, _address(path, ()))


def _finding(document: str, group: Group, policy: Policy) -> Placed:
    address = _address(group.path, tuple(rule.id for rule in policy.rules))
    line = places.line(document, group.path)
    return Placed(group.path, line, group.said, address=address, group=group, field=_field(group.path))


def _field(path: str) -> Message | None:
    """What people call the term or the part of the head that stands there."""
    for step in reversed(path.split(".")):
        name = step.partition("[")[0]
        if name in list(Field):
            return message(f"policy-field-{name}".replace("_", "-"))
        if name in _HEAD:
            return message(f"policy-head-{_HEAD[name]}")
    return None


_HEAD = {"name": "name", "sells_to": "sells-to", "languages": "languages", "informs_of_withdrawal": "informs"}


def _address(path: str, rules: tuple[str, ...]) -> str:
    """The page and field that show this path."""
    section, *rest = path.split(".")
    if section in ("terms", "policy"):
        return f"{reverse('staff_policy_form')}#f-{fields.name_of(rest)}"
    nth = re.fullmatch(r"rule\[(\d+)\]", section)
    if nth:
        return _rule_address(int(nth.group(1)) + 1, rest)
    if section == "rule" and rest and rest[0] in rules:
        return _rule_address(rules.index(rest[0]) + 1, rest[1:])
    return ""


def _rule_address(place: int, steps: list[str]) -> str:
    name = fields.name_in_rule(steps)
    return reverse("staff_policy_rule", args=[place]) + (f"#f-{name}" if name else "")
