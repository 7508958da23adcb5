"""What money announces. Ids and plain values; a credit's code is as good as money and stays out."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class RefundPromised(Event):
    """We stand by a plan. `refunds` are the amounts to send; empty when nothing is left to pay."""

    kind: ClassVar[str] = "refund.promised"

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str
    refunds: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ExchangePromised(Event):
    """Units were swapped. `due` is what the customer pays, `amount` what the shop pays back."""

    kind: ClassVar[str] = "exchange.promised"

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    due: int
    amount: int
    currency: str
    refunds: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class DifferencePaid(Event):
    """The customer paid what an exchange cost more."""

    kind: ClassVar[str] = "exchange.difference_paid"

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class DifferenceGiven(Event):
    """The shop lets the customer have the dearer article at the old price: nothing is paid any more, and it leaves."""

    kind: ClassVar[str] = "exchange.difference_given"

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class DifferenceGivenUp(Event):
    """Nobody paid what an exchange cost more: the exchange is off, and what came back is settled otherwise."""

    kind: ClassVar[str] = "exchange.difference_given_up"

    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class DifferencePaidTwice(Event):
    """The difference had been paid another way, was given away or given up when the payment came: it goes back by the
    provider that took it, or a person must see to it."""

    kind: ClassVar[str] = "exchange.difference_paid_twice"

    promise_id: UUID
    refund_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class RefundPending(Event):
    """The gateway took the refund and has not finished it."""

    kind: ClassVar[str] = "refund.pending"

    refund_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class RefundSucceeded(Event):
    """The money is on the customer's side."""

    kind: ClassVar[str] = "refund.succeeded"

    refund_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str
    route: str


@dataclass(frozen=True, slots=True)
class RefundFailed(Event):
    """The gateway refused, or took a success back. The money is still owed; somebody must act."""

    kind: ClassVar[str] = "refund.failed"

    refund_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str
    code: str


@dataclass(frozen=True, slots=True)
class CreditIssued(Event):
    """Value was put on a store credit (bonus included in `amount`)."""

    kind: ClassVar[str] = "credit.issued"

    credit_id: UUID
    promise_id: UUID | None
    subject_kind: str
    subject_id: UUID
    amount: int
    bonus: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditSpent(Event):
    """Value of a store credit was used, `bonus` of it the shop's gift; `balance` is what is left."""

    kind: ClassVar[str] = "credit.spent"

    credit_id: UUID
    amount: int
    balance: int
    currency: str
    bonus: int = 0


@dataclass(frozen=True, slots=True)
class CreditUnspent(Event):
    """What a store credit had paid for was called off: the value is on it again."""

    kind: ClassVar[str] = "credit.unspent"

    credit_id: UUID
    amount: int
    bonus: int
    balance: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditRefilled(Event):
    """A refund went back on the store credit that had paid, `bonus` of it the shop's gift; `balance` is what is on it
    now."""

    kind: ClassVar[str] = "credit.refilled"

    credit_id: UUID
    refund_id: UUID
    amount: int
    balance: int
    currency: str
    bonus: int = 0


@dataclass(frozen=True, slots=True)
class CreditLapsing(Event):
    """In thirty days or less, at `expires_at`, something of this store credit will be worth nothing: `amount`, `bonus`
    of it the shop's gift."""

    kind: ClassVar[str] = "credit.lapsing"

    credit_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    bonus: int
    currency: str
    expires_at: str


@dataclass(frozen=True, slots=True)
class CreditLapsed(Event):
    """What nobody spent in time is worth nothing any more; `balance` is what is left."""

    kind: ClassVar[str] = "credit.lapsed"

    credit_id: UUID
    amount: int
    bonus: int
    balance: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditBlocked(Event):
    """A person stopped a store credit: nobody can spend it until somebody opens it again."""

    kind: ClassVar[str] = "credit.blocked"

    credit_id: UUID
    balance: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditUnblocked(Event):
    """A stopped store credit may be spent again, for as long as it had left."""

    kind: ClassVar[str] = "credit.unblocked"

    credit_id: UUID
    balance: int
    currency: str


@dataclass(frozen=True, slots=True)
class CreditNoteIssued(Event):
    """A credit note has its number. `paper` is `credit_note` for a business, `receipt` for a consumer."""

    kind: ClassVar[str] = "credit_note.issued"

    note_id: UUID
    promise_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    number: str
    paper: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class TransfersBatched(Event):
    """Refunds that waited for a bank transfer are in a file."""

    kind: ClassVar[str] = "transfers.batched"

    batch_id: UUID
    number: int
    count: int
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class TransfersExecuted(Event):
    """The bank has executed a file of transfers; each refund in it tells of itself."""

    kind: ClassVar[str] = "transfers.executed"

    batch_id: UUID
    number: int
    executed_on: str


@dataclass(frozen=True, slots=True)
class TransfersCancelled(Event):
    """A file of transfers will not be executed; so many refunds wait again."""

    kind: ClassVar[str] = "transfers.cancelled"

    batch_id: UUID
    freed: int


@dataclass(frozen=True, slots=True)
class BooksBroken(Event):
    """All books of the shop were added up again, and something does not add up: `findings` in all, `fresh` of them
    unknown until now. Close no day before somebody has looked."""

    kind: ClassVar[str] = "books.broken"

    verification_id: UUID
    findings: int
    fresh: int


@dataclass(frozen=True, slots=True)
class BooksMended(Event):
    """All books of the shop were added up again: what did not add up before does now."""

    kind: ClassVar[str] = "books.mended"

    verification_id: UUID


@dataclass(frozen=True, slots=True)
class HoldPlaced(Event):
    """The price of goods that are sent first is held on the customer's card. No money moved."""

    kind: ClassVar[str] = "hold.placed"

    hold_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class HoldReleased(Event):
    """What was held on a card was let go. No money moved."""

    kind: ClassVar[str] = "hold.released"

    hold_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class HoldTaken(Event):
    """What was held on a card was taken, `amount` of it: nothing came back for it, or not in time."""

    kind: ClassVar[str] = "hold.taken"

    hold_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class HoldOver(Event):
    """Nobody agreed to a hold that was asked for: the exchange goes the ordinary way."""

    kind: ClassVar[str] = "hold.over"

    hold_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class HoldTrouble(Event):
    """A person must see to a hold: the card let go before it was taken (`lost`), or it was taken though nobody here
    wished it (`not_wished`), or for another amount."""

    kind: ClassVar[str] = "hold.trouble"

    hold_id: UUID
    order_id: UUID
    subject_kind: str
    subject_id: UUID
    amount: int
    currency: str
    code: str
