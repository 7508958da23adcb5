"""What a document says, and what is said of one that cannot be used."""

import json
import tomllib
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.policy.plain import TERMS, facts
from volte.kit.errors import Invalid, Refused, TooLarge
from volte.kit.money import Money
from volte.kit.time import Span
from volte.kit.words import Method, RefundTrigger
from volte.policy.rules import evaluate, parse, parse_when
from volte.policy.rules.conditions import Outcome
from volte.policy.rules.facts import Customer, Facts
from volte.policy.rules.model import Terms, Window
from volte.policy.rules.starter import default_policy
from volte.policy.rules.words import Fact, Field, WindowStart

POLICY = parse.policy(TERMS)


def _problems(text: str) -> dict[str, str]:
    with pytest.raises(Invalid, match="policy_document_invalid") as refused:
        parse.policy(text)
    return {problem.path: problem.expected.code for problem in refused.value.params["problems"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TERMS.replace("days = 30", "days = 10_000"), "10000"),
        (TERMS.replace('"4.90"', '"-4.90"'), '"-4.90"'),
        (TERMS.replace("window = { days = 30 }", ""), ""),
        (TERMS.replace("pickup", "pigeon"), '"pigeon"'),
        (TERMS + f'credit_bonus = "{"x" * 100}"', f'"{"x" * 58}…'),
    ],
)
def test_a_problem_says_what_stands_there(text: str, found: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse.policy(text)
    assert refused.value.params["problems"][0].found == found


def test_every_fact_of_an_order_can_be_asked_for() -> None:
    when = 'lot = "2026-11*", size = { over = "1.2 m" }, customer_tier = "gold", answers = { opened = "yes" }'
    rule = parse.policy(_rule(f"{when}, partial = true")).rules[0]
    item = replace(facts().item, lot="2026-11-04", longest_mm=1300)
    known = replace(
        facts(answers={"opened": "yes"}, delivered=(date(2026, 11, 5),), complete=False),
        item=item,
        customer=Customer(tier="gold"),
    )

    def fires(facts: Facts) -> Outcome:
        return evaluate.effective(policy=replace(POLICY, rules=(rule,)), facts=facts).steps[0].outcome

    assert fires(known) is Outcome.HOLDS
    assert fires(replace(known, item=replace(item, longest_mm=1200))) is Outcome.FAILS
    assert fires(replace(known, item=replace(item, lot="2026-10-01"))) is Outcome.FAILS
    assert fires(replace(known, item=replace(item, lot=None))) is Outcome.MISSING
    assert fires(replace(known, request=replace(known.request, answers={}))) is Outcome.MISSING
    assert fires(replace(known, delivery=replace(known.delivery, complete=None))) is Outcome.MISSING
    assert fires(replace(known, delivery=replace(known.delivery, delivered_on=()))) is Outcome.FAILS


def _rule(when: str, then: str = "accept = false", more: str = "") -> str:
    return f'{TERMS}\n[[rule]]\nid = "r"\nwhen = {{ {when} }}\nthen = {{ {then} }}\n{more}'


def test_the_starter_policy_of_a_new_shop() -> None:
    name = 'Aux "Deux" Îles \\ Cie'
    policy = parse.policy(default_policy(name=name, country="FR", currency="EUR", languages=("fr", "en")))
    assert (policy.name, policy.sells_to, policy.languages) == (name, ("FR",), ("fr", "en"))
    assert policy.informs_of_withdrawal is True
    assert policy.terms.window == Window(days=30, start=WindowStart.DELIVERY, or_days_after_order=45)
    assert policy.terms.refund_at is RefundTrigger.INSPECTION
    assert policy.terms.refund_within == Span(days=3)
    assert {term.method: term.price for term in policy.terms.methods} == {
        Method.DROP_OFF: Money(0, "EUR"),
        Method.STORE: Money(0, "EUR"),
        Method.MAIL: None,
    }


def test_the_hash_is_of_what_is_said_not_of_how_it_is_written() -> None:
    toml = (
        TERMS
        + """
[[rule]]
id = "gifts"
when = { tags = ["gift"], ordered = { from = 2026-11-01, until = 2026-12-24 } }
then = { window = { until = 2027-01-31 } } # January is long
"""
    )
    read = tomllib.loads(toml)
    in_json = json.dumps(read, default=str, indent=3)
    both = parse.policy(toml), parse.policy(in_json)
    assert both[0] == both[1]
    assert both[0].digest == parse.policy(toml.replace(" # January is long", "") + "\n\n").digest
    reordered = {**read, "terms": dict(reversed(read["terms"].items()))}
    assert parse.policy(json.dumps(reordered, default=str)).digest == both[0].digest
    # Kept with every version: whoever writes documents down otherwise makes all of them look changed.
    assert POLICY.digest == "9b04149a024dfa18eab93449301543db3c871bce84bae06edd96fbd6bf543ba9"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('drop_off = "free", pickup = "4.90"', 'pickup = "4.90", drop_off = "free"'),
        ("days = 30", "days = 31"),
        ('"refund", "exchange"', '"exchange", "refund"'),
    ],
)
def test_what_is_read_otherwise_is_hashed_otherwise(before: str, after: str) -> None:
    assert before in TERMS
    assert parse.policy(TERMS.replace(before, after)).digest != POLICY.digest


