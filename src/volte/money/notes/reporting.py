"""The e-reporting of a period, as rows for people and programs."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from volte.kit.errors import Invalid
from volte.kit.money import Money
from volte.money.notes import queries
from volte.money.rules import e_reporting
from volte.runtime import formats

COLUMNS = ("day", "currency", "category", "rate", "net", "tax", "notes")
_LONGEST = timedelta(days=366)


def report(*, since: date, until: date) -> tuple[e_reporting.Day, ...]:
    """The lines of the days from `since`, `until` not included; refuses `credit_notes_period`."""
    if not since < until <= since + _LONGEST:
        raise Invalid("credit_notes_period")
    return e_reporting.days(notes=[view.note for view in queries.of_days(since=since, until=until)])


def rows(*, since: date, until: date) -> Iterator[tuple[str, ...]]:
    """The same as text, amounts with their decimals and a point: the heads first."""
    yield COLUMNS
    for line in report(since=since, until=until):
        amounts = (f"{formats.in_units(Money(amount, line.currency)):f}" for amount in (line.net, line.tax))
        yield line.on.isoformat(), line.currency, line.category, _rate(line), *amounts, str(line.notes)


def told(*, since: date, until: date) -> dict[str, Any]:
    """The same as JSON, amounts in minor units. `official` says that it is no file of the tax authority."""
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "official": False,
        "data": [
            {
                "day": line.on.isoformat(),
                "currency": line.currency,
                "category": line.category,
                "rate": line.rate.written(),
                "net": line.net,
                "tax": line.tax,
                "notes": line.notes,
            }
            for line in report(since=since, until=until)
        ],
    }


def _rate(line: e_reporting.Day) -> str:
    return line.rate.written().removesuffix(" %")
