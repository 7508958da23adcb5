"""What withdrawals announce. Public: webhooks and the feed carry them under these names."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class WithdrawalDeclared(Event):
    """Somebody withdrew from a contract. Its receipt is on its way; what follows from it is told by later events."""

    kind: ClassVar[str] = "withdrawal.declared"
    withdrawal_id: UUID
    number: str
    declared_at: str
    digest: str


@dataclass(frozen=True, slots=True)
class WithdrawalRepeated(Event):
    """The same was declared again: noted, and answered with the receipt of the first."""

    kind: ClassVar[str] = "withdrawal.repeated"
    withdrawal_id: UUID
    number: str
    repeated_id: UUID


@dataclass(frozen=True, slots=True)
class WithdrawalAccepted(Event):
    """It came in time, and the goods may travel: `return_ids` carry it out."""

    kind: ClassVar[str] = "withdrawal.accepted"
    withdrawal_id: UUID
    number: str
    order_id: UUID
    return_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class WithdrawalCommercial(Event):
    """The law gives no right to it any more, or never did: what the shop's own policy offers was told instead."""

    kind: ClassVar[str] = "withdrawal.commercial"
    withdrawal_id: UUID
    number: str
    order_id: UUID


@dataclass(frozen=True, slots=True)
class WithdrawalWaiting(Event):
    """A person of the shop has to look at it; `why` is a code."""

    kind: ClassVar[str] = "withdrawal.waiting"
    withdrawal_id: UUID
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class WithdrawalSettled(Event):
    """Nothing is left to do about it."""

    kind: ClassVar[str] = "withdrawal.settled"
    withdrawal_id: UUID
    number: str
