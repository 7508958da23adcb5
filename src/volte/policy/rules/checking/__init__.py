"""Is this policy one a shop should publish? `findings` says what is wrong, what is odd, and where the law holds anyway.

`floor` compares each term with the law of every country sold to, `reach` looks for rules that never matter, `gaps` for
what was forgotten.
"""

from collections.abc import Collection
from datetime import date

from volte.policy.rules.checking import floor, gaps, reach
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.model import Policy

_ORDER = (Level.BLOCKS, Level.WARNS, Level.NOTES)


def findings(*, policy: Policy, today: date, reasons: Collection[str] | None = None) -> tuple[Finding, ...]:
    """What is to be said of a policy that orders placed from `today` on would get, the gravest first. `reasons` are the
    handles of the shop's, where they are known."""
    found = [*floor.findings(policy, today), *reach.findings(policy, today), *gaps.findings(policy, today)]
    if reasons is not None:
        found += gaps.reasons(policy, reasons)
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.level)))
