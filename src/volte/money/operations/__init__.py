"""The verbs of money, one file for each thing they move, and one for what stands still."""

from volte.money.differences import record_difference_paid
from volte.money.operations.books import close_books, reverse_entry
from volte.money.operations.credits import (
    block_credit,
    issue_credit,
    spend_credit,
    unblock_credit,
    unspend_credit,
)
from volte.money.operations.ending import see_to_credit, sweep_credits
from volte.money.operations.exchanges import promise_exchange, promise_in_kind
from volte.money.operations.promises import hold, promise, promise_credit
from volte.money.operations.reconciling import (
    ask_about_discrepancy,
    begin_reconciliation,
    resolve_discrepancy,
    sweep_gateways,
    take_over,
)
from volte.money.operations.redirecting import bank_account_of, give_bank_account, redirect_refund
from volte.money.operations.refunds import hear, record_payout, retry_refund
from volte.money.operations.sweeping import sweep
from volte.money.operations.verifying import begin_verification, sweep_books
from volte.money.sending import record_outcome

__all__ = [
    "ask_about_discrepancy",
    "bank_account_of",
    "begin_reconciliation",
    "begin_verification",
    "block_credit",
    "close_books",
    "give_bank_account",
    "hear",
    "hold",
    "issue_credit",
    "promise",
    "promise_credit",
    "promise_exchange",
    "promise_in_kind",
    "record_difference_paid",
    "record_outcome",
    "record_payout",
    "redirect_refund",
    "resolve_discrepancy",
    "retry_refund",
    "reverse_entry",
    "see_to_credit",
    "spend_credit",
    "sweep",
    "sweep_books",
    "sweep_credits",
    "sweep_gateways",
    "take_over",
    "unblock_credit",
    "unspend_credit",
]
