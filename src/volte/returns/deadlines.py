"""By when must something happen to a return? The day its first refund is due, or until when a proof may be shown.

Kept on the row, so that lists sort by it, and reckoned again whenever the row is restated. A legal term that runs from
the notice was turned into a moment when the return was requested, in the customer's zone; proof of sending later than
that makes it due at once. Where it runs from the goods, it is reckoned once they or their proof are there.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from volte.kit import time
from volte.kit.words import RefundTrigger, Resolution
from volte.law.rules.refunding import News
from volte.law.rules.words import RefundStart
from volte.returns import decisions
from volte.returns.models import Return, ReturnItem
from volte.returns.rules.lifecycle import APPEAL_ANSWERED_WITHIN, Appeal, Verdict, Whereabouts

_PAID_OUT = (Resolution.REFUND.value, Resolution.CREDIT.value, Resolution.EXCHANGE.value)


def of(row: Return, items: Sequence[ReturnItem]) -> datetime | None:
    """The earliest moment that matters; None while none can be named, and when nothing is owed any more."""
    asked = [_shown_by(item) for item in items if item.verdict == Verdict.NEEDS_EVIDENCE.value]
    owed = [_refund_by(row, item) for item in items if item.verdict == Verdict.ACCEPTED.value]
    appeal = [row.appealed_at + APPEAL_ANSWERED_WITHIN] if row.appeal == Appeal.OPEN and row.appealed_at else []
    return min((moment for moment in (*asked, *owed, *appeal) if moment is not None), default=None)


def _shown_by(item: ReturnItem) -> datetime | None:
    return _moment(item.decision.get("last_at"))


def _refund_by(row: Return, item: ReturnItem) -> datetime | None:
    """The earlier of promise and law, as `policy.rules.refund` says it of days. What failed at the gateway is owed
    still, though it was promised."""
    terms = item.decision.get("refund")
    over = item.settled + item.rejected + item.missing >= item.quantity and row.waits_for != "money"
    if not terms or over or item.unpaid or item.resolution not in _PAID_OUT:
        return None
    lawful, news = _lawful(row, item.decision), _news(row, item)
    promised = news + timedelta(days=terms["within_days"]) if news is not None else None
    return min((moment for moment in (lawful, promised) if moment is not None), default=None)


def _lawful(row: Return, decision: Mapping[str, Any]) -> datetime | None:
    """The last lawful moment; None when no law sets one, or while what starts it is still awaited."""
    terms = decision["refund"]
    proof = row.handed_over_at or row.arrived_at
    if terms.get("starts", RefundStart.NOTICE) == RefundStart.NOTICE:
        lawful = _moment(terms.get("lawful_at"))
        if lawful is None or not terms.get("may_withhold", True):
            return lawful
        return max(lawful, proof) if proof is not None else None
    zone = decision["zone"]
    days = [time.local_date(at, zone) if at else None for at in (row.requested_at, proof, row.arrived_at)]
    end = decisions.legal_term(terms).lawful_by(News(days[0], proof_on=days[1], goods_on=days[2])) if days[0] else None
    return time.end_of(end, zone) if end else None


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
