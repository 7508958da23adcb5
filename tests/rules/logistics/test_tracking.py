"""Scans come twice and in any order; the parcel is in one place."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volte.logistics.rules import tracking
from volte.logistics.rules.tracking import ParcelStatus, Scan, ScanKind

MONDAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
DROPPED, TRANSIT, DELIVERED, LOST = ScanKind


def scans(*told: tuple[ScanKind, int]) -> list[Scan]:
    return [Scan(kind, MONDAY + timedelta(hours=hours)) for kind, hours in told]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([], ParcelStatus.EXPECTED),
        ([(DROPPED, 0)], ParcelStatus.DROPPED_OFF),
        ([(DROPPED, 5), (TRANSIT, 3)], ParcelStatus.IN_TRANSIT),
        ([(DROPPED, 0), (TRANSIT, 1), (DELIVERED, 2)], ParcelStatus.DELIVERED),
        ([(DELIVERED, 2), (TRANSIT, 9)], ParcelStatus.DELIVERED),
        ([(TRANSIT, 1), (LOST, 50)], ParcelStatus.LOST),
        ([(LOST, 50), (TRANSIT, 60)], ParcelStatus.IN_TRANSIT),
        ([(LOST, 50), (TRANSIT, 60), (LOST, 70)], ParcelStatus.LOST),
        ([(LOST, 50), (DELIVERED, 40)], ParcelStatus.DELIVERED),
        ([(LOST, 1)], ParcelStatus.LOST),
    ],
)
def test_the_precedence_table(told: list[tuple[ScanKind, int]], status: ParcelStatus) -> None:
    assert tracking.journey(scans(*told)).status is status


told_scans = st.lists(st.tuples(st.sampled_from(ScanKind), st.integers(0, 40)), max_size=8)


@given(told_scans, st.randoms())
def test_order_and_repetition_change_nothing(told: list[tuple[ScanKind, int]], chance: object) -> None:
    shuffled = scans(*told, *told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its Random as object
    assert tracking.journey(shuffled) == tracking.journey(scans(*told))


def test_a_cancelled_parcel_that_travels_is_where_the_scans_say() -> None:
    assert tracking.journey([], cancelled=True).status is ParcelStatus.CANCELLED
    assert tracking.journey(scans((TRANSIT, 1)), cancelled=True).status is ParcelStatus.IN_TRANSIT


def test_the_refund_counts_from_the_first_sighting_not_from_a_loss() -> None:
    way = tracking.journey(scans((LOST, 0), (TRANSIT, 4), (DROPPED, 2), (DELIVERED, 9)))
    assert way.handed_over_at == MONDAY + timedelta(hours=2)
    assert way.delivered_at == way.last_seen_at == MONDAY + timedelta(hours=9)
    assert way.lost_at == MONDAY


def test_a_scan_from_next_week_is_not_believed() -> None:
    assert tracking.believable(MONDAY + timedelta(minutes=20), now=MONDAY)
    assert not tracking.believable(MONDAY + timedelta(days=7), now=MONDAY)
