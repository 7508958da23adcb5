"""Who the shop is: settings others accept, a policy that parses, people for every role."""

from volte.kit.words import Fault, Method
from volte.policy.rules import parse
from volte.policy.rules.words import Field
from volte.project.demo import products, shop

REASONS = {
    "too-small", "too-large", "not-as-described", "changed-mind", "arrived-late", "damaged", "defective", "wrong-item",
    "missing-part", "gift", "other",
}  # fmt: skip


def test_the_policy_parses() -> None:
    policy = parse.policy(shop.policy())
    assert policy.name == shop.settings()["brand"]["name"]
    assert {method.method for method in policy.terms.methods} == {
        Method.STORE,
        Method.DROP_OFF,
        Method.PICKUP,
        Method.MAIL,
    }


def test_a_refusing_rule_says_why_in_both_languages() -> None:
    for rule in parse.policy(shop.policy()).rules:
        if rule.then.get(Field.ACCEPT) is False:
            assert set(rule.because) == {"fr", "en"}, rule.id


def test_rules_name_reasons_and_tags_that_exist() -> None:
    reasons = {reason["handle"] for reason in shop.settings()["reasons"]}
    tags = {tag for product in products.everything() for tag in product.tags}
    for rule in parse.policy(shop.policy()).rules:
        for condition in rule.when:
            values: frozenset[str] = getattr(condition, "values", frozenset())
            match condition.fact.value:
                case "reason":
                    assert values <= reasons, rule.id
                case "tags":
                    assert values <= tags, rule.id


def test_the_default_reasons_stand_with_both_names_and_a_fault() -> None:
    reasons = {reason["handle"]: reason for reason in shop.settings()["reasons"]}
    assert set(reasons) == REASONS
    top = {product.category[0] for product in products.everything()}
    for reason in reasons.values():
        assert set(reason["names"]) == {"fr", "en"}
        assert Fault(reason["fault"])
        assert set(reason.get("categories", ())) <= top


def test_places_hold_the_stock() -> None:
    places = {place["handle"]: place["kind"] for place in shop.settings()["locations"]}
    assert places == {products.WAREHOUSE: "warehouse", products.STORE: "store"}
    for _, variant in products.by_sku().values():
        assert set(variant.stock) <= set(places)


def test_there_is_somebody_for_every_role() -> None:
    assert {member.role for member in shop.staff()} == {"owner", "agent", "picker", "finance"}
    assert len({member.email for member in shop.staff()}) == len(shop.staff())
