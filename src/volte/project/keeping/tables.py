"""Which tables are ours, how they depend on one another, and what of them a backup holds."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

import psycopg
from django.apps import apps
from psycopg import sql

Connection = psycopg.Connection[tuple[object, ...]]

MIGRATIONS = "django_migrations"
# Facts of insights lie in files of their own and are made anew from the rows of orders and returns,
# as soon as their own row is missing.
# Workers of this moment are no workers of the next. Jobs they had in hand belong to nobody then, and the sweep takes
# them back.
LEFT_OUT = frozenset({"procrastinate_workers", "volte_insights_factset"})
_INSTEAD = {("procrastinate_jobs", "worker_id"): sql.SQL("NULL::bigint")}

_COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position
"""
_NEEDS = """
SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid AND NOT condeferrable
"""
_SEQUENCES = """
SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename
"""


def present(connection: Connection) -> list[str]:
    """Every table in the database, ours or not."""
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [str(name) for (name,) in found]


def ours(connection: Connection) -> list[str]:
    """The tables a backup holds: those of the models, and which migrations were applied."""
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {MIGRATIONS}
    return [name for name in present(connection) if name in known - LEFT_OUT]


def columns(connection: Connection, table: str) -> tuple[str, ...]:
    return tuple(str(name) for (name,) in connection.execute(_COLUMNS, [table]))


def copy_out(table: str, names: Iterable[str]) -> sql.Composed:
    shown = sql.SQL(", ").join(_INSTEAD.get((table, name), sql.Identifier(name)) for name in names)
    return sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(shown, sql.Identifier(table))


def copy_in(table: str, names: Iterable[str]) -> sql.Composed:
    shown = sql.SQL(", ").join(map(sql.Identifier, names))
    return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), shown)


def in_order(connection: Connection, names: Iterable[str]) -> list[str]:
    """Those that are referred to before those that refer, where the database would not wait until the end."""
    graph: TopologicalSorter[str] = TopologicalSorter({name: set() for name in names})
    wanted = set(names)
    for table, needed in connection.execute(_NEEDS):
        if table in wanted and needed in wanted:
            graph.add(str(table), str(needed))
    return list(graph.static_order())


def sequences(connection: Connection) -> list[str]:
    return [str(name) for (name,) in connection.execute(_SEQUENCES)]
