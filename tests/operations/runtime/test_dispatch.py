"""Events reach whoever reacts: once, in order, and a failing reaction holds up nobody."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from uuid import UUID

import pytest

from volte.runtime import dispatch, feed, outbox, tenancy
from volte.runtime.events import Event
from volte.runtime.models import AuditEntry, OutboxEvent, ReactionDone


@dataclass(frozen=True, slots=True)
class Rang(Event):
    kind: ClassVar[str] = "test.rang"
    what: str


@dataclass(frozen=True, slots=True)
class Whispered(Event):
    kind: ClassVar[str] = "test.whispered"
    what: str


heard: list[str] = []
Clock = Callable[[datetime], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def _silence() -> None:
    heard.clear()


def write_down(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, Rang)
    heard.append(event.what)
    AuditEntry.of_shop(operation=event.what, actor_kind="system", actor_name="", at="2026-01-01T00:00Z").insert_late()


def stumble(shop_id: UUID, event: Event) -> None:
    assert isinstance(event, Rang)
    if event.what == "bad":
        raise ValueError("no")


REACTIONS = {Rang.kind: (write_down, stumble)}


def announce(shop: UUID, *events: Event) -> None:
    with tenancy.entered(shop):
        for event in events:
            outbox.announce(event)


def written() -> list[str]:
    return [row.operation for row in AuditEntry.objects.order_by("id")]


def test_each_reaction_happens_once_in_order(shop: UUID) -> None:
    announce(shop, Rang("a"), Whispered("b"), Rang("c"))
    assert dispatch.dispatch(REACTIONS) == 3
    assert dispatch.dispatch(REACTIONS) == 0
    assert heard == ["a", "c"]
    with tenancy.entered(shop):
        assert written() == ["a", "c"]
        assert not OutboxEvent.objects.filter(dispatched_at=None).exists()
        assert [entry.kind for entry in feed.page().entries] == ["test.rang", "test.whispered", "test.rang"]


def test_one_that_fails_is_undone_alone_and_tried_again(shop: UUID, clock_at: Clock) -> None:
    """Of the failing event the reaction before the failure stays done, as if it had never shared a transaction."""
    now = datetime(2026, 11, 10, 9, tzinfo=UTC)
    with clock_at(now):
        announce(shop, Rang("good"), Rang("bad"), Rang("fine"))
        dispatch.dispatch(REACTIONS)
        with tenancy.entered(shop):
            assert written() == ["good", "bad", "fine"]
            waiting = OutboxEvent.objects.get(dispatched_at=None)
            assert waiting.data == {"what": "bad"}
            assert waiting.failures == 1
            assert "ValueError" in waiting.last_error
            assert ReactionDone.objects.filter(event_id=waiting.id).count() == 1
        assert dispatch.dispatch(REACTIONS) == 0
    heard.clear()
    with clock_at(now + timedelta(seconds=3)):
        assert dispatch.dispatch({Rang.kind: (write_down,)}) == 1
    assert heard == [], "what was done before is not done again"


def test_two_shops_in_one_batch_stay_apart(shop: UUID, other_shop: UUID) -> None:
    announce(shop, Rang("ours"))
    announce(other_shop, Rang("theirs"))
    announce(shop, Rang("ours too"))
    assert dispatch.dispatch(REACTIONS) == 3
    with tenancy.entered(shop):
        assert written() == ["ours", "ours too"]
    with tenancy.entered(other_shop):
        assert written() == ["theirs"]


def test_what_is_taken_is_not_taken_again_for_a_minute(shop: UUID, clock_at: Clock) -> None:
    """A worker that dies with events in hand leaves them to the next one."""
    now = datetime(2026, 11, 10, 9, tzinfo=UTC)

    def die(shop_id: UUID, event: Event) -> None:
        raise KeyboardInterrupt

    with clock_at(now):
        announce(shop, Rang("a"))
        with pytest.raises(KeyboardInterrupt):
            dispatch.dispatch({Rang.kind: (die,)})
        assert dispatch.dispatch(REACTIONS) == 0
    with clock_at(now + timedelta(seconds=61)):
        assert dispatch.dispatch(REACTIONS) == 1
    assert heard == ["a"]
