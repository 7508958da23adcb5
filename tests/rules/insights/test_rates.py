"""docs/algorithms/shrunk-rates.md: the tables are tests."""

import random
from pathlib import Path

import pytest

from volte.insights.rules import rates
from volte.insights.rules.rates import Count, Prior

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "algorithms" / "shrunk-rates.md").read_text(encoding="utf-8")


def table(title: str) -> list[list[str]]:
    lines = PAGE.split(f"## {title}")[1].split("##")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return rows[2:]


def share(written: str) -> float:
    return float(written.removesuffix("%")) / 100


@pytest.mark.parametrize("row", table("One group, given m and s"))
def test_one_group(row: list[str]) -> None:
    count = Count(int(row[0]), int(row[1]))
    found = rates.estimate(count, Prior(share(row[2]), float(row[3])))
    shown = [round(value, 3) for value in (count.rate, found.rate, found.low, found.high)]
    assert shown == [round(share(cell), 3) for cell in row[4:]]


@pytest.mark.parametrize("row", table("The weight of the shop's rate"))
def test_the_weight(row: list[str]) -> None:
    groups = [part.split(" of ") for part in row[0].split(", ")]
    found = rates.prior([Count(int(sold), int(back)) for back, sold in groups])
    assert (round(found.mean, 3), round(found.strength, 1)) == (share(row[1]), float(row[2]))


@pytest.mark.parametrize("row", table("Units bought together"))
def test_units_bought_together(row: list[str]) -> None:
    quantities = [int(each) for each in row[0].split(", ")]
    count = Count.of(sold=sum(quantities), back=int(row[1]), squares=float(sum(each * each for each in quantities)))
    assert round(count.weight, 1) == float(row[2])


def test_one_large_order_is_one_decision() -> None:
    """It is drawn towards the shop as far as a single unit is."""
    prior = Prior(0.05, 20)
    cancelled = Count.of(sold=80_995, back=80_995, squares=80_995.0**2)
    assert rates.estimate(cancelled, prior) == rates.estimate(Count(1, 1), prior)


def test_the_interval_holds_nine_times_out_of_ten() -> None:
    """Groups drawn from a known distribution: the truth lies in the interval about as often as we say."""
    dice = random.Random(4)
    true = [dice.betavariate(4, 16) for _ in range(400)]
    counts = [Count(40, sum(dice.random() < rate for _ in range(40))) for rate in true]
    prior = rates.prior(counts)
    found = [rates.estimate(count, prior) for count in counts]
    inside = [each.low <= rate <= each.high for each, rate in zip(found, true, strict=True)]
    assert 0.86 <= sum(inside) / len(inside) <= 0.94
    assert 12 <= prior.strength <= 32


def test_more_back_than_sold_is_all_of_them() -> None:
    assert Count.of(sold=3, back=5) == Count(3, 3)


def test_a_shop_without_returns_is_certain_of_nothing_else() -> None:
    prior = rates.prior([Count(100, 0), Count(50, 0), Count(20, 0)])
    assert rates.estimate(Count(100, 0), prior) == rates.Estimate(0, 0, 0)
