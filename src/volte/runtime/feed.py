"""The shop's event feed: everything that happened, in commit order, nothing missed, nothing twice."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.runtime import late, sql, tenancy
from volte.runtime.models import OutboxEvent

# A page of chosen kinds looks at so many events; rare ones among millions are found page by page, each as quick.
LOOKED_AT = 2_000
# Written so that only the index of shop and position gives the order asked for. With `shop_id = … ORDER BY position`
# PostgreSQL may walk the positions of everybody, and a small shop among ten million events would wait for seconds.
_PAGE = """
SELECT position, id, kind, data::text, happened_at FROM volte_runtime_outboxevent
 WHERE (shop_id, position) > (%(shop)s, %(after)s) AND shop_id <= %(shop)s ORDER BY shop_id, position LIMIT %(most)s
"""
_PAGE_OF_KINDS = """
WITH seen AS MATERIALIZED (
         SELECT position, id, kind, data, happened_at FROM volte_runtime_outboxevent
          WHERE (shop_id, position) > (%(shop)s, %(after)s) AND shop_id <= %(shop)s
          ORDER BY shop_id, position LIMIT %(seen)s),
     found AS (SELECT * FROM seen WHERE kind = ANY(%(kinds)s) ORDER BY position LIMIT %(most)s)
SELECT position, id, kind, data::text, happened_at FROM found
UNION ALL (SELECT position, NULL, '', NULL, NULL FROM seen ORDER BY position DESC LIMIT 1)
"""
_NEWEST = """
SELECT position FROM volte_runtime_outboxevent
 WHERE (shop_id, position) < (%(shop)s, 9223372036854775807) AND shop_id >= %(shop)s
 ORDER BY shop_id DESC, position DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event. `position` grows with commit order; gaps between numbers belong to other shops."""

    position: int
    id: UUID
    kind: str
    data: dict[str, Any]
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class FeedPage:
    """`next` is the position to go on from, None when nothing more is there now."""

    entries: tuple[FeedEntry, ...]
    next: int | None


def page(*, after: int = 0, limit: int = 100, kinds: Sequence[str] = ()) -> FeedPage:
    """The next entries after a position, oldest first, of the entered shop; of these kinds, or of all.

    A page of chosen kinds may be short, even empty, and still have a `next`: it looked at `LOOKED_AT` events.
    """
    if late.awaits(OutboxEvent):
        late.write()
    if kinds:
        return _of_kinds(after, limit, list(kinds))
    given = {"shop": tenancy.current(), "after": after, "most": limit}
    entries = tuple(_entry(row) for row in sql.run(_PAGE, given).fetchall())
    return FeedPage(entries, entries[-1].position if len(entries) == limit else None)


def newest() -> int:
    """The position of the last event of the entered shop; 0 before the first."""
    row = sql.run(_NEWEST, {"shop": tenancy.current()}).fetchone()
    return int(row[0]) if row else 0


def _of_kinds(after: int, limit: int, kinds: list[str]) -> FeedPage:
    given = {"shop": tenancy.current(), "after": after, "seen": LOOKED_AT, "kinds": kinds, "most": limit}
    rows = sql.run(_PAGE_OF_KINDS, given).fetchall()
    ends = [row[0] for row in rows if row[1] is None]
    entries = tuple(sorted((_entry(row) for row in rows if row[1] is not None), key=lambda entry: entry.position))
    if len(entries) == limit:
        return FeedPage(entries, entries[-1].position)
    more = bool(ends) and ends[0] < newest()
    return FeedPage(entries, ends[0] if more else None)


def _entry(row: tuple[Any, ...]) -> FeedEntry:
    position, event_id, kind, data, happened_at = row
    return FeedEntry(position, event_id, kind, json.loads(data), happened_at)
