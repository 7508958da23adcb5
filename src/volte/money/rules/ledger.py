"""Is every movement of money written twice, so that nothing appears or disappears?

A posting with a positive amount is a debit, a negative one a credit. An entry sums to zero and is never changed;
what turns out otherwise is reversed by a second entry.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from volte.kit.money import Money, total


class Account(StrEnum):
    """The chart of accounts; finance maps them to its own numbers."""

    SALES_RETURNS = "sales_returns"
    TAX = "tax"
    SHIPPING_RETURNED = "shipping_returned"
    GOODWILL = "goodwill"
    FEES_INCOME = "fees_income"
    REFUNDS_PAYABLE = "refunds_payable"
    GATEWAY_CLEARING = "gateway_clearing"
    BANK_CLEARING = "bank_clearing"
    CREDIT_LIABILITY = "credit_liability"
    CREDIT_BONUS_LIABILITY = "credit_bonus_liability"
    CREDIT_BONUS = "credit_bonus"
    CREDIT_LAPSED = "credit_lapsed"
    CREDIT_REDEEMED = "credit_redeemed"
    CUSTOMER_RECEIVABLE = "customer_receivable"
    DIFFERENCES_PAID = "differences_paid"
    EXCHANGE_SALES = "exchange_sales"


class What(StrEnum):
    """What an entry writes down."""

    PROMISED = "promised"
    EXCHANGED = "exchanged"
    DIFFERENCE_PAID = "difference_paid"
    DIFFERENCE_GIVEN = "difference_given"
    PAID_TWICE = "paid_twice"
    PAID_OUT = "paid_out"
    CREDIT_ISSUED = "credit_issued"
    CREDIT_GIVEN = "credit_given"
    CREDIT_SPENT = "credit_spent"
    CREDIT_UNSPENT = "credit_unspent"
    CREDIT_REFILLED = "credit_refilled"
    CREDIT_LAPSED = "credit_lapsed"


TAKEN_BACK = ".reversed"
"""At the end of the kind of an entry that takes one of that kind back."""


class Unbalanced(ValueError):
    """An entry does not sum to zero: a fault in the program, never a wish of a user."""


@dataclass(frozen=True, slots=True)
class Posting:
    """`rates`: the tax rates that lie on the amount, or of which it is the tax, as they are written; "" for none."""

    account: Account
    amount: Money
    rates: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, in postings of one currency that sum to zero."""

    kind: str
    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        if not self.postings or total(
            (posting.amount for posting in self.postings), currency=self.postings[0].amount.currency
        ):
            raise Unbalanced(self.kind)

    def reversed(self) -> "Entry":
        """The entry that takes this one back; taken back itself, it is this one again."""
        return Entry(taken_back(kind=self.kind), tuple(replace(each, amount=-each.amount) for each in self.postings))


def taken_back(*, kind: str) -> str:
    """The kind of the entry that takes back one of this kind."""
    return kind.removesuffix(TAKEN_BACK) if kind.endswith(TAKEN_BACK) else f"{kind}{TAKEN_BACK}"


def entry(*, kind: str, postings: Iterable[Posting]) -> Entry | None:
    """Join postings of the same account and rates, drop those of nothing; None when nothing moved at all."""
    sums: dict[tuple[Account, str], Money] = {}
    for posting in postings:
        where = (posting.account, posting.rates)
        known = sums.get(where)
        sums[where] = posting.amount if known is None else known + posting.amount
    moved = tuple(Posting(account, amount, rates) for (account, rates), amount in sums.items() if amount)
    return Entry(str(kind), moved) if moved else None
