"""What is written down about money. Rows decide nothing; the database refuses what must never happen.

Triggers (migration 0002): entries, postings and movements are append-only; an entry balances when its transaction
ends; a payment's commitment never grows above what was captured and not refunded elsewhere.
"""

from volte.money.models.books import Entry, Posting
from volte.money.models.checkouts import Checkout
from volte.money.models.closings import Closing, EntryNumber
from volte.money.models.credits import Credit, CreditMovement, CreditStep
from volte.money.models.holds import Hold
from volte.money.models.notes import CreditNote, CreditNoteSeries
from volte.money.models.promises import PaymentBalance, Promise
from volte.money.models.reconciliations import Discrepancy, Reconciliation
from volte.money.models.refunds import BankAccount, Refund, RefundAttempt
from volte.money.models.transfers import TransferBatch
from volte.money.models.verifications import BooksFault, Verification

__all__ = [
    "BankAccount",
    "BooksFault",
    "Checkout",
    "Closing",
    "Credit",
    "CreditMovement",
    "CreditNote",
    "CreditNoteSeries",
    "CreditStep",
    "Discrepancy",
    "Entry",
    "EntryNumber",
    "Hold",
    "PaymentBalance",
    "Posting",
    "Promise",
    "Reconciliation",
    "Refund",
    "RefundAttempt",
    "TransferBatch",
    "Verification",
]
