"""Who looked at whom? Noted by whoever shows a person's data, in the transaction that reads it."""

from datetime import datetime
from uuid import UUID

from volte.catalogue.rules import identity
from volte.kit import ids, time
from volte.privacy.models import Look
from volte.privacy.rules.looks import What
from volte.runtime import clock, forgetting, shop_settings, sql
from volte.runtime.actor import Actor

# Once a day and thing: a program that asks every minute leaves one line that counts, not a thousand.
_NOTE = """
INSERT INTO volte_privacy_look AS look
    (id, shop_id, day, what, actor_kind, actor_id, actor_name, subject_id, person, first_at, last_at, times)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 1)
ON CONFLICT (shop_id, day, actor_id, what, subject_id, person)
DO UPDATE SET last_at = EXCLUDED.last_at, times = look.times + 1
"""


def note(*, by: Actor, what: What, subject_id: UUID | None = None, email: str = "") -> None:
    """Note that somebody of the staff or a program sees this. Shoppers see their own, and Volte itself sees nobody."""
    if by.id is None or by.kind not in ("member", "key"):
        return
    person = forgetting.mark_of(kind="mail", value=identity.normal_email(written=email)) if email else ""
    now = clock.now()
    day = time.local_date(now, shop_settings.of_shop(by.shop_id).timezone)
    given = [ids.new_id(), by.shop_id, day, what.value, by.kind, by.id, by.name[:120], subject_id, person]
    sql.run(_NOTE, [*given, now, now])


def drop_old(*, before: datetime, limit: int) -> int:
    """Looks of long ago; how many."""
    found = _old(before, limit)
    Look.objects.filter(id__in=found).delete()
    return len(found)


def count_old(*, before: datetime, limit: int) -> int:
    return len(_old(before, limit))


def _old(before: datetime, limit: int) -> list[UUID]:
    return list(Look.objects.filter(last_at__lt=before).order_by("last_at").values_list("id", flat=True)[:limit])
