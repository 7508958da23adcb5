"""What holds for every policy and every purchase, however they were made up.

Making up a policy takes longer than deciding by it, so all promises are held against the same examples.
"""

import json
from dataclasses import replace

from hypothesis import given, settings

from tests.rules.policy.strategies import FACTS, POLICIES
from volte.kit.words import Method, Resolution
from volte.law.rules.words import Coverage, Payer, Standing
from volte.policy import keeping
from volte.policy.rules import evaluate, explain, window
from volte.policy.rules.conditions import READ, Between, OneOf, Outcome
from volte.policy.rules.decide import decide, judge, outlook
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy, Rule, Window
from volte.policy.rules.overlay import is_claim
from volte.policy.rules.situation import rights_of
from volte.policy.rules.telling.statements import tell
from volte.policy.rules.words import Basis, Fact, Field, MustAct, Openness, Verdict


def who_may_withdraw_gets_at_least_what_the_law_gives(policy: Policy, facts: Facts) -> None:
    rights = rights_of(policy=policy, facts=facts)
    right = rights.withdrawal
    if right.standing is not Standing.YES or is_claim(facts.request):
        return
    decision = decide(policy=policy, facts=facts, rights=rights)
    assert (decision.verdict, decision.basis) == (Verdict.ACCEPTED, Basis.WITHDRAWAL)
    assert decision.evidence == () and decision.restocking_fee.share == 0
    assert decision.resolution(Resolution.REFUND) is not None
    assert decision.outbound_refunded or not right.outbound_owed
    assert decision.last_day is None or (right.last_day is not None and decision.last_day >= right.last_day)
    assert decision.refund.legal.days == right.refund_days
    assert decision.send_by is not None
    if right.send_back_days is not None:
        assert (decision.send_by - facts.request.asked_on).days >= right.send_back_days
        assert any(offer.method is not Method.KEEP for offer in decision.methods)
    if right.return_paid_by is Payer.MERCHANT:
        assert all(offer.free for offer in decision.methods)
    elif right.return_paid_by is Payer.CUSTOMER:
        assert decision.method(Method.MAIL) is not None


def goods_that_fail_are_never_refused_and_cost_nothing_to_send(policy: Policy, facts: Facts) -> None:
    rights = rights_of(policy=policy, facts=facts)
    if rights.conformity.standing is not Standing.YES or not is_claim(facts.request):
        return
    decision = decide(policy=policy, facts=facts, rights=rights)
    assert decision.verdict is not Verdict.REFUSED and decision.basis is Basis.CONFORMITY
    assert all(offer.free for offer in decision.methods)
    assert any(offer.method is not Method.KEEP for offer in decision.methods)
    assert decision.restocking_fee.share == 0
    assert {offer.resolution for offer in decision.resolutions} >= set(rights.conformity.remedies)
    end = rights.conformity.last_day
    assert decision.last_day is None or (end is not None and decision.last_day >= end)


def what_is_unknown_is_never_a_refusal(policy: Policy, facts: Facts) -> None:
    rights = rights_of(policy=policy, facts=facts)
    if rights.withdrawal.standing is not Standing.UNKNOWN:
        return
    decision = decide(policy=policy, facts=facts, rights=rights)
    assert decision.verdict is not Verdict.REFUSED
    if rights.coverage is not Coverage.NOT_COVERED and decision.basis is Basis.COMMERCIAL:
        assert decision.restocking_fee.share == 0


def the_law_never_takes_away_what_the_shop_gives(policy: Policy, facts: Facts) -> None:
    rights = rights_of(policy=policy, facts=facts)
    shop = evaluate.effective(policy=policy, facts=facts)
    decision = decide(policy=policy, facts=facts, rights=rights)
    if not shop.terms.accept or decision.basis is None:
        return
    promise = window.promised(window=shop.terms.window, facts=facts)
    if not promise.open_on(facts.request.asked_on):
        return
    assert decision.last_day is None or (promise.last_day is not None and decision.last_day >= promise.last_day)
    assert {offer.resolution for offer in decision.resolutions} >= set(shop.terms.resolutions)
    assert decision.restocking_fee <= shop.terms.restocking_fee
    assert decision.fee(Resolution.EXCHANGE) <= (shop.terms.exchange_fee or shop.terms.restocking_fee)


def deciding_twice_gives_the_same(policy: Policy, facts: Facts) -> None:
    first, second = judge(policy=policy, facts=facts), judge(policy=policy, facts=facts)
    assert first == second
    assert explain.trace(first) == explain.trace(second)


def a_rule_whose_fact_is_missing_never_fires(policy: Policy, facts: Facts) -> None:
    shop = evaluate.effective(policy=policy, facts=facts)
    for step in shop.steps:
        known = [READ[condition.fact](facts) for condition in step.rule.when]
        if None in known:
            assert step.outcome is not Outcome.HOLDS
        if step.outcome is not Outcome.HOLDS:
            assert step.rule not in shop.set_by.values()
    assert all(rule.id in {step.rule.id for step in shop.steps if step.fired} for rule in shop.set_by.values())


