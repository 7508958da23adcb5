"""Questions about withdrawals, asked inside an entered shop. Never write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from volte.kit import canonical, ids
from volte.kit.errors import NotFound
from volte.withdrawals.models import Withdrawal
from volte.withdrawals.rules.statement import Article, Declared
from volte.withdrawals.rules.statement import Standing as Standing
from volte.withdrawals.rules.statement import Through as Through
from volte.withdrawals.rules.statement import Why as Why

PAGE = 50


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """A statement and what became of it. `whole_statement` is False once its words were removed for their age: the
    digest still proves what a receipt shown to us says."""

    id: UUID
    number: str
    declared_at: datetime
    through: Through
    recorded_at: datetime | None
    zone: str
    declared: Declared
    content: str
    digest: str
    receipt: str
    first_id: UUID | None
    order_id: UUID | None
    known: bool
    standing: Standing
    attention: str
    outcome: Sequence[dict[str, Any]]
    return_ids: tuple[UUID, ...]
    held: bool
    seen_at: datetime | None
    seen_by: str
    answer: str
    emptied: bool

    @property
    def proves(self) -> bool:
        """Is the content kept here what the digest says?"""
        return canonical.digest_of(self.content) == self.digest


@dataclass(frozen=True, slots=True)
class WithdrawalPage:
    """Newest first; `next` is what to pass as `after` for older ones, None at the end."""

    withdrawals: tuple[WithdrawalView, ...]
    next: UUID | None


def by_id(*, withdrawal_id: UUID) -> WithdrawalView:
    """Refuses `withdrawal_unknown`."""
    return view(_found(Withdrawal.objects.filter(id=withdrawal_id).first()))


def by_number(*, number: str) -> WithdrawalView:
    """Refuses `withdrawal_unknown`."""
    return view(_found(Withdrawal.objects.filter(number=ids.tidy_number(number)).first()))


def listed(*, waiting: bool = False, after: UUID | None = None, limit: int = PAGE) -> WithdrawalPage:
    """All withdrawals, or those a person has to look at (the oldest first). Refuses `withdrawal_unknown` for a strange
    `after`."""
    if waiting:
        rows = Withdrawal.objects.exclude(attention="").order_by("declared_at", "id")[:limit]
        return WithdrawalPage(tuple(map(view, rows)), None)
    rows = _older(Withdrawal.objects.order_by("-declared_at", "-id"), after)
    found = tuple(map(view, rows[: limit + 1]))
    return WithdrawalPage(found[:limit], found[limit - 1].id if len(found) > limit else None)


def page(
    *, waiting: bool = False, standing: Standing | None = None, after: UUID | None = None, limit: int = PAGE
) -> list[WithdrawalView]:
    """Newest first, as programs read them. Refuses `withdrawal_unknown` for a strange `after`."""
    rows = Withdrawal.objects.order_by("-declared_at", "-id")
    rows = rows.exclude(attention="") if waiting else rows
    rows = rows.filter(standing=standing.value) if standing is not None else rows
    return [view(row) for row in _older(rows, after)[:limit]]


def _older(rows: QuerySet[Withdrawal], after: UUID | None) -> QuerySet[Withdrawal]:
    if after is None:
        return rows
    last = _found(Withdrawal.objects.filter(id=after).only("id", "declared_at").first())
    return rows.filter(Q(declared_at__lt=last.declared_at) | Q(declared_at=last.declared_at, id__lt=last.id))


def count_waiting() -> int:
    """How many wait for a person."""
    return int(Withdrawal.objects.exclude(attention="").count())


def of_return(*, return_id: UUID) -> Sequence[WithdrawalView]:
    """The statements a return carries out, oldest first."""
    rows = Withdrawal.objects.filter(return_ids__contains=[return_id]).order_by("declared_at", "id")
    return [view(row) for row in rows]


def repeats(*, withdrawal_id: UUID) -> Sequence[WithdrawalView]:
    """The statements that said the same again, oldest first."""
    return [view(row) for row in Withdrawal.objects.filter(first_id=withdrawal_id).order_by("declared_at", "id")]


def id_of_number(*, number: str) -> UUID | None:
    """The id of the withdrawal with this number; None when there is none."""
    found: UUID | None = Withdrawal.objects.filter(number=ids.tidy_number(number)).values_list("id", flat=True).first()
    return found


def latest_under(*, email: str) -> WithdrawalView | None:
    """The last statement made under this address (evened out), as long as its words are kept."""
    rows = Withdrawal.objects.filter(email_normal=email, emptied_at=None).order_by("-declared_at", "-id")
    row = rows.first() if email else None
    return view(row) if row is not None else None


def of_person(*, email: str, order_ids: Sequence[UUID], ids: Sequence[UUID] = ()) -> Sequence[WithdrawalView]:
    """What somebody declared: under this address (evened out, "" for none), who was recognised as the buyer, and these
    by their ids."""
    asked = Q(order_id__in=list(order_ids), known=True) | Q(id__in=list(ids))
    if email:
        asked |= Q(email_normal=email)
    rows = Withdrawal.objects.filter(asked, emptied_at=None).order_by("declared_at", "id")
    return [view(row) for row in rows]


def view(row: Withdrawal) -> WithdrawalView:
    declared = Declared(
        name=row.name,
        contract=row.contract,
        email=row.email,
        language=row.language,
        whole=row.whole,
        words=row.words,
        articles=tuple(Article(**article) for article in row.articles),
    )
    return WithdrawalView(
        id=row.id,
        number=row.number,
        declared_at=row.declared_at,
        through=Through(row.through),
        recorded_at=row.recorded_at,
        zone=row.zone,
        declared=declared,
        content=row.content,
        digest=row.digest,
        receipt=row.receipt,
        first_id=row.first_id,
        order_id=row.order_id,
        known=row.known,
        standing=Standing(row.standing),
        attention=row.attention,
        outcome=row.outcome,
        return_ids=tuple(row.return_ids),
        held=row.held,
        seen_at=row.seen_at,
        seen_by=row.seen_by,
        answer=row.answer,
        emptied=row.emptied_at is not None,
    )


def _found(row: Withdrawal | None) -> Withdrawal:
    if row is None:
        raise NotFound("withdrawal_unknown")
    return row
