"""May this migration meet a running shop? `python -m tools.migrations` prints each fault and exits 1.

Two versions of Volte work on one database while machines are brought up to date one after another, and nobody stops
shopping meanwhile. So a new migration must neither hold up a table nor take away what the old code needs.
Those of released versions are as they are (`released-migrations.txt`), and must stay so.

No database is asked: the SQL is what Django would send, judged by django-migration-linter.
"""

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from tools import scratch

ROOT = Path(__file__).resolve().parent.parent
RELEASED = Path(__file__).with_name("released-migrations.txt")
ADVICE = {
    "NOT_NULL": "the old code does not fill it in: give the field a `db_default=` (beside `default=`), or allow NULL",
    "DROP_COLUMN": "the old code still reads it: stop using it in one release, drop it in the next",
    "DROP_TABLE": "the old code still reads it: stop using it in one release, drop it in the next",
    "RENAME_COLUMN": "the old code knows the old name: add the new one, copy, and drop the old one a release later",
    "RENAME_TABLE": "the old code knows the old name: keep it (`db_table=`)",
    "ALTER_COLUMN": "PostgreSQL may write the whole table anew under a lock: add a column instead",
    "ADD_UNIQUE": "it reads the whole table under a lock: `online.AddIndex` of a unique index first",
    "CREATE_INDEX": "nobody writes to the table meanwhile: `runtime.online.AddIndex` (migration with atomic = False)",
    "CREATE_INDEX_EXCLUSIVE": "nobody reads the table meanwhile: put the index into a migration of its own",
    "DROP_INDEX": "it waits for everybody: RemoveIndexConcurrently (migration with atomic = False)",
    "CHECK": "it reads the whole table under a lock: AddConstraintNotValid, and ValidateConstraint in the next one",
}
# Longer or other types of text need no rewriting; everything else does.
_HARMLESS_ALTER = re.compile(r"ALTER COLUMN \S+ (TYPE (varchar\(\d+\)|text)|DROP NOT NULL|DROP DEFAULT|SET DEFAULT)")
_NEW_CHECK = re.compile(r"ADD CONSTRAINT .* (CHECK|FOREIGN KEY) .*")


def main() -> None:
    scratch.begin()
    faults = [*changed_after_release(), *faults_of_new()]
    for fault in faults:
        print(fault)  # noqa: T201  # a command's output
    sys.exit(1 if faults else 0)


def released() -> dict[str, str]:
    """Path -> SHA-256 of every migration some shop may have applied."""
    lines = RELEASED.read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split() for line in lines)}


def changed_after_release() -> Iterator[str]:
    for name, digest in released().items():
        file = ROOT / name
        if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"{name}: was released; shops have applied it as it was. Write a new migration instead"


def faults_of_new() -> Iterator[str]:
    _begin()
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    old = released()
    for key in sorted(loader.disk_migrations):
        module = import_module(loader.disk_migrations[key].__module__)
        file = Path(str(module.__file__)).relative_to(ROOT) if key[0].startswith("volte_") else None
        if file is None or file.as_posix() in old:
            continue
        if getattr(module, "HARMLESS_BECAUSE", ""):
            continue
        for code in sorted(judged(loader, key)):
            yield f"{file}: {code}: {ADVICE.get(code, 'see django-migration-linter')}"


def judged(loader: Any, key: tuple[str, str]) -> set[str]:
    """What is wrong with a migration, as codes of `ADVICE`."""
    from django_migration_linter.sql_analyser import PostgresqlAnalyser, analyse_sql_statements

    statements = written(loader, key)
    made = set(re.findall(r'CREATE TABLE "(\w+)"', "\n".join(statements)))
    # A table made here is nobody's yet.
    statements = [line for line in statements if not _about(line, made)]
    errors, _, warnings = analyse_sql_statements(PostgresqlAnalyser, statements)
    found = {issue.code for issue in (*errors, *warnings)}
    alters = [line for line in statements if "ALTER COLUMN" in line]
    if "ALTER_COLUMN" in found and all(_HARMLESS_ALTER.search(line) for line in alters):
        found.discard("ALTER_COLUMN")
    if any(_NEW_CHECK.search(line) and "NOT VALID" not in line for line in statements):
        found.add("CHECK")
    return found


def written(loader: Any, key: tuple[str, str]) -> list[str]:
    """The SQL of one migration."""
    from django.db import connection

    migration = loader.disk_migrations[key]
    editor: Any = connection.schema_editor(collect_sql=True, atomic=False)
    # Real quoting asks a connection for its encoding; any word will do here.
    editor.quote_value = lambda _: "''"
    connection.ops.compose_sql = lambda statement, params: re.sub("%s", "''", statement)  # type: ignore[method-assign]
    # So would asking how new the server is: 15 is the oldest we run on.
    connection.features.__dict__["is_postgresql_15"] = True
    # So would looking up what a constraint is called. Django makes a foreign key anew when its column is altered.
    editor._constraint_names = lambda *_, **about: ["known"] if about.get("foreign_key") else []
    state = loader.project_state(key, at_end=False)
    with editor:
        migration.apply(state, editor, collect_sql=True)
    lines = [line for line in editor.collected_sql if not line.startswith("--")]
    return ["BEGIN;", *lines, "COMMIT;"] if migration.atomic else lines


def _about(line: str, tables: set[str]) -> bool:
    named = re.search(r'(?:ALTER TABLE|INDEX (?:CONCURRENTLY )?"\w+" ON|TABLE) "(\w+)"', line)
    return bool(named and named[1] in tables)


def _begin() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "volte.project.settings")
    os.environ.setdefault("VOLTE_TESTING", "1")
    os.environ.setdefault("VOLTE_HOME", tempfile.mkdtemp(prefix="volte-check-"))
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()


if __name__ == "__main__":
    main()
