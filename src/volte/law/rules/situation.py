"""What must be known of a purchase to say which rights its buyer has?

Every fact that can be missing is None when it is: missing is a value, never a "no".
"""

from dataclasses import dataclass
from datetime import date

from volte.kit.words import CustomerKind
from volte.law.rules.words import Channel, Trait


@dataclass(frozen=True, slots=True)
class Situation:
    """One bought item and the day its buyer says something. All days are calendar days where the consumer lives."""

    country: str
    """ISO 3166-1 alpha-2 of the consumer's habitual residence: in practice where the goods were sent."""

    concluded_on: date
    """The day the contract was concluded: its law applies for good."""

    asked_on: date
    """The day the statement was *sent*; dispatch in time is enough."""

    delivered_on: tuple[date, ...] = ()
    """Each day the consumer took possession of goods of this order, in any order. Empty: not known."""

    delivery_complete: bool | None = None
    """False: goods of the order are known to be still on their way."""

    region: str | None = None
    """Second part of the ISO 3166-2 code, for local holidays; "" where none matter; None: not known."""

    channel: Channel | None = None
    """None is read as a distance contract."""

    buyer: CustomerKind | None = None
    """None is read as a consumer; a sole trader may have bought for themselves: that stays unknown."""

    employees: int | None = None
    """How many people a business employs."""

    outside_main_activity: bool | None = None
    """Was it bought outside the main activity of the business?"""

    traits: frozenset[Trait] = frozenset()

    informed: bool | None = None
    """Was the buyer told of the right to withdraw before the contract, with its conditions and the model form?"""

    informed_on: date | None = None
    """When they were told later."""

    return_cost_informed: bool | None = None
    """Were they told that they bear the cost of sending back? None follows `informed`."""

    terms_displayed: bool | None = None
    """Where the law asks for it: were the shop's return terms shown before the order? None follows `informed`."""

    used: bool | None = None
    """Used beyond trying it on."""

    seal_broken: bool | None = None

    personalised: bool | None = None
    """Made or changed to this buyer's individual choice, not picked from a list."""

    begun_with_consent: bool | None = None
    """Digital content: begun with express prior consent and the acknowledgement that the right is lost."""

    fault_major: bool | None = None
    """Is what is wrong with the goods so grave that nobody would have bought them knowing it?"""

    used_months_agreed: int | None = None
    """For used goods: the term of the seller's liability that was expressly agreed. None is read as none agreed: who
    relies on an agreement shows it."""

    repairs: int = 0
    """How often the goods were repaired under the liability."""

    replaced_on: date | None = None
    """The day goods came that replaced the faulty ones although a repair was asked for."""
