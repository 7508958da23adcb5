"""Every sentence of law and policy can be said in both languages, with whatever a decision puts into it."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.rules.policy.plain import facts
from tests.rules.policy.strategies import FACTS, POLICIES
from volte.kit.errors import Invalid
from volte.kit.rates import Rate
from volte.kit.text import message
from volte.kit.words import Fault
from volte.law.rules import provisions
from volte.policy import publishing
from volte.policy.rules import explain, parse
from volte.policy.rules.decide import judge, outlook
from volte.policy.rules.facts import Facts, ReturnRate
from volte.policy.rules.model import Policy
from volte.policy.rules.situation import rights_of
from volte.policy.rules.starter import default_policy
from volte.policy.rules.telling import rights
from volte.policy.rules.words import Fact, Field
from volte.runtime import formats, texts

SOURCES = [Path(__file__).parents[3] / "src" / "volte" / area for area in ("law", "policy")]
CASES = """
[[rule]]
id = "christmas"
when = { ordered = { from = 2026-11-15, until = 2026-12-25 } }
then = { window = { until = 2027-02-01 } }

[[rule]]
id = "often"
when = { discount = { over = "30 %" }, reason = "too-small", customer_kind = "consumer", payment = "wallet" }
then = { methods = { drop_off = "3.90" }, credit_bonus = "0 %" }
stop = true

[[rule]]
id = "bulky"
when = { weight = { over = "15 kg" }, size = { at_most = "1.25 m" } }
then = { methods = { pickup = "free" } }
"""
STARTER = parse.policy(default_policy(name="Maison", country="FR", currency="EUR", languages=("fr", "en")))
TOOLS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@TOOLS
@given(policy=POLICIES, facts=FACTS)
def test_every_trace_and_sentence_can_be_said(policy: Policy, facts: Facts) -> None:
    decision = judge(policy=policy, facts=facts)
    seen = outlook(policy=policy, facts=facts, rights=rights_of(policy=policy, facts=facts))
    hints = [hint for hint in (decision.hint, seen.hint) if hint is not None]
    for language in ("fr", "en"):
        for line in (*explain.trace(decision), decision.sentence, seen.sentence, *hints):
            assert texts.say(line, language).strip()


@TOOLS
@given(policy=POLICIES)
def test_every_policy_can_be_told_and_its_figures_stand_in_its_sentences(policy: Policy) -> None:
    publication = publishing.draft(
        policy, page="", country="FR", today=date(2026, 3, 2), names={"a": {"fr": "Trop petit", "en": "Too small"}}
    )
    for language in ("fr", "en"):
        assert policy.name in publication.text(language)
        for rule, told in zip(policy.rules, publication.told.statements, strict=True):
            said = publishing.sentence(told.sentence, language)
            window = rule.then.get(Field.WINDOW)
            if window is not None and window.days is not None and window.days > 1:
                assert f"{window.days} " in said
            if window is not None and window.until is not None:
                assert formats.day(window.until, language) in said
            for term in rule.then.get(Field.METHODS, ()):
                assert not term.price or formats.money(term.price, language) in said
            for field in (Field.RESTOCKING_FEE, Field.CREDIT_BONUS):
                assert (
                    field not in rule.then
                    or not rule.then[field].share
                    or formats.percent(rule.then[field], language) in said
                )
    assert len(publication.json()["rules"]) == len(policy.rules)


def test_each_sentence_is_one_somebody_would_say() -> None:
    text = default_policy(name="M", country="FR", currency="EUR", languages=("fr", "en")) + CASES
    names = {"too-small": {"fr": "Trop petit"}}
    publication = publishing.draft(parse.policy(text), page="", country="FR", today=date(2026, 11, 22), names=names)
    said = {each.rule: each.sentence for each in publication.told.statements}
    assert publishing.sentence(said["something-is-wrong"], "fr") == (
        "Si l’erreur vient de nous ou du transporteur, le dépôt dans un point relais, le retour en magasin et l’envoi "
        "par vos soins sont gratuits."
    )
    assert publishing.sentence(said["christmas"], "en") == (
        "If the order was placed between Sunday 15 November 2026 and Friday 25 December 2026 (both included), you have "
        "until Monday 1 February 2027 to ask for a return."
    )
    assert publishing.sentence(said["often"], "fr") == (
        "Si l’article a été vendu avec une remise de plus de 30\u00a0%, si le motif est «\u00a0Trop petit\u00a0», si "
        "vous achetez pour vous-même et si la commande a été payée par portefeuille électronique, un avoir vaut autant "
        "que le remboursement\u202f; le dépôt dans un point relais coûte 3,90\u00a0€\u202f; les cas suivants ne "
        "comptent plus."
    )
    assert publishing.sentence(said["bulky"], "fr") == (
        "Si l’article pèse plus de 15 kg et si le plus grand côté de l’article mesure 125 cm ou moins, le retrait chez "
        "vous est gratuit."
    )


@pytest.mark.parametrize("fact", [*Fact, "withdrawal-right-yes"])
def test_every_fact_can_be_told(fact: str) -> None:
    """By the example of the reference."""
    page = (Path(__file__).parents[3] / "docs" / "reference" / "policy.md").read_text("utf-8")
    example = re.search(rf"^\| `{fact}` \|.*\| `([^`]+)` \|$", page, re.M)
    when = example.group(1) if example else "withdrawal_right = true"
    text = f"""{default_policy(name="M", country="FR", currency="EUR", languages=("fr", "en"))}
