"""When does a period end? Counted as Regulation (EEC, Euratom) 1182/71 art. 3 says; worked tables in
docs/algorithms/counting-days.md.

The day of the event is not counted, every calendar day after it is. A period in months ends on the same date, or on the
last day of the month that has no such date. When the last day is a Saturday, a Sunday or a public holiday, the period
ends with the next working day.
"""

from dataclasses import dataclass
from datetime import date

from volte.kit.time import Span
from volte.law.rules import working_days


@dataclass(frozen=True, slots=True)
class Place:
    """Whose holidays count. `region` as in `working_days.public_holidays`: None is "not known"."""

    country: str
    region: str | None = None


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a period, inclusive.

    `certain` is the earliest it can be with the facts at hand, `latest` the latest; they differ when the place, and so
    its holidays, is not known. None in `latest`: no end can be named yet.
    """

    certain: date
    latest: date | None


def last_day(*, event_on: date, span: Span, place: Place) -> LastDay:
    """The last day of a period of `span` that the event of `event_on` starts."""
    return rolled(span.after(event_on), place=place)


def rolled(day: date, *, place: Place) -> LastDay:
    """`day`, or the working day after it when it is none."""
    region = working_days.NATIONWIDE if place.region is None else place.region
    certain = working_days.same_or_next_working_day(day, country=place.country, region=region)
    if place.region is not None:
        return LastDay(certain, certain)
    return LastDay(certain, working_days.same_or_next_working_day(day, country=place.country, region=None))


def later(one: LastDay, other: LastDay) -> LastDay:
    """The better of two ends for the consumer, both in what is certain and in what is possible."""
    possible = None if one.latest is None or other.latest is None else max(one.latest, other.latest)
    return LastDay(max(one.certain, other.certain), possible)
