"""Does a condition hold, for a column of facts? TRUE, FALSE, or NULL where the fact is missing.

SQL's `AND` is the reading of a rule: one FALSE closes it, else one NULL leaves it unfired, else it holds.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from typing import assert_never

import ibis

from volte.policy.rules import conditions as by_row
from volte.policy.rules.columns.sheet import Column, Sheet
from volte.policy.rules.columns.table import number, path
from volte.policy.rules.conditions import Condition
from volte.policy.rules.words import Fact


def holds(sheet: Sheet, when: Sequence[Condition], *, side: str) -> Column:
    """All of `when`. `side` names whose law columns tell the right to withdraw."""
    return reduce(and_, (_one(sheet, condition, side) for condition in when), ibis.literal(True))


def _one(sheet: Sheet, condition: Condition, side: str) -> Column:
    match condition:
        case by_row.OneOf(fact, values):
            return sheet[fact.value].isin(sorted(map(str, values)))
        case by_row.AnyOf(fact, values):
            return _any(sheet[fact.value].contains(str(word)) for word in sorted(values))
        case by_row.Matching(fact, exact, beginnings):
            return _matching(sheet[fact.value], exact, beginnings)
        case by_row.InCategory(paths):
            return _any(sheet[Fact.CATEGORY.value].contains(path(steps)) for steps in paths)
        case by_row.OptionIs(name, values, fact):
            return sheet[fact.value].get(name).isin(sorted(values))
        case by_row.Range():
            return _range(sheet, condition)
        case by_row.Between(fact, first, last):
            return _between(sheet[fact.value], first, last)
        case by_row.Is(fact, value):
            found = _right(sheet, side) if fact is Fact.WITHDRAWAL_RIGHT else sheet[fact.value]
            return found == value
        case by_row.ReturnsOften(over, months, least):
            counts = (sheet["rate_months"] == months) & (sheet["rate_orders"] >= least)
            return ibis.ifelse(counts, _above(sheet["rate_part"], sheet["rate_whole"], over), _NULL)
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


def _range(sheet: Sheet, asked: by_row.Range) -> Column:
    fact = asked.fact
    part = sheet["discount_part" if fact is Fact.DISCOUNT else fact.value]
    whole = sheet["discount_whole"] if fact is Fact.DISCOUNT else 1
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
    return ibis.ifelse(sheet[f"{fact.value}_currency"] == asked.currency, found, _NULL)


def _above(part: Column, whole: Column, bound: int | Fraction) -> Column:
    """part / whole > bound, in whole numbers."""
    exact = Fraction(bound)
    return part * exact.denominator > whole * exact.numerator


def _below(part: Column, whole: Column, bound: int | Fraction) -> Column:
    exact = Fraction(bound)
    return part * exact.denominator < whole * exact.numerator


def _between(value: Column, first: date | None, last: date | None) -> Column:
    tests = [*([] if first is None else [value >= number(first)]), *([] if last is None else [value <= number(last)])]
    return reduce(and_, tests) if tests else ibis.ifelse(value.notnull(), True, _NULL)


def _right(sheet: Sheet, side: str) -> Column:
    standing = sheet[f"{side}withdrawal"]
    return ibis.cases((standing == "yes", True), (standing == "no", False), else_=_NULL)
