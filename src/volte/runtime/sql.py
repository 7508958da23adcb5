"""Statements written by hand, each prepared once a connection and executed without the layers above libpq.

Those layers serve statements that are composed on the way, and cost several times what PostgreSQL needs to find a row
or two; a return asks seventy times. Connection, transaction, adapters and errors are Django's and psycopg's. Psycopg
itself prepares nothing (see `project.database`): it would throw ours away with its own after each rollback.
"""

import itertools
import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import connections
from psycopg import pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result

_PREPARED: WeakKeyDictionary[psycopg.Connection[Any], OrderedDict[tuple[str, tuple[int, ...] | None], bytes]] = (
    WeakKeyDictionary()
)
# A connection keeps so many; the one not asked for longest makes room. A complete return needs about sixty.
MOST_PREPARED = 300
_NAMES = itertools.count()
# A table was changed under a prepared statement: the next one to ask prepares it anew.
_PLAN_IS_STALE = b"0A000"


Row = tuple[Any, ...]


class Found:
    """What a statement gave: how many rows it touched or found, and the rows."""

    __slots__ = ("rowcount", "rows")

    def __init__(self, rowcount: int, rows: list[Row]) -> None:
        self.rowcount = rowcount
        self.rows = rows

    def fetchone(self) -> Any:
        return self.rows[0] if self.rows else None

    def fetchall(self) -> list[Row]:
        return self.rows


def run(statement: str, values: Sequence[Any] | Mapping[str, Any] = (), *, once: bool = False) -> Found:
    """Execute, with a `%s` for each value or a `%(name)s` for each named one (no other `%` may stand in it).

    `once` is for a statement that hardly comes again in this shape: it is not kept prepared. Raises Django's database
    errors.
    """
    database = connections["default"]
    numbered, names = _numbered(statement)
    given = [values[name] for name in names] if isinstance(values, Mapping) else values
    if database.queries_logged:  # somebody counts the statements: Django's own cursor tells them
        with database.cursor() as logged:
            logged.execute(statement, values)
            return Found(logged.rowcount, logged.fetchall() if logged.description else [])
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        return _execute(database.connection, numbered, given, once=once)


def _execute(connection: psycopg.Connection[Any], statement: str, values: Sequence[Any], *, once: bool) -> Found:
    if not connection.autocommit and connection.pgconn.transaction_status == pq.TransactionStatus.IDLE:
        connection.execute("SELECT 1")  # psycopg opens the transaction with the first statement it is given
    turn = Transformer(connection)
    given: Any = turn.dump_sequence(values, [PyFormat.AUTO] * len(values))
    server = connection.pgconn
    if once:
        answer = server.exec_params(statement.encode(), given, turn.types, turn.formats)
    else:
        answer = server.exec_prepared(_prepared(connection, statement, turn.types), given, turn.formats)
    if answer.status == pq.ExecStatus.TUPLES_OK:
        turn.set_pgresult(answer)
        return Found(answer.ntuples, turn.load_rows(0, answer.ntuples, tuple))
    if answer.status == pq.ExecStatus.COMMAND_OK:
        return Found(answer.command_tuples or 0, [])
    if answer.error_field(pq.DiagnosticField.SQLSTATE) == _PLAN_IS_STALE:
        _PREPARED.pop(connection, None)
    raise error_from_result(answer, encoding=connection.info.encoding)


def _prepared(connection: psycopg.Connection[Any], statement: str, types: tuple[int, ...] | None) -> bytes:
    """The name this statement has on this connection; asked with other types of values it is another statement."""
    known = _PREPARED.setdefault(connection, OrderedDict())
    name = known.get((statement, types))
    if name is not None:
        known.move_to_end((statement, types))
    else:
        if len(known) >= MOST_PREPARED:
            _, oldest = known.popitem(last=False)
            connection.pgconn.exec_(b"DEALLOCATE " + oldest)
        name = b"volte_%d" % next(_NAMES)
        answer = connection.pgconn.prepare(name, statement.encode(), types)
        if answer.status != pq.ExecStatus.COMMAND_OK:
            raise error_from_result(answer, encoding=connection.info.encoding)
        known[statement, types] = name
    return name


def begin(first: str) -> bool:
    """Open the transaction Django is about to use together with the statement that must come first, in one exchange.

    False when a transaction is open already; then nothing was done.
    """
    database = connections["default"]
    database.ensure_connection()
    with database.wrap_database_errors:
        server = database.connection.pgconn
        if server.transaction_status != pq.TransactionStatus.IDLE:
            return False
        answer = server.exec_(f"BEGIN; {first}".encode())
        if answer.status != pq.ExecStatus.COMMAND_OK:
            raise error_from_result(answer)
    return True


@lru_cache(maxsize=1024)
def _numbered(statement: str) -> tuple[str, tuple[str, ...]]:
    """PostgreSQL's own `$1`, and the names in their order: psycopg would take this apart at each execution."""
    names: list[str] = []
    number = itertools.count(1)

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return f"${next(number)}"
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return re.sub(r"%(?:\((\w+)\))?s", place, statement), tuple(names)
