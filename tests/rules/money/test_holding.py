"""What is taken of a hold, when, and how it ends: the worked tables of docs/algorithms/instant-exchange.md."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.money import tables
from volte.money.rules import holding
from volte.money.rules.basis import Instead
from volte.money.rules.holding import HoldStatus
from volte.money.rules.outcomes import Holding
from volte.money.rules.taxes import Part

PAGE = "instant-exchange.md"


def pieces(prices: list[int]) -> dict[str, list[Instead]]:
    return {"a": [Instead("l1", place, Part((), price, ()), price) for place, price in enumerate(prices, start=1)]}


@pytest.mark.parametrize("row", tables.rows(PAGE, first_column="units"), ids=str)
def test_what_is_charged_is_shared_over_the_units(row: dict[str, str]) -> None:
    sold = holding.lowered(pieces=pieces([int(one) for one in row["prices"].split()]), to=int(row["charged"]))
    assert [unit.whole.gross for unit in sold["a"]] == [int(one) for one in row["sold for"].split()]


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=9), st.data())
def test_no_cent_is_lost_and_none_costs_more(prices: list[int], data: st.DataObject) -> None:
    to = data.draw(st.integers(1, sum(prices)))
    sold = holding.lowered(pieces=pieces(prices), to=to)["a"]
    assert sum(unit.whole.gross for unit in sold) == to
    assert all(unit.whole.gross <= price for unit, price in zip(sold, prices, strict=True))


@pytest.mark.parametrize("row", tables.rows(PAGE, first_column="last day"), ids=str)
def test_it_is_charged_as_the_day_ends_and_before_the_card_lets_go(row: dict[str, str]) -> None:
    until, at = (
        datetime.fromisoformat(row[name]).replace(tzinfo=UTC) for name in ("card holds until (UTC)", "charged at (UTC)")
    )
    assert holding.take_at(last_day=date.fromisoformat(row["last day"]), until=until, zone=row["zone"]) == at


@pytest.mark.parametrize("row", tables.rows(PAGE, first_column="stood"), ids=str)
def test_how_it_stands_after_news(row: dict[str, str]) -> None:
    seen = Holding(row["the provider says"].replace(" ", "_"))
    assert holding.after(status=HoldStatus(row["stood"]), seen=seen) is HoldStatus(row["stands"])


@given(st.lists(st.sampled_from(Holding)), st.sampled_from([HoldStatus.RELEASED, HoldStatus.LOST]))
def test_an_end_stands_unless_money_moved_after_all(news: list[Holding], status: HoldStatus) -> None:
    first = status
    for one in news:
        status = holding.after(status=status, seen=one)
    assert status is (HoldStatus.TAKEN if Holding.TAKEN in news else first)
