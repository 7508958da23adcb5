"""What the journey announces. Public: webhooks and the feed carry them under these names."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class ReturnRequested(Event):
    """A customer (or staff, or a program for them) asked to send something back. `gift`: whoever received it as a gift
    asked, and the buyer of the order is told nothing."""

    kind: ClassVar[str] = "return.requested"
    return_id: UUID
    number: str
    order_id: UUID
    waits_for: str
    gift: bool = False


@dataclass(frozen=True, slots=True)
class NeverArrived(Event):
    """A customer says that goods never arrived: ask the carrier. `inquiry_until` is when they are taken for lost, ""
    where only a person decides."""

    kind: ClassVar[str] = "return.never_arrived"
    return_id: UUID
    number: str
    order_id: UUID
    inquiry_until: str


@dataclass(frozen=True, slots=True)
class UnitsCancelled(Event):
    """Units that had not left are cancelled and paid back: do not send them, they are free in your stock. The line and
    the order stand in the shop's own ids too."""

    kind: ClassVar[str] = "order.units_cancelled"
    return_id: UUID
    number: str
    order_id: UUID
    order_external_id: str
    line: str
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class ReturnApproved(Event):
    """Goods may travel: a label or code is wanted."""

    kind: ClassVar[str] = "return.approved"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnWayChosen(Event):
    """The customer sends it another way than they did or than was supposed; a label made before is no good any more."""

    kind: ClassVar[str] = "return.way_chosen"
    return_id: UUID
    number: str
    method: str


@dataclass(frozen=True, slots=True)
class ReturnRefused(Event):
    """Nothing of it is taken back; the customer was told why."""

    kind: ClassVar[str] = "return.refused"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnAppealed(Event):
    """The customer asked that a person looks at a refusal again; `return.approved` or `return.refused` answers."""

    kind: ClassVar[str] = "return.appealed"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnCancelled(Event):
    """The customer or the shop called it off before anything was handed over."""

    kind: ClassVar[str] = "return.cancelled"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnExpired(Event):
    """The last day passed and nothing was handed over."""

    kind: ClassVar[str] = "return.expired"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnLost(Event):
    """The carrier lost the goods on their way to us."""

    kind: ClassVar[str] = "return.lost"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnTravelling(Event):
    """A carrier or shop has the goods."""

    kind: ClassVar[str] = "return.travelling"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnArrived(Event):
    """At least one unit is with us. `complete` when nothing more is expected."""

    kind: ClassVar[str] = "return.arrived"
    return_id: UUID
    number: str
    complete: bool


@dataclass(frozen=True, slots=True)
class ReturnInspected(Event):
    """A unit was looked at. `undo_open`: a person may still take the look back for a few seconds."""

    kind: ClassVar[str] = "return.inspected"
    return_id: UUID
    number: str
    unit_id: UUID
    undo_open: bool


@dataclass(frozen=True, slots=True)
class SettlementMade(Event):
    """Money, credit or goods were promised for some units (`settlement_id` says which)."""

    kind: ClassVar[str] = "return.settlement_made"
    return_id: UUID
    number: str
    settlement_id: UUID
    settlement_kind: str


@dataclass(frozen=True, slots=True)
class ReturnSettled(Event):
    """All of it is decided: what is owed for each unit is known and promised. Whether money has arrived is told by
    `refund.succeeded`, one for each amount."""

    kind: ClassVar[str] = "return.settled"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class QuestionAsked(Event):
    """A shopper asked something and waits for a person."""

    kind: ClassVar[str] = "return.question_asked"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class FeedbackGiven(Event):
    """A customer said how the return went: 1 (very bad) to 5 (very good). Also when they changed their mind."""

    kind: ClassVar[str] = "return.feedback_given"
    return_id: UUID
    number: str
    score: int


@dataclass(frozen=True, slots=True)
class EvidenceSent(Event):
    """What was asked for came: a comment, photos, or both."""

    kind: ClassVar[str] = "return.evidence_sent"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class BoxClosed(Event):
    """A person decided that nothing more is expected of what was announced."""

    kind: ClassVar[str] = "return.box_closed"
    return_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class ReturnsTakenIn(Event):
    """Returns of a history came in at once: they were over before, and nobody waits for anything."""

    kind: ClassVar[str] = "returns.taken_in"
    return_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class UnitRestocked(Event):
    """A unit can be sold again: a person or the rules sent it back to stock, and nobody can take that back any more.
    Raise the stock of `sku` at `location` by `quantity`. `order_external_id` and `line` are the shop's own ids of what
    was bought; they and the return are empty for a unit nobody had announced."""

    kind: ClassVar[str] = "unit.restocked"
    unit_id: UUID
    return_id: UUID | None
    number: str
    order_id: UUID | None
    order_external_id: str
    line: str
    sku: str
    location: str
    quantity: int
    grade: str


@dataclass(frozen=True, slots=True)
class UnitTakenOut(Event):
    """A unit that was restocked goes elsewhere after all: lower the stock of `sku` at `location` by `quantity`. Comes
    only after `unit.restocked` of the same unit."""

    kind: ClassVar[str] = "unit.taken_out"
    unit_id: UUID
    return_id: UUID | None
    number: str
    order_id: UUID | None
    order_external_id: str
    line: str
    sku: str
    location: str
    quantity: int
    disposition: str


@dataclass(frozen=True, slots=True)
class DeadlineNear(Event):
    """A deadline the law sets the shop ends soon (a day ahead unless the shop says otherwise), and what is owed is not
    done. Once for each deadline of a return. `deadline` is its code, `due_at` the first moment too late; `amount` is
    what is or would be paid back."""

    kind: ClassVar[str] = "deadline.near"
    return_id: UUID
    number: str
    deadline: str
    due_at: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class DeadlineMissed(Event):
    """A deadline of the shop has passed and what was owed is not done: by law, or (`origin` promise) as it promised.
    Once for each deadline of a return."""

    kind: ClassVar[str] = "deadline.missed"
    return_id: UUID
    number: str
    deadline: str
    origin: str
    due_at: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class GiftCodeMade(Event):
    """Whoever received units of the order as a gift can send them back. The code itself is asked for over the API: it
    is as good as the goods."""

    kind: ClassVar[str] = "gift.code_made"
    gift_id: UUID
    order_id: UUID


@dataclass(frozen=True, slots=True)
class GiftCodeRevoked(Event):
    """Nothing more can be asked for with the code of a gift."""

    kind: ClassVar[str] = "gift.code_revoked"
    gift_id: UUID
    order_id: UUID
