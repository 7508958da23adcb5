"""Entry points for the worker, queue `money`."""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from volte.kit.errors import Conflict
from volte.money import checkouts, holds, reconciling, sending, verifying
from volte.money.models import Refund
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import Route
from volte.runtime import clock, jobs, tenancy
from volte.runtime.actor import Actor

log = logging.getLogger(__name__)
BATCH = 50


@jobs.job(queue="money")
def attempt_refund(*, shop: str, refund: str) -> None:
    """Send one refund. An unreachable gateway raises, and the queue tries again later."""
    sending.attempt(by=Actor.system(UUID(shop)), refund_id=UUID(refund))


@jobs.job(queue="money")
def attempt_planned(*, shop: str) -> None:
    """Send what was planned since the last time, one after the other: a job costs more than a refund. What a worker
    that died left in the middle is asked about as well.

    When one fails, it and those behind it get a job of their own, which is tried again by itself.
    """
    shop_id = UUID(shop)
    tried: set[UUID] = set()
    while fresh := [refund_id for refund_id in _due(shop_id) if refund_id not in tried]:
        tried.update(fresh)
        for place, refund_id in enumerate(fresh):
            try:
                sending.attempt(by=Actor.system(shop_id), refund_id=refund_id)
            except Conflict:
                continue  # somebody else has it in hand
            except Exception:  # whatever it was, the job of its own says it again and keeps it
                log.warning("refund not sent, tried again by itself", extra={"refund": str(refund_id)}, exc_info=True)
                _each_alone(shop_id, fresh[place:])
                return


@jobs.job(queue="money")
def ask_checkout(*, shop: str, checkout: str) -> None:
    """Learn whether a payment page was paid."""
    checkouts.ask(by=Actor.system(UUID(shop)), checkout_id=UUID(checkout))


@jobs.job(queue="money")
def close_checkout(*, shop: str, checkout: str) -> None:
    """Close a payment page nobody needs any more."""
    checkouts.close(by=Actor.system(UUID(shop)), checkout_id=UUID(checkout))


@jobs.job(queue="money")
def end_hold(*, shop: str, hold: str) -> None:
    """Take a hold or let it go, as it was wished, or learn how it stands."""
    holds.attempt(by=Actor.system(UUID(shop)), hold_id=UUID(hold))


@jobs.job(queue="money")
def reconcile(*, shop: str, reconciliation: str) -> None:
    """Hold a gateway's list against ours."""
    reconciling.attempt(by=Actor.system(UUID(shop)), reconciliation_id=UUID(reconciliation))


@jobs.job(queue="books")
def verify_books(*, shop: str, verification: str) -> None:
    """One turn of adding up a shop's books again; the next one is behind those of other shops."""
    shop_id, verification_id = UUID(shop), UUID(verification)
    try:
        more = verifying.attempt(by=Actor.system(shop_id), verification_id=verification_id)
    except Conflict:
        return  # somebody else was quicker
    if more:
        with tenancy.entered(shop_id):
            verify_later(shop_id=shop_id, verification_id=verification_id)


def verify_later(*, shop_id: UUID, verification_id: UUID) -> None:
    """Let the worker take a turn at a shop's books, behind those of the shops that wait already: one at a time, since
    each reads all postings of a shop."""
    once = f"books:{shop_id}"
    jobs.later(verify_books, once=once, alone="books", shop=str(shop_id), verification=str(verification_id))


def reconcile_later(*, shop_id: UUID, reconciliation_id: UUID) -> None:
    """Let the worker hold a gateway's list against ours."""
    once = f"reconcile:{reconciliation_id}"
    jobs.later(reconcile, once=once, shop=str(shop_id), reconciliation=str(reconciliation_id))


def ask_later(*, shop_id: UUID, checkout_id: UUID) -> None:
    jobs.later(ask_checkout, once=f"checkout:{checkout_id}", shop=str(shop_id), checkout=str(checkout_id))


def close_later(*, shop_id: UUID, checkout_id: UUID) -> None:
    jobs.later(close_checkout, once=f"close:{checkout_id}", shop=str(shop_id), checkout=str(checkout_id))


def end_hold_later(*, shop_id: UUID, hold_id: UUID) -> None:
    jobs.later(end_hold, once=f"hold:{hold_id}", shop=str(shop_id), hold=str(hold_id))


def send_soon(*, shop_id: UUID) -> None:
    """Ask the worker to send what is planned once our transaction has committed. One waiting job is enough."""
    once = f"refunds:{shop_id}"
    jobs.later(attempt_planned, once=once, alone=once, shop=str(shop_id))


def send_later(*, shop_id: UUID, refund_id: UUID) -> None:
    """Ask the worker to send this refund once our transaction has committed; never queued twice at once."""
    jobs.later(attempt_refund, once=f"refund:{refund_id}", shop=str(shop_id), refund=str(refund_id))


def _due(shop_id: UUID) -> list[UUID]:
    # Longer than a call to a gateway takes, shorter than it takes to notice that a worker died.
    left_since = clock.now() - timedelta(seconds=settings.SILENT_SECONDS * 5 / 6)
    left_behind = Q(status=RefundStatus.SENDING.value, changed_at__lt=left_since)
    with tenancy.entered(shop_id):
        waiting = Refund.objects.filter(Q(status=RefundStatus.PLANNED.value) | left_behind, route=Route.GATEWAY.value)
        # By name of the status: what is planned goes before what may be hanging.
        return list(waiting.order_by("status", "planned_at", "id").values_list("id", flat=True)[:BATCH])


def _each_alone(shop_id: UUID, refund_ids: list[UUID]) -> None:
    with tenancy.entered(shop_id):
        for refund_id in refund_ids:
            send_later(shop_id=shop_id, refund_id=refund_id)
