"""The shop's event feed: everything that happened, in commit order, nothing missed, nothing twice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.runtime.models import OutboxEvent


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event. `position` grows with commit order; gaps between numbers belong to other shops."""

    position: int
    id: UUID
    kind: str
    data: dict[str, Any]
    happened_at: datetime


def page(*, after: int = 0, limit: int = 100) -> list[FeedEntry]:
    """The next entries after a position, oldest first, of the entered shop."""
    rows = OutboxEvent.objects.filter(position__gt=after).order_by("position")[:limit]
    return [FeedEntry(row.position, row.id, row.kind, row.data, row.happened_at) for row in rows]
