"""A clock says how much is left, in the largest unit that is still true."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest

from volte.runtime import texts
from volte.web.shared import deadlines

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rest", "said", "meaning"),
    [
        (timedelta(days=6, minutes=1), "6 days left", "plain"),
        (timedelta(days=2), "2 days left", "plain"),
        (timedelta(hours=47, minutes=59), "47 hours left", "plain"),
        (timedelta(hours=24), "24 hours left", "act"),
        (timedelta(hours=1), "one hour left", "act"),
        (timedelta(minutes=59), "59 minutes left", "act"),
        (timedelta(seconds=20), "under a minute left", "act"),
        (-timedelta(seconds=20), "due just now", "stop"),
        (-timedelta(hours=3), "3 hours late", "stop"),
        (-timedelta(days=2), "2 days late", "stop"),
    ],
)
def test_words(
    clock_at: Callable[[datetime], AbstractContextManager[None]], rest: timedelta, said: str, meaning: str
) -> None:
    with clock_at(NOW):
        left = deadlines.left(NOW + rest)
    assert texts.say(left.words, "en") == said
    assert left.meaning == meaning
