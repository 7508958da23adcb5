"""Taking a backup while the shop runs.

The database is read in one REPEATABLE READ transaction: what was committed when it began is in the backup, all of it,
and nothing later. A file lies on the disk before the row that names it is committed, so the files named by the snapshot
are there to be read afterwards.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql

import volte
from volte.kit.errors import NotFound
from volte.project.keeping import archive, tables
from volte.project.keeping.archive import Writer
from volte.project.keeping.manifest import FORMAT, Files, Manifest, Table
from volte.project.keeping.manifest import Sequence as SequenceState
from volte.runtime import files, migrating


def take(file: Path, *, with_secret_key: bool, say: Callable[[str], None]) -> Manifest:
    """Write the backup; refuses `backup_exists`; OSError when there is no room. Migrations wait until it is done."""
    with (
        archive.writing(file) as writer,
        migrating.alone(say=say),
        psycopg.connect(os.environ["DATABASE_URL"], autocommit=False) as connection,
    ):
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        # Somebody who sees only some of the rows must not take this for all of them.
        connection.execute("SET row_security = off")
        taken_at, version = _one(connection, "SELECT clock_timestamp(), current_setting('server_version')")
        manifest = Manifest(
            format=FORMAT,
            volte=volte.__version__,
            postgresql=version,
            taken_at=taken_at,
            shops=tuple(handle for (handle,) in connection.execute("SELECT handle FROM volte_runtime_shop ORDER BY 1")),
            migrations=_migrations(connection),
            tables=_tables(connection, writer, say),
            sequences=_sequences(connection),
            files=_files(connection, writer, say),
            secret_key=with_secret_key,
        )
        if with_secret_key:
            with writer.member(archive.SECRET_KEY) as member:
                member.write(str(settings.SECRET_KEY).encode())
        writer.finish(manifest)
    return manifest


def _migrations(connection: tables.Connection) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for app, name in connection.execute("SELECT app, name FROM django_migrations ORDER BY id"):
        found[str(app)] = (*found.get(str(app), ()), str(name))
    return found


def _tables(connection: tables.Connection, writer: Writer, say: Callable[[str], None]) -> dict[str, Table]:
    names = tables.ours(connection)
    strange = sorted(set(tables.present(connection)) - set(names) - tables.LEFT_OUT)
    if strange:
        say(f"Not Volte's, and not in the backup: {', '.join(strange)}")
    return {name: _table(connection, writer, name) for name in names}


def _table(connection: tables.Connection, writer: Writer, name: str) -> Table:
    columns = tables.columns(connection, name)
    with writer.member(f"tables/{name}") as member, connection.cursor() as cursor:
        with cursor.copy(tables.copy_out(name, columns)) as rows:
            for piece in rows:
                member.write(piece)
        return Table(columns=columns, rows=member.lines, sha256=member.sha256)


def _sequences(connection: tables.Connection) -> dict[str, SequenceState]:
    """Read behind the rows: a sequence knows no snapshot, so it is at least as far as they are."""
    found: dict[str, SequenceState] = {}
    for name in tables.sequences(connection):
        last, called = _one(connection, sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name)))
        found[name] = SequenceState(last_value=last, is_called=called)
    return found


def _files(connection: tables.Connection, writer: Writer, say: Callable[[str], None]) -> Files:
    named = connection.execute("SELECT DISTINCT digest FROM volte_runtime_storedfile ORDER BY digest")
    missed: list[str] = []
    count = size = 0
    for digest in [str(row[0]) for row in named]:
        copied = _file(writer, digest)
        if copied is None:
            missed.append(digest)
        else:
            count, size = count + 1, size + copied
    still = _still_named(missed)
    lost, erased = [one for one in missed if one in still], [one for one in missed if one not in still]
    if lost:
        say(f"{len(lost)} files are named by the database and not there (or damaged); the backup is without them.")
    return Files(count=count, size=size, lost=tuple(lost), erased=tuple(erased))


def _file(writer: Writer, digest: str) -> int | None:
    """The size of a file that was copied whole. Opened once: who erases it meanwhile takes its name, not our bytes."""
    try:
        source = files.path_of(digest).open("rb")
    except (FileNotFoundError, NotFound):
        return None
    with source:
        if hashlib.file_digest(source, "sha256").hexdigest() != digest:
            return None
        source.seek(0)
        with writer.member(f"files/{digest}", packed=False) as member:
            while piece := source.read(archive.CHUNK):
                member.write(piece)
        return member.size


def _still_named(digests: Sequence[str]) -> set[str]:
    """Which of them the database names now, after our snapshot: the others were erased while we looked."""
    if not digests:
        return set()
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as now:
        now.execute("SET row_security = off")
        found = now.execute("SELECT digest FROM volte_runtime_storedfile WHERE digest = ANY(%s)", [list(digests)])
        return {str(digest) for (digest,) in found}


def _one(connection: tables.Connection, statement: str | sql.Composed) -> Sequence[Any]:
    row = connection.execute(statement).fetchone()
    assert row is not None
    return row
