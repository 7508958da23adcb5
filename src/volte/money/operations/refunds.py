"""What becomes of a refund that was promised: tried again, paid by a person, told by its provider."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.money import checkouts, hearing, holds, jobs, sending
from volte.money.models import Refund
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import Route
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission


@operation(Permission.MONEY_REFUND)
def retry_refund(*, by: Actor, refund_id: UUID) -> None:
    """Send a refund that failed for good once more, as a new wish to the gateway."""
    row = _refund(refund_id)
    hit = Refund.objects.filter(
        id=refund_id, status=RefundStatus.FAILED.value, route=Route.GATEWAY.value, round=row.round
    ).update(status=RefundStatus.PLANNED.value, round=row.round + 1, failure="", unclear=0, changed_at=clock.now())
    if hit != 1:
        raise Conflict("refund_not_failed")
    jobs.send_later(shop_id=by.shop_id, refund_id=refund_id)


@operation(Permission.MONEY_REFUND)
def record_payout(*, by: Actor, refund_id: UUID, reference: str) -> None:
    """A person paid this refund, by bank transfer or otherwise; `reference` finds it on the bank statement."""
    if not reference.strip():
        raise Invalid("payout_reference_missing")
    row = _refund(refund_id)
    route = Route.BY_HAND if row.route == Route.GATEWAY else Route(row.route)
    # What is in a file is paid by the bank; what the bank sent back is not in it any more.
    waiting = Q(status=RefundStatus.MANUAL.value, batch=None) | Q(status=RefundStatus.FAILED.value)
    hit = Refund.objects.filter(waiting, id=refund_id).update(
        status=RefundStatus.SUCCEEDED.value,
        route=route.value,
        gateway_refund=reference.strip()[:255],
        changed_at=clock.now(),
    )
    if hit != 1:
        in_file = row.status == RefundStatus.MANUAL.value and row.batch_id is not None
        raise Conflict("refund_in_batch" if in_file else "refund_not_by_hand")
    row.route = route.value
    sending.book_change(refund=row, old=RefundStatus(row.status), new=RefundStatus.SUCCEEDED)
    sending.tell(refund=row, status=RefundStatus.SUCCEEDED)


def hear(*, gateway: str, headers: Mapping[str, str], body: bytes) -> bool:
    """Take in a provider's signed message; False when it is about nothing of ours. Raises NewsRefused
    and GatewayUnreachable."""
    if hearing.hear(gateway=gateway, headers=headers, body=body):
        return True
    if checkouts.hear(gateway=gateway, headers=headers, body=body):
        return True
    return holds.hear(gateway=gateway, headers=headers, body=body)


def _refund(refund_id: UUID) -> Refund:
    row: Refund | None = Refund.objects.filter(id=refund_id).first()
    if row is None:
        raise NotFound("refund_unknown")
    return row
