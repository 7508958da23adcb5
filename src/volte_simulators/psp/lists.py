"""What is there? Lists as Stripe pages them: newest first, `limit` 1 to 100, `starting_after` an id."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from volte_simulators.psp import events, problems, shapes

_SHAPES: dict[str, Callable[[sqlite3.Row], shapes.Shape]] = {
    "charges": shapes.charge,
    "refunds": shapes.refund,
    "events": events.shape,
}
_FILTERS = {"charges": (), "refunds": ("charge",), "events": ("type",)}


def page(db: sqlite3.Connection, *, of: str, query: Mapping[str, str]) -> shapes.Shape:
    """`of` is one of our own table names, never what a caller sent."""
    limit = _limit(query)
    wheres, values = ["position < ?"], [_before(db, of=of, query=query)]
    for name in _FILTERS[of]:
        if name in query:
            wheres.append(f"{name} = ?")
            values.append(query[name])
    found = f"SELECT * FROM {of} WHERE {' AND '.join(wheres)} ORDER BY position DESC LIMIT ?"  # noqa: S608  see above
    rows = db.execute(found, (*values, limit + 1)).fetchall()
    shown = [_SHAPES[of](row) for row in rows[:limit]]
    return shapes.listing(url=f"/v1/{of}", data=shown, more=len(rows) > limit)


def _limit(query: Mapping[str, str]) -> int:
    written = query.get("limit", "10")
    if not written.isascii() or not written.isdigit() or not 1 <= int(written[:6]) <= 100:
        raise problems.invalid("limit is a whole number from 1 to 100", param="limit")
    return int(written)


def _before(db: sqlite3.Connection, *, of: str, query: Mapping[str, str]) -> object:
    after = query.get("starting_after")
    if after is None:
        return 1 << 62
    row = db.execute(f"SELECT position FROM {of} WHERE id = ?", (after,)).fetchone()  # noqa: S608  our own table names
    if row is None:
        raise problems.unknown(of.removesuffix("s"), after, param="starting_after")
    return row["position"]
