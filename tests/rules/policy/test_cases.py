"""The table tests/cases/policy.toml: facts, decision, why."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.rules.policy.plain import facts
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, Fault
from volte.policy.rules import parse
from volte.policy.rules.decide import judge
from volte.policy.rules.facts import Facts
from volte.policy.rules.words import Evidence

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "policy.toml").read_text("utf-8"))
POLICY = parse.policy(TABLE["policy"])


def _facts(written: dict[str, Any]) -> Facts:
    given = dict(written)
    shapes: dict[str, Any] = {
        "tags": tuple,
        "delivered": tuple,
        "kind": CustomerKind,
        "fault": Fault,
        "shown": lambda words: tuple(map(Evidence, words)),
        "informed": lambda value: None if value == "unknown" else value,
    }
    if "traits" in given:
        given["words"] = tuple(given.pop("traits"))
    return facts(**{key: shapes.get(key, lambda value: value)(value) for key, value in given.items()})


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_the_decision_and_why(case: dict[str, Any]) -> None:
    decision = judge(policy=POLICY, facts=_facts(case["facts"]))
    found = {
        "verdict": decision.verdict.value,
        "basis": None if decision.basis is None else decision.basis.value,
        "last_day": decision.last_day,
        "restocking_fee": decision.restocking_fee.written(),
        "outbound_refunded": decision.outbound_refunded,
        "sentence": decision.sentence.code,
        "hint": None if decision.hint is None else decision.hint.code,
        "resolutions": [offer.resolution.value for offer in decision.resolutions],
        "prices": {
            offer.method.value: "own" if offer.own_postage else offer.price.amount for offer in decision.methods
        },
        "fired": [step.rule.id for step in decision.steps if step.fired],
    }
    expected = {key: value for key, value in case.items() if key not in ("name", "facts")}
    expected.setdefault("hint", None)
    if expected["verdict"] == "refused":
        expected.setdefault("basis", None)
    assert {key: found[key] for key in expected} == expected


def test_every_fee_in_the_table_can_be_read() -> None:
    assert all(Rate.parse(case["restocking_fee"]) for case in TABLE["case"] if "restocking_fee" in case)
