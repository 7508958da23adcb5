"""Look after what stands still."""

from datetime import datetime, timedelta

from django.db.models import Q

from volte.money import differences, holds, jobs
from volte.money.models import Refund
from volte.money.rules import outcomes
from volte.money.rules.outcomes import RefundStatus
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

# How long a refund may stand still before the sweep asks again.
_STUCK_AFTER = timedelta(minutes=2)
_PENDING_AFTER = timedelta(hours=1)
# A hold nobody told us more about: as long as a payment page.
_HOLD_AFTER = timedelta(minutes=5)


def sweep(*, by: Actor) -> int:
    """Ask again about refunds that stand still: planned or being sent for minutes, pending for an hour, answered in
    words we do not know. And about payment pages and holds nobody told us more about.

    Not an operation: it runs every minute, changes nothing by itself, and would fill the audit with nothing.
    """
    now = clock.now()
    moving = [RefundStatus.PLANNED.value, RefundStatus.SENDING.value]
    with tenancy.entered(by.shop_id):
        stuck = Refund.objects.filter(status__in=moving, changed_at__lt=now - _STUCK_AFTER)
        slow = Refund.objects.filter(_due(now), status=RefundStatus.PENDING.value)
        found = [*stuck.values_list("id", flat=True), *slow.values_list("id", flat=True)]
        for refund_id in found:
            jobs.send_later(shop_id=by.shop_id, refund_id=refund_id)
        quiet = holds.stale(now_ago=_HOLD_AFTER)
        for hold_id in quiet:
            jobs.end_hold_later(shop_id=by.shop_id, hold_id=hold_id)
    return len(found) + len(quiet) + differences.ask_waiting(by=by)


def _due(now: datetime) -> Q:
    """Pending for an hour, or answered in words nobody understands a while ago, and not too often."""
    due = Q(unclear=0, changed_at__lt=now - _PENDING_AFTER)
    for unclear in range(1, outcomes.MOST_UNCLEAR):
        wait = outcomes.ask_again_after(unclear=unclear)
        due |= Q(unclear=unclear, changed_at__lt=now - wait) if wait is not None else Q()
    return due
