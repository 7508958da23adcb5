"""Does a condition hold, for a column of facts? TRUE, FALSE, or NULL where the fact is missing.

SQL's `AND` is the reading of a rule: one FALSE closes it, else one NULL leaves it unfired, else it holds.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import Any, assert_never

import ibis

from volte.policy.rules import conditions as by_row
from volte.policy.rules.columns.table import path
from volte.policy.rules.conditions import Condition
from volte.policy.rules.words import Fact

Column = Any
Table = Any


def holds(table: Table, when: Sequence[Condition], *, side: str) -> Column:
    """All of `when`. `side` names whose law columns tell the right to withdraw."""
    return reduce(and_, (_one(table, condition, side) for condition in when), ibis.literal(True))


def _one(table: Table, condition: Condition, side: str) -> Column:
    match condition:
        case by_row.OneOf(fact, values):
            return table[fact.value].isin(sorted(map(str, values)))
        case by_row.AnyOf(fact, values):
            return _any(table[fact.value].contains(str(word)) for word in sorted(values))
        case by_row.Matching(fact, exact, beginnings):
            return _matching(table[fact.value], exact, beginnings)
        case by_row.InCategory(paths):
            return _any(table[Fact.CATEGORY.value].contains(path(steps)) for steps in paths)
        case by_row.OptionIs(name, values, fact):
            return table[fact.value].get(name).isin(sorted(values))
        case by_row.Range():
            return _range(table, condition)
        case by_row.Between(fact, first, last):
            return _between(table[fact.value], first, last)
        case by_row.Is(fact, value):
            found = _right(table, side) if fact is Fact.WITHDRAWAL_RIGHT else table[fact.value]
            return found == value
        case by_row.ReturnsOften(over, months, least):
            counts = (table.rate_months == months) & (table.rate_orders >= least)
            return ibis.ifelse(counts, _above(table.rate_part, table.rate_whole, over), _NULL)
        case _:
            assert_never(condition)


_NULL = ibis.null("boolean")


def _any(found: Iterable[Column]) -> Column:
    return reduce(or_, found)


def _matching(value: Column, exact: frozenset[str], beginnings: tuple[str, ...]) -> Column:
    ways = [value.startswith(beginning) for beginning in beginnings]
    if exact:
        ways.append(value.isin(sorted(exact)))
    return _any(ways) if ways else ibis.ifelse(value.notnull(), False, _NULL)


def _range(table: Table, asked: by_row.Range) -> Column:
    fact = asked.fact
    part = table["discount_part" if fact is Fact.DISCOUNT else fact.value]
    whole = table.discount_whole if fact is Fact.DISCOUNT else 1
    tests = [
        *([] if asked.over is None else [_above(part, whole, asked.over)]),
        *([] if asked.at_most is None else [~_above(part, whole, asked.at_most)]),
        *([] if asked.under is None else [_below(part, whole, asked.under)]),
        *([] if asked.at_least is None else [~_below(part, whole, asked.at_least)]),
    ]
    found = reduce(and_, tests) if tests else ibis.ifelse(part.notnull(), True, _NULL)
    if fact not in (Fact.PRICE_PAID, Fact.ORDER_TOTAL):
        return found
    if asked.currency is None:
        return _NULL
    return ibis.ifelse(table[f"{fact.value}_currency"] == asked.currency, found, _NULL)


def _above(part: Column, whole: Column, bound: int | Fraction) -> Column:
    """part / whole > bound, in whole numbers."""
    exact = Fraction(bound)
    return part * exact.denominator > whole * exact.numerator


def _below(part: Column, whole: Column, bound: int | Fraction) -> Column:
    exact = Fraction(bound)
    return part * exact.denominator < whole * exact.numerator


def _between(value: Column, first: date | None, last: date | None) -> Column:
    tests = [*([] if first is None else [value >= first]), *([] if last is None else [value <= last])]
    return reduce(and_, tests) if tests else ibis.ifelse(value.notnull(), True, _NULL)


def _right(table: Table, side: str) -> Column:
    standing = table[f"{side}withdrawal"]
    return ibis.cases((standing == "yes", True), (standing == "no", False), else_=_NULL)
