"""A refund failed for good: which other way may it take, and who must have agreed?

Money goes back the way it came, unless the customer has expressly agreed to another way and pays nothing for it
(Directive 2011/83/EU art. 13(1)). A transfer is money all the same: the shop may write down that the customer agreed.
Store credit is not: only the customer says yes to it, to a sentence that is kept.
"""

from dataclasses import dataclass
from enum import StrEnum

from volte.kit.errors import Conflict, Invalid
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.tenders import PRESUMED, Route

WAYS = (Route.BANK_TRANSFER, Route.STORE_CREDIT)
LONGEST_WORDS = 500


class GivenBy(StrEnum):
    """Who said that the customer agrees."""

    CUSTOMER = "customer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Consent:
    """That the customer agrees to another way: who said so, and the words they read or wrote."""

    given_by: GivenBy
    words: str


def redirectable(*, status: RefundStatus, route: Route) -> bool:
    """Only what a gateway or a bank refused for good: everything else is still on its way, or there."""
    return status is RefundStatus.FAILED and route is not Route.STORE_CREDIT


def account_asked(*, status: RefundStatus, route: Route, payment: str) -> bool:
    """Does a transfer wait for the customer to say where to? Not for a payment nobody told us of: the shop may know
    another way."""
    return status is RefundStatus.MANUAL and route is Route.BANK_TRANSFER and payment != PRESUMED


def check(*, status: RefundStatus, route: Route, to: Route, consent: Consent) -> None:
    """Refuses what may not be: `refund_not_failed`, `redirect_unknown`, `redirect_needs_consent`,
    `redirect_needs_customer`."""
    if not redirectable(status=status, route=route):
        raise Conflict("refund_not_failed")
    if to not in WAYS:
        raise Invalid("redirect_unknown", ways=", ".join(way.value for way in WAYS))
    if not consent.words.strip():
        raise Invalid("redirect_needs_consent")
    if to is Route.STORE_CREDIT and consent.given_by is not GivenBy.CUSTOMER:
        raise Invalid("redirect_needs_customer")


def first_status(*, to: Route) -> RefundStatus:
    """Store credit is there at once; a transfer waits for the bank."""
    return RefundStatus.SUCCEEDED if to is Route.STORE_CREDIT else RefundStatus.MANUAL
