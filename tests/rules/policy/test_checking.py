"""What a check of a policy finds, and what it leaves in peace."""

from datetime import date

import pytest

from volte.policy.rules import checking, parse
from volte.policy.rules.checking import grouped
from volte.policy.rules.checking.finding import Finding, Level
from volte.policy.rules.starter import default_policy

TODAY = date(2026, 11, 22)
HEAD = """
[policy]
name = "Maison Test"
sells_to = [{countries}]
languages = ["fr", "en"]
currency = "EUR"
informs_of_withdrawal = {informs}

[terms]
window = {window}
resolutions = {resolutions}
methods = {methods}
{more}
"""


def policy(
    *,
    countries: str = '"FR"',
    informs: str = "true",
    window: str = "{ days = 30 }",
    resolutions: str = '["refund"]',
    methods: str = '{ mail = "customer" }',
    more: str = "",
    rules: str = "",
) -> str:
    head = HEAD.format(
        countries=countries, informs=informs, window=window, resolutions=resolutions, methods=methods, more=more
    )
    return head + rules


def found(document: str) -> tuple[Finding, ...]:
    return checking.findings(policy=parse.policy(document), today=TODAY)


def blocks(document: str) -> list[tuple[str, str, str]]:
    return [(one.path, one.said.code, one.country) for one in found(document) if one.level is Level.BLOCKS]


def warns(document: str) -> list[tuple[str, str]]:
    return [(one.path, one.said.code) for one in found(document) if one.level is Level.WARNS]


def test_the_starter_policy_has_nothing_to_be_ashamed_of() -> None:
    starter = default_policy(name="Chez moi", country='"FR", "DE", "ES"', currency="EUR", languages=("fr", "en"))
    starter = starter.replace('[""FR"', '["FR"').replace('"ES""]', '"ES"]')
    assert [one for one in found(starter) if one.level is not Level.NOTES] == []
    assert {one.said.code for one in found(starter)} <= {"policy-check-accept"}


@pytest.mark.parametrize(
    ("changes", "path", "code", "article"),
    [
        ({"window": "{ days = 10 }"}, "terms.window", "policy-check-window", "L221-18"),
        ({"window": '{ days = 10, from = "order" }'}, "terms.window", "policy-check-window-start", "L221-18"),
        ({"more": 'restocking_fee = "10 %"'}, "terms.restocking_fee", "policy-check-fee", "L221-24"),
        ({"resolutions": '["credit", "exchange"]'}, "terms.resolutions", "policy-check-no-refund", "L221-24"),
        ({"more": 'refund_within = "30 days"'}, "terms.refund_within", "policy-check-refund-late", "L221-24"),
        ({"more": 'refund_within = "1 month"'}, "terms.refund_within", "policy-check-refund-late", "L221-24"),
        ({"more": 'send_within = "7 days"'}, "terms.send_within", "policy-check-send-within", "L221-23"),
        ({"more": 'evidence = ["photo"]'}, "terms.evidence", "policy-check-evidence", "L221-18"),
        ({"informs": "false"}, "terms.methods", "policy-check-no-free-way", "L221-6, L221-23"),
    ],
)
def test_a_term_below_the_law_cannot_be_published(changes: dict[str, str], path: str, code: str, article: str) -> None:
    (one,) = [each for each in found(policy(**changes)) if each.level is Level.BLOCKS]
    assert (one.path, one.said.code, one.country) == (path, code, "FR")
    assert article in [cited.article for cited in one.citations]


def test_each_country_is_held_by_its_own_law() -> None:
    seven = policy(countries='"FR", "BR", "CH", "US", "JP"', window="{ days = 7 }")
    assert blocks(seven) == [
        ("terms.window", "policy-check-window", "FR"),
        ("terms.methods", "policy-check-no-free-way", "BR"),
        ("terms.refund_within", "policy-check-refund-late", "BR"),
    ]
    told_nothing = policy(countries='"JP"', informs="false", window="{ days = 5 }")
    assert blocks(told_nothing) == [("terms.window", "policy-check-window", "JP")]
    assert warns(policy(countries='"MX"')) == [("policy.sells_to[0]", "policy-check-not-covered")]


def rule(when: str, then: str, name: str = "one", stop: str = "") -> str:
    return f'\n[[rule]]\nid = "{name}"\nwhen = {when}\nthen = {then}\n{stop}\n'


@pytest.mark.parametrize(
    ("when", "may"),
    [
        ('{ tags = ["sale"] }', False),
        ('{ country = ["DE"] }', True),
        ('{ country = ["FR", "DE"] }', False),
        ('{ customer_kind = "business" }', True),
        ('{ channel = "store" }', True),
        ("{ withdrawal_right = false }", True),
        ("{ withdrawal_right = true }", False),
        ('{ traits = ["made_to_order"] }', True),
        ('{ traits = ["hygiene"] }', False),
        ('{ traits = ["hygiene"], seal_broken = true }', True),
        ('{ traits = ["made_to_order", "sealed"] }', False),
    ],
)
def test_a_rule_may_be_strict_where_the_law_gives_no_right(when: str, may: bool) -> None:
    strict = policy(rules=rule(when, '{ window = { days = 3 }, restocking_fee = "20 %" }'))
    assert [path for path, _, _ in blocks(strict)] == (
        [] if may else ["rule.one.then.window", "rule.one.then.restocking_fee"]
    )


