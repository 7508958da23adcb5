"""Which steps are worth a mail, and once per what?"""

from enum import StrEnum
from uuid import UUID


class Occasion(StrEnum):
    """A step the customer hears about. Each has its facts in `facts.py` and its own template in every language."""

    REQUESTED_RECEIVED = "requested_received"
    EVIDENCE_ASKED = "evidence_asked"
    APPROVED = "approved"
    REFUSED = "refused"
    SCANNED = "scanned"
    ARRIVED = "arrived"
    INSPECTED_DIFFERENCE = "inspected_difference"
    REFUND_ON_ITS_WAY = "refund_on_its_way"
    REFUND_FAILED_MANUAL = "refund_failed_manual"
    CREDIT_ISSUED = "credit_issued"
    EXCHANGE_ON_ITS_WAY = "exchange_on_its_way"
    DIFFERENCE_DUE = "difference_due"
    EXCHANGE_SENT_FIRST = "exchange_sent_first"
    CANCELLED = "cancelled"
    EXPIRING_SOON = "expiring_soon"
    EXPIRED = "expired"
    PARCEL_LOST = "parcel_lost"
    GOODWILL_MADE = "goodwill_made"
    ANSWER = "answer"
    QUESTION_RECEIVED = "question_received"
    ENDPOINT_PAUSED = "endpoint_paused"
    ENDPOINT_FAILING = "endpoint_failing"
    WITHDRAWAL_RECEIPT = "withdrawal_receipt"
    WITHDRAWAL_COMMERCIAL = "withdrawal_commercial"
    WITHDRAWAL_ANSWER = "withdrawal_answer"
    DEADLINES_DUE = "deadlines_due"
    PRIVACY_LINK = "privacy_link"
    CREDIT_ENDING = "credit_ending"


TO_STAFF = frozenset({Occasion.ENDPOINT_PAUSED, Occasion.ENDPOINT_FAILING, Occasion.DEADLINES_DUE})
"""To people of the shop, not to customers."""


class Stage(StrEnum):
    """Where the journey stands, drawn at the top of a mail; occasions beside the way have none."""

    REQUEST = "request"
    TRAVEL = "travel"
    CHECK = "check"
    DONE = "done"


_STAGES: dict[Occasion, Stage] = {
    Occasion.REQUESTED_RECEIVED: Stage.REQUEST,
    Occasion.EVIDENCE_ASKED: Stage.REQUEST,
    Occasion.APPROVED: Stage.TRAVEL,
    Occasion.EXPIRING_SOON: Stage.TRAVEL,
    Occasion.SCANNED: Stage.TRAVEL,
    Occasion.PARCEL_LOST: Stage.TRAVEL,
    Occasion.ARRIVED: Stage.CHECK,
    Occasion.INSPECTED_DIFFERENCE: Stage.CHECK,
    Occasion.REFUND_ON_ITS_WAY: Stage.DONE,
    Occasion.CREDIT_ISSUED: Stage.DONE,
    Occasion.DIFFERENCE_DUE: Stage.CHECK,
    Occasion.EXCHANGE_ON_ITS_WAY: Stage.DONE,
}


def stage(occasion: Occasion) -> Stage | None:
    return _STAGES.get(occasion)


def dedupe_key(*, occasion: Occasion, subject_id: UUID, step: str) -> str:
    """The same occasion is told once per subject and step: a second settlement is news, a retried reaction is not."""
    return f"{occasion.value}:{subject_id}:{step}"
