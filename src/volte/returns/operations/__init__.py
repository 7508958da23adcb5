"""The verbs of the journey, one file each (or each pair that undoes the other)."""

from volte.returns.operations.asking import answer, ask, note
from volte.returns.operations.boxes import await_rest, close_box
from volte.returns.operations.feedback import give_feedback, see_to_feedback
from volte.returns.operations.gifts import Recipient, make_gift_code, request_gift, revoke_gift_code
from volte.returns.operations.giving_up import give_up_exchange
from volte.returns.operations.history import take_in_past
from volte.returns.operations.inspecting import inspect, undo_inspection
from volte.returns.operations.instant import learn_hold, place_hold, prolong_hold, release_hold, see_to_hold, take_hold
from volte.returns.operations.money_back import choose_money_way, transfer_instead
from volte.returns.operations.objecting import give_deduction_back, uphold_deduction
from volte.returns.operations.paying import give_difference, learn_payment, pay_difference, record_difference_paid
from volte.returns.operations.receiving import CountedUnits, receive, receive_empty, resolve_blind
from volte.returns.operations.reducing import reduce_price
from volte.returns.operations.request import decide, request
from volte.returns.operations.review import add_evidence, appeal, approve, cancel, expire, refuse
from volte.returns.operations.settling import deduct, goodwill, settle_due
from volte.returns.operations.travelling import follow_parcel, record_scan
from volte.returns.operations.ways import choose_way
from volte.returns.operations.wearing import propose_deduction, take_back_proposal
from volte.returns.operations.without_goods import cancel_units, claim_missing, end_inquiry, record_found, weigh

__all__ = [
    "CountedUnits",
    "Recipient",
    "add_evidence",
    "answer",
    "appeal",
    "approve",
    "ask",
    "await_rest",
    "cancel",
    "cancel_units",
    "choose_money_way",
    "choose_way",
    "claim_missing",
    "close_box",
    "decide",
    "deduct",
    "end_inquiry",
    "expire",
    "follow_parcel",
    "give_deduction_back",
    "give_difference",
    "give_feedback",
    "give_up_exchange",
    "goodwill",
    "inspect",
    "learn_hold",
    "learn_payment",
    "make_gift_code",
    "note",
    "pay_difference",
    "place_hold",
    "prolong_hold",
    "propose_deduction",
    "receive",
    "receive_empty",
    "record_difference_paid",
    "record_found",
    "record_scan",
    "reduce_price",
    "refuse",
    "release_hold",
    "request",
    "request_gift",
    "resolve_blind",
    "revoke_gift_code",
    "see_to_feedback",
    "see_to_hold",
    "settle_due",
    "take_back_proposal",
    "take_hold",
    "take_in_past",
    "transfer_instead",
    "undo_inspection",
    "uphold_deduction",
    "weigh",
]
