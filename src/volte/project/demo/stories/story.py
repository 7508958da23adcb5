"""What is a story of a return? Plain data: items, and steps in the order they happen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from volte.kit.words import Method, Resolution


class Ending(StrEnum):
    """Where the story stands today."""

    REVIEW = "review"
    EVIDENCE = "evidence"
    LABEL = "label"
    TRAVELLING = "travelling"
    DELIVERED = "delivered"
    ARRIVED = "arrived"
    INSPECTED = "inspected"
    SETTLED = "settled"
    REFUSED = "refused"
    REFUSED_AFTER_LOOK = "refused_after_look"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    LOST = "lost"
    PARTIAL = "partial"
    BLIND = "blind"
    WRONG_ITEM = "wrong_item"
    GOODWILL = "goodwill"
    REFUND_FAILED = "refund_failed"


class Act(StrEnum):
    """One thing that happens. `approve` only where somebody has to; `expire` needs nobody: the last day passes."""

    REQUEST = "request"
    APPROVE = "approve"
    REFUSE = "refuse"
    CANCEL = "cancel"
    EXPIRE = "expire"
    DROPPED_OFF = "dropped_off"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    LOST = "lost"
    ARRIVE = "arrive"
    INSPECT = "inspect"
    GOODWILL = "goodwill"
    ASK = "ask"
    ANSWER = "answer"
    FEEDBACK = "feedback"
    SEE_TO = "see_to"


class Who(StrEnum):
    """The cast: the shopper, and the roles of `shop.staff()`; the carrier and the calendar speak by themselves."""

    SHOPPER = "shopper"
    OWNER = "owner"
    AGENT = "agent"
    PICKER = "picker"
    CARRIER = "carrier"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Item:
    """Units of one order line. `photos` is how many pictures come with it."""

    line: str
    sku: str
    quantity: int
    reason: str
    comment: str
    condition: str
    resolution: Resolution
    exchange_sku: str = ""
    photos: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """`units` (line, quantity) for arrivals and inspections; `words` is what is said or written down; `amount` in euro
    cents is what kindness gives; `grade` what the findings come to; `score` what the customer thinks of it all."""

    act: Act
    at: datetime
    who: Who
    units: tuple[tuple[str, int], ...] = ()
    words: str = ""
    location: str = ""
    findings: tuple[str, ...] = ()
    grade: str = ""
    amount: int = 0
    score: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """A return to be played. A blind arrival has no request: its items only say what lay in the box."""

    key: str
    ending: Ending
    order: str
    language: str
    method: Method
    store: str
    items: tuple[Item, ...]
    steps: tuple[Step, ...]
