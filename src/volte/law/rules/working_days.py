"""Which days do not count as the last day of a period? Saturdays, Sundays and public holidays, by country and place.

Regulation (EEC, Euratom) 1182/71 art. 2: a working day is any day that is no public holiday, Sunday or Saturday. What a
country adds to them stands in `data/calendars.toml`.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module, resources
from typing import Any

_SATURDAY = 5

NATIONWIDE = ""
"""A place without holidays of its own: only those of the whole country."""


@lru_cache(maxsize=4096)
def public_holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    """The public holidays of `year` in `country` (ISO 3166-1 alpha-2).

    `region` is the second part of an ISO 3166-2 code ("BY"), `NATIONWIDE` for what the whole country observes, or None
    when the place is not known: then every day that is a holiday *somewhere* in the country, so that nobody who might
    live there loses a day.
    """
    # Loaded on first use: the library takes half a second, which a process that asks no date must not pay.
    holidays = import_module("holidays")
    own = _calendars().get(country, {})
    more = {"categories": tuple(own["categories"])} if "categories" in own else {}
    known = holidays.country_holidays(country, years=year, **more)
    days = set(known)
    if region is None:
        for place in known.subdivisions:
            days.update(holidays.country_holidays(country, subdiv=place, years=year, **more))
    elif region in known.subdivisions:
        days.update(holidays.country_holidays(country, subdiv=region, years=year, **more))
    return frozenset(days | {date.fromisoformat(f"{year}-{written}") for written in own.get("days", ())})


def is_working_day(day: date, *, country: str, region: str | None) -> bool:
    return day.weekday() < _SATURDAY and day not in public_holidays(country, region, day.year)


def same_or_next_working_day(day: date, *, country: str, region: str | None) -> date:
    while not is_working_day(day, country=country, region=region):
        day += timedelta(days=1)
    return day


def after(day: date, count: int, *, country: str, region: str | None) -> date:
    """The working day `count` working days after `day`."""
    for _ in range(count):
        day = same_or_next_working_day(day + timedelta(days=1), country=country, region=region)
    return day


@cache
def _calendars() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resources.files("volte.law").joinpath("data/calendars.toml").read_text("utf-8"))
