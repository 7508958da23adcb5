"""A document somebody is working on, as far as it can be read: the policy or what keeps it from being one."""

import re
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from volte.kit.errors import Invalid, TooLarge
from volte.kit.text import Message, message
from volte.policy.rules import checking, parse, places
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.model import Policy
from volte.policy.rules.values import Problem
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
    finding: Finding | None = None


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
        return tuple(one for one in self.findings if one.finding and one.finding.level is not Level.NOTES)

    @property
    def grave_or_problems(self) -> tuple[Placed, ...]:
        """What stands at a field of the form: what cannot be read, else what is grave."""
        return self.problems or self.grave

    @property
    def notes(self) -> tuple[Placed, ...]:
        return tuple(one for one in self.findings if one.finding and one.finding.level is Level.NOTES)

    @property
    def blocking(self) -> tuple[Placed, ...]:
        return tuple(one for one in self.findings if one.finding and one.finding.level is Level.BLOCKS)


def read(document: str, today: date) -> Read:
    """What `document` is worth for orders placed from `today` on."""
    try:
        policy = parse.policy(document)
    except (Invalid, TooLarge) as refused:
        problems: tuple[Problem, ...] = refused.params.get("problems", ())
        said = message(f"error-{refused.code}", **refused.params)
        found = [_problem(document, each) for each in problems] or [Placed("", None, said)]
        return Read(None, tuple(found))
    findings = checking.findings(policy=policy, today=today)
    return Read(policy, (), tuple(_finding(document, each, policy) for each in findings))


def _problem(document: str, problem: Problem) -> Placed:
    path = problem.path or "policy"
    return Placed(path, places.line(document, path), problem.expected, problem.found, _address(path, ()))


def _finding(document: str, finding: Finding, policy: Policy) -> Placed:
    address = _address(finding.path, tuple(rule.id for rule in policy.rules))
    return Placed(finding.path, places.line(document, finding.path), finding.said, address=address, finding=finding)


def _address(path: str, rules: tuple[str, ...]) -> str:
    """The page and field that show this path."""
    section, *rest = path.split(".")
    if section in ("terms", "policy"):
        return f"{reverse('staff_policy_form')}#f-{fields.name_of(rest)}"
    nth = re.fullmatch(r"rule\[(\d+)\]", section)
    if nth:
        return reverse("staff_policy_rule", args=[int(nth.group(1)) + 1])
    if section == "rule" and rest and rest[0] in rules:
        return reverse("staff_policy_rule", args=[rules.index(rest[0]) + 1])
    return ""
