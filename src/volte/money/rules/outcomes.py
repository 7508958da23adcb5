"""What do we know about a refund once the gateway has spoken, perhaps twice and out of order?

News of one attempt only ever moves up: on its way, pending, succeeded, failed. A gateway may take back a success
(the card is closed) but never a failure, so the latest stage wins whatever the order in which news arrives.
"""

from collections.abc import Iterable
from enum import StrEnum


class RefundStatus(StrEnum):
    """Where one amount stands on its way to the customer."""

    PLANNED = "planned"
    SENDING = "sending"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    MANUAL = "manual"


class Outcome(StrEnum):
    """What a gateway says about an attempt."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Paying(StrEnum):
    """Where a page stands on which a customer pays: open, paid, or over without money."""

    OPEN = "open"
    PAID = "paid"
    OVER = "over"


class Reached(StrEnum):
    """How far several amounts are together: as far as the one that needs most care."""

    FAILED = "failed"
    BY_HAND = "by_hand"
    MOVING = "moving"
    DONE = "done"


_STAGES = (
    RefundStatus.PLANNED,
    RefundStatus.SENDING,
    RefundStatus.PENDING,
    RefundStatus.SUCCEEDED,
    RefundStatus.FAILED,
)


def after(*, status: RefundStatus, outcome: Outcome) -> RefundStatus:
    """The status once `outcome` is known; the same status when it says nothing new.

    A refund paid by hand listens to no gateway.
    """
    if status is RefundStatus.MANUAL:
        return status
    told = RefundStatus(outcome.value)
    return told if _STAGES.index(told) > _STAGES.index(status) else status


def reached(statuses: Iterable[RefundStatus]) -> Reached:
    """How far all of it is. Nothing to pay back is done."""
    found = set(statuses)
    if RefundStatus.FAILED in found:
        return Reached.FAILED
    if RefundStatus.MANUAL in found:
        return Reached.BY_HAND
    return Reached.DONE if found <= {RefundStatus.SUCCEEDED} else Reached.MOVING
