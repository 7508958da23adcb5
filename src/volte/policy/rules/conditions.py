"""Does this condition of a rule hold for these facts: yes, no, or is the fact missing?

A closed vocabulary instead of an expression language: each kind can be checked, shown in a form and said in words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.policy.rules.facts import Facts, ReturnRate
from volte.policy.rules.words import Fact


class Outcome(Enum):
    HOLDS = "holds"
    FAILS = "fails"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact is one of these words."""

    fact: Fact
    values: frozenset[str]

    def holds(self, value: str) -> bool:
        return value in self.values


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The fact is a set, and shares a word with these."""

    fact: Fact
    values: frozenset[str]

    def holds(self, value: frozenset[str]) -> bool:
        return not self.values.isdisjoint(value)


@dataclass(frozen=True, slots=True)
class Matching:
    """The fact is one of these codes, or begins with one that ends in `*`."""

    fact: Fact
    exact: frozenset[str]
    beginnings: tuple[str, ...]

    def holds(self, value: str) -> bool:
        return value in self.exact or value.startswith(self.beginnings)


@dataclass(frozen=True, slots=True)
class InCategory:
    """The category path holds one of these as consecutive steps: "Robes" and "Femme/Robes" find Femme/Robes/Été."""

    paths: tuple[tuple[str, ...], ...]
    fact: Fact = Fact.CATEGORY

    def holds(self, value: tuple[str, ...]) -> bool:
        for path in self.paths:
            size = len(path)
            for place in range(len(value) - size + 1):
                if value[place : place + size] == path:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class OptionIs:
    """A named option of the variant (its size), or the answer to a question of the shop's, is one of these; an item
    without the option, a question nobody answered, leave it missing."""

    name: str
    values: frozenset[str]
    fact: Fact = Fact.OPTIONS

    def holds(self, value: Mapping[str, str]) -> bool | None:
        return value[self.name] in self.values if self.name in value else None


@dataclass(frozen=True, slots=True)
class Range:
    """The fact lies above `over`, at `at_least` or above, below `under`, at `at_most` or below: what is given holds.

    Bounds are exact numbers in the unit of the fact: minor units of the policy's currency, grams, millimetres, shares,
    pieces. Money in another currency cannot be compared and counts as missing.
    """

    fact: Fact
    over: int | Fraction | None = None
    at_least: int | Fraction | None = None
    under: int | Fraction | None = None
    at_most: int | Fraction | None = None
    currency: str | None = None

    def holds(self, value: int | Money | Rate) -> bool | None:
        number: int | Fraction
        if isinstance(value, int):
            number = value
        elif isinstance(value, Rate):
            number = value.share
        elif value.currency == self.currency:
            number = value.amount
        else:
            return None
        over, under = self.over, self.under
        if (over is not None and number <= over) or (under is not None and number >= under):
            return False
        at_least, at_most = self.at_least, self.at_most
        return not ((at_least is not None and number < at_least) or (at_most is not None and number > at_most))


@dataclass(frozen=True, slots=True)
class Between:
    """The day lies between these two, both inclusive."""

    fact: Fact
    first: date | None
    last: date | None

    def holds(self, value: date) -> bool:
        return (self.first is None or self.first <= value) and (self.last is None or value <= self.last)


@dataclass(frozen=True, slots=True)
class Is:
    """The fact is this yes or no."""

    fact: Fact
    value: bool

    def holds(self, value: bool) -> bool:
        return value is self.value


@dataclass(frozen=True, slots=True)
class ReturnsOften:
    """The customer's return rate over the last `months` is above `over`; a sample of fewer than `at_least_orders`
    orders, or of another length of time, says nothing."""

    over: Fraction
    months: int
    at_least_orders: int
    fact: Fact = Fact.CUSTOMER_RETURN_RATE

    def holds(self, value: ReturnRate) -> bool | None:
        if value.months != self.months or value.orders < self.at_least_orders:
            return None
        return value.rate.share > self.over


Condition = OneOf | AnyOf | Matching | InCategory | OptionIs | Range | Between | Is | ReturnsOften
"""`holds(value)` of each gets the fact's value, never None, and answers None where the value cannot tell."""


def _last_delivery(facts: Facts) -> date | None:
    return max(facts.delivery.delivered_on, default=None)


def _partial(facts: Facts) -> bool | None:
    """Some goods of the order came, others are known to be on their way."""
    complete = facts.delivery.complete
    return None if complete is None else not complete and bool(facts.delivery.delivered_on)


READ: Mapping[Fact, Callable[[Facts], Any]] = MappingProxyType(
    {
        Fact.CATEGORY: attrgetter("item.category"),
        Fact.TAGS: attrgetter("item.tags"),
        Fact.SKU: attrgetter("item.sku"),
        Fact.GTIN: attrgetter("item.gtin"),
        Fact.LOT: attrgetter("item.lot"),
        Fact.OPTIONS: attrgetter("item.options"),
        Fact.TRAITS: attrgetter("item.traits"),
        Fact.PRICE_PAID: attrgetter("item.price_paid"),
        Fact.DISCOUNT: attrgetter("item.discount"),
        Fact.WEIGHT: attrgetter("item.weight_g"),
        Fact.SIZE: attrgetter("item.longest_mm"),
        Fact.SELLER: attrgetter("item.seller"),
        Fact.ORDERED: attrgetter("order.placed_on"),
        Fact.CHANNEL: attrgetter("order.channel"),
        Fact.COUNTRY: attrgetter("order.country"),
        Fact.ORDER_TOTAL: attrgetter("order.total"),
        Fact.PAYMENT: attrgetter("order.payments"),
        Fact.PROMOTION: attrgetter("order.promotions"),
        Fact.CUSTOMER_KIND: attrgetter("customer.kind"),
        Fact.CUSTOMER_TIER: attrgetter("customer.tier"),
        Fact.CUSTOMER_TAGS: attrgetter("customer.tags"),
        Fact.CUSTOMER_ORDERS: attrgetter("customer.orders"),
        Fact.CUSTOMER_RETURN_RATE: attrgetter("customer.return_rate"),
        Fact.REQUESTED: attrgetter("request.asked_on"),
        Fact.REASON: attrgetter("request.reason"),
        Fact.FAULT: attrgetter("request.fault"),
        Fact.CONDITION: attrgetter("request.condition"),
        Fact.SEAL_BROKEN: attrgetter("request.seal_broken"),
        Fact.QUANTITY: attrgetter("request.quantity"),
        Fact.ANSWERS: attrgetter("request.answers"),
        Fact.DELIVERED: _last_delivery,
        Fact.PARTIAL: _partial,
        Fact.WITHDRAWAL_RIGHT: attrgetter("withdrawal_right"),
    }
)
"""Where each fact is found. StrEnum members equal their words, so sets of words compare with sets of members."""
