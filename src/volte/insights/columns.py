"""The facts as columns: DuckDB reads and writes the Parquet files. Loaded only by whoever needs facts."""

# ruff: noqa: S608  # statements are put together from names of our own columns and files
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from volte.insights import folders
from volte.insights.shapes import TABLES, Facts

# What a row is replaced by: a newer reading of its order or of its return.
REPLACED_BY = {"sold": "order_id", "returned": "return_id", "looked_at": "return_id"}
_ARROW = {
    "UUID": pyarrow.string(),
    "VARCHAR": pyarrow.string(),
    "INTEGER": pyarrow.int32(),
    "BIGINT": pyarrow.int64(),
    "BOOLEAN": pyarrow.bool_(),
    "TIMESTAMP": pyarrow.timestamp("us"),
}
_READ_AGAIN = "read_again"


@contextmanager
def opened(place: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB of its own in memory, which puts what does not fit beside the facts, in a folder nobody else has."""
    with duckdb.connect(":memory:") as database:
        database.execute("SET memory_limit = '1GB'")
        database.execute("SET temp_directory = ?", [str(folders.unfinished(place))])
        yield database


def write(database: duckdb.DuckDBPyConnection, facts: Facts, folder: Path, *, on_top_of: Path | None = None) -> None:
    """The facts as a set in `folder`, together with those of `on_top_of` that they do not replace."""
    read_again = [("order", one) for one in facts.orders] + [("return", one) for one in facts.returns]
    database.register("given", _arrow({"kind": "VARCHAR", "id": "UUID"}, read_again))
    database.execute(f"CREATE OR REPLACE TEMP TABLE {_READ_AGAIN} AS SELECT kind, id::UUID AS id FROM given")
    for table, columns in TABLES.items():
        database.register("given", _arrow(columns, facts.of(table)))
        typed = ", ".join(f'"{name}"::{kind} AS "{name}"' for name, kind in columns.items())
        older = f" UNION ALL BY NAME {_kept(table, on_top_of)}" if on_top_of else ""
        _copy(database, f"SELECT {typed} FROM given{older}", folder / f"{table}.parquet")
    before = f" UNION SELECT * FROM {_file(on_top_of, _READ_AGAIN)}" if on_top_of else ""
    _copy(database, f"SELECT * FROM {_READ_AGAIN}{before}", folder / f"{_READ_AGAIN}.parquet")


def put_together(database: duckdb.DuckDBPyConnection, folder: Path, *, base: Path, fresh: Path) -> None:
    """One set of a base and what changed since."""
    for table in TABLES:
        _copy(database, selected(table, base=base, fresh=fresh), folder / f"{table}.parquet")


def gather(database: duckdb.DuckDBPyConnection, folder: Path, *, parts: Path) -> None:
    """One set of many, each of which holds other orders; sorted, so that a question about a month reads a month."""
    for table in TABLES:
        moment = "placed_at" if table == "sold" else "requested_at" if table == "returned" else "unit_id"
        found = f"SELECT * FROM read_parquet('{_quoted(parts)}/*/{table}.parquet') ORDER BY {moment}"
        _copy(database, found, folder / f"{table}.parquet")


def selected(table: str, *, base: Path | None, fresh: Path | None) -> str:
    """The rows of a table as they stand, as a SELECT over the files."""
    if base is None:
        typed = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in TABLES[table].items())
        return f"SELECT {typed} WHERE false"
    if fresh is None:
        return f"SELECT * FROM {_file(base, table)}"
    key = REPLACED_BY[table]
    newer = f"SELECT id FROM {_file(fresh, _READ_AGAIN)} WHERE kind = '{key.removesuffix('_id')}'"
    return (
        f"SELECT b.* FROM {_file(base, table)} b ANTI JOIN ({newer}) n ON b.{key} = n.id "
        f"UNION ALL BY NAME SELECT * FROM {_file(fresh, table)}"
    )


def _kept(table: str, older: Path) -> str:
    key = REPLACED_BY[table]
    kind = key.removesuffix("_id")
    found = f"SELECT o.* FROM {_file(older, table)} o ANTI JOIN {_READ_AGAIN} n ON o.{key} = n.id AND n.kind = '{kind}'"
    return f"({found})"


def _arrow(columns: dict[str, str], rows: list[tuple[Any, ...]]) -> pyarrow.Table:
    fields = list(columns.items())
    if not rows:
        return pyarrow.table({name: pyarrow.array([], _ARROW[kind]) for name, kind in fields})
    by_column = zip(*rows, strict=True)
    arrays = [_array(kind, values) for (_, kind), values in zip(fields, by_column, strict=True)]
    return pyarrow.table(arrays, names=[name for name, _ in fields])


def _array(kind: str, values: tuple[Any, ...]) -> pyarrow.Array:
    written = [None if value is None else str(value) for value in values] if kind == "UUID" else values
    return pyarrow.array(written, _ARROW[kind])


def _copy(database: duckdb.DuckDBPyConnection, select: str, file: Path) -> None:
    database.execute(f"COPY ({select}) TO '{_quoted(file)}' (FORMAT parquet, COMPRESSION zstd)")


def _file(folder: Path | None, table: str) -> str:
    assert folder is not None
    return f"read_parquet('{_quoted(folder / f'{table}.parquet')}')"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
