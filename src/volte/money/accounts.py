"""How money moved for a subject, call by call and entry by entry. Asked inside an entered shop. Never writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from volte.kit.money import Money
from volte.money.models import Credit, Entry, Posting, Promise, Refund, RefundAttempt


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One call of a payment provider; `finished_at` is None while nobody knows what it did."""

    refund_id: UUID
    number: int
    key: str
    started_at: datetime
    finished_at: datetime | None
    outcome: str
    code: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of the ledger: its postings, by account, sum to zero."""

    id: UUID
    kind: str
    at: datetime
    postings: tuple[tuple[str, Money], ...]


def attempts(*, subject_id: UUID) -> Sequence[AttemptView]:
    """Every call for a refund of this subject, oldest first."""
    wanted = list(Refund.objects.filter(subject_id=subject_id).values_list("id", flat=True))
    rows = RefundAttempt.objects.filter(refund_id__in=wanted).order_by("started_at", "number")
    return [
        AttemptView(
            row.refund_id, row.number, row.idempotency_key, row.started_at, row.finished_at, row.outcome, row.code
        )
        for row in rows
    ]


def entries(*, subject_id: UUID) -> Sequence[EntryView]:
    """What the books say of this subject, oldest first."""
    asked = Q(promise_id__in=_ids(Promise, subject_id)) | Q(refund_id__in=_ids(Refund, subject_id))
    rows = list(Entry.objects.filter(asked | Q(credit_id__in=_ids(Credit, subject_id))).order_by("at", "id"))
    postings: dict[UUID, list[tuple[str, Money]]] = {}
    for each in Posting.objects.filter(entry_id__in=[row.id for row in rows]).order_by("id"):
        postings.setdefault(each.entry_id, []).append((each.account, Money(each.amount, each.currency)))
    return [EntryView(row.id, row.kind, row.at, tuple(postings.get(row.id, ()))) for row in rows]


def _ids(model: type[Promise] | type[Refund] | type[Credit], subject_id: UUID) -> list[UUID]:
    return list(model.objects.filter(subject_id=subject_id).values_list("id", flat=True))
