"""A person is erased: what receivers said when they were told about them. That it was tried, and when, stays."""

import re
from collections.abc import Sequence
from uuid import UUID

from volte.kit.naming import Words
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# A receiver may repeat to us what it looked up: whatever it said to news of these subjects goes, and whatever names
# the person anywhere. A short name or id counts only where a receiver calls it one.
_SAID = """
  FROM volte_webhooks_attempt a WHERE a.shop_id = %s AND a.said <> '' AND (a.said ~* %s OR a.delivery_id IN (
    SELECT d.id FROM volte_runtime_outboxevent e JOIN volte_webhooks_delivery d ON d.event_id = e.id
     WHERE e.shop_id = %s AND e.subject_id = ANY(%s)))
"""


@operation(Permission.PRIVACY_ERASE)
def forget_answers(*, by: Actor, subject_ids: Sequence[UUID], words: Words) -> int:
    """The beginnings of answers to news of these subjects, or which name the person; how many."""
    found = [row[0] for row in sql.run(f"SELECT a.id {_SAID}", _asked(subject_ids, words)).fetchall()]
    sql.run("UPDATE volte_webhooks_attempt SET said = '' WHERE id = ANY(%s)", [found])
    return len(found)


def count_answers(*, subject_ids: Sequence[UUID], words: Words) -> int:
    """How many there are."""
    return int(sql.run(f"SELECT count(*) {_SAID}", _asked(subject_ids, words)).fetchone()[0])


def _asked(subject_ids: Sequence[UUID], words: Words) -> list[object]:
    shop = tenancy.current()
    named = [rf'name"\s*:\s*"{re.escape(one)}"' for one in words.names]
    named += [rf'customer\w*"\s*:\s*(\{{\s*"id"\s*:\s*)?"?{re.escape(one)}(?!\w)' for one in words.ids]
    return [shop, "|".join(filter(None, (words.telling, *named))) or None, shop, list(subject_ids)]
