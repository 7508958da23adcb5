"""The shop's facts as Ibis tables, cut to what was asked. Loaded only by whoever asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
from ibis import _

from volte.insights import columns
from volte.insights.asked import View
from volte.insights.shapes import TABLES

Table = Any


@dataclass(frozen=True, slots=True)
class Facts:
    """All rows, before any filter."""

    sold: Table
    returned: Table
    looked_at: Table


@contextmanager
def opened(base: Path, fresh: Path | None) -> Iterator[Facts]:
    """The facts in these folders, for the length of one answer."""
    with columns.opened(base.parent) as plain:
        database = ibis.duckdb.from_connection(plain)
        yield Facts(*(database.sql(columns.selected(name, base=base, fresh=fresh)) for name in TABLES))


def chosen(table: Table, view: View, *, moment: str) -> Table:
    """The rows the filters ask for; `moment` is the column the days are about."""
    filters = view.filters
    begins, ends = view.begins(), view.ends()
    tests = [
        (begins is not None, lambda: _[moment] >= begins),
        (ends is not None, lambda: _[moment] < ends),
        (bool(filters.product), lambda: _.product == filters.product),
        (bool(filters.country), lambda: _.country == filters.country),
        (bool(filters.channel), lambda: _.channel == filters.channel),
    ]
    wanted = [test() for is_asked, test in tests if is_asked]  # type: ignore[no-untyped-call]  # Ibis expressions
    return table.filter(*wanted) if wanted else table


def came_back(facts: Facts, view: View, *, moment: str = "requested_at") -> Table:
    """Items somebody asked to send back and that were not refused, cancelled or let lapse."""
    return chosen(facts.returned.filter(_.counts), view, moment=moment)


def is_mature(view: View) -> Any:
    """Can no more come back of it? Thirty days after delivery, say; after the order where no delivery is known."""
    delivered = _.delivered_at <= view.mature_if_delivered_by()
    placed = _.delivered_at.isnull() & (_.placed_at <= view.mature_if_placed_by())
    return delivered | placed


def rates(facts: Facts, view: View, by: dict[str, Any]) -> Table:
    """For each value of `by`: units sold of orders nothing more is expected of and the sum of their squared quantities
    (for `rules.rates`), those of them that came back, and the units sold so lately (`young`) that they may still come
    back. One look at what was sold: most of the work."""
    sold = chosen(facts.sold, view, moment="placed_at").mutate(ripe=is_mature(view))
    back = came_back(facts, view, moment="placed_at").filter(is_mature(view), _.order_id.notnull())
    names = list(by)
    squared = _.quantity.cast("float64") * _.quantity
    of_sold = sold.group_by(**by).aggregate(
        sold=_.quantity.sum(where=_.ripe), young=_.quantity.sum(where=~_.ripe), squares=squared.sum(where=_.ripe)
    )
    of_back = back.group_by(**by).aggregate(back=_.units.sum())
    joined = of_sold.left_join(of_back, names)
    counts = {name: joined[name].fill_null(0) for name in ("sold", "young", "squares", "back")}
    return joined.select(*names, **counts)


def rows(expression: Table) -> list[dict[str, Any]]:
    """What the expression gives."""
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found
