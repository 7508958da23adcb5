"""Putting a backup back: into an empty database, by the migrations it was made under, then up to date, then proven."""

import itertools
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection as django
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from volte.kit.errors import Conflict
from volte.money import verify
from volte.project.keeping import archive, fitting, forgotten, tables
from volte.project.keeping.manifest import Manifest
from volte.runtime import files, migrating, restored, tenancy
from volte.runtime.models import Shop

_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND NOT pid = ANY(%s)
"""
_ROUTINES = """
SELECT oid::regprocedure::text FROM pg_proc routine WHERE pronamespace = 'public'::regnamespace
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = routine.oid AND deptype = 'e')
"""
_TYPES = """
SELECT oid::regtype::text FROM pg_type kind WHERE typnamespace = 'public'::regnamespace
AND (typtype IN ('e', 'd') OR typtype = 'c' AND EXISTS (
    SELECT FROM pg_class WHERE pg_class.oid = typrelid AND relkind = 'c'))
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = kind.oid AND deptype = 'e')
"""


@dataclass(frozen=True, slots=True)
class Restored:
    """`discrepancies` of the ledger and `lost` files are what a look at the whole found wrong. `erased` are people who
    were erased after the backup was taken and are back; None where nothing tells."""

    manifest: Manifest
    rows: int
    files: int
    entries: int
    discrepancies: tuple[str, ...]
    lost: tuple[str, ...]
    erased: tuple[forgotten.Erased, ...] | None

    @property
    def sound(self) -> bool:
        known = {*self.manifest.files.lost, *self.manifest.files.erased}
        return not self.discrepancies and not set(self.lost) - known


def prepare(file: Path) -> Manifest:
    """Read the whole backup before anything is touched; refuses `backup_unreadable`, `backup_newer` and
    `backup_does_not_fit`."""
    manifest = archive.read(file, thorough=True)
    known = set(MigrationExecutor(django).loader.disk_migrations)
    apps = {app for app, _ in known}
    strange = [
        f"{app}.{name}"
        for app, names in manifest.migrations.items()
        for name in names
        if (app, name) not in known and (app in apps or app.startswith("volte_"))
    ]
    if strange:
        raise Conflict("backup_newer", theirs=manifest.volte)
    fitting.check(manifest)
    return manifest


def is_empty() -> bool:
    return not django.introspection.table_names()


def put_back(file: Path, manifest: Manifest, *, replace: bool, say: Callable[[str], None]) -> Restored:
    """Restore and verify. Refuses `database_not_empty` unless `replace`, then `database_in_use`. Rows come in one
    transaction: all of them or none."""
    erased = None
    with migrating.alone(say=say) as holder:
        if not is_empty():
            if not replace:
                raise Conflict("database_not_empty")
            _refuse_company(holder)
            erased = forgotten.since(manifest.taken_at)
            say("Throwing away what the database holds…")
            _drop_everything()
        say(f"Making the tables of Volte {manifest.volte}…")
        make_tables(manifest)
        say("Reading the rows…")
        with zipfile.ZipFile(file) as zipped:
            rows = load(zipped, manifest)
            say("Reading the files…")
            kept = _files(zipped)
            if manifest.secret_key:
                _secret_key(zipped.read(archive.SECRET_KEY).decode(), say=say)
        say("Bringing the tables up to date…")
        migrating.patiently(say=say)
        restored.tell(as_of=manifest.taken_at)
    say("Proving the whole…")
    entries, discrepancies = _ledger()
    return Restored(manifest, rows, kept, entries, discrepancies, _lost(), erased)


def _refuse_company(holder: tables.Connection) -> None:
    django.ensure_connection()
    ours = [holder.info.backend_pid, django.connection.info.backend_pid]
    row = holder.execute(_OTHERS, [ours]).fetchone()
    if row and row[0]:
        raise Conflict("database_in_use", count=row[0])


def _drop_everything() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        for table in tables.present(connection):
            connection.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(table)))
        # As PostgreSQL itself writes them, quoted where they need it.
        for kind, found in (("ROUTINE", _ROUTINES), ("TYPE", _TYPES)):
            for (name,) in connection.execute(found).fetchall():
                connection.execute(f"DROP {kind} IF EXISTS {name} CASCADE")


def make_tables(manifest: Manifest) -> None:
    """The schema as it was, by the migrations the backup names; those before them come along."""
    executor = MigrationExecutor(django)
    named = {(app, name) for app, names in manifest.migrations.items() for name in names}
    wanted = [key for key in executor.loader.graph.nodes if key in named]
    executor.migrate([key for key in wanted if not _followed(executor, key, named)])


def _followed(executor: MigrationExecutor, key: tuple[str, str], named: set[tuple[str, str]]) -> bool:
    children = executor.loader.graph.node_map[key].children
    return any(child.key in named and child.key[0] == key[0] for child in children)


def load(zipped: zipfile.ZipFile, manifest: Manifest) -> int:
    """Every row, without the triggers that watch over new ones: these were watched over when they were new."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        names = tables.in_order(connection, manifest.tables)
        listed = sql.SQL(", ").join(map(sql.Identifier, names))
        connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(listed))
        _triggers(connection, names, "DISABLE")
        for name in names:
            _load_table(connection, zipped, name, manifest)
        for name, state in manifest.sequences.items():
            connection.execute(
                "SELECT setval(format('public.%%I', %s::text)::regclass, %s, %s)",
                [name, state.last_value, state.is_called],
            )
        # Everything refers to something that is there: asked now, as PostgreSQL changes no table with questions open.
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _triggers(connection, names, "ENABLE")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("ANALYZE")
    return sum(table.rows for table in manifest.tables.values())


