"""Where does a return stand, given its items? And what may happen to it next?

Three questions are kept apart: where is it (`Whereabouts`), what was decided (`Verdict`), how did it end
(`Outcome`). The status people see is derived from them by `PRECEDENCE`, read from top to bottom, so a refund before
arrival and a partial arrival fit without exceptions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Status(StrEnum):
    """What people see. The order of the journey, not of precedence."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"
    IN_TRANSIT = "in_transit"
    ARRIVED = "arrived"
    INSPECTED = "inspected"
    SETTLED = "settled"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Kind(StrEnum):
    """What is it about? Goods that come back, goods that never arrived, or goods that have not left yet. Only a return
    makes anything travel."""

    RETURN = "return"
    CLAIM = "claim"
    CANCELLATION = "cancellation"


class Whereabouts(StrEnum):
    WITH_CUSTOMER = "with_customer"
    TRAVELLING = "travelling"
    ARRIVED = "arrived"
    LOST = "lost"
    KEPT = "kept"


class Outcome(StrEnum):
    PENDING = "pending"
    REFUNDED = "refunded"
    CREDITED = "credited"
    EXCHANGED = "exchanged"
    REPLACED = "replaced"
    REPAIRED = "repaired"
    REDUCED = "reduced"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Verdict(StrEnum):
    """What was decided about an item; the first four are the policy's own words."""

    ACCEPTED = "accepted"
    NEEDS_EVIDENCE = "needs_evidence"
    NEEDS_REVIEW = "needs_review"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Standing:
    """One item as the status sees it. Quantities are units; the others count among `quantity`. `rejected` units came
    back as something else than agreed, and a person decided that nothing is owed for them. `unpaid` are settled units
    whose exchange waits for the customer to pay the difference."""

    verdict: Verdict
    whereabouts: Whereabouts
    outcome: Outcome
    quantity: int
    arrived: int = 0
    inspected: int = 0
    settled: int = 0
    rejected: int = 0
    unpaid: int = 0

    @property
    def is_open(self) -> bool:
        """Somebody still wants something of this item."""
        return self.verdict not in OVER

    @property
    def is_settled(self) -> bool:
        return self.settled + self.rejected >= self.quantity and not self.unpaid


OVER = (Verdict.REFUSED, Verdict.CANCELLED, Verdict.EXPIRED)
Test = Callable[[Sequence[Standing]], bool]


def _all_are(verdict: Verdict) -> Test:
    return lambda items: all(item.verdict is verdict for item in items)


def _nothing_open(items: Sequence[Standing]) -> bool:
    return not any(item.is_open for item in items)


def _all_settled(items: Sequence[Standing]) -> bool:
    return all(item.is_settled for item in items if item.is_open)


def _all_inspected(items: Sequence[Standing]) -> bool:
    arrived = [item for item in items if item.is_open and item.whereabouts is not Whereabouts.KEPT]
    return bool(arrived) and all(item.inspected >= item.quantity for item in arrived)


def _any_at(*places: Whereabouts) -> Test:
    return lambda items: any(item.is_open and item.whereabouts in places for item in items)


def _any_arrived(items: Sequence[Standing]) -> bool:
    return any(item.is_open and item.arrived > 0 for item in items)


def _any_waiting(items: Sequence[Standing]) -> bool:
    return any(item.verdict in (Verdict.NEEDS_REVIEW, Verdict.NEEDS_EVIDENCE) for item in items)


# The first test that holds names the status. Written down in docs/explanation/lifecycle.md (a test compares).
PRECEDENCE: tuple[tuple[Status, Test], ...] = (
    (Status.CANCELLED, _all_are(Verdict.CANCELLED)),
    (Status.EXPIRED, _all_are(Verdict.EXPIRED)),
    (Status.REFUSED, _nothing_open),
    (Status.SETTLED, _all_settled),
    (Status.INSPECTED, _all_inspected),
    (Status.ARRIVED, _any_arrived),
    (Status.IN_TRANSIT, _any_at(Whereabouts.TRAVELLING, Whereabouts.LOST)),
    (Status.REQUESTED, _any_waiting),
    (Status.APPROVED, lambda items: True),
)


