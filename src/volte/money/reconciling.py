"""Hold a gateway's list of refunds against ours: write down that we look, read the list outside any transaction, write
down every difference.

Each look covers more than the time since the last one, so that nothing falls between two; a difference is one row
however often it is seen. Once a day the look goes back far enough for a refund that failed weeks after it succeeded.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict
from volte.kit.money import Money
from volte.money import discrepancies, sending
from volte.money.models import Checkout, Reconciliation, Refund
from volte.money.ports import GatewayUnreachable, ListedRefund, RefundGateway
from volte.money.rules import reconcile
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.reconcile import Ours, Theirs
from volte.money.rules.tenders import Route
from volte.runtime import clock, tenancy, turns, wiring
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission

log = logging.getLogger(__name__)
# A list longer than this is read another day: 20,000 refunds.
_MOST_PAGES = 200
# The gateway dates a refund by its own clock, which need not be ours.
_CLOCKS_APART = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Look:
    """What to ask the gateway for."""

    reconciliation_id: UUID
    gateway: str
    since: datetime


def attempt(*, by: Actor, reconciliation_id: UUID) -> None:
    """Read the list and compare. Safe to run again; a gateway that does not answer is written down, and tried in an
    hour."""
    with tenancy.entered(by.shop_id):
        row = Reconciliation.objects.filter(id=reconciliation_id, finished_at=None).first()
    if row is None:
        return
    look = Look(row.id, row.gateway, row.since)
    try:
        with turns.given_back():
            listed, whole = _read(look)
    except GatewayUnreachable:
        log.warning("no list of refunds from %s", look.gateway)
        fail_reconciliation(by=by, reconciliation_id=look.reconciliation_id, why="gateway_unreachable")
        return
    finish_reconciliation(by=by, look=look, listed=listed, whole=whole)


@operation(Permission.MONEY_REFUND)
def fail_reconciliation(*, by: Actor, reconciliation_id: UUID, why: str) -> None:
    """Write down that nothing could be compared."""
    hit = Reconciliation.objects.filter(id=reconciliation_id, finished_at=None).update(
        finished_at=clock.now(), failure=why
    )
    if hit != 1:
        raise Conflict("reconciliation_finished")


@operation(Permission.MONEY_REFUND)
def finish_reconciliation(*, by: Actor, look: Look, listed: tuple[ListedRefund, ...], whole: bool) -> None:
    """Compare, and write down every difference."""
    now = clock.now()
    hit = Reconciliation.objects.filter(id=look.reconciliation_id, finished_at=None)
    ours = _ours(look, {one.refund_id for one in listed if one.refund_id is not None})
    theirs, elsewhere = _theirs(by, look, listed)
    found = reconcile.compare(ours=ours, theirs=theirs, elsewhere=elsewhere, read_at=now, whole=whole)
    kept = [discrepancies.keep(gateway=look.gateway, found=one) for one in found]
    discrepancies.agree(
        gateway=look.gateway,
        refund_ids=[one.refund_id for one in ours if now - one.changed_at >= reconcile.CALM],
        gateway_refunds=[one.gateway_refund for one in theirs],
        but=kept,
    )
    done = hit.update(
        finished_at=now,
        listed=len(listed),
        compared=len(ours),
        found=len(found),
        failure="" if whole else "list_too_long",
    )
    if done != 1:
        raise Conflict("reconciliation_finished")


def _read(look: Look) -> tuple[tuple[ListedRefund, ...], bool]:
    gateway: RefundGateway = wiring.adapter(RefundGateway, look.gateway)
    found: list[ListedRefund] = []
    after = ""
    for _ in range(_MOST_PAGES):
        page = gateway.listed(since=look.since, after=after)
        found.extend(page.refunds)
        after = page.next
        if not after:
            return tuple(found), True
    return tuple(found), False


def _ours(look: Look, named: set[UUID]) -> list[Ours]:
    """Our refunds of the time looked at, and those the list names whatever their age."""
    of_the_time = Q(planned_at__gte=look.since, attempts__gt=0)
    rows = Refund.objects.filter(of_the_time | Q(id__in=named), gateway=look.gateway)
    return [
        Ours(
            refund_id=row.id,
            key=sending.key_of(row),
            status=RefundStatus(row.status),
            amount=Money(row.amount, row.currency),
            gateway_refund=row.gateway_refund,
            changed_at=row.changed_at,
            expected=row.planned_at >= look.since + _CLOCKS_APART,
            elsewhere=row.route != Route.GATEWAY.value or row.status == RefundStatus.REPLACED,
        )
        for row in rows
    ]


def _theirs(by: Actor, look: Look, listed: tuple[ListedRefund, ...]) -> tuple[list[Theirs], frozenset[str]]:
    """What of the list is this shop's: an account may serve several shops, and trades without Volte."""
    others = [one for one in listed if one.shop_id is None]
    references = {reference for one in others for reference in one.references}
    known = catalogue.payments_known(gateway=look.gateway, references=references)
    known |= set(Checkout.objects.filter(payment__in=references).values_list("payment", flat=True))
    mine = [one for one in listed if one.shop_id == by.shop_id or (one.shop_id is None and known & set(one.references))]
    told = catalogue.refunds_known(external_ids=[one.answer.gateway_refund for one in mine])
    return [_their(one) for one in mine], frozenset(told)


def _their(one: ListedRefund) -> Theirs:
    return Theirs(
        gateway_refund=one.answer.gateway_refund,
        reference=next(iter(one.references), ""),
        outcome=one.answer.outcome,
        word=one.word or one.answer.outcome.value,
        amount=one.answer.amount,
        refund_id=one.refund_id,
        key=one.key,
    )
