"""The worked cases of docs/algorithms/backtest.md."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.rules.policy.plain import facts
from volte.insights.backtest import replayed, written
from volte.insights.backtest.history import Asked, Way
from volte.insights.backtest.outcome import Backtest
from volte.insights.backtest.purchases import columns
from volte.kit.time import Span
from volte.kit.words import CustomerKind, Fault, RefundTrigger
from volte.policy.rules import parse
from volte.policy.rules.facts import Facts
from volte.policy.rules.words import RefundShipping, Verdict

PAGE = (Path(__file__).parents[3] / "docs" / "algorithms" / "backtest.md").read_text("utf-8")
CASES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Worked cases")[2].partition("\n## ")[0].splitlines()
    if line.startswith(("| consumer", "| business"))
]
NOW = parse.policy("""
[policy]
name = "Maison"
sells_to = ["FR"]
languages = ["fr", "en"]
currency = "EUR"
informs_of_withdrawal = true
[terms]
window = { days = 30 }
resolutions = ["refund", "exchange", "credit"]
methods = { drop_off = "2.90", pickup = "4.90" }
""")
THEN = parse.policy("""
[policy]
name = "Maison"
sells_to = ["FR"]
languages = ["fr", "en"]
currency = "EUR"
informs_of_withdrawal = true
[terms]
window = { days = 20 }
resolutions = ["refund", "exchange", "credit"]
methods = { drop_off = "3.90", pickup = "4.90" }
restocking_fee = "10 %"
[[rule]]
id = "final-sale"
when = { tags = ["final-sale"], fault = "customer" }
then = { accept = false }
[[rule]]
id = "businesses"
when = { customer_kind = "business" }
then = { window = { days = 25 } }
""")


def purchase(who: str, asked: str, number: str = "1") -> Asked:
    words = who.split(", ")
    known = facts(
        price=5000,
        today=date.fromisoformat(asked),
        kind=CustomerKind(words[0]),
        tags=tuple(words[1:]) if words[1:] == ["final-sale"] else (),
        fault=Fault.MERCHANT if "faulty" in words else Fault.CUSTOMER,
        reason="defective" if "faulty" in words else "too-small",
    )
    return asked_of(known, number=number)


def asked_of(known: Facts, *, number: str = "1") -> Asked:
    return Asked(
        order=f"#{number}",
        number=f"R{number}",
        return_id=UUID(int=1),
        title="Robe Inès",
        method="drop_off",
        resolution="refund",
        units=2,
        currency="EUR",
        facts=known,
    )


def replay(*asked: Asked) -> Backtest:
    return replayed.replayed(columns(asked, current=NOW, draft=THEN), current=NOW, draft=THEN)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}")
def test_the_worked_cases(case: list[str]) -> None:
    who, asked, now, then, worse, below, refund = case
    found = replay(purchase(who, asked))
    assert found.current.verdicts[Verdict(now)] == found.draft.verdicts[Verdict(then)] == 1
    assert {one.how for one in found.worse} == set(worse.split())
    assert [one.field.value for one in found.breaches] == below.split()
    assert found.draft.refund == round(float(refund) * 100)


def test_counts_groups_and_what_is_paid_once_a_parcel() -> None:
    every = [purchase(case[0], case[1], number="7") for case in CASES]
    found = replay(*every)
    assert found.items == len(CASES) > 5 and found.worse_items == 6 and found.better_items == 0
    assert (found.current.ways, found.draft.ways) == (0, 0), "the faulty one travels free, and all are one parcel"
    kinds = {one.name: one for one in found.groups if one.by == "customer_kind"}
    assert (kinds["business"].items, kinds["business"].refused_now, kinds["business"].worse) == (2, 1, 1)
    assert (kinds["consumer"].refused_now, kinds["consumer"].refused_then) == (0, 2)
    assert [one.name for one in found.groups if one.by == "price"] == ["50-100"]
    (fee,) = found.breaches
    assert (fee.field, fee.rule, fee.items, fee.examples) == ("restocking_fee", "", 2, ("#7",))
    assert found.draft.lifted == 2 and found.current.lifted == 1
    assert len(found.lines) == found.worse_items
    codes = [line.code for line in found.unknown]
    assert codes[:3] == ["insights-backtest-behaviour", "insights-backtest-never-asked", "insights-backtest-young"]


def test_the_law_is_asked_once_for_each_situation() -> None:
    several = [purchase("consumer", "2026-11-10", number=str(number)) for number in range(50)]
    assert replay(*several).asked_of_law == 1


def test_a_policy_against_itself_changes_nothing() -> None:
    every = [purchase(case[0], case[1]) for case in CASES]
    found = replayed.replayed(columns(every, current=NOW, draft=NOW), current=NOW, draft=NOW)
    assert (found.worse_items, found.better_items, found.lines, found.breaches) == (0, 0, (), ())
    assert found.current == found.draft
    assert replayed.replayed(columns([], current=NOW, draft=NOW), current=NOW, draft=NOW).items == 0


def came(one: Asked, **days: str | None) -> Asked:
    return replace(one, way=Way(**{name: date.fromisoformat(day) for name, day in days.items() if day}))


LATE = replace(NOW, terms=replace(NOW.terms, refund_at=RefundTrigger.INSPECTION, refund_within=Span(days=3)))
SOON = replace(NOW, terms=replace(NOW.terms, refund_at=RefundTrigger.CARRIER_SCAN, refund_within=Span(days=3)))
CALENDAR = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Refunds by the calendar")[2].partition("\n## ")[0].splitlines()
    if line.startswith("| 20") or line.startswith("| – ")
]


@pytest.mark.parametrize("case", CALENDAR, ids=lambda case: " ".join(case[:4]))
def test_the_worked_days(case: list[str]) -> None:
    names = ("sent_on", "arrived_on", "inspected_on", "settled_on")
    days = {name: None if cell == "–" else cell for name, cell in zip(names, case, strict=False)}
    every = [came(purchase("consumer" if case[4] == "consumer" else "business", "2026-11-10"), **days)]
    found = replayed.replayed(columns(every, current=LATE, draft=SOON), current=LATE, draft=SOON).leaving
    for side, undated, told in (("now", found.undated_now, case[5]), ("then", found.undated_then, case[6])):
        assert undated.items == (told == "–")
        starts = [one.starts for one in found.periods if getattr(one, side).items]
        assert starts == ([] if told == "–" else [_monday(date.fromisoformat(told))])
    assert [name for name in ("unscanned", "uninspected") if getattr(found, name)] == case[7].split()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def test_refunds_are_told_by_week_or_by_month_and_on_average() -> None:
    def one(asked: str, day: str) -> Asked:
        return came(purchase("business", asked), sent_on=day, arrived_on=day, inspected_on=day)

    short = [one("2026-11-10", "2026-11-12"), one("2026-11-10", "2026-12-01")]
    found = replayed.replayed(columns(short, current=NOW, draft=SOON), current=NOW, draft=SOON)
    assert found.leaving.step == "week" and found.leaving.periods[0].now.amount == 10000
    assert [each.then.items for each in found.leaving.periods] == [1, 0, 0, 1], "empty weeks are told too"
    assert found.leaving.days_then == (5 + 24) / 2
    long = [*short, one("2026-11-20", "2027-03-05")]
    months = replayed.replayed(columns(long, current=NOW, draft=SOON), current=NOW, draft=SOON).leaving
    assert months.step == "month" and [each.starts.day for each in months.periods] == [1] * len(months.periods)
    assert written.refunds(months, "EUR").splitlines()[-1] == ",0,0.00,0,0.00,EUR"


def test_who_wanted_something_else_gets_no_money() -> None:
    credit = replace(came(purchase("business", "2026-11-10"), arrived_on="2026-11-12"), resolution="credit")
    found = replayed.replayed(columns([credit], current=NOW, draft=NOW), current=NOW, draft=NOW)
    assert (found.current.refund, found.leaving.periods) == (0, ())


def test_less_time_to_send_and_a_delivery_no_longer_refunded() -> None:
    generous = replace(NOW, terms=replace(NOW.terms, send_within=Span(days=30), refund_shipping=RefundShipping.ALWAYS))
    strict = replace(NOW, terms=replace(NOW.terms, send_within=Span(days=7), refund_shipping=RefundShipping.BY_LAW))
    asked = [purchase("business", "2026-11-10", number="8"), purchase("consumer", "2026-11-10", number="9")]
    found = replayed.replayed(columns(asked, current=generous, draft=strict), current=generous, draft=strict)
    told = {one.how: (one.items, one.examples) for one in found.worse}
    assert told["hurried"][0] == 2, "the law gives the consumer fourteen days, which is less than thirty"
    assert told["outbound"] == (1, ("#8",)), "the law gives it back to the consumer"
    kinds = {one.name: one.worse for one in found.groups if one.by == "customer_kind"}
    assert kinds == {"business": 1, "consumer": 1}