def test_the_same_shape_in_json() -> None:
    document = {
        "policy": {"name": "M", "sells_to": ["FR"], "languages": ["fr"], "currency": "EUR"},
        "terms": {"window": {"until": "2027-02-01"}, "resolutions": ["refund"], "methods": {"store": "free"}},
        "rule": [{"id": "r", "when": {"ordered": {"from": "2026-11-15"}}, "then": {"restocking_fee": "10 %"}}],
    }
    policy = parse.policy(json.dumps(document))
    assert policy.rules[0].then[Field.RESTOCKING_FEE].share == Fraction(1, 10)
    assert policy.terms.window.days is None


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (TERMS.replace("days = 30", "days = -1"), "terms.window.days", "policy-expects-whole"),
        (TERMS.replace('"free"', "3.90"), "terms.methods.drop_off", "policy-expects-money"),
        (TERMS.replace('"4.90"', '"4.905"'), "terms.methods.pickup", "policy-expects-money"),
        (TERMS.replace("pickup", "pigeon"), "terms.methods.pigeon", "policy-expects-key"),
        (TERMS.replace('"exchange"', '"swap"'), "terms.resolutions[1]", "policy-expects-one-of"),
        (TERMS.replace("window = { days = 30 }", ""), "terms.window", "policy-expects-present"),
        (TERMS.replace("{ days = 30 }", "{}"), "terms.window", "policy-expects-window"),
        (TERMS.replace('["FR"]', '["France"]'), "policy.sells_to[0]", "policy-expects-country"),
        (TERMS.replace('"EUR"', '"€"'), "policy.currency", "policy-expects-currency"),
        (TERMS + 'credit_bonus = "ten"', "terms.credit_bonus", "policy-expects-percent"),
        (TERMS + 'refund_within = "soon"', "terms.refund_within", "policy-expects-span"),
        (TERMS + 'send_within = "99 years"', "terms.send_within", "policy-expects-span"),
        (TERMS + "approval = true", "terms.approval", "policy-expects-one-of"),
        (_rule("colour = 'red'"), "rule[0].when.colour", "policy-expects-key"),
        (_rule(""), "rule[0].when", "policy-expects-present"),
        (_rule("fault = 'nobody'"), "rule[0].when.fault[0]", "policy-expects-one-of"),
        (_rule("weight = { over = '15' }"), "rule[0].when.weight.over", "policy-expects-weight"),
        (_rule("traits = ['shiny']"), "rule[0].when.traits", "policy-expects-trait"),
        (_rule("tags = [7]"), "rule[0].when.tags[0]", "policy-expects-text"),
        (_rule("options = { size = 'M', colour = 'red' }"), "rule[0].when.options", "policy-expects-option"),
        (
            _rule("ordered = { from = 2026-12-25, until = 2026-12-01 }"),
            "rule[0].when.ordered",
            "policy-expects-order",
        ),
        (
            _rule("customer_return_rate = { over = '60 %', of_last = '90 days', at_least_orders = 5 }"),
            "rule[0].when.customer_return_rate.of_last",
            "policy-expects-months",
        ),
        (_rule("tags = ['a']", then=""), "rule[0].then", "policy-expects-present"),
        (_rule("tags = ['a']") + _rule("tags = ['a']").removeprefix(TERMS), "rule[1].id", "policy-expects-unique"),
    ],
)
def test_a_problem_is_named_by_its_path_and_what_was_expected(text: str, path: str, expected: str) -> None:
    assert _problems(text)[path] == expected


def test_every_problem_is_named_at_once() -> None:
    found = _problems(TERMS.replace("days = 30", "days = -1").replace('"exchange"', '"swap"') + "evidence = 3")
    assert set(found) == {"terms.window.days", "terms.resolutions[1]", "terms.evidence[0]"}


def test_every_term_and_every_fact_has_a_reader() -> None:
    assert set(parse._READ_FIELD) == set(Field) == set(Terms.__dataclass_fields__)
    assert set(parse_when._READ_CONDITION) == set(Fact)


@pytest.mark.parametrize("text", ["", "{", "= 3", "[policy", '{"policy": }', "\x00"])
def test_what_nobody_can_read_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        parse.policy(text)


def test_a_giant_document_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLarge, match="policy_too_large"):
        parse.policy("#" * (parse.LARGEST + 1))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["policy", "terms", "rule", "window", "when", "then", "days", "id"]), inner)
    ),
    max_leaves=12,
)


@given(document=st.dictionaries(st.sampled_from(["policy", "terms", "rule"]), JSON))
def test_nonsense_is_refused_and_never_crashes(document: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        parse.policy(json.dumps(document))


@given(
    key=st.sampled_from([*(fact.value for fact in Fact)]),
    value=JSON,
    field=st.sampled_from([*(field.value for field in Field)]),
    term=JSON,
)
def test_nonsense_in_a_rule_never_crashes(key: str, value: Any, field: str, term: Any) -> None:
    document = {
        "policy": {"name": "M", "sells_to": ["FR"], "languages": ["fr"], "currency": "EUR"},
        "terms": {"window": {"days": 30}, "resolutions": ["refund"], "methods": {"store": "free"}},
        "rule": [{"id": "r", "when": {key: value}, "then": {field: term}}],
    }
    try:
        parse.policy(json.dumps(document))
    except Refused as refused:
        assert refused.code == "policy_document_invalid"
