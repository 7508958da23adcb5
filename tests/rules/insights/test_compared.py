"""Who is treated worse, by columns and by the two decisions of each purchase by itself."""

import duckdb
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.rules.insights.test_backtest import asked_of
from tests.rules.policy.strategies import FACTS
from tests.rules.policy.test_columns import pairs
from volte.insights.backtest.compared import WORSE
from volte.insights.backtest.purchases import columns
from volte.insights.backtest.replayed import compare
from volte.kit.words import Resolution
from volte.policy.rules.columns.effective import TRIGGERS
from volte.policy.rules.columns.laid import VERDICTS
from volte.policy.rules.decide import judge
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Basis, Verdict


def worse(before: Decision, after: Decision, facts: Facts) -> set[str]:
    """By the two decisions alone."""
    if before.verdict is Verdict.REFUSED or after.verdict is Verdict.REFUSED:
        return {"refused"} if before.verdict is not after.verdict is Verdict.REFUSED else set()
    refunds = after.resolution(Resolution.REFUND) is not None
    had, has = ({one.resolution for one in each.resolutions} for each in (before, after))
    both = before.basis is not None and after.basis is not None
    asked_on = facts.request.asked_on
    within, without = (each.refund.within.after(asked_on) for each in (before, after))
    found = {
        "harder": VERDICTS.index(after.verdict) < VERDICTS.index(before.verdict),
        "shorter": after.last_day is not None and (before.last_day is None or after.last_day < before.last_day),
        "hurried": before.send_by is not None
        and after.send_by is not None
        and after.send_by < before.send_by
        and _travels(after),
        "lost": not had <= has,
        "fee": after.restocking_fee > before.restocking_fee,
        "way": _cheapest(after) > _cheapest(before),
        "outbound": both and before.outbound_refunded and not after.outbound_refunded and refunds,
        "bonus": {Resolution.CREDIT} <= had & has and _bonus(after) < _bonus(before),
        "later": refunds
        and (TRIGGERS.index(after.refund.trigger) > TRIGGERS.index(before.refund.trigger) or without > within),
    }
    return {how for how, holds in found.items() if holds}


def _travels(decision: Decision) -> bool:
    return decision.basis is not Basis.WITHDRAWAL or decision.rights.withdrawal.goods_travel


def _cheapest(decision: Decision) -> int:
    return min((10**9 if one.own_postage else one.price.amount for one in decision.methods), default=10**9)


def _bonus(decision: Decision) -> float:
    offer = decision.resolution(Resolution.CREDIT)
    return float(offer.bonus.share) if offer is not None and offer.bonus is not None else 0.0


def by_columns(current: Policy, draft: Policy, purchases: list[Facts]) -> dict[str, list[set[str]]]:
    """What each purchase, in their order, gets worse and better."""
    asked = [asked_of(facts, number=str(place)) for place, facts in enumerate(purchases)]
    with duckdb.connect(":memory:") as database:
        compare(database, columns(asked, current=current, draft=draft), current=current, draft=draft)
        found = {}
        for way in ("worse", "better"):
            marks = ", ".join(f"{way}_{how}" for how in WORSE)
            statement = f"SELECT {way}, {marks} FROM compared ORDER BY order_number[2:]::INT"
            rows = database.execute(statement).fetchall()
            found[way] = [{how for how, mark in zip(WORSE, row[1:], strict=True) if mark} for row in rows]
            assert [bool(row[0]) for row in rows] == [bool(one) for one in found[way]]
    return found


@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(policies=pairs(), purchases=st.lists(FACTS, min_size=12, max_size=16))
def test_columns_find_who_is_worse_off(policies: tuple[Policy, Policy], purchases: list[Facts]) -> None:
    current, draft = policies
    found = by_columns(current, draft, purchases)
    for place, facts in enumerate(purchases):
        before, after = (judge(policy=policy, facts=facts) for policy in policies)
        assert found["worse"][place] == worse(before, after, facts)
        assert found["better"][place] == worse(after, before, facts)
