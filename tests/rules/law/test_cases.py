"""The worked cases: ours, and the public table when it lies beside the repository."""

import os
from pathlib import Path

import pytest

from volte.kit.errors import Invalid
from volte.law.rules import cases
from volte.law.rules.cases import Outcome, Verdict

ROOT = Path(__file__).parents[3]
OURS = ROOT / "tests" / "cases" / "law.csv"
PUBLIC = Path(os.environ.get("VOLTE_LAW_CASES", ROOT.parent / "shared" / "cases" / "law.csv"))


def _verdicts(path: Path) -> list[Verdict]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(cases.check(lines))


def test_our_own_cases_agree() -> None:
    verdicts = _verdicts(OURS)
    assert [verdict for verdict in verdicts if verdict.outcome is not Outcome.AGREES] == []
    assert [verdict.case_id for verdict in verdicts if verdict.unknown_category] == ["V04"]


def test_all_public_cases_agree() -> None:
    if not PUBLIC.exists():
        pytest.skip(f"NOT RUN: the public table of law cases is not at {PUBLIC}; set VOLTE_LAW_CASES")
    verdicts = _verdicts(PUBLIC)
    assert [verdict for verdict in verdicts if verdict.outcome is not Outcome.AGREES] == []
    assert len(verdicts) >= 78


HEADER = ",".join(cases.COLUMNS) + ",note\n"
ROW = "X1,FR,0,online,apparel,size,2026-11-02,2026-11-05,{asked},1,0,0,withdrawal,{end},customer,1,14,\n"


def test_a_wrong_row_is_shown_column_by_column() -> None:
    (verdict,) = cases.check([HEADER, ROW.format(asked="2026-11-10", end="2026-11-18")])
    assert verdict.outcome is Outcome.DIFFERS
    (difference,) = verdict.differences
    assert (difference.column, difference.expected, difference.found) == (
        "expected_window_end",
        "2026-11-18",
        "2026-11-19",
    )


def test_a_moment_counts_as_its_day() -> None:
    (verdict,) = cases.check([HEADER, ROW.format(asked="2026-11-19T23:59:00+01:00", end="2026-11-19")])
    assert verdict.outcome is Outcome.AGREES


def test_a_moment_counts_where_the_consumer_lives() -> None:
    """Half past eleven in the evening of the 19th in London is the 20th in Paris: too late there."""
    (verdict,) = cases.check([HEADER, ROW.format(asked="2026-11-19T23:30:00Z", end="2026-11-19")])
    assert (verdict.outcome, verdict.answer["expected_statutory_right"]) == (Outcome.DIFFERS, "none")


@pytest.mark.parametrize("asked", ["", "soon", "2026-13-40"])
def test_a_row_nobody_can_read_is_reported_and_the_others_go_on(asked: str) -> None:
    good = ROW.format(asked="2026-11-10", end="2026-11-19")
    first, second = cases.check([HEADER, ROW.format(asked=asked, end="na"), good])
    assert (first.outcome, second.outcome) == (Outcome.UNREADABLE, Outcome.AGREES)
    assert first.why


def test_a_short_row_is_unreadable() -> None:
    (verdict,) = cases.check([HEADER, "X2,FR\n"])
    assert verdict.outcome is Outcome.UNREADABLE


def test_a_table_without_our_columns_is_refused() -> None:
    with pytest.raises(Invalid, match="law_cases_columns"):
        list(cases.check(["case_id,country\n", "L1,FR\n"]))
