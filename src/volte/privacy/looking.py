"""Who looked at whom? Noted by whoever shows a person's data, in the transaction that reads it.

What names many people at once and is nobody's file (the queue, the list of mails, what customers say) leaves no line:
everybody would have looked at everybody every day. `tests/web/staff_privacy/test_looks.py` knows what each address is.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from volte.catalogue.rules import identity
from volte.kit import ids, time
from volte.privacy.models import Look
from volte.privacy.rules.looks import What
from volte.runtime import clock, forgetting, shop_settings, sql
from volte.runtime.actor import Actor

# Once a day and thing: a program that asks every minute leaves one line that counts, not a thousand. Many things are
# one statement.
_NOTE = """
INSERT INTO volte_privacy_look AS look
    (id, shop_id, day, what, actor_kind, actor_id, actor_name, subject_id, person, first_at, last_at, times)
SELECT seen.id, %s, %s, %s, %s, %s, %s, seen.subject_id, %s, %s, %s, 1
FROM unnest(%s::uuid[], %s::uuid[]) AS seen (id, subject_id)
ON CONFLICT (shop_id, day, actor_id, what, subject_id, person)
DO UPDATE SET last_at = EXCLUDED.last_at, times = look.times + %s
"""


_WHO = ("member", "key", "command")


def note(*, by: Actor, what: What, subject_id: UUID | None = None, email: str = "", part: bool = False) -> None:
    """Note that somebody of the staff, a program or the command line sees this. Shoppers see their own, and Volte
    itself sees nobody. A `part` (a photo of a case) is seen with the page it stands on: a line, not a time more."""
    _write(by, what, [subject_id], email, part)


def note_each(*, by: Actor, what: What, subject_ids: Iterable[UUID]) -> None:
    """Note that somebody sees all of these; nothing where there are none."""
    # In one order: two who read the same list do not wait for one another in a circle.
    seen = sorted(set(subject_ids))
    if seen:
        _write(by, what, seen)


def _write(by: Actor, what: What, subjects: Sequence[UUID | None], email: str = "", part: bool = False) -> None:
    if by.id is None or by.kind not in _WHO:
        return
    person = forgetting.mark_of(kind="mail", value=identity.normal_email(written=email)) if email else ""
    now = clock.now()
    day = time.local_date(now, shop_settings.of_shop(by.shop_id).timezone)
    given = [by.shop_id, day, what.value, by.kind, by.id, by.name[:120], person, now, now]
    sql.run(_NOTE, [*given, [ids.new_id() for _ in subjects], list(subjects), 0 if part else 1])


def drop_old(*, before: datetime, limit: int) -> int:
    """Looks of long ago; how many."""
    found = _old(before, limit)
    Look.objects.filter(id__in=found).delete()
    return len(found)


def count_old(*, before: datetime, limit: int) -> int:
    return len(_old(before, limit))


def _old(before: datetime, limit: int) -> list[UUID]:
    return list(Look.objects.filter(last_at__lt=before).order_by("last_at").values_list("id", flat=True)[:limit])
