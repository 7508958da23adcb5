"""Keep the books: close days that are over, and correct by a second entry, never by changing the first."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from volte.kit import time
from volte.kit.errors import Conflict, Invalid, NotFound
from volte.money import booking
from volte.money.models import Closing, Entry
from volte.runtime import clock, hot, shop_settings, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# What happened at midnight may still be on its way into the books.
_QUIET = timedelta(hours=1)
# Whoever writes an entry shares this lock (see the trigger of migration 0010): nobody writes while numbers are given.
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('volte_money_closing:' || %s::text, 0))"
_NUMBER = """
INSERT INTO volte_money_entrynumber (id, shop_id, entry_id, closing_id, number)
SELECT gen_random_uuid(), e.shop_id, e.id, %s, %s + row_number() OVER (ORDER BY e.at, e.id)
  FROM volte_money_entry e
 WHERE e.shop_id = %s AND e.at < %s AND NOT EXISTS (SELECT FROM volte_money_entrynumber n WHERE n.entry_id = e.id)
"""


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing: the last day it holds, and the numbers its entries got (`last` below `first`: there were none)."""

    day: date
    first: int
    last: int


@operation(Permission.MONEY_BOOKS)
def close_books(*, by: Actor, day: date) -> Closed:
    """Close every day up to and with `day`: its entries get their numbers, and no other entry gets in.

    Refuses `day_closed`, and `day_not_over` until an hour after midnight where the shop is.
    """
    sql.run(_ALONE, [by.shop_id])
    now, until = clock.now(), time.end_of(day, shop_settings.of_shop(by.shop_id).timezone)
    before = Closing.objects.order_by("-until").first()
    if before is not None and (day <= before.day or until <= before.until):
        raise Conflict("day_closed", day=before.day)
    if now < until + _QUIET:
        raise Conflict("day_not_over", day=day)
    known = 0 if before is None else before.last
    entries = Entry.objects.filter(at__lt=until).count() - known
    row = Closing.objects.create(day=day, until=until, first=known + 1, last=known + entries, closed_at=now)
    if sql.run(_NUMBER, [row.id, known, tenancy.current(), until]).rowcount != entries:
        raise Conflict("books_moved_on")
    return Closed(day, row.first, row.last)


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
