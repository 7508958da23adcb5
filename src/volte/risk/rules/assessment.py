"""What do the signals add up to?

To reasons first: a suggestion without a reason cannot be made. And to friction only, never to a refusal: what a
customer has a right to, they have whatever they did before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from volte.kit.rates import Rate
from volte.kit.text import Message, message
from volte.risk.rules import return_rate

HALF = Rate(Fraction(1, 2))


class Friction(IntEnum):
    """What may be asked of a customer on top, from nothing upwards."""

    NONE = 0
    EVIDENCE = 1
    REVIEW = 2


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that stands out: why, and how much friction it would justify by itself."""

    reason: Message
    friction: Friction


@dataclass(frozen=True, slots=True)
class Assessment:
    """The reasons, strongest first. Without any there is no friction."""

    signals: tuple[Signal, ...] = ()

    @property
    def friction(self) -> Friction:
        return max((signal.friction for signal in self.signals), default=Friction.NONE)

    @property
    def reasons(self) -> tuple[Message, ...]:
        return tuple(signal.reason for signal in self.signals)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """From where on a return rate stands out: at least so many orders, and surely (19 times out of 20) above."""

    above: Rate = HALF
    orders: int = 5
    friction: Friction = Friction.EVIDENCE


USUAL_LIMIT = RateLimit()


def assess(*, signals: Iterable[Signal | None]) -> Assessment:
    """What the signals that fired add up to."""
    fired = [signal for signal in signals if signal is not None]
    return Assessment(tuple(sorted(fired, key=lambda signal: -signal.friction)))


def high_return_rate(*, standing: return_rate.Standing, limit: RateLimit = USUAL_LIMIT) -> Signal | None:
    """Fires when even the low end of what the rate may truly be is above the limit."""
    if standing.orders < limit.orders or return_rate.interval(standing=standing).low <= limit.above:
        return None
    reason = message(
        "risk_high_return_rate",
        rate=standing.rate,
        returned=standing.units_returned,
        bought=standing.units_bought,
        orders=standing.orders,
        months=standing.months,
    )
    return Signal(reason, limit.friction)
