"""How does the database stand to the code? Which migrations are missing, and how they are applied while a shop runs."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import OperationalError
from psycopg import errors as pg

from volte.kit.errors import Conflict
from volte.runtime import isolation

# One migrates at a time, on whatever machine; a backup and a restore keep migrations away.
_LOCK = 7_311_003
# A statement that cannot have its lock in this time gives way: those behind it in the queue are shoppers.
_PATIENCE = "2s"
_TRIES = 30
_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class State:
    """`missing` are migrations of the code the database has not seen; `unknown` those it has seen and the code does not
    know: it was brought up to date by a newer Volte."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def state() -> State:
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    known, applied = set(loader.disk_migrations), set(loader.applied_migrations or ())
    ours = {app for app, _ in known}
    # A squashed migration replaces others and counts as applied with them.
    missing = sorted(f"{app}.{name}" for app, name in set(loader.graph.nodes) - applied)
    unknown = sorted(f"{app}.{name}" for app, name in applied - known if app in ours)
    return State(tuple(missing), tuple(unknown))


def migrate(*, say: Callable[[str], None]) -> None:
    """Bring the database up to date and lay the isolation of shops over it, one machine at a time; refuses
    `migration_locked_out`."""
    with alone(say=say):
        patiently(say=say)


def patiently(*, say: Callable[[str], None]) -> None:
    """The same for somebody who is alone already.

    Each migration is a transaction of its own. One that waits too long for a table gives way, and is tried again: the
    shop goes on meanwhile.
    """
    for left in range(_TRIES, 0, -1):
        try:
            _apply()
            return
        except OperationalError as error:
            if not isinstance(error.__cause__, pg.LockNotAvailable):
                raise
            if left == 1:
                raise Conflict("migration_locked_out") from error
        say("The shop is busy: a migration gave way and is tried again.")
        connection.close()
        time.sleep(_PAUSE)


def wait_until_ready(*, seconds: float, say: Callable[[str], None]) -> None:
    """For web and worker: until the database is as new as the code; refuses `database_behind` after `seconds`. One that
    is newer is fine: machines are brought up to date one after another."""
    deadline = time.monotonic() + seconds
    told = False
    while missing := state().missing:
        if time.monotonic() >= deadline:
            raise Conflict("database_behind", count=len(missing))
        if not told:
            say(f"The database is {len(missing)} migrations behind this Volte; waiting for `volte migrate`…")
            told = True
        connection.close()
        time.sleep(1.0)


@contextmanager
def alone(*, say: Callable[[str], None] = lambda _: None) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Nobody else migrates, backs up or restores meanwhile. The lock belongs to a connection of its own: killed, we let
    go of it."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as holder:
        row = holder.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK]).fetchone()
        if not (row and row[0]):
            say("Another machine is migrating, backing up or restoring this database; waiting for it…")
            holder.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        yield holder


def _apply() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [_PATIENCE])
    try:
        call_command("migrate", verbosity=0, interactive=False)
        isolation.enforce()
    finally:
        if connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")
