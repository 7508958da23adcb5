"""What staff wrote about units of a person is erased; what was seen and decided stays."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from volte.runtime import forgetting, sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

_BLANK = """
UPDATE volte_warehouse_inspection SET reason = '' WHERE shop_id = %s AND reason <> '' AND unit_id IN (
    SELECT id FROM volte_warehouse_unit WHERE shop_id = %s AND subject_id = ANY(%s))
"""
_OLD = """
SELECT i.id FROM volte_warehouse_inspection i JOIN volte_warehouse_unit u ON u.id = i.unit_id
 WHERE i.shop_id = %s AND i.reason <> '' AND i.at < %s AND (u.subject_id IS NULL OR u.subject_id <> ALL(%s))
 ORDER BY i.at LIMIT %s
"""
_BLANK_THESE = "UPDATE volte_warehouse_inspection SET reason = '' WHERE shop_id = %s AND id = ANY(%s)"
_UNITS = "SELECT id FROM volte_warehouse_unit WHERE shop_id = %s AND subject_id = ANY(%s)"


@operation(Permission.PRIVACY_ERASE)
def forget_words(*, by: Actor, subject_ids: Sequence[UUID]) -> int:
    """The reasons people gave when they decided otherwise than the rules, about units of these subjects; how many."""
    with forgetting.history_opened():
        return sql.run(_BLANK, [tenancy.current(), tenancy.current(), list(subject_ids)]).rowcount


@operation(Permission.PRIVACY_ERASE)
def drop_old_words(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """The reasons people gave before then, but not about units of the subjects to `spare`; how many."""
    found = _old(before, limit, spare)
    with forgetting.history_opened():
        sql.run(_BLANK_THESE, [tenancy.current(), found])
    return len(found)


def count_old(*, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """How many reasons would be dropped, counted up to `limit`."""
    return len(_old(before, limit, spare))


def _old(before: datetime, limit: int, spare: Sequence[UUID]) -> list[UUID]:
    return [row[0] for row in sql.run(_OLD, [tenancy.current(), before, list(spare), limit]).fetchall()]


def units_of(*, subject_ids: Sequence[UUID]) -> list[UUID]:
    """The units of these subjects."""
    return [row[0] for row in sql.run(_UNITS, [tenancy.current(), list(subject_ids)]).fetchall()]
