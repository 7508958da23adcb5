"""The period of a finance page: read from its address, and the ones people ask for most."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from volte.money import summing

_USUAL = 30
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are part of it."""

    since: date
    until: date

    @property
    def query(self) -> str:
        return "?" + urlencode({"since": self.since.isoformat(), "until": self.until.isoformat()})

    def days(self) -> tuple[date, ...]:
        return tuple(self.since + timedelta(days=ahead) for ahead in range((self.until - self.since).days + 1))


def read(given: QueryDict, *, today: date) -> Period:
    """What is no day is as if it had not been asked; days the wrong way round are swapped, and a period is never longer
    than sums are made for."""
    until = _day(given.get("until", "")) or today
    since = _day(given.get("since", "")) or until - timedelta(days=_USUAL - 1)
    since, until = sorted((since, until))
    return Period(max(since, until - timedelta(days=summing.LONGEST - 1)), until)


def usual(*, today: date) -> tuple[tuple[str, Period], ...]:
    """Those one click away, by name."""
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    return (
        ("week", Period(today - timedelta(days=_WEEK - 1), today)),
        ("thirty", Period(today - timedelta(days=_USUAL - 1), today)),
        ("month", Period(first, today)),
        ("last-month", Period(before.replace(day=1), before)),
        ("year", Period(today.replace(month=1, day=1), today)),
    )


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    # The edge of the calendar has no day before it, and nothing was refunded then.
    return day if 1970 <= day.year <= 2200 else None
