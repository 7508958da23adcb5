"""What does somebody want paid back at one moment?"""

from dataclasses import dataclass

from volte.kit.money import Money
from volte.kit.rates import NOTHING, Rate


@dataclass(frozen=True, slots=True)
class Deduction:
    """What is taken off for use beyond trying the goods, with the sentence that says why (see `rules.deduction`)."""

    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class UnitsBack:
    """Units of one line to pay back. `reference` is the caller's own name for them (say, a return item's id).

    At most `accepted` of the positions are paid. `outbound_owed`: the way out is owed for them (a withdrawal, or a
    fault that is not the customer's). `by_right`: the law gives them back, so nothing is kept for putting them back on
    sale; a deduction for use is all that may lower them.
    """

    reference: str
    line: str
    title: str
    positions: tuple[int, ...]
    accepted: int
    outbound_owed: bool = True
    restocking_fee: Rate = NOTHING
    deduction: Deduction | None = None
    by_right: bool = False


@dataclass(frozen=True, slots=True)
class UnitsReduced:
    """Units of one line that stay with the customer at a lower price: `amount` is given back for all of them. They
    may still come back, for what is left of their price."""

    reference: str
    line: str
    title: str
    positions: tuple[int, ...]
    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class Goodwill:
    """An extra on top of what is owed; `why` is the agent's own sentence."""

    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class RefundWish:
    """All that somebody wants paid back at one moment, for one order. `whole_delivery`: what never reached the customer
    was not delivered either, so all that was paid for the way out is owed and not its standard price alone."""

    units: tuple[UnitsBack, ...] = ()
    return_shipping_fee: Money | None = None
    goodwill: Goodwill | None = None
    reduced: tuple[UnitsReduced, ...] = ()
    whole_delivery: bool = False