def test_evidence_may_be_asked_for_a_fault_and_a_refusal_is_noted() -> None:
    assert blocks(policy(rules=rule('{ reason = ["damaged"] }', '{ evidence = ["photo"] }'))) == []
    assert blocks(policy(rules=rule('{ fault = "merchant" }', '{ evidence = ["photo"] }'))) == []
    assert blocks(policy(rules=rule('{ reason = ["damaged", "too-small"] }', '{ evidence = ["photo"] }')))
    refusing = found(policy(rules=rule('{ tags = ["sale"] }', "{ accept = false }")))
    assert [(one.level, one.said.code) for one in refusing] == [
        (Level.NOTES, "policy-check-accept"),
        (Level.NOTES, "policy-check-because"),
    ]


def test_rules_that_never_matter_are_found() -> None:
    sale, shoes = '{ tags = ["sale"] }', '{ tags = ["sale"], category = "Shoes" }'
    bonus, more = '{ credit_bonus = "5 %" }', '{ credit_bonus = "8 %" }'
    assert warns(policy(rules=rule(sale, bonus, "all", "stop = true") + rule(shoes, more, "shoes"))) == [
        ("rule.shoes", "policy-check-stopped")
    ]
    assert warns(policy(rules=rule(shoes, bonus, "shoes") + rule(sale, more, "all"))) == [
        ("rule.shoes", "policy-check-undone")
    ]
    assert warns(policy(rules=rule(sale, bonus, "all") + rule(shoes, more, "shoes"))) == []
    assert warns(policy(rules=rule(sale, bonus, "one") + rule(sale, more, "two"))) == [
        ("rule.one.then.credit_bonus", "policy-check-contradicts"),
        ("rule.one", "policy-check-undone"),
    ]
    assert warns(policy(rules=rule('{ weight = { over = "5 kg", under = "2 kg" } }', bonus))) == [
        ("rule.one", "policy-check-impossible")
    ]
    over = rule("{ ordered = { from = 2025-11-15, until = 2025-12-25 } }", bonus)
    assert warns(policy(rules=over)) == [("rule.one", "policy-check-over")]


@pytest.mark.parametrize(
    ("narrow", "wide", "yes"),
    [
        ('{ weight = { over = "5 kg" } }', '{ weight = { over = "2 kg" } }', True),
        ('{ weight = { over = "5 kg" } }', '{ weight = { at_least = "5 kg" } }', True),
        ('{ weight = { at_least = "5 kg" } }', '{ weight = { over = "5 kg" } }', False),
        ('{ weight = { over = "5 kg", under = "9 kg" } }', '{ weight = { under = "10 kg" } }', True),
        ('{ sku = "A-1" }', '{ sku = "A-*" }', True),
        ('{ sku = "B-1" }', '{ sku = "A-*" }', False),
        ('{ category = "Femme/Robes" }', '{ category = "Robes" }', True),
        ('{ country = "FR" }', '{ country = ["FR", "DE"] }', True),
        ('{ fault = "customer" }', '{ fault = "merchant" }', False),
    ],
)
def test_when_one_condition_follows_from_another(narrow: str, wide: str, yes: bool) -> None:
    bonus = '{ credit_bonus = "5 %" }'
    found_ = warns(policy(rules=rule(wide, bonus, "wide", "stop = true") + rule(narrow, bonus, "narrow")))
    assert (("rule.narrow", "policy-check-stopped") in found_) is yes


def test_gaps_are_named() -> None:
    assert ("terms.methods", "policy-check-no-way", "") in blocks(policy(methods="{}"))
    assert ("terms.restocking_fee", "policy-check-more-than-all", "") in blocks(policy(more='restocking_fee = "150 %"'))
    assert ("terms.window", "policy-check-long") in warns(policy(window="{ days = 3000 }"))
    assert ("terms.window", "policy-check-past") in warns(policy(window="{ days = 30, until = 2026-01-31 }"))


def test_what_differs_by_its_country_alone_is_said_once() -> None:
    short = rule('{ tags = ["a"] }', "{ window = { days = 7 } }")
    every = found(policy(window="{ days = 7 }", countries='"FR", "DE", "ES", "GB"', rules=short))
    few = grouped.grouped(every)
    windows = [one for one in few if one.said.code == "policy-check-window"]
    assert [one.path for one in windows] == ["terms.window", "rule.one.then.window"], "each place by itself"
    assert [law.country.code for law in windows[0].laws] == ["FR", "DE", "ES", "GB"]
    assert all(law.citations for law in windows[0].laws), "and each country with its own article"
    assert windows[0].said.params["countries"] == 4
    assert len(few) < len(every)
    alone = grouped.grouped(one for one in every if one.country == "FR")
    assert {one.said.params["countries"] for one in alone} == {1}


def test_a_reason_nobody_can_choose_is_named() -> None:
    document = parse.policy(policy(rules=rule('{ reason = ["too-small", "not-adapted"] }', "{ accept = true }")))
    few = checking.findings(policy=document, today=TODAY, reasons=["too-small"])
    (one,) = [each for each in few if each.said.code == "policy-check-reason"]
    assert (one.level, one.path, one.said.params["reasons"]) == (Level.WARNS, "rule.one.when.reason", "not-adapted")
    for known in (None, ["too-small", "not-adapted"]):
        every = checking.findings(policy=document, today=TODAY, reasons=known)
        assert "policy-check-reason" not in {each.said.code for each in every}
