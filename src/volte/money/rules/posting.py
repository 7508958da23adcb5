"""Which accounts does each thing that happens to money touch?"""

from collections.abc import Iterable
from typing import assert_never

from volte.kit.money import Money
from volte.money.rules.basis import Paid
from volte.money.rules.credit import CreditValue
from volte.money.rules.exchange import Difference, Direction
from volte.money.rules.ledger import Account, Entry, Posting, What, entry
from volte.money.rules.plan import LineKind, RefundPlan
from volte.money.rules.purse import Move
from volte.money.rules.taxes import Part
from volte.money.rules.tenders import Route


def promised(*, plan: RefundPlan) -> Entry | None:
    """A refund was promised: returns, tax and extras against what we now owe the customer."""
    return entry(
        kind=What.PROMISED,
        postings=[*_given(plan), Posting(Account.REFUNDS_PAYABLE, -plan.total())],
    )


def exchanged(*, plan: RefundPlan, difference: Difference, sale: Paid) -> Entry | None:
    """Units were swapped: their value becomes the price of the new ones, the rest is owed one way or the other.

    `sale` is that price with its tax: what is sold owes tax as what came back gave tax back.
    """
    sold = [_on(Account.EXCHANGE_SALES, -part, sale.gross.currency) for part in sale.parts]
    postings = [*_given(plan), *(posting for each in sold for posting in each)]
    match difference.direction:
        case Direction.CUSTOMER_PAYS:
            postings.append(Posting(Account.CUSTOMER_RECEIVABLE, difference.amount))
        case Direction.SHOP_PAYS:
            postings.append(Posting(Account.REFUNDS_PAYABLE, -difference.amount))
        case Direction.EVEN:
            pass
        case _:
            assert_never(difference.direction)
    return entry(kind=What.EXCHANGED, postings=postings)


def difference_paid(*, amount: Money) -> Entry | None:
    """The customer paid what the new units cost more."""
    return entry(
        kind=What.DIFFERENCE_PAID,
        postings=[Posting(Account.DIFFERENCES_PAID, amount), Posting(Account.CUSTOMER_RECEIVABLE, -amount)],
    )


def difference_given(*, parts: Iterable[Part], currency: str) -> Entry | None:
    """The customer need not pay it: a gesture, with the tax it takes off what was sold."""
    given = [posting for part in parts for posting in _on(Account.GOODWILL, part, currency)]
    owed = sum(posting.amount.amount for posting in given)
    return entry(
        kind=What.DIFFERENCE_GIVEN,
        postings=[*given, Posting(Account.CUSTOMER_RECEIVABLE, Money(-owed, currency))],
    )


def paid_twice(*, amount: Money) -> Entry | None:
    """The customer paid a difference that had been paid before: we owe it back."""
    return entry(
        kind=What.PAID_TWICE,
        postings=[Posting(Account.DIFFERENCES_PAID, amount), Posting(Account.REFUNDS_PAYABLE, -amount)],
    )


def paid_out(*, amount: Money, route: Route) -> Entry | None:
    """What we owed has left the shop by this route."""
    return entry(
        kind=What.PAID_OUT,
        postings=[Posting(Account.REFUNDS_PAYABLE, amount), Posting(_left_by(route), -amount)],
    )


def credit_issued(*, value: CreditValue) -> Entry | None:
    """What was owed is kept in the shop as credit; the bonus is the shop's own expense, and its liability apart."""
    return entry(
        kind=What.CREDIT_ISSUED,
        postings=[
            Posting(Account.REFUNDS_PAYABLE, value.base),
            Posting(Account.CREDIT_BONUS, value.bonus),
            *_on_credit(Move(value.base, value.bonus)),
        ],
    )


def credit_given(*, value: Money) -> Entry | None:
    """A credit nobody owed: goodwill of the shop."""
    return entry(
        kind=What.CREDIT_GIVEN,
        postings=[Posting(Account.GOODWILL, value), Posting(Account.CREDIT_LIABILITY, -value)],
    )


def credit_spent(*, move: Move) -> Entry | None:
    """A credit paid for something."""
    return entry(kind=What.CREDIT_SPENT, postings=[*_on_credit(move), Posting(Account.CREDIT_REDEEMED, move.amount)])


def credit_unspent(*, move: Move) -> Entry | None:
    """What it paid for was called off: it is on the credit again."""
    return entry(kind=What.CREDIT_UNSPENT, postings=[*_on_credit(move), Posting(Account.CREDIT_REDEEMED, move.amount)])


def credit_refilled(*, move: Move) -> Entry | None:
    """A refund goes back to the credit that paid."""
    return entry(kind=What.CREDIT_REFILLED, postings=[*_on_credit(move), Posting(Account.REFUNDS_PAYABLE, move.amount)])


def credit_lapsed(*, move: Move) -> Entry | None:
    """What nobody spent in time: income where it was owed; the gift was none in the end."""
    return entry(
        kind=What.CREDIT_LAPSED,
        postings=[
            *_on_credit(move),
            Posting(Account.CREDIT_LAPSED, move.base),
            Posting(Account.CREDIT_BONUS, move.bonus),
        ],
    )


def _on_credit(move: Move) -> list[Posting]:
    """What the shop owes under a code, and what it gave: apart."""
    return [
        Posting(Account.CREDIT_LIABILITY, -move.base),
        Posting(Account.CREDIT_BONUS_LIABILITY, -move.bonus),
    ]


def _given(plan: RefundPlan) -> list[Posting]:
    """The debit side of a plan: each line on its account, its tax apart, rate by rate."""
    return [
        posting
        for line in plan.lines
        for part in line.parts
        for posting in _on(account_of(line.kind), part, plan.currency)
    ]


def _on(account: Account, part: Part, currency: str) -> list[Posting]:
    """An amount on its account without tax, and each tax on the account of taxes."""
    rates = [rate.written() for rate in part.rates] or [""] * len(part.taxes)
    taxes = [Posting(Account.TAX, Money(tax, currency), rate) for tax, rate in zip(part.taxes, rates, strict=True)]
    return [Posting(account, Money(part.net(), currency), " + ".join(filter(None, rates))), *taxes]


def account_of(kind: LineKind) -> Account:
    """Where a line of a plan stands, without its tax."""
    match kind:
        case (
            LineKind.ITEMS
            | LineKind.UNITS_CAP
            | LineKind.REDUCED_BEFORE
            | LineKind.DEDUCTION
            | LineKind.PRICE_REDUCTION
            | LineKind.CEILING
        ):
            return Account.SALES_RETURNS
        case LineKind.RESTOCKING_FEE | LineKind.RETURN_SHIPPING_FEE | LineKind.FEES_CAP:
            return Account.FEES_INCOME
        case LineKind.OUTBOUND_SHIPPING:
            return Account.SHIPPING_RETURNED
        case LineKind.GOODWILL:
            return Account.GOODWILL
        case _:
            assert_never(kind)


def _left_by(route: Route) -> Account:
    match route:
        case Route.GATEWAY:
            return Account.GATEWAY_CLEARING
        case Route.BANK_TRANSFER | Route.BY_HAND:
            return Account.BANK_CLEARING
        case Route.STORE_CREDIT:
            return Account.CREDIT_LIABILITY
        case _:
            assert_never(route)
