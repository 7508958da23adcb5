"""Questions about holds, asked inside an entered shop. Never write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money.models import Hold
from volte.money.rules import document, holding
from volte.money.rules.basis import Instead
from volte.money.rules.holding import HoldStatus
from volte.runtime import hot


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold on a card. `last_day` is the day the customer was told, `take_at` when it is charged, `until` when the
    card lets go by itself. `pieces` are the units it covers, by what is to come back."""

    id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: Money
    status: HoldStatus
    pieces: Mapping[str, Sequence[Instead]]
    wish: Mapping[str, object]
    last_day: date
    take_at: datetime | None
    until: datetime | None
    taken: Money
    trouble: str
    opened_at: datetime
    held_at: datetime | None
    ended_at: datetime | None

    @property
    def is_holding(self) -> bool:
        """The card holds it, whatever is wished of it by now."""
        return self.status in holding.HOLDING


def holds(*, subject_id: UUID) -> tuple[HoldView, ...]:
    """Every hold of a subject, oldest first."""
    return tuple(view(row=row) for row in hot.rows(Hold, order="round", subject_id=subject_id))


def standing(*, subject_id: UUID) -> HoldView | None:
    """The hold of a subject that stands, or the last one that was agreed to; None where none was."""
    agreed = [one for one in holds(subject_id=subject_id) if one.held_at is not None]
    return agreed[-1] if agreed else None


def asked(*, subject_id: UUID) -> tuple[HoldView, ...]:
    """Those whose page is open."""
    return tuple(one for one in holds(subject_id=subject_id) if one.status is HoldStatus.ASKED)


def hold(*, hold_id: UUID) -> HoldView:
    row = hot.first(Hold, id=hold_id)
    if row is None:
        raise NotFound("hold_unknown")
    return view(row=row)


def alive() -> tuple[HoldView, ...]:
    """Those that hold money now, and those a person has to look at; the first to end first."""
    words = [status.value for status in holding.HOLDING]
    rows = list(Hold.objects.filter(status__in=words)) + list(Hold.objects.exclude(trouble=""))
    return tuple(sorted((view(row=row) for row in rows), key=lambda one: (one.take_at or one.opened_at, one.id)))


def view(*, row: Hold) -> HoldView:
    return HoldView(
        id=row.id,
        order_id=row.order_id,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        amount=Money(row.amount, row.currency),
        status=HoldStatus(row.status),
        pieces={name: document.instead_read(written=units) for name, units in row.pieces.items()},
        wish=row.wish,
        last_day=row.last_day,
        take_at=row.take_at,
        until=row.until,
        taken=Money(row.taken, row.currency),
        trouble=row.trouble,
        opened_at=row.opened_at,
        held_at=row.held_at,
        ended_at=row.ended_at,
    )
