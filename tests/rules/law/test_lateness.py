"""The worked tables of docs/algorithms/late-refunds.md, and what must hold for any lateness."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.warehouse.tables import table
from volte.kit.money import Money
from volte.law.rules import interest, lateness, provisions, terms
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


@pytest.mark.parametrize("row", table(PAGE, under="When it becomes dearer"))
def test_when_it_becomes_dearer(row: dict[str, str]) -> None:
    late, amount = _late(row["place"]), Money(10_000, "EUR")
    step = lateness.next_step(late=late, days_late=int(row["days late"]))
    assert (str(step) if step else "") == row["next step"]
    if step:
        assert lateness.cost(late=late, amount=amount, days_late=step).percent == int(row["percent then"])
        before = lateness.cost(late=late, amount=amount, days_late=step - 1)
        assert before != lateness.cost(late=late, amount=amount, days_late=step), "nothing happens the day before"


@pytest.mark.parametrize("row", table(PAGE, under="Legal interest"))
def test_legal_interest(row: dict[str, str]) -> None:
    amount = Money(int(Fraction(row["refund"]) * 100), "EUR")
    first, today = date.fromisoformat(row["first day late"]), date.fromisoformat(row["today"])
    found = interest.interest(country="FR", amount=amount, first=first, last=today)
    if not row["interest"]:
        assert found is None
        return
    assert found is not None
    missing = found.missing_from.isoformat() if found.missing_from else ""
    assert (f"{found.amount.amount / 100:.2f}", missing) == (row["interest"], row["missing from"])


def test_rates_follow_one_another_half_year_by_half_year() -> None:
    terms_ = interest.terms("FR")
    for each, following in pairwise(terms_):
        assert following.since == each.until + timedelta(days=1)
    for each in terms_:
        assert {(each.since.month, each.since.day), (each.until.month, each.until.day)} in (
            {(1, 1), (6, 30)},
            {(7, 1), (12, 31)},
        )
        assert each.citation
    assert interest.terms("DE") == ()


@given(start=st.dates(date(2024, 1, 1), date(2028, 1, 1)), days=st.integers(0, 800), cents=st.integers(1, 10_000_000))
def test_interest_grows_with_the_days_and_splits_anywhere(start: date, days: int, cents: int) -> None:
    amount, end = Money(cents, "EUR"), start + timedelta(days=days)
    whole = interest.interest(country="FR", amount=amount, first=start, last=end)
    more = interest.interest(country="FR", amount=amount, first=start, last=end + timedelta(days=1))
    rest = interest.interest(country="FR", amount=amount, first=end + timedelta(days=1), last=end + timedelta(days=1))
    assert whole and more and rest
    assert 0 < whole.amount.amount <= more.amount.amount <= whole.amount.amount + rest.amount.amount


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
