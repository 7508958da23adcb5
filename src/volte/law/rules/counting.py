"""When does a period end? Counted as Regulation (EEC, Euratom) 1182/71 art. 3 says unless a country says otherwise;
worked tables in docs/algorithms/counting-days.md.

The day of the event is not counted, every calendar day after it is. A period in months ends on the same date, or on the
last day of the month that has no such date. When the last day is a Saturday, a Sunday or a public holiday, the period
ends with the next working day. Other places count the day of the event, never roll over, or count working days.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from volte.kit.time import Span
from volte.law.rules import working_days
from volte.law.rules.terms import Counting
from volte.law.rules.words import Unit

EUROPEAN = Counting(inclusive=False, rolls_over=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose holidays count and how. `region` as in `working_days.public_holidays`: None is "not known"."""

    country: str
    region: str | None = None
    counting: Counting = EUROPEAN


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a period, inclusive.

    `certain` is the earliest it can be with the facts at hand, `latest` the latest; they differ when the place, and so
    its holidays, is not known. None in `latest`: no end can be named yet.
    """

    certain: date
    latest: date | None


def last_day(*, event_on: date, span: Span, place: Place, unit: Unit = Unit.CALENDAR) -> LastDay:
    """The last day of a period of `span` that the event of `event_on` starts."""
    if unit is Unit.BUSINESS:
        return _in_working_days(event_on, span.days, place)
    end = span.after(event_on)
    return rolled(end - timedelta(days=1) if place.counting.inclusive else end, place=place)


def rolled(day: date, *, place: Place) -> LastDay:
    """`day`, or the working day after it when it is none and the place rolls over."""
    if not place.counting.rolls_over:
        return LastDay(day, day)
    region = working_days.NATIONWIDE if place.region is None else place.region
    certain = working_days.same_or_next_working_day(day, country=place.country, region=region)
    if place.region is not None:
        return LastDay(certain, certain)
    return LastDay(certain, working_days.same_or_next_working_day(day, country=place.country, region=None))


def later(one: LastDay, other: LastDay) -> LastDay:
    """The better of two ends for the consumer, both in what is certain and in what is possible."""
    possible = None if one.latest is None or other.latest is None else max(one.latest, other.latest)
    return LastDay(max(one.certain, other.certain), possible)


def _in_working_days(event_on: date, days: int, place: Place) -> LastDay:
    region = working_days.NATIONWIDE if place.region is None else place.region
    certain = working_days.after(event_on, days, country=place.country, region=region)
    if place.region is not None:
        return LastDay(certain, certain)
    return LastDay(certain, working_days.after(event_on, days, country=place.country, region=None))
