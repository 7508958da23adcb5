"""By when must something happen to a return? The day its first refund is due, or until when a proof may be shown.

Kept on the row, so that lists sort by it, and reckoned again whenever the row is restated. The legal term was turned
into a moment when the return was requested, in the shop's zone; proof of sending later than that makes it due at once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from volte.kit.words import RefundTrigger, Resolution
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.lifecycle import Verdict, Whereabouts

_PAID_OUT = (Resolution.REFUND.value, Resolution.CREDIT.value, Resolution.EXCHANGE.value)


def of(row: Return, items: Sequence[ReturnItem]) -> datetime | None:
    """The earliest moment that matters; None while none can be named, and when nothing is owed any more."""
    asked = [_shown_by(item) for item in items if item.verdict == Verdict.NEEDS_EVIDENCE.value]
    owed = [_refund_by(row, item) for item in items if item.verdict == Verdict.ACCEPTED.value]
    return min((moment for moment in (*asked, *owed) if moment is not None), default=None)


def _shown_by(item: ReturnItem) -> datetime | None:
    return _moment(item.decision.get("last_at"))


def _refund_by(row: Return, item: ReturnItem) -> datetime | None:
    """The earlier of promise and law, as `policy.rules.refund` says it of days. What failed at the gateway is owed
    still, though it was promised."""
    terms = item.decision.get("refund")
    over = item.settled + item.rejected + item.missing >= item.quantity and row.waits_for != "money"
    if not terms or over or item.unpaid or item.resolution not in _PAID_OUT:
        return None
    lawful, news = _moment(terms.get("lawful_at")), _news(row, item)
    if lawful is not None and terms.get("may_withhold", True):
        proof = row.handed_over_at or row.arrived_at
        lawful = max(lawful, proof) if proof is not None else None
    promised = news + timedelta(days=terms["within_days"]) if news is not None else None
    return min((moment for moment in (lawful, promised) if moment is not None), default=None)


def _news(row: Return, item: ReturnItem) -> datetime | None:
    """When the news came that starts the refund."""
    if item.whereabouts == Whereabouts.KEPT.value:
        return row.approved_at
    match RefundTrigger(item.trigger):
        case RefundTrigger.CARRIER_SCAN:
            return row.handed_over_at
        case RefundTrigger.RECEIPT:
            return row.arrived_at if item.arrived else None
        case RefundTrigger.INSPECTION:
            return row.inspected_at if item.inspected else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
