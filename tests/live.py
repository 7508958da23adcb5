"""A whole Volte in processes of its own, one for all tests that need real ones: its fixture, and an order for it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pytest

from tests import cast, embedded

if TYPE_CHECKING:
    from tools.stack import Stack


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Started by the first test that asks (tests/faults, tests/journeys), stopped after the last of the run."""
    from tools.stack import Stack

    # Talkative, so that tests/installation/test_journal.py can look for what must not be told.
    with Stack(cold=embedded.cold(), VOLTE_LOG_LEVEL="DEBUG", VOLTE_LOG_FORMAT="json") as running:
        yield running


def until(seconds: float, pause: float = 0.1) -> Iterator[None]:
    """Turns of a loop that looks whether something has happened; ends when patience does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        yield
        time.sleep(pause)


def crowded() -> float:
    """How many times longer work takes here now than where nothing else runs: what is promised in seconds is promised
    of a machine that has its processors to itself."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def at_rest(stack: Stack) -> bool:
    """Wait until the worker has done all there is to do now; whether it came to that."""
    with psycopg.connect(stack.server.url, autocommit=True) as database:
        for _ in until(120):
            if database.execute(_LEFT).fetchone() == (0,):
                return True
    return False


_LEFT = """
SELECT (SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)
     + (SELECT count(*) FROM procrastinate_jobs
         WHERE status = 'doing' OR status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now()))
"""


def answers_again(stack: Stack) -> bool:
    """Wait until the web speaks with its database, after that was away; whether it does."""
    for _ in until(100, pause=0.2):
        try:
            if httpx.get(f"{stack.url}/healthz", timeout=20).status_code == 200:
                return True
        except httpx.HTTPError:
            continue
    return False


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
