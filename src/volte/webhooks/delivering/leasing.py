"""Take what is due, lane by lane: others skip it until the lease ends, and then it comes back by itself.

Called inside `tenancy.everywhere()`, with the database's `now`: leases are between machines whose clocks differ.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from volte.runtime import published, sql

# Longer than a try may take (ports.SECONDS), with room for a busy worker.
LEASE = timedelta(seconds=60)
TEST_DATA: Mapping[str, Any] = {}
_DUE = """
SELECT s.id, s.shop_id, s.url, s.secret, s.secret_before, s.overlap_until, s.failing_since
  FROM volte_webhooks_subscription s
 WHERE s.status = 'on' AND EXISTS (SELECT FROM volte_webhooks_delivery d
                                    WHERE d.subscription_id = s.id AND d.status = 'waiting' AND d.next_try_at <= %s)
"""
_TAKE = """
WITH due AS MATERIALIZED (
    SELECT due.id FROM unnest(%s::uuid[], %s::int[]) AS lane(id, room) CROSS JOIN LATERAL (
        SELECT d.id FROM volte_webhooks_delivery d
         WHERE d.subscription_id = lane.id AND d.status = 'waiting' AND d.next_try_at <= %s
         ORDER BY d.next_try_at LIMIT lane.room FOR UPDATE SKIP LOCKED) AS due)
UPDATE volte_webhooks_delivery AS d SET next_try_at = %s FROM due WHERE d.id = due.id
RETURNING d.id, d.shop_id, d.subscription_id, d.event_id, d.kind, d.tries, d.created_at
"""
_EVENTS = """
SELECT id, position, kind, data::text, happened_at FROM volte_runtime_outboxevent WHERE id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Target:
    """A subscription with something due."""

    id: UUID
    shop_id: UUID
    url: str
    secret: str
    secret_before: str
    overlap_until: datetime | None
    failing_since: datetime | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A delivery in our hands until `until` of this machine's monotonic clock. `body` is None when its event is no
    longer there."""

    id: UUID
    shop_id: UUID
    target: Target
    tries: int
    message_id: str
    body: str | None
    until: float


def take(*, now: datetime, rooms: Callable[[Sequence[Target]], Mapping[UUID, int]]) -> list[Letter]:
    """What may be tried now, in each lane as much as `rooms` gives it."""
    targets = {row[0]: Target(*row) for row in sql.run(_DUE, [now]).fetchall()}
    room = {lane: places for lane, places in rooms(list(targets.values())).items() if places > 0}
    if not room:
        return []
    until = time.monotonic() + LEASE.total_seconds()
    taken = sql.run(_TAKE, [list(room), list(room.values()), now, now + LEASE]).fetchall()
    told = _bodies({row[3] for row in taken if row[3] is not None})
    taken.sort(key=lambda row: row[0])
    return [_letter(row, targets[row[2]], told, until) for row in taken]


def _letter(row: tuple[Any, ...], target: Target, told: Mapping[UUID, tuple[str, str]], until: float) -> Letter:
    delivery_id, shop_id, _, event_id, kind, tries, created_at = row
    message_id: str
    body: str | None
    if event_id is None:
        test = published.body(position=None, event_id=delivery_id, kind=kind, happened_at=created_at, data=TEST_DATA)
        message_id, body = test["id"], published.written(test)
    else:
        message_id, body = told.get(event_id, ("", None))
    return Letter(delivery_id, shop_id, target, tries, message_id, body, until)


def _bodies(event_ids: set[UUID]) -> dict[UUID, tuple[str, str]]:
    """For each event its public id and what is sent: written once, whoever gets it."""
    if not event_ids:
        return {}
    found = {}
    for event_id, position, kind, data, happened_at in sql.run(_EVENTS, [list(event_ids)]).fetchall():
        told = published.body(
            position=position, event_id=event_id, kind=kind, happened_at=happened_at, data=json.loads(data)
        )
        found[event_id] = (told["id"], published.written(told))
    return found
