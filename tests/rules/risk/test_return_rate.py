"""The table of docs/algorithms/return-rate.md holds, and nobody stands out for two units."""

import re
from pathlib import Path

import pytest

from volte.kit.rates import Rate
from volte.risk.rules import assessment, return_rate
from volte.risk.rules.assessment import Friction, RateLimit
from volte.risk.rules.return_rate import Standing

PAGE = Path(__file__).parents[3] / "docs/algorithms/return-rate.md"
LINES = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d", line)]
ROWS = [[cell.strip() for cell in line.strip("| ").split("|")] for line in LINES]


@pytest.mark.parametrize(("bought", "returned", "rate", "mean", "low", "high"), ROWS)
def test_the_written_table(bought: str, returned: str, rate: str, mean: str, low: str, high: str) -> None:
    standing = Standing(orders=5, units_bought=int(bought), units_returned=int(returned))
    interval = return_rate.interval(standing=standing)
    assert standing.rate.written() == rate
    assert return_rate.estimate(standing=standing).written() == mean
    assert [interval.low.written(), interval.high.written()] == [low, high]


def test_more_returned_than_bought_is_the_whole() -> None:
    standing = Standing(orders=1, units_bought=2, units_returned=3)
    assert standing.rate.written() == "100 %"
    assert return_rate.interval(standing=standing).high < Rate.parse("100 %")


@pytest.mark.parametrize(
    ("orders", "bought", "returned", "fires"),
    [(30, 60, 48, True), (30, 60, 35, False), (1, 2, 2, False), (4, 60, 60, False), (0, 0, 0, False)],
)
def test_it_takes_many_orders_and_a_sure_rate_to_stand_out(
    orders: int, bought: int, returned: int, fires: bool
) -> None:
    standing = Standing(orders=orders, units_bought=bought, units_returned=returned)
    signal = assessment.high_return_rate(standing=standing)
    assert (signal is not None) is fires


def test_friction_comes_with_its_reasons_or_not_at_all() -> None:
    assert assessment.assess(signals=[None]).friction is Friction.NONE
    standing = Standing(orders=30, units_bought=60, units_returned=48)
    mild = assessment.high_return_rate(standing=standing)
    strict = assessment.high_return_rate(standing=standing, limit=RateLimit(friction=Friction.REVIEW))
    found = assessment.assess(signals=[mild, None, strict])
    assert found.friction is Friction.REVIEW
    assert [reason.code for reason in found.reasons] == ["risk_high_return_rate"] * 2
    assert found.reasons[0].params["orders"] == 30
