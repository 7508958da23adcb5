"""The floor: as many rows as a return writes, written by hand with psycopg, in as many transactions.

Which rows those are is counted by PostgreSQL itself while Volte works. Copies of real rows go into the same tables
with the same indexes and triggers; only ids and unique texts are new. Updates touch a row and change nothing in it.
"""

import secrets
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import psutil
import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb
from tools.stack import Stack

TRANSACTIONS = 6
# Type numbers of json and jsonb in pg_type.
_JSON = (114, 3802)
Rows = dict[str, tuple[int, int]]
_COUNTS = "SELECT relname, n_tup_ins, n_tup_upd FROM pg_stat_user_tables"


def rows(stack: Stack) -> Rows:
    """Table -> rows inserted and updated so far."""
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        time.sleep(1.2)
        connection.execute("SELECT pg_stat_clear_snapshot()")
        return {name: (made, changed) for name, made, changed in connection.execute(_COUNTS)}


def waiting(stack: Stack) -> int:
    """Events, mails and jobs that are still to be done."""
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM volte_runtime_outboxevent WHERE dispatched_at IS NULL)"
            " + (SELECT count(*) FROM volte_messages_mail WHERE status = 'queued')"
            " + (SELECT count(*) FROM procrastinate_jobs"
            "    WHERE status IN ('todo', 'doing') AND queue_name <> 'schedule')"
        ).fetchone()
    return int(row[0]) if row else 0


def under_way(stack: Stack) -> int:
    """How many other connections are inside a transaction."""
    with psycopg.connect(stack.server.url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
        ).fetchone()
    return int(row[0]) if row else 0


def measure(
    stack: Stack, before: Rows, after: Rows, count: int, *, transactions: int = TRANSACTIONS, bare: bool = False
) -> float:
    """CPU milliseconds (ours and PostgreSQL's) to write by hand what one return wrote, in so many transactions.

    `bare` leaves out triggers and foreign keys, where copies of single rows would not pass them: less work by hand.
    """
    wanted = {
        name: ((made - before.get(name, (0, 0))[0]) / count, (changed - before.get(name, (0, 0))[1]) / count)
        for name, (made, changed) in after.items()
    }
    # Orders were taken in before; their rows may only be counted now, because backends report late.
    wanted = {name: pair for name, pair in wanted.items() if sum(pair) >= 0.5 and "catalogue" not in name}
    with psycopg.connect(stack.server.url) as connection:
        plan = [_Copy(connection, name, round(made), round(changed)) for name, (made, changed) in wanted.items()]
        if bare:
            connection.execute("SET session_replication_role = replica")
            connection.commit()
        me = psutil.Process()
        postgres, mine = stack.cpu_seconds("postgres"), sum(me.cpu_times()[:2])
        for _ in range(count):
            for part in range(transactions):
                for copy in plan[part::transactions]:
                    copy.write(connection)
                connection.commit()
        used = stack.cpu_seconds("postgres") - postgres + sum(me.cpu_times()[:2]) - mine
    return used / count * 1000


class _Copy:
    """One table's share of a return."""

    def __init__(self, connection: psycopg.Connection[Any], table: str, made: int, changed: int) -> None:
        self._made, self._changed = made, changed
        cursor = connection.execute(sql.SQL("SELECT * FROM {} ORDER BY 1 DESC LIMIT 1").format(sql.Identifier(table)))
        row = cursor.fetchone()
        assert row is not None and cursor.description is not None, table
        names = [column.name for column in cursor.description]
        self._row: Mapping[str, Any] = dict(zip(names, row, strict=True))
        self._json = {column.name for column in cursor.description if column.type_code in _JSON}
        self._widths = {column.name: column.internal_size or 8 for column in cursor.description}
        self._fresh = _unique_columns(connection, table)
        self._key = names[0]
        columns = sql.SQL(", ").join(map(sql.Identifier, names))
        places = sql.SQL(", ").join(map(sql.Placeholder, names))
        target = sql.Identifier(table)
        self._insert = sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES ({})").format(
            target, columns, places
        )
        key = sql.Identifier(self._key)
        self._update = sql.SQL("UPDATE {} SET {} = {} WHERE {} = %s").format(target, key, key, key)

    def write(self, connection: psycopg.Connection[Any]) -> None:
        for _ in range(self._made):
            connection.execute(self._insert, self._copy())
        for _ in range(self._changed):
            connection.execute(self._update, [self._row[self._key]])

    def _copy(self) -> dict[str, Any]:
        return {name: self._value(name, value) for name, value in self._row.items()}

    def _value(self, name: str, value: Any) -> Any:
        if name in self._fresh:
            if isinstance(value, UUID):
                return UUID(bytes=secrets.token_bytes(16))
            if isinstance(value, int):
                # As large as the column bears, so that it meets no number given by a sequence.
                half = 2 ** (8 * self._widths[name] - 2)
                return secrets.randbelow(half) + half
            if isinstance(value, str):
                return secrets.token_hex(6)
        return Jsonb(value) if name in self._json else value


def _unique_columns(connection: psycopg.Connection[Any], table: str) -> set[str]:
    """The primary key, and of every other unique index a column that is no reference."""
    found = connection.execute(
        "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
        " WHERE i.indrelid = %s::regclass AND i.indisunique"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = i.indrelid AND c.contype = 'f'"
        "                 AND a.attnum = ANY(c.conkey))",
        [table],
    )
    return {row[0] for row in found}
