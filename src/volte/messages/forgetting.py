"""What was written to and by a person is erased. Mails and messages are their words: nothing of them is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from volte.messages.models import Mail, Status, ThreadEntry
from volte.messages.rules.occasions import Occasion
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@dataclass(frozen=True, slots=True)
class Gone:
    """What was deleted. `attachments` are digests these mails and messages hold no longer."""

    mails: int
    entries: int
    attachments: frozenset[str]


@operation(Permission.PRIVACY_ERASE)
def forget(*, by: Actor, subject_ids: Sequence[UUID], address: str) -> Gone:
    """Every mail and message about these subjects, and every mail to this address ("" for none)."""
    wanted = list(subject_ids)
    theirs = Q(subject_id__in=wanted) | Q(to_address__iexact=address) if address else Q(subject_id__in=wanted)
    mails, sent = _delete(Mail.objects.filter(theirs))
    entries, attachments = _delete(ThreadEntry.objects.filter(subject_id__in=wanted))
    return Gone(mails, entries, sent | attachments)


@operation(Permission.PRIVACY_ERASE)
def drop_old_mails(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> tuple[int, frozenset[str]]:
    """Mails written before then, sent or given up, but not about the subjects to `spare`: how many, and the digests
    they hold no longer."""
    found = list(_old(before, spare).values_list("id", flat=True)[:limit])
    return _delete(Mail.objects.filter(id__in=found))


@operation(Permission.PRIVACY_ERASE)
def drop_old_links(*, by: Actor, before: datetime, limit: int) -> int:
    """Mails with a link to somebody's own data, which is good for a day: whoever asked may be nobody we know, and then
    their address stands nowhere else. How many."""
    found = list(_old_links(before).values_list("id", flat=True)[:limit])
    gone, _ = _delete(Mail.objects.filter(id__in=found))
    return gone


@operation(Permission.PRIVACY_ERASE)
def drop_old_entries(*, by: Actor, before: datetime, limit: int, spare: Sequence[UUID]) -> tuple[int, frozenset[str]]:
    """Messages and notes written before then, but not about the subjects to `spare`: how many, and the digests they
    hold no longer."""
    found = list(_old_entries(before, spare).values_list("id", flat=True)[:limit])
    return _delete(ThreadEntry.objects.filter(id__in=found))


def count_old(*, what: str, before: datetime, limit: int, spare: Sequence[UUID]) -> int:
    """How many `mails` or `entries` would be dropped, counted up to `limit`."""
    rows = _old(before, spare) if what == "mails" else _old_entries(before, spare)
    return len(rows.values_list("id", flat=True)[:limit])


def count_old_links(*, before: datetime, limit: int) -> int:
    return len(_old_links(before).values_list("id", flat=True)[:limit])


def attachments_held(*, digests: Iterable[str]) -> frozenset[str]:
    """Which of these files is still attached to a mail or message of the entered shop?"""
    wanted = set(digests)
    rows = (kind.objects.filter(attachments__overlap=sorted(wanted)) for kind in (ThreadEntry, Mail))
    every = [held for found in rows for held in found.values_list("attachments", flat=True)]
    return frozenset(digest for held in every for digest in held if digest in wanted)


def _old(before: datetime, spare: Sequence[UUID]) -> QuerySet[Mail]:
    rows: QuerySet[Mail] = Mail.objects.filter(created_at__lt=before).exclude(subject_id__in=spare)
    return rows.exclude(status=Status.QUEUED.value).order_by("created_at", "id")


def _old_links(before: datetime) -> QuerySet[Mail]:
    return _old(before, ()).filter(occasion=Occasion.PRIVACY_LINK.value)


def _old_entries(before: datetime, spare: Sequence[UUID]) -> QuerySet[ThreadEntry]:
    rows: QuerySet[ThreadEntry] = ThreadEntry.objects.filter(at__lt=before).exclude(subject_id__in=spare)
    return rows.order_by("at", "id")


def _delete(rows: QuerySet[ThreadEntry] | QuerySet[Mail]) -> tuple[int, frozenset[str]]:
    digests = frozenset(digest for held in rows.values_list("attachments", flat=True) for digest in held)
    gone, _ = rows.delete()
    return gone, digests
