"""A document somebody is working on, as far as it can be read: the policy or what keeps it from being one."""

from dataclasses import dataclass
from datetime import date

from volte.kit.errors import Invalid, TooLarge
from volte.kit.text import Message, message
from volte.policy.rules import checking, parse, places
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.model import Policy
from volte.policy.rules.values import Problem


@dataclass(frozen=True, slots=True)
class Placed:
    """Something said of one place of the document. `line` counts from 1; None where the text has no such place."""

    path: str
    line: int | None
    said: Message
    found: str = ""
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
    return Read(policy, (), tuple(_finding(document, each) for each in findings))


def _problem(document: str, problem: Problem) -> Placed:
    return Placed(problem.path or "policy", places.line(document, problem.path), problem.expected, problem.found)


def _finding(document: str, finding: Finding) -> Placed:
    return Placed(finding.path, places.line(document, finding.path), finding.said, finding=finding)
