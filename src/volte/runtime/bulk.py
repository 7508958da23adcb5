"""Many rows in one go: a few as VALUES, many through COPY into a staging table that lives for the transaction.

COPY cannot write to tables with row-level security, so the rows always pass an INSERT, where the policy holds.
Table and column names come from the models, values travel as parameters.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from volte.runtime import columns

COPY_FROM = 50


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows ready to travel: `same` is what all of them say (by column), `text` is what differs, a line of CSV for each
    row with the columns of `varying`."""

    names: tuple[str, ...]
    same: Mapping[str, Any]
    varying: tuple[str, ...]
    text: bytes


def packed(*, rows: Sequence[Mapping[str, Any]]) -> Packed:
    """Rows of plain values (text, numbers, yes or no, ids, moments), at least one, all with the same columns.

    Only what differs from row to row travels; half the columns of an import say the same in all of them. No database is
    asked, so that it can be done beside one.
    """
    # Arrow takes a tenth of a second to load, which only an import shall pay.
    import pyarrow  # noqa: PLC0415
    from pyarrow import csv  # noqa: PLC0415

    columns = {name: [row[name] for row in rows] for name in rows[0]}
    varying = {name: column for name, column in columns.items() if not _says_one_thing(column)}
    varying = varying or dict(list(columns.items())[:1])
    table = pyarrow.table({name: _plain(column) for name, column in varying.items()})
    out = BytesIO()
    csv.write_csv(table, out, csv.WriteOptions(include_header=False))
    same = {name: column[0] for name, column in columns.items() if name not in varying}
    return Packed(tuple(columns), same, tuple(varying), out.getvalue())


def _says_one_thing(column: Sequence[Any]) -> bool:
    return bool(column[0] == column[-1]) and column.count(column[0]) == len(column)


def _plain(column: list[Any]) -> list[Any]:
    return [each.hex if each is not None else None for each in column] if isinstance(column[0], UUID) else column


def insert(
    *,
    model: type[models.Model],
    rows: Sequence[Mapping[str, Any]],
    once: Sequence[str] = (),
    change: Sequence[str] = (),
    returning: str = "",
) -> list[Any]:
    """Insert rows (all with the same columns); the `returning` column of each row written, if one is named.

    `once` names the columns of a unique constraint: a row that is already there has its `change` columns set, or is
    left alone (and not returned) when there are none.
    """
    if not rows:
        return []
    with connection.cursor() as cursor:
        source = _values(rows) if len(rows) < COPY_FROM else _staged(cursor, model, rows)
        return _insert(cursor, model, list(rows[0]), source, once, change, returning)


def insert_packed(*, model: type[models.Model], rows: Packed) -> None:
    """Insert rows that were packed before, all of them new."""
    with connection.cursor() as cursor:
        with _staging(cursor, model, rows.varying, " (FORMAT csv)") as copy:
            copy.write(rows.text)
        _insert(cursor, model, rows.names, _from_staging(rows.names, rows.same))


def insert_rows(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model; Django's own `bulk_create` spends five times as long on composing its statement."""
    if rows:
        names = [field.attname for field in type(rows[0])._meta.concrete_fields]
        given = [dict(zip(names, columns.values(row), strict=True)) for row in rows]
        insert(model=type(rows[0]), rows=given)


def _insert(
    cursor: CursorWrapper,
    model: type[models.Model],
    names: Sequence[str],
    source: sql.Composed,
    once: Sequence[str] = (),
    change: Sequence[str] = (),
    returning: str = "",
) -> list[Any]:
    table = sql.Identifier(model._meta.db_table)
    cursor.execute(
        sql.SQL("INSERT INTO {table} ({columns}) {source}{conflict}{returning}").format(
            table=table,
            columns=_names(names),
            source=source,
            conflict=_conflict(table, once, change),
            returning=sql.SQL(" RETURNING {}").format(sql.Identifier(returning)) if returning else sql.SQL(""),
        )
    )
    return [row[0] for row in cursor.fetchall()] if returning else []


def _names(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _values(rows: Sequence[Mapping[str, Any]]) -> sql.Composed:
    each = (sql.SQL("({})").format(sql.SQL(", ").join(map(sql.Literal, row.values()))) for row in rows)
    return sql.SQL("VALUES ") + sql.SQL(", ").join(each)


def _staged(cursor: CursorWrapper, model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> sql.Composed:
    first = rows[0]
    varying = [name for name in first if any(row[name] != first[name] for row in rows)] or list(first)[:1]
    with _staging(cursor, model, varying) as copy:
        for row in rows:
            copy.write_row([row[name] for name in varying])
    return _from_staging(list(first), {name: first[name] for name in first if name not in varying})


@contextmanager
def _staging(
    cursor: CursorWrapper, model: type[models.Model], names: Sequence[str], form: str = ""
) -> Iterator[psycopg.Copy]:
    """A table for what differs from row to row; the one of the last batch of this transaction goes."""
    table, columns = sql.Identifier(model._meta.db_table), _names(names)
    cursor.execute("DROP TABLE IF EXISTS pg_temp.volte_staging")
    make = "CREATE TEMPORARY TABLE volte_staging ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA"
    cursor.execute(sql.SQL(make).format(names=columns, table=table))
    with cursor.copy(sql.SQL("COPY volte_staging ({}) FROM STDIN" + form).format(columns)) as copy:
        yield copy


def _from_staging(names: Sequence[str], same: Mapping[str, Any]) -> sql.Composed:
    chosen = (sql.Literal(same[name]) if name in same else sql.Identifier(name) for name in names)
    return sql.SQL("SELECT {} FROM volte_staging").format(sql.SQL(", ").join(chosen))


def _conflict(table: sql.Identifier, once: Sequence[str], change: Sequence[str]) -> sql.Composable:
    """A row that would not really change is not written again: no dead row, no lock held for nothing."""
    if not once:
        return sql.SQL("")
    target = sql.SQL(" ON CONFLICT ({}) ").format(_names(once))
    if not change:
        return target + sql.SQL("DO NOTHING")
    pairs = (sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in change)
    before = sql.SQL(", ").join(table + sql.SQL(".") + sql.Identifier(name) for name in change)
    after = sql.SQL(", ").join(sql.SQL("EXCLUDED.") + sql.Identifier(name) for name in change)
    update = sql.SQL("DO UPDATE SET {} WHERE ({}) IS DISTINCT FROM ({})")
    return target + update.format(sql.SQL(", ").join(pairs), before, after)
