"""The tables of the week as programs read them: shares between 0 and 1, amounts with a point, empty for unknown."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from volte.returns.rules.clocks.forecast import Forecast
from volte.runtime import formats, texts

Rows = Iterator[Sequence[Any]]


def days(week: Forecast, language: str) -> str:
    """A line for each day."""
    return _written(_days(week, language))


def each(week: Forecast, language: str) -> str:
    """A line for each deadline."""
    return _written(_each(week, language))


def _days(week: Forecast, language: str) -> Rows:
    yield [_head(name, language) for name in ("day", "due", "unknown", "mean", "low", "high", "cost", "currency")]
    for each in week.days:
        told = each.expected
        plain = [each.on.isoformat(), told.due, told.unknown, f"{told.mean:.4f}", told.low, told.high]
        for cost in each.costs or (None,):
            yield [*plain, formats.in_units(cost) if cost else "", cost.currency if cost else ""]


def _each(week: Forecast, language: str) -> Rows:
    names = ("number", "what", "day", "waited-hours", "allowed-hours", "chance", "cost", "currency")
    yield [_head(name, language) for name in names]
    for one in week.foreseen:
        asked, cost = one.pending, one.cost
        yield [
            asked.number,
            asked.code.value,
            asked.on.isoformat(),
            asked.waited,
            asked.allowed,
            "" if one.chance is None else f"{one.chance:.4f}",
            formats.in_units(cost) if cost else "",
            cost.currency if cost else "",
        ]


def _written(rows: Rows) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _head(name: str, language: str) -> str:
    return texts.say(f"staff-forecast-column-{name}", language)
