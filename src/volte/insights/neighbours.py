"""What else has to be read again when these orders and returns changed?

A return's facts hold what is known of its order, so both are read together. An order's facts hold which of its
customer's orders it was; a new last order changes no other, an earlier one or one that changed hands changes those
that follow.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.insights import folders
from volte.insights.models import FactSet
from volte.insights.touched import Touched
from volte.runtime import sql, tenancy

_ORDERS_OF_RETURNS = "SELECT order_id FROM volte_returns_return WHERE shop_id = %s AND id = ANY(%s)"
_RETURNS_OF_ORDERS = "SELECT id FROM volte_returns_return WHERE shop_id = %s AND order_id = ANY(%s)"
_NOW = """
SELECT id, customer_id, placed_at AT TIME ZONE 'UTC' FROM volte_catalogue_order WHERE shop_id = %s AND id = ANY(%s)
"""
_ALL_OF_CUSTOMERS = "SELECT id FROM volte_catalogue_order WHERE shop_id = %s AND customer_id = ANY(%s)"
_LATER = """
SELECT o.id FROM volte_catalogue_order o
  JOIN unnest(%s::uuid[], %s::timestamp[]) AS changed (customer, since) ON changed.customer = o.customer_id
 WHERE o.shop_id = %s AND o.placed_at AT TIME ZONE 'UTC' >= changed.since
"""


def of(touched: Touched, row: FactSet) -> tuple[Sequence[UUID], Sequence[UUID]]:
    """The orders and returns to read, each once, in a fixed order."""
    orders, returns = set(touched.orders), set(touched.returns)
    orders.update(one for (one,) in _run(_ORDERS_OF_RETURNS, list(returns)) if one is not None)
    before = _as_written(row, orders) if orders else {}
    orders.update(touched.orders, _shifted(orders, before, touched.customers))
    returns.update(one for (one,) in _run(_RETURNS_OF_ORDERS, list(orders)))
    return sorted(orders), sorted(returns)


def _shifted(orders: set[UUID], before: dict[UUID, tuple[Any, datetime]], customers: set[UUID]) -> set[UUID]:
    """Orders whose place among those of their customer may be another now."""
    now = {order: (customer, placed_at) for order, customer, placed_at in _run(_NOW, list(orders))}
    whole = set(customers)
    since: dict[UUID, datetime] = {}
    for order in orders:
        was, is_now = before.get(order), now.get(order)
        if was == is_now:
            continue
        if was is not None:
            whole.update(one[0] for one in (was, is_now) if one and one[0])
        elif is_now and is_now[0]:
            since[is_now[0]] = min(is_now[1], since.get(is_now[0], is_now[1]))
    later = sql.run(_LATER, [list(since), list(since.values()), tenancy.current()]).fetchall() if since else []
    return {one for (one,) in _run(_ALL_OF_CUSTOMERS, list(whole))} | {one for (one,) in later}


def _as_written(row: FactSet, orders: set[UUID]) -> dict[UUID, tuple[Any, datetime]]:
    """Customer and moment of these orders, as the facts have them."""
    # DuckDB is loaded by whoever works with facts, not by whoever starts the program.
    from volte.insights import columns  # noqa: PLC0415

    place = folders.home(row.shop_id)
    sold = columns.selected("sold", base=place / row.base, fresh=place / row.fresh if row.fresh else None)
    with columns.opened(place) as database:
        database.execute("CREATE TEMP TABLE wanted AS SELECT unnest(?::UUID[]) AS id", [[str(one) for one in orders]])
        found = database.execute(
            "SELECT DISTINCT s.order_id, s.customer, s.placed_at "  # noqa: S608  # names of our own files
            f"FROM ({sold}) s SEMI JOIN wanted w ON s.order_id = w.id"
        ).fetchall()
    return {order: (customer, placed_at) for order, customer, placed_at in found}


def _run(statement: str, chosen: list[UUID]) -> list[tuple[Any, ...]]:
    return sql.run(statement, [tenancy.current(), chosen]).fetchall() if chosen else []
