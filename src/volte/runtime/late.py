"""Writes wait for the end of the transaction and leave in one statement: new rows, and changes of rows that are ours.

A transaction that fails writes none of them. Whoever asks for rows of such a table earlier gets them written first
(see `rows.ShopManager` and `hot.rows`), so waiting is never seen; statements of one's own over such tables ask `write`
first. Within a savepoint nothing waits: it may be undone alone.
"""

from collections.abc import Sequence
from functools import lru_cache

from django.db import DatabaseError, models

from volte.runtime import columns, sql, tenancy

# More rows of one table than a usual return has: each number of them is a statement of its own, not worth keeping.
_OFTEN = 6
Rows = Sequence[models.Model]
Changed = tuple[type[models.Model], tuple[str, ...]]


def add(row: models.Model) -> None:
    """Insert the row before this transaction commits, behind those of its table that came before it."""
    _later(row)


def change(row: models.Model) -> None:
    """Write what was changed of the row before this transaction commits; it must be ours (locked, or made here)."""
    if _waits(row):
        if not tenancy.may_wait():
            raise RuntimeError("what waits would keep what this savepoint may undo: change it before it or after it")
        return  # it is written as it will be then
    if columns.changes(row):
        _later(row)


def awaits(model: type[models.Model]) -> bool:
    """Do rows of this table wait to be written?"""
    return any(type(row) is model for row in tenancy.waiting())


def write() -> None:
    """Write all that waits."""
    waiting = tenancy.waiting()
    if waiting:
        if not tenancy.may_wait():
            raise RuntimeError("what waits would be lost with this savepoint: ask before it or after it")
        rows = list(waiting)
        waiting.clear()
        _write(rows)


def _later(row: models.Model) -> None:
    if tenancy.may_wait():
        tenancy.before_leaving(write)
        tenancy.waiting().append(row)
    else:
        _write([row])


def _waits(row: models.Model) -> bool:
    return any(other is row for other in tenancy.waiting())


def _write(rows: Rows) -> None:
    """New rows, within a table in the order given, and changed ones: all in one statement, whatever their tables.

    Fails when a changed row is gone.
    """
    fresh: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        if row._state.adding:
            fresh.setdefault(type(row), []).append(row)
    changed = [(row, names) for row in rows if not row._state.adding and (names := columns.changes(row))]
    if not fresh and not changed:
        return
    given = [value for own in fresh.values() for row in own for value in columns.values(row)]
    for row, names in changed:
        given += [*columns.values(row, names), tenancy.current(), row.pk]
    inserts = tuple((model, len(own)) for model, own in fresh.items())
    updates = tuple((type(row), names) for row, names in changed)
    once = any(count > _OFTEN for _, count in inserts) or len(updates) > _OFTEN
    (hits,) = sql.run(_statement(inserts, updates), given, once=once).fetchone()
    for (row, _), hit in zip(changed, hits, strict=True):
        if not hit:
            raise DatabaseError(f"no {type(row).__name__} {row.pk} to update")
    for row in rows:
        row._state.adding = False
        columns.as_read(row)


@lru_cache(maxsize=2048)
def _statement(inserts: tuple[tuple[type[models.Model], int], ...], updates: tuple[Changed, ...]) -> str:
    """Each table's rows and each changed row a part of its own; the answer is one truth for each changed row."""
    parts = [f"made{at} AS ({_insert(model, count)})" for at, (model, count) in enumerate(inserts)]
    parts += [f"changed{at} AS ({_update(model, names)})" for at, (model, names) in enumerate(updates)]
    hits = ", ".join(f"EXISTS (SELECT FROM changed{at})" for at in range(len(updates)))
    return f"WITH {', '.join(parts)} SELECT ARRAY[{hits}]::boolean[]"


def _insert(model: type[models.Model], count: int) -> str:
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = f"({', '.join(['%s'] * len(fields))})"
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES {", ".join([places] * count)}'  # noqa: S608  # names of our own columns


def _update(model: type[models.Model], names: Sequence[str]) -> str:
    column = {field.attname: field.column for field in model._meta.concrete_fields}
    changes = ", ".join(f'"{column[name]}" = %s' for name in names)
    return f'UPDATE "{model._meta.db_table}" SET {changes} WHERE shop_id = %s AND id = %s RETURNING 1'  # noqa: S608  # names of our own columns