def status(items: Sequence[Standing]) -> Status:
    """The status of a return with these items (at least one). `closed` is a step of its own, taken after settled."""
    if not items:
        raise ValueError("a return has at least one item")
    return next(name for name, test in PRECEDENCE if test(items))


class Act(StrEnum):
    """What somebody may do next; the API's `next_actions`."""

    APPROVE = "approve"
    REFUSE = "refuse"
    CANCEL = "cancel"
    SEND_EVIDENCE = "send_evidence"
    CHOOSE_WAY = "choose_way"
    HAND_OVER = "hand_over"
    RECEIVE = "receive"
    INSPECT = "inspect"
    DEDUCT = "deduct"
    REDUCE = "reduce"
    GOODWILL = "goodwill"
    ASK = "ask"
    APPEAL = "appeal"


class Appeal(StrEnum):
    """Did the customer ask a person to look again at a refusal, or at what was taken off for use? Once; `answered` is
    the last word."""

    NONE = ""
    OPEN = "open"
    ANSWERED = "answered"


_WAITING = {Act.APPROVE, Act.REFUSE, Act.CANCEL, Act.CHOOSE_WAY}
POSSIBLE: dict[Status, frozenset[Act]] = {
    Status.REQUESTED: frozenset(_WAITING | {Act.SEND_EVIDENCE, Act.REDUCE}),
    Status.APPROVED: frozenset({Act.HAND_OVER, Act.CHOOSE_WAY, Act.CANCEL, Act.REFUSE, Act.RECEIVE, Act.REDUCE}),
    Status.IN_TRANSIT: frozenset({Act.RECEIVE}),
    Status.ARRIVED: frozenset({Act.INSPECT, Act.RECEIVE, Act.DEDUCT, Act.REDUCE}),
    Status.INSPECTED: frozenset({Act.RECEIVE, Act.DEDUCT, Act.REDUCE}),
    Status.SETTLED: frozenset({Act.RECEIVE}),
    Status.REFUSED: frozenset({Act.APPROVE, Act.RECEIVE}),
    Status.CANCELLED: frozenset({Act.RECEIVE}),
    Status.EXPIRED: frozenset({Act.APPROVE, Act.RECEIVE}),
    Status.CLOSED: frozenset(),
}
_ALWAYS = frozenset({Act.GOODWILL, Act.ASK})


_NOTHING_TRAVELS = frozenset(
    {Act.CHOOSE_WAY, Act.HAND_OVER, Act.RECEIVE, Act.INSPECT, Act.DEDUCT, Act.REDUCE, Act.SEND_EVIDENCE}
)


def possible(
    state: Status,
    appeal: Appeal = Appeal.NONE,
    kind: Kind = Kind.RETURN,
    *,
    gift: bool = False,
    paid_less: bool = False,
) -> frozenset[Act]:
    """What may be done in this status. Goodwill and a question are possible at any time; a refusal may be appealed
    once, and is then upheld or taken back. What was `paid_less` for use may be objected to once. Where no goods
    travel, nothing is sent, received or looked at. The price of a `gift` is nobody's who received it: it is not
    lowered."""
    acts = POSSIBLE[state] | _ALWAYS
    if gift:
        acts -= {Act.REDUCE}
    if kind is not Kind.RETURN:
        acts -= _NOTHING_TRAVELS
    if paid_less and appeal is Appeal.NONE:
        acts |= {Act.APPEAL}
    if state is not Status.REFUSED or appeal is Appeal.ANSWERED:
        return acts
    return acts | {Act.APPEAL if appeal is Appeal.NONE else Act.REFUSE}


# A promise of ours, not a term of the law: who waits for a person wants to know until when.
APPEAL_ANSWERED_WITHIN = timedelta(days=5)
