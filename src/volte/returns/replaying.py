"""What was decided where no goods come back, kept so that it can be decided again: on which facts, under which policy
and state of the law. It stands in the decision of the item, which the first step of the return vouches for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from volte.kit.errors import NotFound
from volte.law.rules import provisions
from volte.policy import queries as policy
from volte.returns import wire
from volte.returns.rules import situations
from volte.returns.rules.situations import Answer, Facts


@dataclass(frozen=True, slots=True)
class Again:
    """A kept decision made again from its facts. `differs` names what came out otherwise: nothing, unless the program
    changed its mind. `law_changed`: our law files are not those of then."""

    facts: Facts
    decided_at: datetime
    law: str
    policy: str | None
    verdict: str
    differs: tuple[str, ...]
    law_changed: bool

    @property
    def same(self) -> bool:
        return not self.differs


def record(*, facts: Facts, placed_at: datetime, now: datetime) -> dict[str, Any]:
    """What to keep beside a decision. The policy is that of the order: it is not asked, and named all the same."""
    try:
        held = policy.version_in_force(at=placed_at).digest
    except NotFound:
        held = None
    return {
        "facts": facts.written(),
        "policy": held,
        "law": provisions.digest(),
        "decided_at": wire.moment(now),
        "inquiry": situations.decide(facts).inquiry,
    }


def again(kept: Mapping[str, Any]) -> Again | None:
    """None for what a policy decided, and for what was decided before this was kept."""
    held = kept.get("record")
    if held is None:
        return None
    facts = Facts.read(held["facts"])
    answer = situations.decide(facts)
    then = {name: kept[name] for name in ("verdict", "sentence", "reasons")} | {"inquiry": held["inquiry"]}
    return Again(
        facts=facts,
        decided_at=datetime.fromisoformat(held["decided_at"]),
        law=held["law"],
        policy=held["policy"],
        verdict=answer.verdict.value,
        differs=tuple(name for name, value in _outcome(answer).items() if then[name] != value),
        law_changed=held["law"] != provisions.digest(),
    )


def _outcome(answer: Answer) -> dict[str, Any]:
    return {
        "verdict": answer.verdict.value,
        "sentence": wire.message(answer.sentence),
        "reasons": [wire.message(one) for one in answer.reasons],
        "inquiry": answer.inquiry,
    }
