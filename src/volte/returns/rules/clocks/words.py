"""Which deadlines there are, who must act, on whose word, and where one stands."""

from enum import StrEnum


class Code(StrEnum):
    """Which deadline. Public: events and `clock-<code>` carry them."""

    ANSWER = "answer"
    QUESTION = "question"
    APPEAL = "appeal"
    EVIDENCE = "evidence"
    SEND_BACK = "send_back"
    REFUND_PROMISED = "refund_promised"
    REFUND_LAW = "refund_law"
    CURE = "cure"
    CONFORMITY_REFUND = "conformity_refund"
    WITHDRAWAL_PERIOD = "withdrawal_period"
    GUARANTEE = "guarantee"


class Who(StrEnum):
    CUSTOMER = "customer"
    SHOP = "shop"


class Origin(StrEnum):
    LAW = "law"
    PROMISE = "promise"


class Awaited(StrEnum):
    """What has to happen before a day can be named; `reasonable`: the law names none."""

    GOODS_OR_PROOF = "goods_or_proof"
    GOODS = "goods"
    HAND_OVER = "hand_over"
    ARRIVAL = "arrival"
    INSPECTION = "inspection"
    APPROVAL = "approval"
    REASONABLE = "reasonable"


class State(StrEnum):
    """`over`: a right whose period has passed; nobody missed anything."""

    WAITING = "waiting"
    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    OVER = "over"


OWED = (
    Code.ANSWER,
    Code.QUESTION,
    Code.APPEAL,
    Code.EVIDENCE,
    Code.REFUND_PROMISED,
    Code.REFUND_LAW,
    Code.CURE,
    Code.CONFORMITY_REFUND,
)
"""What somebody owes or is waited for, and lists sort by. Goods that are not sent back are nobody's debt."""

PERIODS = (Code.WITHDRAWAL_PERIOD, Code.GUARANTEE)
"""Rights that last until then: nobody misses them."""
