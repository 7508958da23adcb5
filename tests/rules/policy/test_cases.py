"""The table tests/cases/policy.toml: facts, decision, why."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.rules.policy.plain import TERMS, facts
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, Fault
from volte.policy.rules import parse
from volte.policy.rules.decide import judge, outlook
from volte.policy.rules.facts import Facts
from volte.policy.rules.situation import rights_of
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
        "says": dict(decision.sentence.params),
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


def test_a_shop_below_the_law_still_names_the_days_of_the_law() -> None:
    short = parse.policy(TERMS.replace("days = 30", "days = 7"))
    travelling = facts(delivered=(), complete=False)
    assert judge(policy=short, facts=travelling).sentence.params["days"] == 14
    seen = outlook(policy=short, facts=travelling, rights=rights_of(policy=short, facts=travelling))
    assert seen.sentence.params["days"] == 14


def test_the_outlook_before_any_reason() -> None:
    def seen(**changes: Any) -> tuple[str, str, str | None]:
        known = facts(reason=None, fault=None, **changes)
        found = outlook(policy=POLICY, facts=known, rights=rights_of(policy=POLICY, facts=known))
        return found.openness.value, found.sentence.code, None if found.hint is None else found.hint.code

    assert seen() == ("open", "policy-open-until", None)
    assert seen(price=60000, today=date(2026, 11, 25)) == ("open", "policy-open-until", None)
    late = date(2026, 12, 20)
    assert seen(today=late) == ("fault_only", "policy-refused-late", "policy-hint-defect")
    sold = seen(tags=("final-sale",), today=date(2026, 11, 25))
    assert sold == ("fault_only", "policy-refused-because", "policy-hint-defect")
    assert seen(today=date(2028, 12, 20)) == ("closed", "policy-refused-late", None)
    trader = seen(tags=("final-sale",), kind=CustomerKind.SOLE_TRADER)
    assert trader == ("review", "policy-review-doubt", None)
