"""A whole Volte in processes of its own, one for all tests that need real ones: its fixture, and an order for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import cast

if TYPE_CHECKING:
    from tools.stack import Stack


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Started by the first test that asks (tests/faults, tests/journeys), stopped after the last of the run."""
    from tools.stack import Stack

    # Talkative, so that tests/installation/test_journal.py can look for what must not be told.
    with Stack(VOLTE_LOG_LEVEL="DEBUG", VOLTE_LOG_FORMAT="json") as running:
        yield running


def recent_order(number: str, *, delivered: int = 5, **changes: Any) -> dict[str, Any]:
    """The order of the cast, `delivered` so many days ago, with a charge of its own."""
    now = datetime.now(UTC)

    def days_ago(days: int) -> str:
        return (now - timedelta(days=days)).isoformat().replace("+00:00", "Z")

    document = cast.order(number, **changes)
    document["placed_at"] = days_ago(delivered + 3)
    document["shipments"][0] |= {"shipped_at": days_ago(delivered + 2), "delivered_at": days_ago(delivered)}
    document["payments"][0]["reference"] = f"ch_{number}"
    return document
