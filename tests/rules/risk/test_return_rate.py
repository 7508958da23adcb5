"""The table of docs/algorithms/return-rate.md holds."""

import re
from pathlib import Path

import pytest

from volte.risk.rules.return_rate import Standing

PAGE = Path(__file__).parents[3] / "docs/algorithms/return-rate.md"
LINES = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d", line)]
ROWS = [[cell.strip() for cell in line.strip("| ").split("|")] for line in LINES]


@pytest.mark.parametrize(("bought", "returned", "rate"), ROWS)
def test_the_written_table(bought: str, returned: str, rate: str) -> None:
    standing = Standing(orders=5, units_bought=int(bought), units_returned=int(returned))
    assert standing.rate.written() == rate
