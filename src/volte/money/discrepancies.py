"""Where two books disagree, as rows: found once, closed by a person or by the books agreeing again."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from volte.kit.errors import Conflict, NotFound
from volte.kit.money import Money
from volte.money.models import Discrepancy, Refund
from volte.money.ports import GatewayAnswer
from volte.money.rules.reconcile import Act, Found, Kind
from volte.runtime import clock, hot
from volte.runtime.actor import Actor


class Resolution(StrEnum):
    """How a difference ended: the books agree again, the gateway was believed, or a person has seen to it."""

    BY_ITSELF = "by_itself"
    TAKEN_OVER = "taken_over"
    SEEN_TO = "seen_to"


def unclear(*, refund: Refund, answer: GatewayAnswer, doubt: str) -> None:
    """The gateway's answers about this refund stay beyond us: a case for a person."""
    kind = {"other_currency": Kind.CURRENCY, "other_amount": Kind.AMOUNT}.get(doubt, Kind.UNKNOWN_STATUS)
    keep(
        gateway=refund.gateway,
        found=Found(
            kind=kind,
            act=Act.ASK_AGAIN if kind is Kind.UNKNOWN_STATUS else Act.LOOK,
            refund_id=refund.id,
            gateway_refund=answer.gateway_refund or refund.gateway_refund,
            ours=Money(refund.amount, refund.currency),
            theirs=answer.amount,
            our_status=refund.status,
            their_outcome=answer.outcome.value,
            their_word=answer.code if doubt == answer.code else answer.outcome.value,
        ),
    )


def twice(*, refund: Refund, answer: GatewayAnswer) -> None:
    """The gateway says that it paid what was paid another way meanwhile: a case for a person."""
    keep(
        gateway=refund.gateway,
        found=Found(
            kind=Kind.TWICE,
            act=Act.LOOK,
            refund_id=refund.id,
            gateway_refund=answer.gateway_refund or refund.gateway_refund,
            ours=Money(refund.amount, refund.currency),
            theirs=answer.amount,
            our_status=refund.status,
            their_outcome=answer.outcome.value,
            their_word=answer.code or answer.outcome.value,
        ),
    )


def keep(*, gateway: str, found: Found) -> UUID:
    """Write a difference down; one that is known already is only seen again, and one that came back is open again.

    What a person has seen to stays closed: they know, and the books will go on disagreeing.
    """
    about = found.gateway_refund or str(found.refund_id)
    now = clock.now()
    row = hot.first(Discrepancy, lock=True, gateway=gateway, kind=found.kind.value, about=about)
    if row is None:
        row = Discrepancy.of_shop(gateway=gateway, kind=found.kind.value, about=about, found_at=now)
        row.refund_id = found.refund_id
    row.gateway_refund = found.gateway_refund
    row.proposed = found.act.value
    row.our_amount, row.our_currency = _written(found.ours)
    row.their_amount, row.their_currency = _written(found.theirs)
    row.our_status, row.their_outcome = found.our_status, found.their_outcome
    row.their_word = found.their_word[:80]
    row.seen_at = now
    if row.resolution == Resolution.BY_ITSELF:
        row.found_at, row.resolved_at, row.resolution = now, None, ""
    row.save()
    return row.id


def agree(*, gateway: str, refund_ids: Iterable[UUID], gateway_refunds: Iterable[str], but: Iterable[UUID]) -> int:
    """Close what is no longer found of the refunds just compared; how many those were."""
    rows = Discrepancy.objects.filter(gateway=gateway, resolved_at=None).exclude(id__in=list(but))
    ours, theirs = set(refund_ids), set(gateway_refunds)
    # An open difference is rare: a handful of rows, told apart here.
    gone = [row.id for row in rows if row.refund_id in ours or (row.refund_id is None and row.gateway_refund in theirs)]
    closed = {"resolved_at": clock.now(), "resolution": Resolution.BY_ITSELF.value}
    return int(Discrepancy.objects.filter(id__in=gone, resolved_at=None).update(**closed))


def close(*, by: Actor, row: Discrepancy, how: Resolution) -> None:
    hit = Discrepancy.objects.filter(id=row.id, resolved_at=None).update(
        resolved_at=clock.now(), resolved_by=by.name[:120], resolution=how.value
    )
    if hit != 1:
        raise Conflict("discrepancy_closed")


def held(*, discrepancy_id: UUID) -> Discrepancy:
    """An open difference, held; refuses one that is closed."""
    row = hot.first(Discrepancy, lock=True, id=discrepancy_id)
    if row is None:
        raise NotFound("discrepancy_unknown")
    if row.resolved_at is not None:
        raise Conflict("discrepancy_closed")
    return row


def _written(amount: Money | None) -> tuple[int | None, str]:
    return (None, "") if amount is None else (amount.amount, amount.currency)
