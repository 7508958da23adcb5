"""What the law gives, and what it leaves open when facts are missing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.kit.words import CustomerKind, Resolution
from volte.law.rules.rights import rights_for
from volte.law.rules.situation import Situation
from volte.law.rules.words import Channel, Coverage, Payer, Standing, Trait

PLAIN = Situation(
    country="FR",
    region="",
    concluded_on=date(2026, 11, 2),
    asked_on=date(2026, 11, 10),
    delivered_on=(date(2026, 11, 5),),
    channel=Channel.ONLINE,
    buyer=CustomerKind.CONSUMER,
    informed=True,
)


def _with(**changes: Any) -> Situation:
    return replace(PLAIN, **changes)


def test_a_plain_purchase_may_be_undone_within_fourteen_days() -> None:
    right = rights_for(PLAIN).withdrawal
    assert right.standing is Standing.YES
    assert right.last_day == right.latest_day == date(2026, 11, 19)
    assert (right.return_paid_by, right.outbound_owed, right.refund_days) == (Payer.CUSTOMER, True, 14)
    assert right.deduction is Standing.YES
    assert ("Code de la consommation", "L221-18") in [(cited.title, cited.article) for cited in right.citations]
    assert ("Directive 2011/83/EU", "art. 13(2)") in [(cited.title, cited.article) for cited in right.citations]


@pytest.mark.parametrize(
    ("changes", "standing", "why"),
    [
        ({"asked_on": date(2026, 11, 20)}, Standing.NO, "law-withdrawal-expired"),
        ({"asked_on": date(2026, 11, 3)}, Standing.YES, "law-withdrawal-open"),
        ({"buyer": CustomerKind.BUSINESS}, Standing.NO, "law-business"),
        ({"buyer": CustomerKind.BUSINESS, "channel": Channel.OFF_PREMISES}, Standing.UNKNOWN, "law-small-professional"),
        ({"buyer": CustomerKind.SOLE_TRADER}, Standing.UNKNOWN, "law-sole-trader"),
        ({"buyer": None, "channel": None}, Standing.YES, "law-withdrawal-open"),
        ({"channel": Channel.STORE}, Standing.NO, "law-shop-sale"),
        ({"traits": frozenset({Trait.PERISHABLE})}, Standing.NO, "law-exception-d"),
        ({"traits": frozenset({Trait.PERSONALISABLE})}, Standing.UNKNOWN, "law-exception-c"),
        ({"traits": frozenset({Trait.PERSONALISABLE}), "personalised": False}, Standing.YES, "law-withdrawal-open"),
        ({"personalised": True}, Standing.NO, "law-exception-c"),
        ({"traits": frozenset({Trait.SEALED})}, Standing.YES, "law-withdrawal-open"),
        ({"traits": frozenset({Trait.SEALED}), "seal_broken": True}, Standing.YES, "law-withdrawal-open"),
        ({"traits": frozenset({Trait.SEALED, Trait.MEDIA}), "seal_broken": True}, Standing.NO, "law-exception-i"),
        ({"traits": frozenset({Trait.DIGITAL})}, Standing.UNKNOWN, "law-exception-m"),
        ({"traits": frozenset({Trait.DIGITAL}), "begun_with_consent": False}, Standing.YES, "law-withdrawal-open"),
        ({"country": "XX"}, Standing.UNKNOWN, "law-not-covered"),
        ({"country": "CH"}, Standing.NO, "law-no-right"),
        ({"concluded_on": date(1970, 1, 1)}, Standing.UNKNOWN, "law-not-covered"),
    ],
)
def test_what_opens_and_closes_the_right(changes: dict[str, Any], standing: Standing, why: str) -> None:
    right = rights_for(_with(**changes)).withdrawal
    assert (right.standing, right.why.code) == (standing, why)
    assert bool(right.missing) is (standing is Standing.UNKNOWN)


def test_an_unseen_hygiene_seal_leaves_the_right_standing_on_condition() -> None:
    hygiene = frozenset({Trait.SEALED, Trait.HYGIENE})
    unseen = rights_for(_with(traits=hygiene)).withdrawal
    assert (unseen.standing, unseen.seal_must_hold) == (Standing.YES, True)
    assert rights_for(_with(traits=hygiene, seal_broken=True)).withdrawal.standing is Standing.NO


def test_whether_the_buyer_was_informed_is_a_third_answer() -> None:
    late = date(2026, 12, 10)
    unknown = rights_for(_with(informed=None, asked_on=late)).withdrawal
    assert (unknown.standing, unknown.missing) == (Standing.UNKNOWN, ("informed",))
    assert (unknown.last_day, unknown.latest_day) == (date(2026, 11, 19), date(2027, 11, 19))
    assert unknown.return_paid_by is None
    told_nobody = rights_for(_with(informed=False, asked_on=late)).withdrawal
    assert (told_nobody.standing, told_nobody.return_paid_by) == (Standing.YES, Payer.MERCHANT)
    assert told_nobody.deduction is Standing.NO


def test_late_information_ends_the_right_fourteen_days_after_it() -> None:
    right = rights_for(_with(informed=False, informed_on=date(2026, 12, 1), asked_on=date(2026, 12, 10))).withdrawal
    assert right.last_day == date(2026, 12, 15)


def test_without_a_delivery_the_period_has_not_begun_or_nobody_knows() -> None:
    travelling = rights_for(_with(delivered_on=(), delivery_complete=False, asked_on=date(2027, 3, 1))).withdrawal
    assert (travelling.standing, travelling.last_day) == (Standing.YES, None)
    unheard = rights_for(_with(delivered_on=(), asked_on=date(2027, 3, 1))).withdrawal
    assert (unheard.standing, unheard.missing) == (Standing.UNKNOWN, ("delivered_on",))
    partial = rights_for(_with(delivery_complete=False, asked_on=date(2027, 3, 1))).withdrawal
    assert partial.standing is Standing.YES


def test_goods_that_fail_are_the_sellers_for_two_years() -> None:
    claim = rights_for(_with(asked_on=date(2028, 11, 5))).conformity
    assert (claim.standing, claim.last_day, claim.cure_days) == (Standing.YES, date(2028, 11, 5), 30)
    assert claim.paid_by is Payer.MERCHANT
    assert claim.remedies == (Resolution.REPLACEMENT, Resolution.REPAIR)
    assert claim.presumed_until == date(2028, 11, 5)
    used = rights_for(_with(traits=frozenset({Trait.USED}))).conformity
    assert used.presumed_until == date(2027, 11, 5)
    german = rights_for(_with(country="DE")).conformity
    assert (german.presumed_until, german.cure_days) == (date(2027, 11, 5), None)


def test_past_the_unions_minimum_a_country_without_its_own_file_stays_open() -> None:
    late = date(2028, 11, 6)
    assert rights_for(_with(asked_on=late)).conformity.standing is Standing.NO
    lithuanian = rights_for(_with(country="LT", asked_on=late))
    assert (lithuanian.coverage, lithuanian.conformity.standing) == (Coverage.UNION, Standing.UNKNOWN)
    assert lithuanian.conformity.minimum_only


SITUATIONS = st.builds(
    Situation,
    country=st.sampled_from(["FR", "DE", "ES", "CH", "GB", "US", "JP", "NO", "CN", "LT"]),
    region=st.sampled_from(["", None]),
    concluded_on=st.just(date(2026, 3, 2)),
    asked_on=st.dates(date(2026, 3, 2), date(2028, 12, 31)),
    delivered_on=st.lists(st.dates(date(2026, 3, 2), date(2026, 6, 30)), max_size=2).map(tuple),
    delivery_complete=st.sampled_from([None, True, False]),
    channel=st.sampled_from([None, *Channel]),
    buyer=st.sampled_from([None, *CustomerKind]),
    traits=st.frozensets(st.sampled_from(Trait), max_size=3),
    informed=st.sampled_from([None, True, False]),
    seal_broken=st.sampled_from([None, True, False]),
    personalised=st.sampled_from([None, True, False]),
    begun_with_consent=st.sampled_from([None, True, False]),
)
FACTS = ("informed", "seal_broken", "personalised", "begun_with_consent")


@given(situation=SITUATIONS, fact=st.sampled_from(FACTS))
def test_a_missing_fact_never_says_no_where_some_answer_would_say_yes(situation: Situation, fact: str) -> None:
    unsaid: dict[str, Any] = {fact: None}
    silent = rights_for(replace(situation, **unsaid)).withdrawal
    if silent.standing is Standing.NO:
        for answer in (True, False):
            told: dict[str, Any] = {fact: answer}
            assert rights_for(replace(situation, **told)).withdrawal.standing is Standing.NO


@given(situation=SITUATIONS)
def test_asking_a_day_later_never_gives_more(situation: Situation) -> None:
    order = {Standing.NO: 0, Standing.UNKNOWN: 1, Standing.YES: 2}
    today = rights_for(situation)
    tomorrow = rights_for(replace(situation, asked_on=situation.asked_on + timedelta(days=1)))
    assert order[tomorrow.conformity.standing] <= order[today.conformity.standing]
    if not situation.traits & {Trait.INSEPARABLE, Trait.FUTURE_ALCOHOL}:
        assert order[tomorrow.withdrawal.standing] <= order[today.withdrawal.standing]


def test_a_repair_lengthens_the_guarantee_and_a_replacement_begins_it_anew() -> None:
    plain = rights_for(_with(concluded_on=date(2026, 1, 5), delivered_on=(date(2026, 1, 10),))).conformity
    once = rights_for(_with(concluded_on=date(2026, 1, 5), delivered_on=(date(2026, 1, 10),), repairs=1)).conformity
    assert (plain.last_day, once.last_day) == (date(2028, 1, 10), date(2028, 7, 10))
    replaced = _with(concluded_on=date(2026, 1, 5), delivered_on=(date(2026, 1, 10),), replaced_on=date(2027, 3, 1))
    assert rights_for(replaced).conformity.last_day == date(2029, 3, 1)
    portugal = _with(country="PT", delivered_on=(date(2026, 1, 10),), repairs=9)
    assert rights_for(portugal).conformity.last_day == date(2031, 1, 10), "four times at most"
    after_the_directive = _with(
        country="LT", concluded_on=date(2026, 8, 3), delivered_on=(date(2026, 8, 10),), repairs=2
    )
    assert rights_for(after_the_directive).conformity.last_day == date(2029, 8, 10), "once, twelve months"


def test_where_no_term_is_named_somebody_looks_after_the_sure_years() -> None:
    dutch = _with(country="NL", delivered_on=(date(2026, 11, 5),))
    sure = rights_for(replace(dutch, asked_on=date(2028, 11, 5))).conformity
    assert (sure.standing, sure.last_day, sure.open_ended) == (Standing.YES, None, True)
    later = rights_for(replace(dutch, asked_on=date(2028, 11, 6))).conformity
    assert (later.standing, later.missing) == (Standing.UNKNOWN, ("expected_life",))


def test_the_short_time_to_reject() -> None:
    british = _with(country="GB", delivered_on=(date(2026, 11, 5),))
    early = rights_for(replace(british, asked_on=date(2026, 12, 5))).conformity
    assert early.remedies[0] is Resolution.REFUND
    assert (early.reject_until, early.refund_days) == (date(2026, 12, 5), 14)
    late = rights_for(replace(british, asked_on=date(2026, 12, 6))).conformity
    assert Resolution.REFUND not in late.remedies and late.refund_days is None


def test_an_american_whose_state_is_not_known_may_live_where_there_is_a_right() -> None:
    unknown = _with(country="US", region=None, informed=False)
    right = rights_for(unknown).withdrawal
    assert (right.standing, right.missing[-1]) == (Standing.UNKNOWN, "region")
    assert rights_for(replace(unknown, informed=True)).withdrawal.standing is Standing.NO
    assert rights_for(replace(unknown, region="TX")).withdrawal.standing is Standing.NO
    assert rights_for(replace(unknown, region="CA")).withdrawal.standing is Standing.YES


def test_businesses_have_no_consumer_guarantee_but_perhaps_another_law() -> None:
    claim = rights_for(_with(buyer=CustomerKind.BUSINESS)).conformity
    assert (claim.standing, claim.other_law) == (Standing.NO, True)
    polish = rights_for(_with(country="PL", buyer=CustomerKind.SOLE_TRADER))
    assert polish.withdrawal.why.code == polish.conformity.why.code == "law-sole-trader-outside-trade"


SMALL = {"buyer": CustomerKind.BUSINESS, "channel": Channel.OFF_PREMISES}


@pytest.mark.parametrize(
    ("known", "standing", "why", "missing"),
    [
        ({}, Standing.UNKNOWN, "law-small-professional", ("employees", "outside_main_activity")),
        ({"employees": 5}, Standing.UNKNOWN, "law-small-professional", ("outside_main_activity",)),
        ({"outside_main_activity": True}, Standing.UNKNOWN, "law-small-professional", ("employees",)),
        ({"employees": 5, "outside_main_activity": True}, Standing.YES, "law-small-professional-protected", ()),
        ({"employees": 6}, Standing.NO, "law-business-too-large", ()),
        ({"outside_main_activity": False}, Standing.NO, "law-business-main-activity", ()),
    ],
)
def test_a_small_professional_is_protected_when_both_facts_say_so(
    known: dict[str, Any], standing: Standing, why: str, missing: tuple[str, ...]
) -> None:
    right = rights_for(_with(**SMALL, **known)).withdrawal
    assert (right.standing, right.why.code, right.missing) == (standing, why, missing)
    if not missing:
        assert ("Code de la consommation", "L221-3") in [(cited.title, cited.article) for cited in right.citations]
    elsewhere = rights_for(_with(**SMALL, **known, country="BE")).withdrawal
    assert elsewhere.why.code == "law-business", "no such provision there"


@pytest.mark.parametrize(
    ("country", "agreed", "last_day", "why"),
    [
        ("DE", None, date(2028, 11, 5), "law-conformity-open"),
        ("DE", 12, date(2027, 11, 5), "law-conformity-open-agreed"),
        ("DE", 6, date(2027, 11, 5), "law-conformity-open-agreed"),
        ("DE", 36, date(2028, 11, 5), "law-conformity-open"),
        ("PT", 6, date(2028, 5, 5), "law-conformity-open-agreed"),
        ("FR", 12, date(2028, 11, 5), "law-conformity-open"),
    ],
)
def test_what_was_agreed_for_used_goods_holds_as_far_as_the_law_allows(
    country: str, agreed: int | None, last_day: date, why: str
) -> None:
    used = _with(country=country, traits=frozenset({Trait.USED}), used_months_agreed=agreed)
    claim = rights_for(used).conformity
    assert (claim.last_day, claim.why.code) == (last_day, why)
    assert claim.presumed_until is None or claim.presumed_until <= last_day
    new = rights_for(replace(used, traits=frozenset())).conformity
    assert new.why.code == "law-conformity-open", "new goods may not be cut"


@pytest.mark.parametrize(
    ("major", "standing", "first", "refund"),
    [
        (True, Standing.YES, Resolution.REFUND, True),
        (False, Standing.NO, Resolution.REPLACEMENT, False),
        (None, Standing.UNKNOWN, Resolution.REPLACEMENT, True),
    ],
)
def test_a_major_fault_lets_the_consumer_choose_the_refund(
    major: bool | None, standing: Standing, first: Resolution, refund: bool
) -> None:
    claim = rights_for(_with(country="AU", fault_major=major)).conformity
    assert (claim.standing, claim.refund_if_major, claim.remedies[0]) == (Standing.YES, standing, first)
    assert (Resolution.REFUND in claim.remedies) is refund
    assert claim.missing == (("fault_major",) if major is None else ())
    assert rights_for(_with(fault_major=major)).conformity.refund_if_major is Standing.NO, "France does not ask"


def test_a_refund_is_indexed_where_the_law_says_so() -> None:
    brazil, france = (rights_for(_with(country=code)).withdrawal.refund for code in ("BR", "FR"))
    assert brazil is not None and brazil.indexed
    assert france is not None and not france.indexed
