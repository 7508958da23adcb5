"""What webhooks announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class EndpointPaused(Event):
    """We stopped sending to an address by ourselves: nothing was taken for days (`failing`), or it said 410 (`gone`).
    Nothing is lost: the feed keeps the events until somebody resumes."""

    kind: ClassVar[str] = "webhook.paused"
    subscription_id: UUID
    because: str
    failing_since: str


@dataclass(frozen=True, slots=True)
class EndpointFailing(Event):
    """An address has taken nothing for a day, told once each time that begins. At `pauses_at` we shall leave it alone
    unless it takes something before; nothing is lost meanwhile."""

    kind: ClassVar[str] = "webhook.failing"
    subscription_id: UUID
    failing_since: str
    pauses_at: str