def _load_table(connection: tables.Connection, zipped: zipfile.ZipFile, name: str, manifest: Manifest) -> None:
    table = manifest.tables[name]
    with connection.cursor() as cursor, cursor.copy(tables.copy_in(name, table.columns)) as copy:
        for piece in archive.pieces(zipped, f"tables/{name}"):
            copy.write(piece)
    counted = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
    if counted != (table.rows,):
        raise Conflict("restore_incomplete", table=name, rows=str(counted and counted[0]), expected=table.rows)


def _triggers(connection: tables.Connection, names: list[str], verb: str) -> None:
    for name in names:
        statement = f"ALTER TABLE {{}} {verb} TRIGGER USER"
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _files(zipped: zipfile.ZipFile) -> int:
    """Each under its own hash; those there already are the same."""
    count = 0
    for name in zipped.namelist():
        if name.startswith("files/"):
            files.put_back(zipped.read(name))
            count += 1
    return count


def _secret_key(key: str, *, say: Callable[[str], None]) -> None:
    """Where the environment says another one, that one stays in force; the old file is kept beside."""
    file = Path(settings.VOLTE_HOME) / "secret_key"
    if file.exists() and file.read_text().strip() != key:
        kept = _free(file.with_name("secret_key.before-restore"))
        os.link(file, kept)
        file.unlink()
        say(f"The backup brought a secret key: {file} is that one now, and yours is kept as {kept.name}.")
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(key)
        say(f"The secret key of the backup is in {file}; VOLTE_SECRET_KEY, where it is set, goes before it.")


def _free(file: Path) -> Path:
    """This name, or with the first number nobody has: a key kept by an earlier restore is not written over."""
    names = (file if number == 1 else file.with_name(f"{file.name}-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())


def _ledger() -> tuple[int, tuple[str, ...]]:
    entries, found = 0, []
    for shop in Shop.objects.order_by("handle"):
        with tenancy.entered(shop.id):
            result = verify.ledger(hands=verify.HANDS)
        entries += result.entries
        found += [f"{shop.handle}: {one}" for one in result.discrepancies]
    return entries, tuple(found)


def _lost() -> tuple[str, ...]:
    """Files named by the rows that are not there, or not what their name says."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        named = connection.execute("SELECT DISTINCT digest FROM volte_runtime_storedfile").fetchall()
    return tuple(sorted(str(digest) for (digest,) in named if not files.is_whole(str(digest))))
