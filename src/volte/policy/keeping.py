"""Facts and traces as JSON, and facts back: how a decision is kept so that it can be made again."""

from typing import Any

from pydantic import TypeAdapter

from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts

_FACTS = TypeAdapter(Facts)


def facts_kept(facts: Facts) -> dict[str, Any]:
    """Every fact as plain JSON values."""
    kept: dict[str, Any] = _FACTS.dump_python(facts, mode="json")
    return kept


def facts_back(kept: dict[str, Any]) -> Facts:
    """The facts that `facts_kept` wrote down, equal to what they were."""
    return _FACTS.validate_python(kept)


def trace_kept(decision: Decision) -> dict[str, Any]:
    """What each rule did and what the law lifted; values as they read, for people who look at the row."""
    law = decision.law_step
    return {
        "rules": [
            {
                "rule": step.rule.id,
                "outcome": step.outcome.value,
                "fact": step.fact.value,
                "value": _readable(step.value),
            }
            for step in decision.steps
        ],
        "law": None if law is None else {"right": law.right, "fields": [field.value for field in law.fields]},
        "last_day": None if decision.last_day is None else decision.last_day.isoformat(),
    }


def _readable(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case frozenset():
            return sorted(str(member) for member in value)
        case _:
            return str(value)