def a_decision_is_of_one_piece(policy: Policy, facts: Facts) -> None:
    decision = judge(policy=policy, facts=facts)
    assert (decision.verdict is Verdict.NEEDS_EVIDENCE) == bool(decision.evidence)
    assert (decision.must_act is MustAct.NOBODY) == (decision.verdict is Verdict.REFUSED)
    assert (decision.basis is None) == (decision.send_by is None)
    assert (decision.window_until is None) == (decision.last_day is None)
    assert set(decision.sources) == set(Field)
    if decision.basis is not None and decision.last_day is not None:
        assert facts.request.asked_on <= decision.last_day


def nothing_is_charged_in_a_currency_nobody_paid_in(policy: Policy, facts: Facts) -> None:
    paid = facts.item.price_paid
    charged = [offer.price for offer in judge(policy=policy, facts=facts).methods if offer.price]
    assert all(price.currency == (paid.currency if paid else policy.currency) for price in charged)


def the_outlook_keeps_its_word(policy: Policy, facts: Facts) -> None:
    rights = rights_of(policy=policy, facts=facts)
    seen = outlook(policy=policy, facts=facts, rights=rights)
    asked = replace(facts.request, reason=None, fault=None)
    if seen.openness is Openness.CLOSED:
        assert seen.changed_mind.verdict is seen.faulty.verdict is Verdict.REFUSED
    if rights.withdrawal.standing is Standing.YES:
        assert seen.openness is Openness.OPEN
        assert judge(policy=policy, facts=replace(facts, request=asked)).verdict is Verdict.ACCEPTED


def a_rule_about_something_else_changes_nothing(policy: Policy, facts: Facts) -> None:
    before = judge(policy=policy, facts=facts)
    for field, value in ((Field.ACCEPT, not policy.terms.accept), (Field.WINDOW, Window(days=0))):
        other = Rule("other", (OneOf(Fact.SELLER, frozenset({"nobody"})),), {field: value}, stop=True)
        for rules in ((other, *policy.rules), (*policy.rules, other)):
            after = judge(policy=replace(policy, rules=rules), facts=facts)
            steps = tuple(step for step in after.steps if step.rule is not other)
            assert replace(after, steps=steps) == before


_ALWAYS = (Between(Fact.REQUESTED, None, None),)


def the_trace_alone_comes_to_the_decision(policy: Policy, facts: Facts) -> None:
    """From what is kept, without looking at a fact a rule looked at."""
    decision = judge(policy=policy, facts=facts)
    kept = json.loads(json.dumps(keeping.trace_kept(decision)))
    rights = keeping.rights_back(keeping.rights_kept(decision.rights))
    fired = {step["rule"] for step in kept["rules"] if step["outcome"] == Outcome.HOLDS.value}
    nothing_asked = tuple(replace(rule, when=_ALWAYS) for rule in policy.rules if rule.id in fired)
    again = decide(policy=replace(policy, rules=nothing_asked), facts=facts, rights=rights)
    for name in (
        "verdict",
        "basis",
        "last_day",
        "resolutions",
        "methods",
        "restocking_fee",
        "exchange_fee",
        "lifted",
        "refund",
    ):
        assert getattr(again, name) == getattr(decision, name), name
    assert {step["rule"] for step in kept["rules"]} == {step.rule.id for step in decision.steps}


PROMISES = (
    a_rule_about_something_else_changes_nothing,
    the_trace_alone_comes_to_the_decision,
    who_may_withdraw_gets_at_least_what_the_law_gives,
    goods_that_fail_are_never_refused_and_cost_nothing_to_send,
    what_is_unknown_is_never_a_refusal,
    the_law_never_takes_away_what_the_shop_gives,
    deciding_twice_gives_the_same,
    a_rule_whose_fact_is_missing_never_fires,
    a_decision_is_of_one_piece,
    nothing_is_charged_in_a_currency_nobody_paid_in,
    the_outlook_keeps_its_word,
)


@settings(max_examples=120, deadline=None)
@given(policy=POLICIES, facts=FACTS)
def test_every_promise_holds(policy: Policy, facts: Facts) -> None:
    for promise in PROMISES:
        promise(policy, facts)


@given(policy=POLICIES)
@settings(max_examples=30)
def test_what_store_credit_is_worth_is_told_only_where_it_is_offered(policy: Policy) -> None:
    offered = [policy.terms.resolutions, *(rule.then.get(Field.RESOLUTIONS, ()) for rule in policy.rules)]
    told = Field.CREDIT_BONUS in tell(policy).terms
    assert told is any(Resolution.CREDIT in each for each in offered)
