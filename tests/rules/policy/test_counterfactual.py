"""The smallest change that turns an answer: always true, and never larger than needed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from tests.rules.policy import strategies
from tests.rules.policy.test_checking import policy as written
from tests.rules.policy.test_checking import rule
from volte.kit.rates import Rate
from volte.kit.words import Fault
from volte.law.rules.words import Trait
from volte.policy.rules import counterfactual, parse
from volte.policy.rules.counterfactual import Counterfactual
from volte.policy.rules.decide import judge
from volte.policy.rules.facts import Delivery, Facts, Item, Order, Request
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Fact, Verdict

LATE = Facts(
    item=Item("Robe Inès", tags=frozenset({"final-sale"}), discount=Rate.parse("40 %"), traits=frozenset()),
    order=Order(date(2026, 11, 2), country="FR", region="", channel="online"),
    request=Request(date(2026, 11, 28), fault=Fault.CUSTOMER, seal_broken=False),
    delivery=Delivery((date(2026, 11, 5),)),
)


def asked(document: str, facts: Facts = LATE) -> tuple[Verdict, Counterfactual | None]:
    policy = parse.policy(document)
    decision = judge(policy=policy, facts=facts)
    return decision.verdict, counterfactual.smallest(policy=policy, facts=facts, decision=decision)


def changes(found: Counterfactual | None) -> dict[Fact, Any]:
    assert found is not None and found.verdict is Verdict.ACCEPTED
    return {change.fact: change.would_be for change in found.changes}


def test_late_by_days() -> None:
    verdict, found = asked(written(window="{ days = 20 }"))
    assert verdict is Verdict.REFUSED
    assert changes(found) == {Fact.REQUESTED: date(2026, 11, 25)}


def test_a_final_sale_had_it_been_none() -> None:
    refusing = rule('{ tags = ["final-sale"], fault = "customer" }', "{ accept = false }")
    verdict, found = asked(written(rules=refusing))
    assert verdict is Verdict.REFUSED
    # Within the law's fortnight the tag says nothing.
    assert changes(found) == {Fact.REQUESTED: date(2026, 11, 19)}
    elsewhere = replace(LATE, order=replace(LATE.order, country="CH"))
    verdict, found = asked(written(countries='"CH"', rules=refusing), elsewhere)
    assert (verdict, changes(found)) == (Verdict.REFUSED, {Fact.TAGS: frozenset()})


def test_a_bound_is_named_exactly() -> None:
    refusing = rule('{ discount = { over = "30 %" } }', "{ accept = false }")
    swiss = replace(LATE, order=replace(LATE.order, country="CH"))
    _, found = asked(written(countries='"CH"', rules=refusing), swiss)
    assert changes(found) == {Fact.DISCOUNT: Rate.parse("30 %")}


def test_two_changes_where_one_does_not_do() -> None:
    both = rule('{ tags = ["final-sale"] }', "{ accept = false }") + rule(
        '{ discount = { over = "30 %" } }', "{ accept = false }", "two"
    )
    swiss = replace(LATE, order=replace(LATE.order, country="CH"))
    _, found = asked(written(countries='"CH"', rules=both), swiss)
    assert set(changes(found)) == {Fact.TAGS, Fact.DISCOUNT}


def test_a_broken_seal() -> None:
    creams = replace(
        LATE,
        item=replace(LATE.item, traits=frozenset({Trait.SEALED, Trait.HYGIENE})),
        request=replace(LATE.request, asked_on=date(2026, 11, 10), seal_broken=True),
    )
    refusing = rule('{ traits = ["hygiene"], seal_broken = true }', "{ accept = false }")
    verdict, found = asked(written(rules=refusing), creams)
    assert (verdict, changes(found)) == (Verdict.REFUSED, {Fact.SEAL_BROKEN: False})


def test_what_is_accepted_is_so_until_a_day() -> None:
    verdict, found = asked(written())
    assert verdict is Verdict.ACCEPTED and found is not None
    (change,) = found.changes
    assert (change.fact, change.would_be, found.verdict) == (Fact.REQUESTED, date(2026, 12, 6), Verdict.REFUSED)


@pytest.mark.parametrize("window", ["{ days = 3650 }"])
def test_no_change_is_invented(window: str) -> None:
    swiss = replace(LATE, order=replace(LATE.order, country="CH"))
    everything = rule("{ withdrawal_right = false }", "{ accept = false }")
    _, found = asked(written(countries='"CH"', window=window, rules=everything), swiss)
    assert found is None


@settings(max_examples=60)
@given(policy=strategies.POLICIES, facts=strategies.FACTS)
def test_what_is_said_is_what_would_be_answered(policy: Policy, facts: Facts) -> None:
    decision = judge(policy=policy, facts=facts)
    found = counterfactual.smallest(policy=policy, facts=facts, decision=decision)
    if found is None:
        return
    changed = facts
    for change in found.changes:
        changed = change.made(changed)
    assert judge(policy=policy, facts=changed).verdict is found.verdict is not decision.verdict
    assert len(found.changes) <= 2
    assert all(change.was != change.would_be for change in found.changes)
