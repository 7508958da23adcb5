"""From the outbox to whoever reacts: events get their place in the feed, then each reaction runs once.

1. *Sequence*: one holder of an advisory lock gives committed events their position. A serial id would be given
   before commit, and a reader at 2 could miss 1.
2. *React*: events are taken with SKIP LOCKED; each reaction runs in a transaction of its own together with its
   marker row, so it happens once whatever crashes. A failing reaction is tried again later and holds up nobody.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from volte.runtime import clock, tenancy
from volte.runtime.events import Event, from_data
from volte.runtime.models import OutboxEvent, ReactionDone

log = logging.getLogger(__name__)
Reaction = Callable[[UUID, Event], None]
Reactions = Mapping[str, Sequence[Reaction]]

BATCH = 100
_SEQUENCER = 7_311_002
_SEQUENCE = """
UPDATE volte_runtime_outboxevent AS event SET position = fresh.position
FROM (SELECT id, (SELECT COALESCE(MAX(position), 0) FROM volte_runtime_outboxevent)
             + ROW_NUMBER() OVER (ORDER BY id) AS position
      FROM volte_runtime_outboxevent WHERE position IS NULL ORDER BY id LIMIT %s) AS fresh
WHERE event.id = fresh.id
"""


def sequence() -> int:
    """Give committed events their positions; 0 when another process is at it."""
    with tenancy.everywhere(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_SEQUENCER])
        row = cursor.fetchone()
        if not row or not row[0]:
            return 0
        cursor.execute(_SEQUENCE, [10 * BATCH])
        return int(cursor.rowcount)


def dispatch(reactions: Reactions) -> int:
    """Sequence and react to one batch; the number of events taken. Call until it is 0."""
    sequence()
    taken = _take()
    for event_id, shop_id, kind in taken:
        _react(event_id, shop_id, kind, reactions.get(kind, ()))
    return len(taken)


def _take() -> list[tuple[UUID, UUID, str]]:
    """Lease a batch: others skip it for a minute, and it comes back by itself if we die."""
    now = clock.now()
    with tenancy.everywhere():
        due = OutboxEvent.objects.filter(Q(retry_at=None) | Q(retry_at__lte=now), dispatched_at=None)
        rows = list(
            due.exclude(position=None)
            .order_by("position")
            .select_for_update(skip_locked=True, of=("self",))
            .values_list("id", "shop_id", "kind")[:BATCH]
        )
        OutboxEvent.objects.filter(id__in=[row[0] for row in rows]).update(retry_at=now + timedelta(minutes=1))
    return rows


def _react(event_id: UUID, shop_id: UUID, kind: str, reactions: Sequence[Reaction]) -> None:
    for reaction in reactions:
        try:
            _once(event_id, shop_id, reaction)
        except Exception as error:  # whatever a reaction does, the others and the next events go on
            log.exception("reaction failed", extra={"event": str(event_id), "kind": kind, "reaction": _name(reaction)})
            _failed(event_id, shop_id, error)
            return
    with tenancy.entered(shop_id):
        OutboxEvent.objects.filter(id=event_id).update(dispatched_at=clock.now(), retry_at=None)


def _once(event_id: UUID, shop_id: UUID, reaction: Reaction) -> None:
    with tenancy.entered(shop_id):
        marker = ReactionDone.of_shop(event_id=event_id, reaction=_name(reaction), done_at=clock.now())
        if not ReactionDone.objects.bulk_create([marker], ignore_conflicts=True) or not _is_ours(marker):
            return
        row = OutboxEvent.objects.get(id=event_id)
        reaction(shop_id, from_data(row.kind, row.data))


def _is_ours(marker: ReactionDone) -> bool:
    """With ignore_conflicts nobody says whether the row went in: look for our own id."""
    return bool(ReactionDone.objects.filter(id=marker.id).exists())


def _failed(event_id: UUID, shop_id: UUID, error: Exception) -> None:
    """Next try after 2, 4, 8 … seconds, an hour apart at most; the row keeps the error for `volte doctor`."""
    with tenancy.entered(shop_id):
        row = OutboxEvent.objects.filter(id=event_id)
        row.update(failures=F("failures") + 1, last_error=f"{type(error).__name__}: {error}"[:500])
        tries = row.values_list("failures", flat=True).first() or 1
        row.update(retry_at=clock.now() + timedelta(seconds=min(3600, 2**tries)))


def _name(reaction: Reaction) -> str:
    return f"{reaction.__module__}.{reaction.__qualname__}".removeprefix("volte.")
