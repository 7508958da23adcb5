"""Every subscription reads the feed at its own pace: new events become its deliveries.

A shop without subscriptions costs nothing here, and nobody waits for this at a page. A subscription whose deliveries
pile up reads no further: what it has not read yet lies safe in the feed. Called inside `tenancy.everywhere()`.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from volte.kit import ids
from volte.runtime import sql

# A lane keeps so many deliveries that could leave now; a turn reads so many events.
PILE = 200
EVENTS = 200
# Asked as in `runtime.feed`, so that a small shop never walks through the events of a large one.
_BEHIND = """
SELECT s.id, s.shop_id, s.position, s.kinds FROM volte_webhooks_subscription s
 WHERE s.status = 'on'
   AND (SELECT e.position FROM volte_runtime_outboxevent e
         WHERE (e.shop_id, e.position) > (s.shop_id, s.position) AND e.shop_id <= s.shop_id
         ORDER BY e.shop_id, e.position LIMIT 1) IS NOT NULL
   AND (SELECT count(*) FROM (SELECT FROM volte_webhooks_delivery d
                               WHERE d.subscription_id = s.id AND d.status = 'waiting' AND d.next_try_at <= %s
                               LIMIT %s) AS due) < %s
 ORDER BY s.shop_id, s.position, s.id LIMIT 500 FOR UPDATE OF s SKIP LOCKED
"""
_EVENTS = """
SELECT position, id, kind FROM volte_runtime_outboxevent
 WHERE (shop_id, position) > (%(shop)s, %(after)s) AND shop_id <= %(shop)s ORDER BY shop_id, position LIMIT %(most)s
"""
_KEEP = """
INSERT INTO volte_webhooks_delivery
       (id, shop_id, subscription_id, event_id, kind, status, tries, next_try_at, created_at, ended_at)
SELECT made.id, made.shop_id, made.subscription_id, made.event_id, made.kind, 'waiting', 0, %s, %s, NULL
  FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::text[])
       AS made(id, shop_id, subscription_id, event_id, kind)
ON CONFLICT (subscription_id, event_id) DO NOTHING
"""
_READ_TO = """
UPDATE volte_webhooks_subscription AS s SET position = up.position
  FROM unnest(%s::uuid[], %s::bigint[]) AS up(id, position) WHERE s.id = up.id
"""


def fan_out(*, now: datetime) -> int:
    """Make the deliveries of events not read yet; how many events were read (0: everybody is up to date)."""
    behind: list[Any] = sql.run(_BEHIND, [now, PILE, PILE]).fetchall()
    made: list[tuple[UUID, UUID, UUID, UUID, str]] = []
    read_to: list[tuple[UUID, int]] = []
    # Those that are equally far ask once together.
    for (shop_id, position), own in groupby(behind, key=lambda row: (row[1], row[2])):
        events = sql.run(_EVENTS, {"shop": shop_id, "after": position, "most": EVENTS}).fetchall()
        for subscription_id, _, _, kinds in own:
            made += _wanted(subscription_id, shop_id, kinds, events)
            read_to.append((subscription_id, events[-1][0]))
    if made:
        sql.run(_KEEP, [now, now, *_columns(made, 5)])
    if read_to:
        sql.run(_READ_TO, _columns(read_to, 2))
    return len(read_to)


def _wanted(
    subscription_id: UUID, shop_id: UUID, kinds: list[str], events: Iterable[tuple[Any, ...]]
) -> list[tuple[UUID, UUID, UUID, UUID, str]]:
    return [
        (ids.new_id(), shop_id, subscription_id, event_id, kind)
        for _, event_id, kind in events
        if not kinds or kind in kinds
    ]


def _columns(rows: list[Any], count: int) -> list[list[Any]]:
    return [[row[at] for row in rows] for at in range(count)]
