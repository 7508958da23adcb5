"""Ask a gateway for its list of refunds, and do what is proposed about a difference."""

from datetime import datetime, timedelta
from uuid import UUID

from volte.kit.errors import Conflict, Invalid
from volte.money import comparisons, discrepancies, hearing, jobs
from volte.money.discrepancies import Resolution
from volte.money.models import Reconciliation, Refund
from volte.money.ports import RefundGateway
from volte.money.rules.outcomes import Outcome, RefundStatus
from volte.money.rules.reconcile import Act
from volte.runtime import clock, tenancy, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

# Longer than an hour, so that nothing falls between two looks; and, once a day, longer than banks take to change
# their mind.
SHORT, LONG = timedelta(days=3), timedelta(days=45)
_LONG_EVERY = timedelta(hours=23)
_MOVING = (RefundStatus.PLANNED.value, RefundStatus.SENDING.value, RefundStatus.PENDING.value)


@operation(Permission.MONEY_REFUND)
def begin_reconciliation(*, by: Actor, gateway: str, days: int | None = None) -> UUID:
    """Write down that a gateway's list is to be read, and let the worker do it. `days` is how far back; without it
    three days, and once a day forty-five. Refuses `gateway_unknown`, `reconciliation_days`."""
    if gateway not in wiring.names(RefundGateway):
        raise Invalid("gateway_unknown", gateway=gateway)
    if days is not None and not 1 <= days <= 400:
        raise Invalid("reconciliation_days")
    now = clock.now()
    back = timedelta(days=days) if days is not None else _how_far(gateway, now)
    row: Reconciliation = Reconciliation.objects.create(gateway=gateway, since=now - back, began_at=now)
    jobs.reconcile_later(shop_id=by.shop_id, reconciliation_id=row.id)
    return row.id


@operation(Permission.MONEY_REFUND)
def take_over(*, by: Actor, discrepancy_id: UUID) -> None:
    """Believe what the gateway's list says about this refund, as if it had told us in a signed message.

    Refuses `discrepancy_not_taken_over` where its word would change nothing.
    """
    row = discrepancies.held(discrepancy_id=discrepancy_id)
    refund = Refund.objects.filter(id=row.refund_id).first()
    if refund is None or row.proposed != Act.TAKE_OVER.value:
        raise Conflict("discrepancy_not_taken_over")
    hearing.believe(refund=refund, outcome=Outcome(row.their_outcome), gateway_refund=row.gateway_refund)
    discrepancies.close(by=by, row=row, how=Resolution.TAKEN_OVER)


@operation(Permission.MONEY_REFUND)
def ask_about_discrepancy(*, by: Actor, discrepancy_id: UUID) -> None:
    """Ask the gateway about this refund once more, and again with patience if it stays unclear."""
    row = discrepancies.held(discrepancy_id=discrepancy_id)
    hit = Refund.objects.filter(id=row.refund_id, status__in=_MOVING).update(unclear=0)
    if hit != 1 or row.refund_id is None:
        raise Conflict("discrepancy_not_asked")
    jobs.send_later(shop_id=by.shop_id, refund_id=row.refund_id)


@operation(Permission.MONEY_REFUND)
def resolve_discrepancy(*, by: Actor, discrepancy_id: UUID) -> None:
    """A person has seen to a difference: it is closed, and stays so although the books go on disagreeing."""
    row = discrepancies.held(discrepancy_id=discrepancy_id)
    discrepancies.close(by=by, row=row, how=Resolution.SEEN_TO)


def sweep_gateways(*, by: Actor) -> int:
    """Begin a look at every gateway the shop uses; how many. Not an operation, as `sweep`."""
    with tenancy.entered(by.shop_id):
        names = comparisons.gateways()
    for name in names:
        begin_reconciliation(by=by, gateway=name)
    return len(names)


def _how_far(gateway: str, now: datetime) -> timedelta:
    done = Reconciliation.objects.filter(gateway=gateway, failure="", began_at__gt=now - _LONG_EVERY)
    spans = [began_at - since for since, began_at in done.values_list("since", "began_at")]
    return SHORT if any(span >= LONG for span in spans) else LONG
