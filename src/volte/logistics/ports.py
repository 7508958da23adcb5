"""What logistics wants from the outside: labels, places to hand parcels over, and what carriers saw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from volte.kit.address import Address
from volte.kit.words import Method
from volte.logistics.rules.tracking import Scan


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """Everything a carrier needs to print a label. `number` is what people call the return; `opened_at` dates the
    document, so that the same request always gives the same label."""

    code: str
    method: Method
    language: str
    brand: str
    sender: Address
    recipient: Address
    number: str
    order_number: str
    last_day: date | None
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class MadeLabel:
    """A label as PDF; `tracking` is the carrier's own code for the parcel, empty when it has none."""

    pdf: bytes
    tracking: str = ""


class LabelMaker(Protocol):
    """A carrier that makes labels. Asking twice for the same `request.code` must not buy two.

    `repeatable` says that the same request gives the same label at any time, for nothing: such labels are not kept.
    """

    @property
    def repeatable(self) -> bool: ...

    def make(self, *, request: LabelRequest) -> MadeLabel: ...


@dataclass(frozen=True, slots=True)
class DropOffPoint:
    """A place to hand a parcel over; `hours` is one sentence in the shopper's language, as the place tells it."""

    handle: str
    name: str
    address: Address
    hours: str
    distance_m: int | None = None


class DropOffPoints(Protocol):
    """Knows places near an address, nearest first where distances are known."""

    def near(self, *, shop_id: UUID, where: Address, language: str) -> Sequence[DropOffPoint]: ...


class Tracker(Protocol):
    """Asks a carrier what it saw of a parcel, by the carrier's own code."""

    def scans(self, *, tracking: str) -> Sequence[Scan]: ...
