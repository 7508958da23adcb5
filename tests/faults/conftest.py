"""A whole Volte in processes of its own, for faults that only real processes have. One for all these tests."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tools.stack import Stack

from tests import cast


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    with Stack() as running:
        yield running


def recent_order(number: str, **changes: Any) -> dict[str, Any]:
    """The order of the cast, placed last week and delivered five days ago, each with a charge of its own."""
    now = datetime.now(UTC)

    def days_ago(days: int) -> str:
        return (now - timedelta(days=days)).isoformat().replace("+00:00", "Z")

    document = cast.order(number, **changes)
    document["placed_at"] = days_ago(8)
    document["shipments"][0] |= {"shipped_at": days_ago(7), "delivered_at": days_ago(5)}
    document["payments"][0]["reference"] = f"ch_{number}"
    return document
