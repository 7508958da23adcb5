"""Rows nobody reads before the transaction ends: history, events, the audit. All of them are written in one statement.

A transaction that fails writes none of them. Whoever asks for rows of such a table earlier gets them written first
(see `rows.ShopManager`), so waiting is never seen. Within a savepoint nothing waits: it may be undone alone.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import models

from volte.runtime import columns, sql, tenancy

Rows = list[models.Model]


def add(row: models.Model) -> None:
    """Insert the row before this transaction commits, behind those of its table that came before it."""
    if tenancy.may_wait():
        tenancy.before_leaving(write)
        tenancy.waiting().append(row)
    else:
        insert([row])


def awaits(model: type[models.Model]) -> bool:
    """Do rows of this table wait to be written?"""
    return any(type(row) is model for row in tenancy.waiting())


def write() -> None:
    """Insert all that waits."""
    waiting = tenancy.waiting()
    if waiting:
        if not tenancy.may_wait():
            raise RuntimeError("what waits would be lost with this savepoint: ask before it or after it")
        rows = list(waiting)
        waiting.clear()
        insert(rows)


def insert(rows: Sequence[models.Model]) -> None:
    """Insert rows of any tables in one statement; within a table in the order given."""
    by_model: dict[type[models.Model], Rows] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    given = [value for own in by_model.values() for row in own for value in columns.values(row)]
    sql.run(_insert(tuple((model, len(own)) for model, own in by_model.items())), given)
    for row in rows:
        row._state.adding = False


@lru_cache(maxsize=256)
def _fields(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(model._meta.concrete_fields)


@lru_cache(maxsize=1024)
def _insert(tables: tuple[tuple[type[models.Model], int], ...]) -> str:
    parts = [f"{_into(model)} VALUES {', '.join([_places(model)] * count)}" for model, count in tables]
    first = "".join(f"{', ' if place else 'WITH '}part{place} AS ({part})" for place, part in enumerate(parts[:-1]))
    return f"{first} {parts[-1]}"


@lru_cache(maxsize=256)
def _into(model: type[models.Model]) -> str:
    columns = ", ".join(f'"{field.column}"' for field in _fields(model))
    return f'INSERT INTO "{model._meta.db_table}" ({columns})'


@lru_cache(maxsize=256)
def _places(model: type[models.Model]) -> str:
    return f"({', '.join(['%s'] * len(_fields(model)))})"
