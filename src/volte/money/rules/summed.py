"""What is to be said of refunds by day, by payment and by cause: which part of an amount belongs to which units, and
what does a refund that is not over wait for?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from volte.kit.money import allocate
from volte.money.rules import redirect
from volte.money.rules.outcomes import OVER, RefundStatus
from volte.money.rules.plan import LineKind, PlanLine
from volte.money.rules.tenders import Route

GESTURE = ""
"""Stands for what was given on top of what was owed: it belongs to no units."""


class Needs(StrEnum):
    """What a refund that is not over waits for, what needs somebody first."""

    DECISION = "decision"
    MEANING = "meaning"
    PAYING = "paying"
    ACCOUNT = "account"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class DayBooks:
    """The books of one day in one currency, in minor units: they balance where debits and credits are equal."""

    entries: int
    debit: int
    credit: int

    def balances(self) -> bool:
        return self.debit == self.credit


def worth(lines: Iterable[PlanLine]) -> dict[str, int]:
    """What of a plan belongs to each reference of units, and to `GESTURE`. The way out and fees of the whole are borne
    by all of them: they are left out here, and follow in `shared`."""
    found: dict[str, int] = {}
    for line in lines:
        if line.reference or line.kind is LineKind.GOODWILL:
            found[line.reference] = found.get(line.reference, 0) + line.amount.amount
    return found


def shared(*, amount: int, by_worth: Mapping[str, int]) -> dict[str, int]:
    """An amount over what its plan was for, by what each is worth; the parts sum to it."""
    names = [name for name, value in by_worth.items() if value > 0] or list(by_worth)[:1] or [GESTURE]
    parts = allocate(amount, [max(by_worth.get(name, 1), 1) for name in names])
    return {name: part for name, part in zip(names, parts, strict=True) if part}


def needs(*, status: RefundStatus, route: Route, payment: str, account: bool, unclear: int) -> Needs | None:
    """None for what is over. `account`: the customer named one; `unclear`: answers of the provider nobody understood.

    `DECISION`: it failed for good, and goes again, another way or by hand. `MEANING`: what the provider answers is not
    understood. `PAYING`: somebody has to send it. `ACCOUNT`: the customer has yet to say where to.
    """
    if status in OVER:
        return None
    if status is RefundStatus.FAILED:
        return Needs.DECISION
    if status is RefundStatus.MANUAL:
        asked = redirect.account_asked(status=status, route=route, payment=payment)
        return Needs.ACCOUNT if asked and not account else Needs.PAYING
    return Needs.MEANING if unclear else Needs.PROVIDER
