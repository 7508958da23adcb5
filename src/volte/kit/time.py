"""When? Moments are aware UTC, days belong to a calendar and a zone; nothing here asks the clock."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"^\s*(\d{1,5})\s*(day|week|month|year)s?\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time: `Span(days=14)` or `Span(months=12)`; months keep the date where it exists."""

    days: int = 0
    months: int = 0

    @classmethod
    def parse(cls, written: str) -> Span:
        """Read "14 days", "2 weeks", "12 months", "2 years"; anything else is a ValueError."""
        match = _WRITTEN.match(written)
        if match is None:
            raise ValueError(f"not a span of time: {written!r}")
        count = int(match.group(1))
        match match.group(2):
            case "day":
                return cls(days=count)
            case "week":
                return cls(days=7 * count)
            case "month":
                return cls(months=count)
            case _:
                return cls(months=12 * count)

    def after(self, day: date) -> date:
        """The day this long after `day`; the last day of the month where the date does not exist (Reg. 1182/71)."""
        return add_months(day, self.months) + timedelta(days=self.days)


def add_months(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def local_date(moment: datetime, zone: str) -> date:
    """The calendar day of a moment where the person lives."""
    return moment.astimezone(ZoneInfo(zone)).date()


def start_of(day: date, zone: str) -> datetime:
    """The first moment of `day` in `zone`, in UTC."""
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def end_of(day: date, zone: str) -> datetime:
    """The first moment after `day` in `zone`, in UTC: an exclusive end, so `now < end_of(day)` is in time."""
    return start_of(day + timedelta(days=1), zone)
