"""Questions about gateways' lists held against ours, asked inside an entered shop. Never write."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money.discrepancies import Resolution
from volte.money.models import Discrepancy, Reconciliation, Refund
from volte.money.ports import RefundGateway
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.reconcile import Act, Kind
from volte.runtime import wiring


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One look at a gateway's list. `failure` says why it came to nothing, "" when it did not."""

    id: UUID
    gateway: str
    since: datetime
    began_at: datetime
    finished_at: datetime | None
    listed: int
    compared: int
    found: int
    failure: str


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """One difference: what each side says, and what is proposed. `subject_*` is what the refund was promised for."""

    id: UUID
    gateway: str
    kind: Kind
    proposed: Act
    refund_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    gateway_refund: str
    ours: Money | None
    our_status: RefundStatus | None
    theirs: Money | None
    their_outcome: Outcome | None
    their_word: str
    found_at: datetime
    seen_at: datetime
    resolved_at: datetime | None
    resolved_by: str
    resolution: Resolution | None


def gateways() -> list[str]:
    """The gateways this shop has refunds at."""
    used = Refund.objects.exclude(gateway="").values_list("gateway", flat=True).distinct()
    return sorted(set(wiring.names(RefundGateway)) & set(used))


def comparisons(*, limit: int = 20) -> tuple[ComparisonView, ...]:
    """The last looks, newest first."""
    return tuple(_comparison(row) for row in Reconciliation.objects.order_by("-began_at", "-id")[:limit])


def comparison(*, reconciliation_id: UUID) -> ComparisonView:
    row = Reconciliation.objects.filter(id=reconciliation_id).first()
    if row is None:
        raise NotFound("reconciliation_unknown")
    return _comparison(row)


def discrepancies(*, open_only: bool = True, limit: int = 200) -> tuple[DiscrepancyView, ...]:
    """Open differences, newest first; or those that were closed as well."""
    rows = Discrepancy.objects.select_related("refund").order_by("-found_at", "-id")
    return tuple(_discrepancy(row) for row in (rows.filter(resolved_at=None) if open_only else rows)[:limit])


def discrepancy(*, discrepancy_id: UUID) -> DiscrepancyView:
    row = Discrepancy.objects.select_related("refund").filter(id=discrepancy_id).first()
    if row is None:
        raise NotFound("discrepancy_unknown")
    return _discrepancy(row)


def _comparison(row: Reconciliation) -> ComparisonView:
    return ComparisonView(
        id=row.id,
        gateway=row.gateway,
        since=row.since,
        began_at=row.began_at,
        finished_at=row.finished_at,
        listed=row.listed,
        compared=row.compared,
        found=row.found,
        failure=row.failure,
    )


def _discrepancy(row: Discrepancy) -> DiscrepancyView:
    refund = row.refund
    return DiscrepancyView(
        id=row.id,
        gateway=row.gateway,
        kind=Kind(row.kind),
        proposed=Act(row.proposed),
        refund_id=row.refund_id,
        subject_kind=refund.subject_kind if refund is not None else "",
        subject_id=refund.subject_id if refund is not None else None,
        gateway_refund=row.gateway_refund,
        ours=_money(row.our_amount, row.our_currency),
        our_status=RefundStatus(row.our_status) if row.our_status else None,
        theirs=_money(row.their_amount, row.their_currency),
        their_outcome=Outcome(row.their_outcome) if row.their_outcome else None,
        their_word=row.their_word,
        found_at=row.found_at,
        seen_at=row.seen_at,
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        resolution=Resolution(row.resolution) if row.resolution else None,
    )


def _money(amount: int | None, currency: str) -> Money | None:
    return None if amount is None else Money(amount, currency)
