"""What happened, kept in the same transaction as the thing itself. A trigger wakes the dispatcher at commit."""

from uuid import UUID

from volte.runtime import clock
from volte.runtime.events import Event, to_data
from volte.runtime.models import OutboxEvent

CHANNEL = "volte_outbox"


def announce(event: Event, *, subject_id: UUID | None = None) -> None:
    """Write the event down before this transaction commits; it is dispatched after this transaction commits, or never.

    `subject_id` is the thing it is about (a return, a unit), for feeds that ask for one subject.
    """
    row = OutboxEvent.of_shop(kind=event.kind, data=to_data(event), subject_id=subject_id, happened_at=clock.now())
    row.insert_late()
