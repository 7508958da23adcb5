"""Questions about looks at all of the books, asked inside an entered shop. Never write."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from volte.kit.money import Money
from volte.money.models import BooksFault, Verification
from volte.money.rules import nightly
from volte.runtime import clock, shop_settings, tenancy

SILENT = timedelta(hours=36)
"""A night and half a day: who was not looked at for so long was forgotten."""


@dataclass(frozen=True, slots=True)
class VerificationView:
    """One look. `missed` are the checks that came to nothing; `found` is what did not add up, `fresh` what of it nobody
    knew."""

    id: UUID
    began_at: datetime
    finished_at: datetime | None
    entries: int
    found: int
    fresh: int
    missed: tuple[str, ...]

    @property
    def in_order(self) -> bool:
        return self.finished_at is not None and not self.found and not self.missed


@dataclass(frozen=True, slots=True)
class FaultView:
    """One thing that does not add up: what the books say, and what the rows they were written for. Both are the same
    where the thing does not hold together otherwise."""

    id: UUID
    what: str
    place: str
    books: Money
    rows: Money
    found_at: datetime
    seen_at: datetime
    resolved_at: datetime | None


def last() -> VerificationView | None:
    """The last look that came to its end."""
    row = Verification.objects.filter(finished_at__isnull=False).order_by("-finished_at", "-id").first()
    return None if row is None else _view(row)


def looks(*, limit: int) -> tuple[VerificationView, ...]:
    """Those that came to their end, newest first."""
    rows = Verification.objects.filter(finished_at__isnull=False).order_by("-finished_at", "-id")
    return tuple(_view(row) for row in rows[:limit])


def under_way() -> UUID | None:
    found: UUID | None = Verification.objects.filter(finished_at=None).values_list("id", flat=True).first()
    return found


def faults(*, limit: int = 100) -> tuple[FaultView, ...]:
    """What does not add up, newest first."""
    return tuple(map(_fault, BooksFault.objects.filter(resolved_at=None).order_by("-found_at", "-id")[:limit]))


def closed(*, limit: int) -> tuple[FaultView, ...]:
    """What added up again, the last closed first."""
    rows = BooksFault.objects.filter(resolved_at__isnull=False).order_by("-resolved_at", "-id")
    return tuple(map(_fault, rows[:limit]))


def open_count() -> int:
    found: int = BooksFault.objects.filter(resolved_at=None).count()
    return found


def due() -> date | None:
    """The night that is due, if one is."""
    nights = Verification.objects.filter(night__isnull=False).order_by("-night")
    zone = shop_settings.of_shop(tenancy.current()).timezone
    return nightly.due(now=clock.now(), zone=zone, last=nights.values_list("night", flat=True).first())


def _view(row: Verification) -> VerificationView:
    return VerificationView(
        id=row.id,
        began_at=row.began_at,
        finished_at=row.finished_at,
        entries=row.entries,
        found=row.found,
        fresh=row.fresh,
        missed=tuple(row.missed.split()),
    )


def _fault(row: BooksFault) -> FaultView:
    return FaultView(
        id=row.id,
        what=row.what,
        place=row.place,
        books=Money(row.books, row.currency),
        rows=Money(row.rows, row.currency),
        found_at=row.found_at,
        seen_at=row.seen_at,
        resolved_at=row.resolved_at,
    )
