"""On which day must each refund be out, by either policy? In SQL over the compared purchases."""

# ruff: noqa: S608  # statements are put together from names of our own columns
from datetime import date, timedelta

import duckdb

from volte.insights.backtest.leaving import NONE, Leaving, Sum, periods, step_of
from volte.insights.backtest.purchases import CURRENT, DRAFT
from volte.kit.words import RefundTrigger
from volte.policy.rules.columns.effective import TRIGGERS

_SCAN, _RECEIPT, _LOOK = (
    TRIGGERS.index(one) for one in (RefundTrigger.CARRIER_SCAN, RefundTrigger.RECEIPT, RefundTrigger.INSPECTION)
)
# The news that starts a refund. A box that was taken in had been handed over by then, and what was settled had been
# looked at, if anybody looked.
_NEWS = f"""CASE {{side}}refund_at WHEN {_SCAN} THEN coalesce(sent_on, arrived_on) WHEN {_RECEIPT} THEN arrived_on
            ELSE coalesce(inspected_on, settled_on) END"""
_PROMISED = f"""(DATE '1970-01-01' + ({_NEWS}) + to_months({{side}}after_months::INT))::DATE - DATE '1970-01-01'
                + {{side}}after_days"""
# The earlier of promise and law, where either can be named.
_ONE_SIDE = f"""{{side}}refund AS {{side}}refund, least({{side}}lawful_on, {_PROMISED}) AS {{side}}leaves,
    {{side}}refund > 0 AND {{side}}refund_at = {_SCAN} AND sent_on IS NULL AND arrived_on IS NOT NULL
        AS {{side}}unscanned,
    {{side}}refund > 0 AND {{side}}refund_at = {_LOOK} AND inspected_on IS NULL AND settled_on IS NOT NULL
        AS {{side}}uninspected"""
_MADE = f"""CREATE OR REPLACE TEMP TABLE dated AS
SELECT requested, {_ONE_SIDE.format(side=CURRENT)}, {_ONE_SIDE.format(side=DRAFT)}
  FROM compared WHERE counted AND (current_refund > 0 OR draft_refund > 0)"""
_BOTH = "current_refund > 0 AND draft_refund > 0 AND current_leaves IS NOT NULL AND draft_leaves IS NOT NULL"
_TOLD = f"""SELECT avg(current_leaves - requested) FILTER ({_BOTH}), avg(draft_leaves - requested) FILTER ({_BOTH}),
       count(*) FILTER (current_unscanned OR draft_unscanned),
       count(*) FILTER (current_uninspected OR draft_uninspected) FROM dated"""
_FIRST = date(1970, 1, 1)


def leaving(database: duckdb.DuckDBPyConnection) -> Leaving:
    """Refunds by the day on which they have to be out."""
    database.execute(_MADE)
    now, then = _by_day(database, CURRENT), _by_day(database, DRAFT)
    undated_now, undated_then = now.pop(None, NONE), then.pop(None, NONE)
    ((days_now, days_then, unscanned, uninspected),) = database.execute(_TOLD).fetchall()
    known = [{day: found for day, found in side.items() if day is not None} for side in (now, then)]
    step = step_of([*known[0], *known[1]])
    return Leaving(
        step=step,
        periods=periods(*known, step=step),
        undated_now=undated_now,
        undated_then=undated_then,
        days_now=days_now,
        days_then=days_then,
        unscanned=unscanned,
        uninspected=uninspected,
    )


def _by_day(database: duckdb.DuckDBPyConnection, side: str) -> dict[date | None, Sum]:
    rows = database.execute(
        f"SELECT {side}leaves, count(*), sum({side}refund) FROM dated WHERE {side}refund > 0 GROUP BY 1"
    ).fetchall()
    return {
        None if day is None else _FIRST + timedelta(days=int(day)): Sum(int(items), int(amount))
        for day, items, amount in rows
    }
