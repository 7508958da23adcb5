"""What is known of the item, its order, its buyer and the request when a policy decides?

A field that can be missing is None when it is: a rule that looks at it does not fire and says so. Days are calendar
days in `Facts.zone`, where the customer lives; moments were turned into days by whoever gathered the facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.kit.words import CustomerKind, Fault, PaymentKind
from volte.law.rules.words import Trait
from volte.policy.rules.words import Evidence


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the order, for the units asked about. `title` is how the customer knows it."""

    title: str
    sku: str | None = None
    gtin: str | None = None
    lot: str | None = None
    """The batch it was made in, as a recall names it."""
    category: tuple[str, ...] | None = None
    tags: frozenset[str] | None = None
    options: Mapping[str, str] | None = None
    traits: frozenset[Trait] | None = None
    price_paid: Money | None = None
    """One unit, tax included, after every discount."""
    discount: Rate | None = None
    """The share of the list price that discounts took off."""
    weight_g: int | None = None
    longest_mm: int | None = None
    """Its longest side, packed."""
    seller: str | None = None
    personalised: bool | None = None
    begun_with_consent: bool | None = None
    used_months_agreed: int | None = None
    """The term of the guarantee that was expressly agreed for used goods."""


@dataclass(frozen=True, slots=True)
class Order:
    placed_on: date
    country: str | None = None
    """Where the goods were sent: ISO 3166-1 alpha-2. None: no law can be chosen."""
    region: str | None = None
    channel: str | None = None
    total: Money | None = None
    payments: frozenset[PaymentKind] | None = None
    promotions: frozenset[str] | None = None
    informed: bool | None = None
    """Was this buyer told of the right to withdraw? None: as the policy says of all buyers."""
    informed_on: date | None = None
    return_cost_informed: bool | None = None


@dataclass(frozen=True, slots=True)
class ReturnRate:
    """The share of units this customer sent back, over `orders` orders of the last `months` months."""

    rate: Rate
    orders: int
    months: int

    @property
    def said(self) -> Rate:
        """The rate as a person is told it."""
        return self.rate.to_tenths()


@dataclass(frozen=True, slots=True)
class Customer:
    kind: CustomerKind | None = None
    tier: str | None = None
    tags: frozenset[str] | None = None
    orders: int | None = None
    return_rate: ReturnRate | None = None
    employees: int | None = None
    """Of a business: how many people it employs."""
    outside_main_activity: bool | None = None
    """Of a business: was it bought outside its main activity?"""


@dataclass(frozen=True, slots=True)
class Request:
    """What the customer asks. The law wants no reason, so `reason` and `fault` may stay out."""

    asked_on: date
    reason: str | None = None
    fault: Fault | None = None
    fault_major: bool | None = None
    """Of a claim: is what is wrong so grave that nobody would have bought it knowing? None: nobody has said."""
    condition: str | None = None
    seal_broken: bool | None = None
    quantity: int | None = None
    answers: Mapping[str, str] | None = None
    """What the customer answered to the shop's own questions, by the handle of the question."""
    shown: frozenset[Evidence] = frozenset()
    """The evidence already handed in."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """`delivered_on`: each day goods of the order reached the customer; empty when none is known."""

    delivered_on: tuple[date, ...] = ()
    complete: bool | None = None
    """False: goods of the order are known to be still on their way."""
    shipped_on: date | None = None
    repairs: int = 0
    """How often these goods were repaired since they were delivered."""


@dataclass(frozen=True, slots=True)
class Facts:
    item: Item
    order: Order
    request: Request
    customer: Customer = field(default_factory=Customer)
    delivery: Delivery = field(default_factory=Delivery)
    zone: str = "Europe/Paris"
    withdrawal_right: bool | None = None
    """Does the law let this buyer change their mind? Told by the law when it is decided; None: it cannot say."""

    def with_right(self, right: bool | None) -> "Facts":
        """The same with what the law says (spelt out: each decision makes one)."""
        if right is self.withdrawal_right:
            return self
        return Facts(self.item, self.order, self.request, self.customer, self.delivery, self.zone, right)
