"""Both policies over the returns of a shop: the whole answer."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import duckdb
import ibis

from volte.insights.backtest import compared, counting, dated, history, purchases
from volte.insights.backtest.leaving import Leaving
from volte.insights.backtest.outcome import Backtest
from volte.insights.backtest.purchases import Columns
from volte.kit.text import Message, message
from volte.policy.rules.columns.effective import scale_of
from volte.policy.rules.model import Policy
from volte.policy.rules.words import Fact
from volte.runtime import clock

# An order younger than the longest window and the time a parcel takes may still come back.
_USUAL_DAYS, _ON_THE_WAY = 30, 15


def backtest(*, current: Policy, draft: Policy, every: Sequence[history.Asked | None], sold: history.Sold) -> Backtest:
    """Both policies over everything that was asked for, once it is read: this takes a while, and asks no rows."""
    found = [one for one in every if one is not None]
    columns = purchases.columns(found, current=current, draft=draft)
    return replayed(columns, current=current, draft=draft, without_order=len(every) - len(found), sold=sold)


def sold(*, current: Policy, draft: Policy, period: history.Period) -> history.Sold:
    """What the entered shop sold in that time; young is what either policy may still let come back."""
    days = max(policy.terms.window.days or _USUAL_DAYS for policy in (current, draft)) + _ON_THE_WAY
    return history.sold(young_since=clock.now() - timedelta(days=days), period=period)


def replayed(
    found: Columns,
    *,
    current: Policy,
    draft: Policy,
    without_order: int = 0,
    sold: history.Sold = history.NOTHING,
) -> Backtest:
    """Both policies over these purchases."""
    with duckdb.connect(":memory:") as database:
        compare(database, found, current=current, draft=draft)
        return counted(database, found, current=current, draft=draft, unknown=_unknown(without_order, sold))


def counted(
    database: duckdb.DuckDBPyConnection,
    found: Columns,
    *,
    current: Policy,
    draft: Policy,
    unknown: Iterable[Message] = (),
    lines: bool = True,
) -> Backtest:
    """The answer, once the table `compared` is there; without its single lines, which are many, where nobody wants
    them."""
    totals = counting.totals(database)
    leaving = dated.leaving(database)
    missing = counting.missing(database, current, draft)
    items = found.purchases.num_rows
    return Backtest(
        items=items,
        currency=draft.currency,
        current=totals.current,
        draft=totals.draft,
        worse_items=totals.worse,
        better_items=totals.better,
        worse=totals.changed("worse"),
        better=totals.changed("better"),
        groups=tuple(counting.groups(database)),
        breaches=tuple(counting.breaches(database, totals, draft)),
        lines=tuple(counting.lines(database)) if lines else (),
        unknown=(
            *unknown,
            *_foreign(totals.foreign),
            *_never_begins(counting.undelivered(database, current, draft), items),
            *_buyers(counting.unknown_buyers(database)),
            *_not_told(missing, items),
            *_undated(leaving),
        ),
        asked_of_law=found.law.num_rows,
        leaving=leaving,
    )


def compare(database: duckdb.DuckDBPyConnection, found: Columns, *, current: Policy, draft: Policy) -> None:
    """Make the table `compared` in this database."""
    database.register("purchases", found.purchases)
    database.register("law", found.law)
    tables = ibis.duckdb.from_connection(database)
    sheet = purchases.with_law(tables.table("purchases"), tables.table("law"), alike=found.alike)
    narrow, whole = compared.compared(sheet, current=current, draft=draft, scale=scale_of(current, draft))
    database.execute(f"CREATE OR REPLACE TABLE {compared.NARROW} AS {written(narrow)}")
    database.execute(f"CREATE OR REPLACE VIEW compared AS {written(whole)}")


def written(expression: Any) -> str:
    """The expression as DuckDB's SQL. Its steps stay steps: put into one another they would grow without end."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        return str(ibis.to_sql(expression, dialect="duckdb"))
    finally:
        ibis.options.sql.fuse_selects = before


def _unknown(without_order: int, sold: history.Sold) -> Iterator[Message]:
    """What no replay of real returns can know."""
    yield message("insights-backtest-behaviour")
    yield message("insights-backtest-never-asked", lines=sold.never_asked, all=sold.lines)
    yield message("insights-backtest-young", lines=sold.young)
    if without_order:
        yield message("insights-backtest-no-order", items=without_order)


def _foreign(items: int) -> Iterator[Message]:
    if items:
        yield message("insights-backtest-currency", items=items)


def _never_begins(undelivered: int, items: int) -> Iterator[Message]:
    if undelivered:
        share = f"{100 * undelivered / items:.0f}"
        yield message("insights-backtest-undelivered", items=undelivered, share=share)


def _buyers(items: int) -> Iterator[Message]:
    if items:
        yield message("insights-backtest-buyers", items=items)


def _undated(leaving: Leaving) -> Iterator[Message]:
    now, then = leaving.undated_now.items, leaving.undated_then.items
    if now or then:
        yield message("insights-backtest-undated", now=now, then=then)
    if leaving.unscanned:
        yield message("insights-backtest-unscanned", items=leaving.unscanned)
    if leaving.uninspected:
        yield message("insights-backtest-uninspected", items=leaving.uninspected)


def _not_told(missing: Sequence[tuple[Fact, int]], items: int) -> Iterator[Message]:
    for fact, count in missing:
        share = f"{100 * count / items:.0f}"
        yield message("insights-backtest-missing", fact=message(f"policy-fact-{fact}"), items=count, share=share)
