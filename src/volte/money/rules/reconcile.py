"""Where do the gateway's books and ours disagree, and what should be done about it?

Both sides are read after the fact and never at the same moment, so whatever may still be on its way is no difference:
a refund that is pending, one we are just sending, one that changed while the list was being read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from volte.kit.money import Money
from volte.money.rules.outcomes import Outcome, RefundStatus, after


class Kind(StrEnum):
    """How two books can disagree."""

    ONLY_THERE = "only_there"
    ONLY_HERE = "only_here"
    AMOUNT = "amount"
    CURRENCY = "currency"
    STATUS = "status"
    TWICE = "twice"
    UNKNOWN_STATUS = "unknown_status"


class Act(StrEnum):
    """What is proposed: believe the gateway, ask it once more, or let a person look at both sides."""

    TAKE_OVER = "take_over"
    ASK_AGAIN = "ask_again"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Ours:
    """A refund as we have it. `key` is the one its present round goes by; `elsewhere` when another way paid it."""

    refund_id: UUID
    key: str
    status: RefundStatus
    amount: Money
    gateway_refund: str
    changed_at: datetime
    expected: bool = True
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Theirs:
    """A refund as the gateway lists it. `refund_id` and `key` are what we wrote into it; None and "" on others."""

    gateway_refund: str
    reference: str
    outcome: Outcome
    word: str
    amount: Money | None
    refund_id: UUID | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One difference: which refund, on which sides, what each says."""

    kind: Kind
    act: Act
    refund_id: UUID | None
    gateway_refund: str
    ours: Money | None
    theirs: Money | None
    our_status: str
    their_outcome: str
    their_word: str


# Younger than this, a change may have happened while the list was being read.
CALM = timedelta(minutes=5)
_MOVING = (RefundStatus.PLANNED, RefundStatus.SENDING, RefundStatus.PENDING)
_GOING = (Outcome.PENDING, Outcome.SUCCEEDED)


def compare(
    *, ours: Sequence[Ours], theirs: Sequence[Theirs], elsewhere: frozenset[str], read_at: datetime, whole: bool
) -> tuple[Found, ...]:
    """Every difference between our refunds and the gateway's.

    `elsewhere` are refunds the shop has told us of itself; `whole` says that the gateway's list has no gap, for only
    then does what is missing from it mean anything.
    """
    mine = {one.refund_id: one for one in ours}
    found: list[Found] = []
    seen: dict[UUID, list[Theirs]] = {}
    for one in theirs:
        known = mine.get(one.refund_id) if one.refund_id is not None else None
        if known is not None:
            seen.setdefault(known.refund_id, []).append(one)
        elif one.outcome in _GOING and one.gateway_refund not in elsewhere:
            found.append(_told(Kind.ONLY_THERE, Act.LOOK, None, one))
    for each in ours:
        if read_at - each.changed_at >= CALM:
            found.extend(_of_one(each, seen.get(each.refund_id, []), whole))
    return tuple(found)


def _of_one(ours: Ours, theirs: Sequence[Theirs], whole: bool) -> Iterator[Found]:
    present = next((one for one in theirs if one.key == ours.key), None)
    if present is not None:
        yield from _sides(ours, present)
    elif (
        whole and ours.expected and not ours.elsewhere and ours.status in (RefundStatus.PENDING, RefundStatus.SUCCEEDED)
    ):
        yield _told(Kind.ONLY_HERE, Act.LOOK, ours, None)
    yield from _twice(ours, theirs, present)


def _sides(ours: Ours, theirs: Theirs) -> Iterator[Found]:
    """The same refund on both sides: what it is about goes before what became of it."""
    told = theirs.amount
    if told is not None and told.currency != ours.amount.currency:
        yield _told(Kind.CURRENCY, Act.LOOK, ours, theirs)
    elif told is not None and told != ours.amount:
        yield _told(Kind.AMOUNT, Act.LOOK, ours, theirs)
    elif theirs.outcome is Outcome.UNKNOWN:
        # What is settled here waits for no answer.
        act = Act.ASK_AGAIN if ours.status in _MOVING else Act.LOOK
        yield _told(Kind.UNKNOWN_STATUS, act, ours, theirs)
    elif theirs.outcome is not Outcome.PENDING and not ours.elsewhere and theirs.outcome.value != ours.status.value:
        news = after(status=ours.status, outcome=theirs.outcome)
        yield _told(Kind.STATUS, Act.TAKE_OVER if news is not ours.status else Act.LOOK, ours, theirs)


def _twice(ours: Ours, theirs: Sequence[Theirs], present: Theirs | None) -> Iterator[Found]:
    """Money that goes back more than once: in two rounds at the gateway, or there and by another way."""
    going = [one for one in theirs if one.outcome in _GOING]
    paid_here = ours.elsewhere and ours.status in (RefundStatus.SUCCEEDED, RefundStatus.REPLACED)
    first = None if paid_here else (present if present in going else (going[0] if len(going) > 1 else None))
    for one in going:
        if one is not first and (paid_here or len(going) > 1):
            yield _told(Kind.TWICE, Act.LOOK, ours, one)


def _told(kind: Kind, act: Act, ours: Ours | None, theirs: Theirs | None) -> Found:
    return Found(
        kind=kind,
        act=act,
        refund_id=ours.refund_id if ours is not None else None,
        gateway_refund=theirs.gateway_refund if theirs is not None else (ours.gateway_refund if ours else ""),
        ours=ours.amount if ours is not None else None,
        theirs=theirs.amount if theirs is not None else None,
        our_status=ours.status.value if ours is not None else "",
        their_outcome=theirs.outcome.value if theirs is not None else "",
        their_word=theirs.word if theirs is not None else "",
    )
