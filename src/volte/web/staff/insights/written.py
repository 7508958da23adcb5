"""An answer's table as people and as programs read it."""

import csv
import io
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from volte.insights.answers import Answer, Column, Kind
from volte.kit import cells as csv_cells
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.runtime import formats, texts


def heading(column: Column, language: str) -> str:
    return texts.say(f"insights-column-{column.name}", language)


def cells(answer: Answer, *, language: str, currency: str) -> list[list[tuple[str, str, bool]]]:
    """(heading, what is written, is it a number) for each cell of each row."""
    headings = [heading(column, language) for column in answer.columns]
    return [
        [
            (name, _shown(value, column.kind, language, currency), column.kind is not Kind.WORDS)
            for name, column, value in zip(headings, answer.columns, row, strict=True)
        ]
        for row in answer.rows
    ]


def file(answer: Answer, *, language: str, currency: str) -> str:
    """CSV with a heading; shares as numbers between 0 and 1, amounts with a point, an empty cell for unknown."""
    out = io.StringIO()
    table = csv.writer(out)
    names = [heading(column, language) for column in answer.columns]
    amounts = any(column.kind is Kind.AMOUNT for column in answer.columns)
    table.writerow([*names, *(["currency"] if amounts else [])])
    for row in answer.rows:
        plain = [_plain(value, column.kind, currency) for column, value in zip(answer.columns, row, strict=True)]
        table.writerow([*plain, *([currency] if amounts else [])])
    return out.getvalue()


def _shown(value: Any, kind: Kind, language: str, currency: str) -> str:
    if value is None:
        return "–"
    match kind:
        case Kind.RATE:
            return formats.percent(Rate(Fraction(round(value * 1000), 1000)), language, decimals=1)
        case Kind.COUNT:
            return formats.number(value, language)
        case Kind.AMOUNT:
            return formats.money(Money(value, currency), language)
        case _:
            return str(value)


def _plain(value: Any, kind: Kind, currency: str) -> str:
    if value is None:
        return ""
    match kind:
        case Kind.RATE:
            return f"{value:.4f}"
        case Kind.AMOUNT:
            return str(formats.in_units(Money(value, currency)))
        case Kind.WORDS:
            return csv_cells.safe(str(value))
        case _:
            return str(value)


def columns(answer: Answer, language: str) -> Iterable[tuple[str, bool]]:
    """(heading, are they numbers)."""
    return [(heading(column, language), column.kind is not Kind.WORDS) for column in answer.columns]
