"""A policy compiled to columns comes to what it says of each purchase by itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import duckdb
import ibis
import pyarrow
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.rules.policy.strategies import FACTS, POLICIES
from volte.kit.words import Method, Resolution
from volte.policy.rules import evaluate, window
from volte.policy.rules.columns import effective, laid, table
from volte.policy.rules.conditions import Outcome
from volte.policy.rules.decide import decide
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of
from volte.policy.rules.words import Field

_SAYS = {Outcome.HOLDS: True, Outcome.FAILS: False, Outcome.MISSING: None}


def by_columns(policy: Policy, purchases: Sequence[Facts]) -> tuple[list[dict[str, Any]], effective.Side]:
    side = effective.Side(policy, prefix="draft_", scale=effective.scale_of(policy))
    schema = table.FACTS | {f"draft_{name}": kind for name, kind in table.LAW.items()}
    rows = [(*table.row(facts), *table.outcome(rights_of(policy=policy, facts=facts))) for facts in purchases]
    types = ibis.schema(schema).to_pyarrow()
    arrays = [pyarrow.array(values, field.type) for values, field in zip(zip(*rows, strict=True), types, strict=True)]
    plain = duckdb.connect(":memory:")
    plain.register("purchases", pyarrow.table(arrays, schema=types))
    database = ibis.duckdb.from_connection(plain)
    found = laid.laid(effective.effective(database.table("purchases"), side), side)
    return database.to_pyarrow(found).to_pylist(), side


# Shrinking would take minutes: what fails is small anyhow.
@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(policy=POLICIES, purchases=st.lists(FACTS, min_size=12, max_size=16))
def test_columns_come_to_what_each_row_does(policy: Policy, purchases: list[Facts]) -> None:
    rows, side = by_columns(policy, purchases)
    for facts, row in zip(purchases, rows, strict=True):
        own = {name.removeprefix("draft_"): value for name, value in row.items()}
        decision = decide(policy=policy, facts=facts, rights=rights_of(policy=policy, facts=facts))
        terms_agree(policy, facts, own, side.scale, decision)
        decisions_agree(policy, own, side.scale, decision)


def terms_agree(policy: Policy, facts: Facts, own: dict[str, Any], scale: int, decision: Decision) -> None:
    for place, step in enumerate(decision.steps, 1):
        assert own[f"holds_{place}"] is _SAYS[step.outcome], step
    assert own["read_to"] >= len(decision.steps)
    place_of = {rule.id: place for place, rule in enumerate(policy.rules, 1)}
    for field in Field:
        setter = decision.set_by.get(field)
        assert own[f"set_{field}"] == (place_of[setter.id] if setter else 0), field
    known = facts_told(facts, decision)
    terms = evaluate.effective(policy=policy, facts=known).terms
    assert own["last_day"] == window.promised(window=terms.window, facts=known).last_day
    assert own["accept"] is terms.accept
    assert (own["fee"], own["bonus"]) == (terms.restocking_fee.share * scale, terms.credit_bonus.share * scale)
    assert (own["approval"], own["refund_at"]) == (terms.approval, terms.refund_at)
    assert own["refund_after"] == terms.refund_within.after(facts.request.asked_on)
    for one in Resolution:
        assert own[f"offers_{one}"] is (one in terms.resolutions)
    prices = {term.method: -1 if term.price is None else term.price.amount for term in terms.methods}
    assert {method: own[f"price_{method}"] for method in Method} == {way: prices.get(way) for way in Method}


def facts_told(facts: Facts, decision: Decision) -> Facts:
    """The facts with the right to withdraw, as `decide` reads them."""
    return replace(facts, withdrawal_right={"yes": True, "no": False}.get(decision.rights.withdrawal.standing))


def decisions_agree(policy: Policy, own: dict[str, Any], scale: int, decision: Decision) -> None:
    assert own["verdict"] == decision.verdict.value
    assert own["basis"] == (decision.basis and decision.basis.value)
    assert own["until"] == decision.last_day
    assert own["kept_fee"] == decision.restocking_fee.share * scale
    assert own["outbound_refunded"] is decision.outbound_refunded
    assert own["sent_by"] == decision.send_by
    for one in Resolution:
        assert own[f"gives_{one}"] is (decision.resolution(one) is not None), one
    for method in Method:
        offer = decision.method(method)
        cost = None if offer is None else -1 if offer.own_postage else offer.price.amount
        assert own[f"costs_{method}"] == cost, method
