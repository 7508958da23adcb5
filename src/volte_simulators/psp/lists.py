"""What is there? Lists as Stripe pages them: newest first, `limit` 1 to 100, `starting_after` an id."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from volte_simulators.psp import events, problems, shapes

_SHAPES: dict[str, Callable[[sqlite3.Row], shapes.Shape]] = {
    "charges": shapes.charge,
    "refunds": shapes.refund,
    "intents": shapes.intent,
    "events": events.shape,
}
# What may be asked for, and the column that answers.
_FILTERS = {
    "charges": {"payment_intent": "intent"},
    "refunds": {"charge": "charge", "payment_intent": "intent"},
    "intents": {},
    "events": {"type": "type"},
}
_MADE = {"events": "CAST(json_extract(content, '$.created') AS INTEGER)"}
_COMPARED = {"created": "=", "created[gt]": ">", "created[gte]": ">=", "created[lt]": "<", "created[lte]": "<="}


def page(db: sqlite3.Connection, *, of: str, query: Mapping[str, str]) -> shapes.Shape:
    """`of` is one of our own table names, never what a caller sent."""
    limit = _limit(query)
    wheres, values = ["position < ?"], [_before(db, of=of, query=query)]
    for name, value in query.items():
        if name in _FILTERS[of]:
            wheres.append(f"{_FILTERS[of][name]} = ?")
            values.append(value)
        elif name in _COMPARED:
            wheres.append(f"{_MADE.get(of, 'created')} {_COMPARED[name]} ?")
            values.append(_moment(name, value))
        elif name not in ("limit", "starting_after"):
            # A filter that is silently left out would list what nobody asked for.
            raise problems.invalid(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)
    found = f"SELECT * FROM {of} WHERE {' AND '.join(wheres)} ORDER BY position DESC LIMIT ?"  # noqa: S608  see above
    rows = db.execute(found, (*values, limit + 1)).fetchall()
    shown = [_SHAPES[of](row) for row in rows[:limit]]
    address = "payment_intents" if of == "intents" else of
    return shapes.listing(url=f"/v1/{address}", data=shown, more=len(rows) > limit)


def _moment(name: str, written: str) -> int:
    if not written.isascii() or not written.isdigit() or len(written) > 12:
        raise problems.invalid(f"Invalid timestamp: {name}", code="parameter_invalid_integer", param=name)
    return int(written)


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
