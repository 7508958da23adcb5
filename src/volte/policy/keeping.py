"""Facts and traces as JSON, and facts back: how a decision is kept so that it can be made again."""

from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from volte.kit.text import Message
from volte.law.rules.rights import Rights
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts

_FACTS = TypeAdapter(Facts)
_RIGHTS = TypeAdapter(Rights)


def facts_kept(facts: Facts) -> dict[str, Any]:
    """Every fact as plain JSON values."""
    kept: dict[str, Any] = _FACTS.dump_python(facts, mode="json")
    return kept


def facts_back(kept: dict[str, Any]) -> Facts:
    """The facts that `facts_kept` wrote down, equal to what they were."""
    return _FACTS.validate_python(kept)


def rights_kept(rights: Rights) -> dict[str, Any]:
    """What the law said, as plain JSON values."""
    kept: dict[str, Any] = _RIGHTS.dump_python(rights, mode="json")
    return kept


def rights_back(kept: dict[str, Any]) -> Rights:
    """The rights that `rights_kept` wrote down; days inside their sentences are days again."""
    rights: Rights = _RIGHTS.validate_python(kept)
    withdrawal = replace(rights.withdrawal, why=_with_days(rights.withdrawal.why))
    return replace(
        rights, withdrawal=withdrawal, conformity=replace(rights.conformity, why=_with_days(rights.conformity.why))
    )


def _with_days(said: Message) -> Message:
    return Message(said.code, {name: _day_or(value) for name, value in said.params.items()})


def _day_or(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


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
        "methods": [[offer.method.value, offer.price.amount, offer.own_postage] for offer in decision.methods],
        "resolutions": [offer.resolution.value for offer in decision.resolutions],
        "fee": decision.restocking_fee.written(),
        "exchange_fee": decision.exchange_fee.written(),
        "outbound": decision.outbound_refunded,
        "legal_days": decision.refund.legal.days,
        "sentence": decision.sentence.code,
    }


def _readable(value: Any) -> Any:
    match value:
        case None | bool() | int():
            return value
        case frozenset():
            return sorted(str(member) for member in value)
        case _:
            return str(value)
