"""What we publish for programs is what the decision grants: generated policies and situations, read by somebody else's
reader (`reading`), and decided."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.rules.policy import reading
from tests.rules.policy.plain import TERMS
from tests.rules.policy.strategies import FACTS, ORDERED, POLICIES, WINDOWS
from volte.kit.words import CustomerKind, Fault, Resolution
from volte.law.rules.words import Standing
from volte.policy.rules import parse
from volte.policy.rules.conditions import Between
from volte.policy.rules.decide import judge
from volte.policy.rules.decision import Decision
from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Policy, Rule, Window
from volte.policy.rules.publishing import complete, google, offered, schema_org, unsaid
from volte.policy.rules.telling import rights, statements
from volte.policy.rules.words import Basis, Fact, Field

SELLS_TO = ("FR", "DE", "ES", "US", "BR")
TOOLS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NAMED = {
    "ReturnAtKiosk": "drop_off",
    "ReturnInStore": "store",
    "ReturnByMail": "mail",
    "KeepProduct": "keep",
    "FullRefund": "refund",
    "ExchangeRefund": "exchange",
    "StoreCreditRefund": "credit",
}


def published(policy: Policy) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Our JSON and schema.org's objects for a policy, on the day of the order."""
    places = rights.places(policy.sells_to, today=ORDERED, informs=policy.informs_of_withdrawal)
    offers = offered.offers(policy, places)
    document = complete.document(
        policy,
        version=complete.Version(None, None),
        told=statements.tell(policy),
        places=places,
        unsaid={"schema_org": unsaid.by_schema_org(policy, offers), "google": unsaid.by_google(policy, offers)},
        page="",
        today=ORDERED,
        say=lambda what: {"code": what.code},
    )
    objects = schema_org.policies(offers, places, shop=schema_org.Shop("FR", "https://shop.example/policy"))
    sent = google.policies(policy, offers, page="")
    assert all(
        one["policy"].get("days") == two.get("merchantReturnDays") for one, two in _same_countries(sent, objects)
    )
    return document, objects


def _same_countries(sent: list[Any], objects: list[Any]) -> list[tuple[Any, Any]]:
    return [(one, two) for one in sent for two in objects if one["countries"] == two["applicableCountry"]]


def by_law(facts: Facts, decision: Decision) -> Facts:
    """No document tells a reader whether this buyer may withdraw: that they know from the law."""
    standing = decision.rights.withdrawal.standing
    return facts.with_right({Standing.YES: True, Standing.NO: False}.get(standing))


ANY = POLICIES.map(lambda policy: replace(policy, sells_to=SELLS_TO))


@TOOLS
@given(policy=ANY, facts=FACTS)
def test_our_own_document_promises_what_is_decided(policy: Policy, facts: Facts) -> None:
    document, _ = published(policy)
    decision = judge(policy=policy, facts=facts)
    promise = reading.promise(document, by_law(facts, decision))
    assert set(promise.fired) == {step.rule.id for step in decision.steps if step.fired}
    if not promise.open_on(facts.request.asked_on):
        assert decision.basis is not Basis.COMMERCIAL
        return
    assert decision.basis is not None
    assert decision.last_day is None or (promise.last_day is not None and decision.last_day >= promise.last_day)
    if Field.WINDOW not in decision.lifted:
        assert decision.last_day == promise.last_day
    assert [one.resolution for one in decision.resolutions][: len(promise.terms["resolutions"])] == promise.terms[
        "resolutions"
    ]
    _no_dearer(decision, promise)
    if Field.RESTOCKING_FEE not in decision.lifted:
        assert complete.percent(decision.restocking_fee.share) == promise.terms["restocking_fee"]
    else:
        assert not decision.restocking_fee.share
    stated = promise.terms["exchange_fee"] or promise.terms["restocking_fee"]
    if Field.EXCHANGE_FEE not in decision.lifted and Field.RESTOCKING_FEE not in decision.lifted:
        assert complete.percent(decision.fee(Resolution.EXCHANGE).share) == stated
    else:
        assert not decision.fee(Resolution.EXCHANGE).share


def _no_dearer(decision: Decision, promise: reading.Promise) -> None:
    prices = {one.method.value: one for one in decision.methods}
    for method, price in promise.terms["methods"].items():
        if decision.rights.withdrawal.goods_travel is False and decision.basis is Basis.WITHDRAWAL:
            continue  # nothing is sent back at all
        found = prices[method]
        if "own_postage" in price:
            assert found.own_postage or found.free
        elif Field.METHODS not in decision.lifted and found.price.currency == price["currency"]:
            assert (found.price.amount, found.own_postage) == (price["amount"], False)
        else:
            assert found.price.amount <= price["amount"] and not found.own_postage


@TOOLS
@given(policy=ANY, facts=FACTS)
def test_the_rights_we_publish_are_those_that_are_granted(policy: Policy, facts: Facts) -> None:
    right = judge(policy=policy, facts=facts).rights.withdrawal
    assume(right.standing is Standing.YES and right.goods_travel and facts.order.country in SELLS_TO)
    document, _ = published(policy)
    (told,) = [
        one["withdrawal"]
        for one in document["statutory"]
        if (one["country"], one["region"]) == (facts.order.country, None)
    ]
    assert (told["given"], told["days"]) == (True, right.window_days)
    assert told["refund_days"] == right.refund_days
    assert told["send_back_days"] == right.send_back_days
    assert told["outbound_delivery"] == right.outbound.value
    if facts.order.informed is None and right.return_paid_by is not None:
        assert told["return_paid_by"] == right.return_paid_by.value
    first = told["citations"][0]
    assert (first["title"], first["article"]) in {(each.title, each.article) for each in right.citations}


