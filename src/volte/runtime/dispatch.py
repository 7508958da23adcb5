"""From the outbox to whoever reacts: events get their place in the feed, then each reaction runs once.

1. *Sequence*: one holder of an advisory lock gives committed events their position. A serial id would be given
   before commit, and a reader at 2 could miss 1.
2. *React*: events are taken with SKIP LOCKED; each reaction runs in one transaction with its marker row, so it
   happens once whatever crashes. A few events of one shop share a transaction; when one of them fails, each reaction
   gets its own. A failing reaction is tried again later and holds up nobody.
"""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F

from volte.kit import ids
from volte.runtime import clock, sql, tenancy
from volte.runtime.events import Event, from_data
from volte.runtime.models import OutboxEvent

log = logging.getLogger(__name__)
Reaction = Callable[[UUID, Event], None]
Reactions = Mapping[str, Sequence[Reaction]]

BATCH = 100
# Few enough that a page which waits for one of their rows waits milliseconds.
TOGETHER = 10
_SEQUENCER = 7_311_002
_SEQUENCE = """
UPDATE volte_runtime_outboxevent AS event SET position = fresh.position
FROM (SELECT id, (SELECT COALESCE(MAX(position), 0) FROM volte_runtime_outboxevent)
             + ROW_NUMBER() OVER (ORDER BY id) AS position
      FROM volte_runtime_outboxevent WHERE position IS NULL ORDER BY id LIMIT %s) AS fresh
WHERE event.id = fresh.id
"""
_TAKE = """
UPDATE volte_runtime_outboxevent AS event
   SET retry_at = CASE WHEN event.kind = ANY(%(awaited)s) THEN %(again)s::timestamptz END,
       dispatched_at = CASE WHEN event.kind = ANY(%(awaited)s) THEN NULL ELSE %(now)s::timestamptz END
  FROM (SELECT id FROM volte_runtime_outboxevent
         WHERE dispatched_at IS NULL AND position IS NOT NULL AND (retry_at IS NULL OR retry_at <= %(now)s)
         ORDER BY position LIMIT %(most)s FOR UPDATE SKIP LOCKED) AS due
 WHERE event.id = due.id
RETURNING event.id, event.shop_id, event.kind, event.data::text, event.position
"""
_MARK = """
INSERT INTO volte_runtime_reactiondone (id, shop_id, event_id, reaction, done_at) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (event_id, reaction) DO NOTHING
"""
_DONE = """
UPDATE volte_runtime_outboxevent SET dispatched_at = %s, retry_at = NULL WHERE shop_id = %s AND id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """An event in our hands."""

    id: UUID
    shop_id: UUID
    kind: str
    data: dict[str, Any]


def dispatch(reactions: Reactions) -> int:
    """Sequence and react to one batch; the number of events taken. Call until it is 0."""
    with tenancy.everywhere():
        _sequence()
        taken = _take(reactions)
    awaited = [event for event in taken if event.kind in reactions]
    for shop_id, own in groupby(sorted(awaited, key=lambda event: event.shop_id), key=lambda event: event.shop_id):
        mine = list(own)
        for start in range(0, len(mine), TOGETHER):
            _react_together(shop_id, mine[start : start + TOGETHER], reactions)
    return len(taken)


def _sequence() -> None:
    (ours,) = sql.run("SELECT pg_try_advisory_xact_lock(%s)", [_SEQUENCER]).fetchone()
    if ours:
        sql.run(_SEQUENCE, [10 * BATCH])


def _take(reactions: Reactions) -> list[Taken]:
    """Lease a batch: others skip it for twice the silence of a dead worker, and it comes back by itself if we die.
    What nobody reacts to is done by being taken."""
    now = clock.now()
    again = now + timedelta(seconds=2 * settings.SILENT_SECONDS)
    given: dict[str, Any] = {"now": now, "again": again, "awaited": list(reactions), "most": BATCH}
    found = sql.run(_TAKE, given).fetchall()
    found.sort(key=lambda row: row[4])
    return [Taken(event_id, shop_id, kind, json.loads(data)) for event_id, shop_id, kind, data, _position in found]


def _react_together(shop_id: UUID, events: Sequence[Taken], reactions: Reactions) -> None:
    """A few events in one transaction, which most of the time is all there is to it. When one fails, none of it
    happened, and each reaction is tried in a transaction of its own."""
    try:
        with tenancy.entered(shop_id):
            _give_way()
            for event in events:
                for reaction in reactions[event.kind]:
                    _once(event, reaction)
            _done([event.id for event in events])
    except Exception:  # said again, and kept, by the one that fails
        log.info("a batch of reactions failed, one by one now", exc_info=True)
        for event in events:
            _react(event, reactions[event.kind])


def _give_way() -> None:
    """Several returns in one transaction could wait in a circle with somebody at a page: then we are the ones who stop,
    well before PostgreSQL looks for circles (after a second) and chooses one of us."""
    sql.run("SELECT set_config('lock_timeout', '300ms', true)")


def _react(event: Taken, reactions: Sequence[Reaction]) -> None:
    for reaction in reactions:
        try:
            with tenancy.entered(event.shop_id):
                _once(event, reaction)
        except Exception as error:  # whatever a reaction does, the others and the next events go on
            about = {"event": str(event.id), "kind": event.kind, "reaction": _name(reaction)}
            log.exception("reaction failed", extra=about)
            _failed(event.id, event.shop_id, error)
            return
    with tenancy.entered(event.shop_id):
        _done([event.id])


def _once(event: Taken, reaction: Reaction) -> None:
    """The reaction and its marker in the entered transaction, unless the marker is there already."""
    marker = [ids.new_id(), event.shop_id, event.id, _name(reaction), clock.now()]
    if sql.run(_MARK, marker).rowcount == 1:
        reaction(event.shop_id, from_data(event.kind, event.data))


def _done(event_ids: list[UUID]) -> None:
    sql.run(_DONE, [clock.now(), tenancy.current(), event_ids])


def _failed(event_id: UUID, shop_id: UUID, error: Exception) -> None:
    """Next try after 2, 4, 8 … seconds, an hour apart at most; the row keeps the error for `volte doctor`."""
    with tenancy.entered(shop_id):
        row = OutboxEvent.objects.filter(id=event_id)
        row.update(failures=F("failures") + 1, last_error=f"{type(error).__name__}: {error}"[:500])
        tries = row.values_list("failures", flat=True).first() or 1
        row.update(retry_at=clock.now() + timedelta(seconds=min(3600, 2**tries)))


def _name(reaction: Reaction) -> str:
    return f"{reaction.__module__}.{reaction.__qualname__}".removeprefix("volte.")
