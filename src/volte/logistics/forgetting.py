"""Where a parcel came from is erased; that it travelled stays."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from volte.kit.address import Address
from volte.logistics.models import Parcel
from volte.runtime import sql, tenancy
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

_OLD = """
SELECT id FROM volte_logistics_parcel
 WHERE shop_id = %s AND opened_at < %s AND subject_id <> ALL(%s)
   AND (label <> '' OR tracking <> '' OR sender->>'line1' <> '' OR sender->>'name' <> '' OR sender->>'email' <> ''
        OR sender->>'phone' <> '') ORDER BY opened_at LIMIT %s
"""


@operation(Permission.PRIVACY_ERASE)
def forget_senders(*, by: Actor, subject_ids: Sequence[UUID]) -> frozenset[str]:
    """The senders of these subjects' parcels; the digests of the labels held no longer."""
    labels = frozenset(
        Parcel.objects.filter(subject_id__in=list(subject_ids)).exclude(label="").values_list("label", flat=True)
    )
    _blank(list(Parcel.objects.filter(subject_id__in=list(subject_ids)).values_list("id", flat=True)))
    return labels


@operation(Permission.PRIVACY_ERASE)
def drop_old_senders(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> tuple[int, frozenset[str]]:
    """The senders of parcels opened before then, but not of the subjects to `spare`: how many, and the digests of the
    labels held no longer."""
    found = _old(before, limit, spare)
    labels = frozenset(Parcel.objects.filter(id__in=found).exclude(label="").values_list("label", flat=True))
    _blank(found)
    return len(found), labels


def count_old(*, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """How many parcels would lose their sender, counted up to `limit`."""
    return len(_old(before, limit, spare))


def labels_held(*, digests: Iterable[str]) -> frozenset[str]:
    """Which of these files is the label of a parcel of the entered shop?"""
    return frozenset(Parcel.objects.filter(label__in=set(digests)).values_list("label", flat=True))


def _blank(parcel_ids: list[UUID]) -> None:
    """The country stays. A carrier's own code leads to the address at the carrier; a label shows it."""
    rows = Parcel.objects.filter(id__in=parcel_ids).select_for_update()
    for row in rows:
        nobody = Parcel.address_data(Address(country=row.sender.get("country", "")))
        Parcel.objects.filter(id=row.id).update(sender=nobody, tracking="", label="")


def _old(before: datetime, limit: int, spare: Sequence[UUID]) -> list[UUID]:
    return [row[0] for row in sql.run(_OLD, [tenancy.current(), before, list(spare), limit]).fetchall()]
