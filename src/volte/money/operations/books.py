"""Correct the books: an entry that is wrong is taken back by a second one, never changed."""

from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.money import booking
from volte.money.models import Entry
from volte.runtime import hot
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_BOOKS)
def reverse_entry(*, by: Actor, entry_id: UUID, why: str) -> UUID:
    """Take an entry back; the entry that does so, taken back itself, brings the first one again.

    `volte ledger verify` then misses what the rows still say happened: this is for entries that should not be there.
    Refuses `entry_unknown`, `entry_reversed`, `reversal_needs_reason`.
    """
    reason = why.strip()
    if not reason:
        raise Invalid("reversal_needs_reason")
    row = hot.first(Entry, lock=True, id=entry_id)
    if row is None:
        raise NotFound("entry_unknown")
    if hot.first(Entry, reverses_id=entry_id) is not None:
        raise Conflict("entry_reversed")
    return booking.take_back(row=row, why=reason[:200])
