"""What do we know about a refund once the gateway has spoken, perhaps twice and out of order?

News of one attempt only ever moves up: on its way, pending, succeeded, failed. A gateway may take back a success
(the card is closed) but never a failure, so the latest stage wins whatever the order in which news arrives.
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from volte.kit.money import Money


class RefundStatus(StrEnum):
    """Where one amount stands on its way to the customer."""

    PLANNED = "planned"
    SENDING = "sending"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    MANUAL = "manual"
    # Its amount goes another way: another refund carries it, and nothing moves this one any more.
    REPLACED = "replaced"


# Nothing is owed by these any more: it arrived, or another refund carries it.
OVER = frozenset({RefundStatus.SUCCEEDED, RefundStatus.REPLACED})


class Outcome(StrEnum):
    """What a gateway says about an attempt."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    # In a word we have never heard, or about another amount than ours.
    UNKNOWN = "unknown"


class Paying(StrEnum):
    """Where a page stands on which a customer pays: open, paid, or over without money."""

    OPEN = "open"
    PAID = "paid"
    OVER = "over"


class Holding(StrEnum):
    """Where money stands that is only held on a card: not yet, held, taken, or let go (also by the card's own time)."""

    OPEN = "open"
    HELD = "held"
    TAKEN = "taken"
    LET_GO = "let_go"


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

    A refund paid by hand, or sent another way, listens to no gateway. An answer nobody understands is one all the
    same: the gateway has the refund, so it is never sent again, only asked about.
    """
    if status in (RefundStatus.MANUAL, RefundStatus.REPLACED):
        return status
    if outcome is Outcome.UNKNOWN:
        return RefundStatus.PENDING if status in (RefundStatus.PLANNED, RefundStatus.SENDING) else status
    told = RefundStatus(outcome.value)
    return told if _STAGES.index(told) > _STAGES.index(status) else status


# Answers nobody understands before a person is asked instead of the gateway.
MOST_UNCLEAR = 6


def believed(*, outcome: Outcome, told: Money | None, owed: Money) -> tuple[Outcome, str]:
    """What an answer is worth to us, and why not more: one about another currency or amount is none about ours."""
    if told is None or told == owed:
        return outcome, ""
    return Outcome.UNKNOWN, "other_currency" if told.currency != owed.currency else "other_amount"


def ask_again_after(*, unclear: int) -> timedelta | None:
    """How long after the last of `unclear` answers nobody understood the gateway is asked again: 4 minutes, 8, 16, 32,
    an hour; None once a person has it."""
    if unclear >= MOST_UNCLEAR:
        return None
    return min(timedelta(minutes=2 * 2**unclear), timedelta(hours=1))


def reached(statuses: Iterable[RefundStatus]) -> Reached:
    """How far all of it is. Nothing to pay back is done; what goes another way is counted there."""
    found = set(statuses) - {RefundStatus.REPLACED}
    if RefundStatus.FAILED in found:
        return Reached.FAILED
    if RefundStatus.MANUAL in found:
        return Reached.BY_HAND
    return Reached.DONE if found <= {RefundStatus.SUCCEEDED} else Reached.MOVING