SEASONS = st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 60), WINDOWS), max_size=2).map(
    lambda found: [
        (ORDERED.fromordinal(ORDERED.toordinal() + start), length, window) for start, length, window in found
    ]
)


def with_seasons(policy: Policy, found: list[tuple[date, int, Any]]) -> Policy:
    rules = [
        Rule(
            id=f"season{place}",
            when=(Between(Fact.ORDERED, start, start.fromordinal(start.toordinal() + length)),),
            then={Field.WINDOW: window},
        )
        for place, (start, length, window) in enumerate(found)
    ]
    return replace(policy, sells_to=SELLS_TO, rules=(*rules, *policy.rules))


def plain(facts: Facts, country: str, delivered: date, fault: Fault | None) -> Facts:
    """An ordinary thing bought online by a consumer, arrived on a day that is known."""
    return replace(
        facts,
        item=replace(facts.item, traits=frozenset(), personalised=None, price_paid=None),
        order=replace(facts.order, country=country, channel="online"),
        customer=replace(facts.customer, kind=CustomerKind.CONSUMER),
        request=replace(facts.request, fault=fault, asked_on=max(facts.request.asked_on, delivered)),
        delivery=replace(facts.delivery, delivered_on=(delivered,), complete=True),
    )


@TOOLS
@given(
    base=st.one_of(POLICIES.map(lambda policy: replace(policy, rules=())), POLICIES),
    found=SEASONS,
    facts=FACTS,
    country=st.sampled_from(SELLS_TO),
    late=st.integers(0, 20),
    fault=st.sampled_from([None, Fault.CUSTOMER]),
    after=st.sampled_from([-1, 0, 0, 0, 1, 7, 8]),
)
def test_schema_org_promises_no_more_and_little_less_than_is_decided(
    base: Policy, found: list[Any], facts: Facts, country: str, late: int, fault: Fault | None, after: int
) -> None:
    """Asked around the last day that is published, where a day too many or too few would show."""
    policy = with_seasons(base, found)
    delivered = date.fromordinal(ORDERED.toordinal() + late)
    document, objects = published(policy)
    offer = reading.season(reading.offered_in(country, objects), ORDERED)
    last_day = reading.days_or_day(offer, delivered)
    if last_day is not None:
        asked_on = max(delivered, date.fromordinal(last_day.toordinal() + after))
        facts = replace(facts, request=replace(facts.request, asked_on=asked_on))
    facts = plain(facts, country, delivered, fault)
    decision = judge(policy=policy, facts=facts)
    fired = reading.promise(document, by_law(facts, decision)).fired
    assume(not set(fired) & reading.unsaid_rules(document, "schema_org"))
    kind = offer["returnPolicyCategory"].rsplit("/", 1)[1]
    if kind == "MerchantReturnNotPermitted":
        assert decision.basis is None
    elif last_day is None:
        assert kind == "MerchantReturnUnspecified"
    elif facts.request.asked_on <= last_day:
        _grants(decision, offer)
    elif policy.informs_of_withdrawal and facts.order.informed is not False and _exact(document, fired):
        # A holiday may move the law's end by some days.
        assert decision.basis is None or facts.request.asked_on.toordinal() - last_day.toordinal() <= 6


def _exact(document: dict[str, Any], fired: tuple[str, ...]) -> bool:
    """Nothing about its window is among what schema.org cannot say."""
    paths = {one["path"] for one in document["not_expressed"]["schema_org"]}
    season = any(name.startswith("season") for name in fired)
    said = not paths & {"terms.window.until", "terms.window.from"}
    return not season and said and document["terms"]["window"]["days"] is not None


def _grants(decision: Decision, offer: dict[str, Any]) -> None:
    assert decision.basis is not None
    methods = {one.method.value: one for one in decision.methods}
    for name in reading.names(offer.get("returnMethod", [])):
        assert NAMED[name] in methods
    fees = offer["customerRemorseReturnFees"].rsplit("/", 1)[1]
    least = min((one.price.amount for one in methods.values() if not one.own_postage), default=None)
    if fees == "FreeReturn":
        assert least == 0
    elif fees == "ReturnShippingFees":
        assert least is not None and least <= round(offer["customerRemorseReturnShippingFeesAmount"]["value"] * 100)
    granted = {one.resolution.value for one in decision.resolutions}
    assert {NAMED[name] for name in reading.names(offer["refundType"])} <= granted
    assert decision.restocking_fee.share * 100 <= offer.get("restockingFee", 0) + 1e-9


@TOOLS
@given(base=POLICIES, found=SEASONS)
def test_no_rule_is_dropped_without_a_word(base: Policy, found: list[Any]) -> None:
    policy = with_seasons(base, found)
    document, objects = published(policy)
    seasons = max(len(one.get("returnPolicySeasonalOverride", ())) for one in objects)
    assert len(policy.rules) - len(reading.unsaid_rules(document, "schema_org")) == seasons
    assert [one["id"] for one in document["rules"]] == [rule.id for rule in policy.rules]
    assert document["not_expressed"]["google"][0]["code"] == "google-day"


def test_of_two_seasons_that_overlap_the_later_rule_is_told_and_the_other_is_named() -> None:
    found = [(ORDERED, 30, Window(days=90)), (date(2026, 3, 20), 30, Window(days=60))]
    document, objects = published(with_seasons(parse.policy(TERMS), found))
    for one in objects:
        (season,) = one["returnPolicySeasonalOverride"]
        assert (season["startDate"], season["merchantReturnDays"]) == ("2026-03-20", 60)
    assert reading.unsaid_rules(document, "schema_org") == {"season0"}
