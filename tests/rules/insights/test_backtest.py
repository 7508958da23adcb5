"""The worked cases of docs/algorithms/backtest.md."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.rules.policy.plain import facts
from volte.insights.backtest import replayed
from volte.insights.backtest.history import Asked
from volte.insights.backtest.outcome import Backtest
from volte.insights.backtest.purchases import columns
from volte.kit.words import CustomerKind, Fault
from volte.policy.rules import parse
from volte.policy.rules.facts import Facts
from volte.policy.rules.words import Verdict

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
