"""What the journey shows: frozen views, the same for pages, API and mails."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from volte.kit.money import Money
from volte.kit.text import Message
from volte.kit.words import Fault, Method, Resolution
from volte.returns.rules.lifecycle import OVER, Act, Appeal, Kind, Outcome, Status, Verdict, Whereabouts
from volte.returns.rules.wear import Wears


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a return. `sentence` is the decision for the customer; `decision` all of it, as kept."""

    id: UUID
    position: int
    order_line_id: UUID | None
    line: str
    sku: str
    product: str
    title: str
    image_url: str
    category: tuple[str, ...]
    quantity: int
    reason: str
    fault: Fault | None
    comment: str
    condition: str
    photos: tuple[str, ...]
    resolution: Resolution
    exchange_sku: str
    verdict: Verdict
    sentence: Message | None
    decision: Mapping[str, Any]
    whereabouts: Whereabouts
    outcome: Outcome
    arrived: int
    inspected: int
    passed: int
    settled: int
    rejected: int
    missing: int
    deduction: int
    deducted: int
    deduction_reason: str
    # When what comes in exchange left before this came back.
    sent_at: datetime | None
    wear: Wears

    @property
    def photos_of_wear(self) -> tuple[str, ...]:
        """What shows why it was paid less."""
        return tuple(dict.fromkeys(photo for one in self.wear if one.was_taken for photo in one.photos))

    @property
    def here(self) -> int:
        """Units that are with us, and for which nothing was settled."""
        return 0 if self.verdict in OVER else max(0, max(self.arrived, self.inspected) - self.settled - self.rejected)

    @property
    def doubtful(self) -> int:
        """Units that were looked at, were not what was agreed, and about which nobody has decided."""
        return max(0, self.inspected - max(self.passed, self.settled) - self.rejected)

    @property
    def absent(self) -> int:
        """Units that should have come and have not, and about which nobody has decided."""
        if self.verdict in OVER or self.whereabouts in (Whereabouts.KEPT, Whereabouts.LOST):
            return 0
        seen = max(self.arrived, self.inspected, self.settled + self.rejected)
        return max(0, self.quantity - self.missing - seen)


@dataclass(frozen=True, slots=True)
class ReturnView:
    """One return. `order_id` is None when it came with a history and its purchase is not known.

    `value` is what was or would be given back; `due` what the customer still has to pay for a dearer
    exchange; `doubt` what was wrong with a box: incomplete | wrong_item | extra | "", or
    with settling it: exchange; `unhappy`: a low score nobody has seen to; `appeal`: a refusal a person was asked to
    look at again.

    `kind` says whether goods come back at all; `inquiry_until` when goods that never arrived are taken for lost.

    `gift_id` where whoever received it as a gift sends it back: the name, the address and the credit are theirs.

    `waits_for`: shop | customer | money | "" (nobody).
    """

    id: UUID
    number: str
    kind: Kind
    gift_id: UUID | None
    inquiry_until: datetime | None
    order_id: UUID | None
    order_number: str
    customer_id: UUID | None
    email: str
    customer_name: str
    status: Status
    waits_for: str
    waits_since: datetime | None
    deadline_at: datetime | None
    method: Method
    store: str
    language: str
    channel: str
    parcel_id: UUID | None
    parcel_code: str
    handed_over_at: datetime | None
    requested_at: datetime
    withdrawn_at: datetime | None
    approved_at: datetime | None
    last_day: date | None
    settled_at: datetime | None
    updated_at: datetime
    value: Money
    due: Money
    doubt: str
    unhappy: bool
    appeal: Appeal
    appealed_at: datetime | None
    items: tuple[ItemView, ...]
    next_acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the timeline: `what` names a text `step-<what>`, filled from `detail`."""

    id: UUID
    what: str
    who: str
    actor_kind: str
    at: datetime
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SettlementView:
    """Units settled together (`units` counts them by item). `lines` is the plan as shown: (kind, amount, reason)."""

    id: UUID
    kind: str
    amount: Money
    made_at: datetime
    lines: tuple[tuple[str, Money, Message], ...]
    units: Mapping[str, int]
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the staff's list."""

    id: UUID
    number: str
    order_number: str
    customer_name: str
    email: str
    status: Status
    waits_for: str
    waits_since: datetime | None
    deadline_at: datetime | None
    value: Money
    due: Money
    doubt: str
    unhappy: bool
    appealed: bool
    method: Method
    requested_at: datetime
    titles: tuple[str, ...]
    units: int
    first_image: str
    why: Message | None
