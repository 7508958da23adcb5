"""What is asked: which figures, of when, in whose words."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from volte.runtime.shop_settings import Costs, ShopSettings, words


class Question(StrEnum):
    """The eight questions, in the order they are shown. The value is part of the address."""

    PRODUCTS = "products"
    REASONS = "reasons"
    COSTS = "costs"
    TIMING = "timing"
    CUSTOMERS = "customers"
    COMMENTS = "comments"
    PLACES = "places"
    CHANNELS = "channels"


@dataclass(frozen=True, slots=True)
class Filters:
    """Only these. `since` and `until` are days where the shop is, both included; empty words mean all."""

    since: date | None = None
    until: date | None = None
    product: str = ""
    country: str = ""
    channel: str = ""

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Window:
    """How long an order may still come back: days after delivery, and after the order where no delivery is known."""

    days: int = 30
    days_after_order: int = 45


@dataclass(frozen=True, slots=True)
class View:
    """Everything an answer depends on beside the facts."""

    now: datetime
    language: str
    settings: ShopSettings
    window: Window = Window()
    filters: Filters = field(default_factory=Filters)
    in_full: bool = False
    """Every row that may be shown, as a file has them; else only as many as a page should hold."""

    @property
    def currency(self) -> str:
        return self.settings.currency

    @property
    def costs(self) -> Costs:
        return self.settings.costs

    def reason(self, handle: str) -> str:
        """What the shop calls this reason; the handle itself for one it no longer knows."""
        known = self.settings.reason(handle)
        return words(known.names, self.language) if known else handle

    def begins(self) -> datetime | None:
        return self._midnight(self.filters.since)

    def ends(self) -> datetime | None:
        until = self.filters.until
        return self._midnight(until + timedelta(days=1)) if until else None

    def mature_if_delivered_by(self) -> datetime:
        return _plain(self.now - timedelta(days=self.window.days))

    def mature_if_placed_by(self) -> datetime:
        return _plain(self.now - timedelta(days=self.window.days_after_order))

    def _midnight(self, day: date | None) -> datetime | None:
        return _plain(datetime.combine(day, time(), ZoneInfo(self.settings.timezone))) if day else None


def _plain(moment: datetime) -> datetime:
    """As the facts write it: UTC, without saying so."""
    return moment.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
