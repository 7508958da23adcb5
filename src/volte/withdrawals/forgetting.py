"""Statements leave when nobody can go to court about them any more, not before: a refund that was owed from a
statement, and a penalty for paying it late, can be claimed for years, and both sides need to show what was declared and
when. So erasing somebody leaves statements alone (GDPR art. 17(3)(e)); their age removes them, with other names.

What stays of one is its number, its moment and its digest, which names nobody and still proves any copy.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.withdrawals.models import Withdrawal
from volte.withdrawals.rules.statement import Standing

_UNDER_WAY = (Standing.RECEIVED.value, Standing.ACCEPTED.value, Standing.TO_LOOK_AT.value)


@operation(Permission.PRIVACY_ERASE)
def drop_old_statements(*, by: Actor, before: datetime, limit: int) -> tuple[int, frozenset[str]]:
    """The words of statements older than this that are over: how many, and the digests held no longer."""
    found = list(_old(before)[:limit])
    ids = [row.id for row in found]
    gone = frozenset(digest for row in found for digest in (row.digest, row.receipt) if digest)
    Withdrawal.objects.filter(id__in=ids).update(
        content="",
        receipt="",
        name="",
        contract="",
        email="",
        email_normal="",
        words="",
        articles=[],
        outcome=[],
        answer="",
        seen_by="",
        order_id=None,
        emptied_at=clock.now(),
    )
    return len(ids), gone


def count_old(*, before: datetime, limit: int) -> int:
    """How many statements would lose their words, counted up to `limit`."""
    return len(_old(before).values_list("id", flat=True)[:limit])


def count_kept(*, email: str, order_ids: Sequence[UUID], ids: Sequence[UUID] = ()) -> int:
    """How many statements of somebody stay when they are erased."""
    asked = Q(order_id__in=list(order_ids)) | Q(id__in=list(ids))
    if email:
        asked |= Q(email_normal=email)
    return int(Withdrawal.objects.filter(asked, emptied_at=None).count())


def files_held(*, digests: Iterable[str]) -> frozenset[str]:
    """Which of these files are a statement's content or receipt?"""
    wanted = sorted(set(digests))
    rows = Withdrawal.objects.filter(Q(digest__in=wanted) | Q(receipt__in=wanted), emptied_at=None)
    return frozenset(digest for row in rows.values_list("digest", "receipt") for digest in row if digest in wanted)


def _old(before: datetime) -> QuerySet[Withdrawal]:
    rows: QuerySet[Withdrawal] = Withdrawal.objects.filter(declared_at__lt=before, emptied_at=None)
    return rows.exclude(standing__in=_UNDER_WAY).order_by("declared_at", "id")
