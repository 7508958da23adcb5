"""The worked tables of docs/algorithms/late-refunds.md, and what must hold for any lateness."""

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.warehouse.tables import table
from volte.kit.money import Money
from volte.law.rules import lateness, provisions, terms
from volte.law.rules.refunding import News, RefundTerm
from volte.law.rules.rights import rights_for
from volte.law.rules.situation import Situation
from volte.law.rules.words import Topic

PAGE = "late-refunds.md"
TODAY = date(2026, 11, 2)


def _late(country: str) -> terms.Late:
    found = provisions.statute(country, TODAY).get(Topic.LATE_REFUND, terms.Late)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("country", "row"),
    [("FR", row) for row in table(PAGE, under="France")] + [("ES", row) for row in table(PAGE, under="Spain")],
)
def test_the_cost_of_being_late(country: str, row: dict[str, str]) -> None:
    amount = Money(int(Fraction(row["refund"]) * 100), "EUR")
    cost = lateness.cost(late=_late(country), amount=amount, days_late=int(row["days late"]))
    said = "interest" if cost.extra is None else f"{cost.extra.amount / 100:.2f}"
    assert (said, cost.percent, cost.legal_interest) == (row["extra"], int(row["percent"]), row["extra"] == "interest")
    assert cost.damages is (country == "ES" and int(row["days late"]) > 0)


@given(days=st.integers(-5, 2_000), cents=st.integers(1, 10_000_000), country=st.sampled_from(["FR", "ES", "PT"]))
def test_a_day_more_never_costs_less_and_never_more_than_the_price(days: int, cents: int, country: str) -> None:
    late, amount = _late(country), Money(cents, "EUR")
    today = lateness.cost(late=late, amount=amount, days_late=days)
    tomorrow = lateness.cost(late=late, amount=amount, days_late=days + 1)
    assert today.percent <= tomorrow.percent <= 100
    if today.extra is not None and tomorrow.extra is not None:
        assert today.extra.amount <= tomorrow.extra.amount <= amount.amount


def test_when_it_becomes_dearer() -> None:
    late = _late("FR")
    assert [lateness.next_step(late=late, days_late=days) for days in (0, 1, 10, 11, 60, 61)] == [
        1,
        11,
        11,
        21,
        61,
        None,
    ]


@pytest.mark.parametrize("row", table(PAGE, under="By when"))
def test_the_last_lawful_day(row: dict[str, str]) -> None:
    situation = Situation(
        country=row["place"], region="", concluded_on=TODAY, asked_on=TODAY, delivered_on=(TODAY,), informed=True
    )
    right = rights_for(situation).withdrawal
    assert right.refund is not None
    term = RefundTerm(right.refund.days, right.refund.unit, right.refund.starts, right.may_withhold, row["place"])
    days = [
        datetime.strptime(row[name], "%d %b %Y").date() if row[name] else None for name in ("noticed", "proof", "goods")
    ]
    assert days[0] is not None
    found = term.lawful_by(News(days[0], proof_on=days[1], goods_on=days[2]))
    assert (f"{found:%-d %b %Y}" if found else "") == row["last day"]