[[rule]]
id = "each"
when = {{ {when} }}
then = {{ approval = "manual" }}
"""
    publication = publishing.draft(parse.policy(text), page="", country="FR", today=date(2026, 11, 22))
    told = publication.told.statements[-1].sentence
    assert publishing.sentence(told, "fr").startswith("Si ") and publishing.sentence(told, "en").startswith("If ")


@pytest.mark.parametrize("country", [code for code in provisions.jurisdictions() if len(code) == 2] + ["ZW"])
def test_the_law_of_every_country_can_be_told(country: str) -> None:
    for informs in (True, False, None):
        for place in rights.places((country,), today=date(2026, 11, 22), informs=informs):
            assert place.withdrawal.sentences and place.guarantee.sentences
            for one in (*place.withdrawal.sentences, *place.guarantee.sentences, *place.exceptions, place.name):
                assert texts.say(one, "fr") and texts.say(one, "en")


def test_every_written_code_has_its_sentence_in_both_languages() -> None:
    written = re.compile(r'message\(\s*"([a-z-]+)"')
    refused = re.compile(r'(?:Invalid|Conflict|NotFound|TooLarge)\(\s*"([a-z_]+)"')
    expects = re.compile(r'(?:complain\((?:f?"[^"]*"|path|_at\(.*?\)\)), |_[A-Z]+, )"([a-z-]+)"[,)]')
    codes = set()
    for source in SOURCES:
        for file in source.rglob("*.py"):
            text = file.read_text("utf-8")
            codes |= set(written.findall(text))
            codes |= {f"error-{code.replace('_', '-')}" for code in refused.findall(text)}
            if source.name == "policy":
                codes |= {f"policy-expects-{code}" for code in expects.findall(text)}
    codes |= {f"policy-fact-{fact.replace('_', '-')}" for fact in Fact}
    codes |= {f"policy-field-{field.replace('_', '-')}" for field in Field}
    codes |= {f"law-exception-{letter}" for letter in "bcdefgijklm"}
    codes |= {f"policy-refused-exception-{letter}" for letter in "bcdefgijklm"}
    assert len(codes) > 130
    missing = [(code, language) for code in codes for language in ("fr", "en") if not texts.known(code, language)]
    assert missing == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You can send “Robe Inès” back until Saturday 5 December 2026."),
        ("fr", "Vous pouvez retourner «\u00a0Robe Inès\u00a0» jusqu’au samedi 5 décembre 2026."),
    ],
)
def test_until_when_as_a_person_says_it(language: str, said: str) -> None:
    assert texts.say(judge(policy=STARTER, facts=facts()).sentence, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“Robe Inès” cannot be sent back: it was sold as a final sale."),
        ("fr", "L’article «\u00a0Robe Inès\u00a0» ne peut pas être repris\u00a0: il a été vendu en vente définitive."),
    ],
)
def test_why_not_in_the_shops_own_words(language: str, said: str) -> None:
    refused = judge(policy=STARTER, facts=facts(tags=("final-sale",), today=date(2026, 11, 25)))
    assert texts.say(refused.sentence, language) == said


def test_a_problem_in_a_document_reads_as_a_sentence() -> None:
    with pytest.raises(Invalid) as refused:
        parse.policy(default_policy(name="M", country="FR", currency="EUR", languages=("fr",)).replace("30", "-3"))
    said = texts.refusal(refused.value, "en")
    assert (
        said
        == (
            "The policy cannot be used yet. At terms.window.days: a whole number between 0 and 3650 is expected, "
            "found is -3. "
        ).rstrip()
    )


def test_every_word_a_policy_can_say_has_one_in_both_languages() -> None:
    words = [member for kind in explain._CLOSED for member in kind]
    said = [explain.shown(word) for word in words]
    said += [explain._word(fact, word) for fact, known in explain._WORDS_OF.items() for word in known]
    assert len(said) == 62
    missing = [one.code for one in said for language in ("fr", "en") if not texts.known(one.code, language)]
    assert missing == []


def test_how_often_goods_come_back_is_said_to_a_tenth_with_its_sample() -> None:
    rate = ReturnRate(rate=Rate(Fraction(1, 12)), orders=5, months=12)
    assert texts.say(explain.shown(rate), "fr") == "8,3\u00a0% des articles, sur 5 commandes en 12 mois"


def test_lists_inside_a_trace_are_said_whole() -> None:
    decision = judge(policy=STARTER, facts=facts(reason="damaged", fault=Fault.CARRIER))
    lines = [texts.say(line, "fr") for line in explain.trace(decision)]
    assert any("point de dépôt" in line and "en magasin" in line for line in lines)
    assert any("responsabilité : le transporteur".replace(" :", "\u00a0:") in line for line in lines)
    assert not any("drop_off" in line or "carrier" in line for line in lines)
    assert texts.say(message("policy-nothing"), "en") == "none"
