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
from volte.policy.rules.columns.sheet import Sheet
from volte.policy.rules.conditions import Outcome
from volte.policy.rules.decide import decide
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of
from volte.policy.rules.words import Approval, Field

_SAYS = {Outcome.HOLDS: True, Outcome.FAILS: False, Outcome.MISSING: None}


Rows = list[dict[str, Any]]


def by_columns(policies: Sequence[Policy], purchases: Sequence[Facts]) -> list[tuple[Rows, effective.Side]]:
    """Each policy over the purchases, all in one sheet: what they have in common is worked out once for all."""
    scale = effective.scale_of(*policies)
    sides = [effective.Side(policy, f"p{number}_", scale) for number, policy in enumerate(policies)]
    schema = dict(table.FACTS)
    rows = [table.row(facts) for facts in purchases]
    for side in sides:
        schema |= side.named(dict(table.LAW))
        laws = [table.outcome(rights_of(policy=side.policy, facts=facts)) for facts in purchases]
        rows = [(*row, *law) for row, law in zip(rows, laws, strict=True)]
    types = ibis.schema(schema).to_pyarrow()
    arrays = [pyarrow.array(values, field.type) for values, field in zip(zip(*rows, strict=True), types, strict=True)]
    plain = duckdb.connect(":memory:")
    plain.register("purchases", pyarrow.table(arrays, schema=types))
    database = ibis.duckdb.from_connection(plain)
    sheet = laid.laid(effective.effective(Sheet.of(database.table("purchases")), *sides), *sides)
    for side in sides:
        sheet = sheet.adding(side.named({f"set_{field}": effective.set_by(sheet, side, field) for field in Field}))
    found = database.to_pyarrow(sheet.only(dict.fromkeys([*sheet.names, *sheet.fixed]))).to_pylist()
    return [([_own(row, side) for row in found], side) for side in sides]


def _own(row: dict[str, Any], side: effective.Side) -> dict[str, Any]:
    return {name.removeprefix(side.prefix): value for name, value in row.items()}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Policy, Policy]:
    """A policy and what it might become: another altogether, or one with some of its rules or terms changed."""
    one, other = draw(POLICIES), draw(POLICIES)
    how = draw(st.sampled_from(["another", "terms", "rules", "more"]))
    changed = {
        "another": other,
        "terms": replace(one, terms=other.terms),
        "rules": replace(one, rules=other.rules),
        "more": replace(one, rules=(*one.rules, *(replace(rule, id=f"n{rule.id}") for rule in other.rules))),
    }
    return one, changed[how]


# Shrinking would take minutes: what fails is small anyhow.
@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(policies=pairs(), purchases=st.lists(FACTS, min_size=12, max_size=16))
def test_columns_come_to_what_each_row_does(policies: tuple[Policy, Policy], purchases: list[Facts]) -> None:
    for rows, side in by_columns(policies, purchases):
        policy = side.policy
        for facts, own in zip(purchases, rows, strict=True):
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
    assert own["last_day"] == table.number(window.promised(window=terms.window, facts=known).last_day)
    assert own["accept"] is terms.accept
    assert (own["fee"], own["bonus"]) == (terms.restocking_fee.share * scale, terms.credit_bonus.share * scale)
    assert own["manual"] is (terms.approval is Approval.MANUAL)
    assert effective.TRIGGERS[own["refund_at"]] == terms.refund_at
    asked_on = facts.request.asked_on
    assert own["requested"] + own["promised_days"] == table.number(terms.refund_within.after(asked_on))
    for one in Resolution:
        assert own[f"offers_{one}"] is (one in terms.resolutions)
    prices = {term.method: -1 if term.price is None else term.price.amount for term in terms.methods}
    assert {method: own[f"price_{method}"] for method in Method} == {way: prices.get(way) for way in Method}


def facts_told(facts: Facts, decision: Decision) -> Facts:
    """The facts with the right to withdraw, as `decide` reads them."""
    return replace(facts, withdrawal_right={"yes": True, "no": False}.get(decision.rights.withdrawal.standing))


def decisions_agree(policy: Policy, own: dict[str, Any], scale: int, decision: Decision) -> None:
    assert laid.VERDICTS[own["verdict"]] is decision.verdict
    assert own["basis"] == (None if decision.basis is None else laid.BASES.index(decision.basis))
    assert own["until"] == table.number(decision.last_day)
    assert own["kept_fee"] == decision.restocking_fee.share * scale
    assert own["kept_for_exchange"] == decision.exchange_fee.share * scale
    assert own["outbound_refunded"] is decision.outbound_refunded
    days = own["sent_within"]
    assert (None if days is None else own["requested"] + days) == table.number(decision.send_by)
    for one in Resolution:
        assert own[f"gives_{one}"] is (decision.resolution(one) is not None), one
    for method in Method:
        offer = decision.method(method)
        cost = None if offer is None else -1 if offer.own_postage else offer.price.amount
        assert own[f"costs_{method}"] == cost, method
