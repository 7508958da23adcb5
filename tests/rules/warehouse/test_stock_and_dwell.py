"""What a decision does to stock, and how long things lie."""

from datetime import UTC, datetime, timedelta

import pytest

from volte.kit.words import Disposition
from volte.warehouse.rules import dwell, stock

MONDAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (None, Disposition.RESTOCK, 1),
        (None, Disposition.REPACK, 0),
        (Disposition.REPACK, Disposition.RESTOCK, 1),
        (Disposition.RESTOCK, Disposition.RESTOCK, 0),
        (Disposition.RESTOCK, Disposition.DONATE, -1),
        (Disposition.RESTOCK, None, -1),
        (None, None, 0),
    ],
)
def test_only_restock_counts(before: Disposition | None, after: Disposition | None, change: int) -> None:
    assert stock.change(before=before, after=after) == change


def test_nothing_below_zero_is_available() -> None:
    assert stock.Level("MUG", "lille", on_hand=3, reserved=1).available == 2
    assert stock.Level("MUG", "lille", on_hand=0, reserved=1).available == 0


def test_a_unit_nobody_looked_at_gets_late() -> None:
    fresh = dwell.dwell(received_at=MONDAY, graded_at=None, decided_at=None, now=MONDAY + 3 * HOUR)
    assert (fresh.waiting, fresh.handling, fresh.late) == (3 * HOUR, timedelta(0), False)
    assert dwell.dwell(received_at=MONDAY, graded_at=None, decided_at=None, now=MONDAY + 49 * HOUR).late


def test_waiting_and_handling_are_two_times() -> None:
    lain = dwell.dwell(
        received_at=MONDAY, graded_at=MONDAY + 5 * HOUR, decided_at=MONDAY + 30 * HOUR, now=MONDAY + 99 * HOUR
    )
    assert (lain.waiting, lain.handling, lain.whole, lain.late) == (5 * HOUR, 25 * HOUR, 30 * HOUR, False)
