"""Until when may this item be announced for return, by the shop's own terms?"""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.policy.rules.facts import Facts
from volte.policy.rules.model import Window
from volte.policy.rules.words import WindowStart


@dataclass(frozen=True, slots=True)
class Promise:
    """`last_day` is inclusive, in the customer's zone; None while the event that starts the days has not been seen."""

    last_day: date | None

    def open_on(self, day: date) -> bool:
        return self.last_day is None or day <= self.last_day


def promised(*, window: Window, facts: Facts) -> Promise:
    """The end of `window` for these facts: the later of its days and its fixed day."""
    if window.days is None:
        return Promise(window.until)
    counted = _counted(window, window.days, facts)
    if counted is None:
        return Promise(None)
    return Promise(counted if window.until is None else max(counted, window.until))


def _counted(window: Window, days: int, facts: Facts) -> date | None:
    start = _start(window.start, facts)
    if start is not None:
        return start + timedelta(days=days)
    if window.or_days_after_order is None or facts.delivery.complete is False:
        return None
    return facts.order.placed_on + timedelta(days=window.or_days_after_order)


def _start(start: WindowStart, facts: Facts) -> date | None:
    match start:
        case WindowStart.ORDER:
            return facts.order.placed_on
        case WindowStart.SHIPMENT:
            return facts.delivery.shipped_on
        case WindowStart.DELIVERY:
            return None if facts.delivery.complete is False else max(facts.delivery.delivered_on, default=None)
