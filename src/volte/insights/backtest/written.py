"""What came out as files: each item decided otherwise, and refunds by the calendar. Amounts with a point."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from volte.insights.backtest.leaving import Leaving
from volte.insights.backtest.outcome import LINES, Backtest
from volte.kit import cells
from volte.kit.money import Money
from volte.runtime import formats

REFUNDS = ("from", "items_now", "refund_now", "items_then", "refund_then", "currency")
_AMOUNTS = [place for place, name in enumerate(LINES) if name.startswith(("refund_", "fees_", "way_"))]


def lines(found: Backtest, *, most: int | None = None) -> str:
    """Each item decided otherwise, under `LINES`."""

    def cell(place: int, value: Any) -> Any:
        return _units(value, found.currency) if place in _AMOUNTS else value

    return _file(LINES, ([cell(*one) for one in enumerate((*line, found.currency))] for line in found.lines[:most]))


def refunds(found: Leaving, currency: str) -> str:
    """A row for each week or month, under `REFUNDS`; the last, without a day, for what cannot be put on one."""
    return _file(REFUNDS, _refunds(found, currency))


def _refunds(found: Leaving, currency: str) -> Iterator[list[Any]]:
    dated = [(one.starts.isoformat(), one.now, one.then) for one in found.periods]
    for starts, now, then in (*dated, ("", found.undated_now, found.undated_then)):
        amounts = [_units(one.amount, currency) for one in (now, then)]
        yield [starts, now.items, amounts[0], then.items, amounts[1], currency]


def _units(amount: int, currency: str) -> str:
    return str(formats.in_units(Money(int(amount), currency)))


def _file(header: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(header)
    table.writerows([cells.safe(value) if isinstance(value, str) else value for value in row] for row in rows)
    return out.getvalue()
