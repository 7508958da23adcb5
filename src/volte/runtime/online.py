"""Migrations that hold up nobody: what Django offers, made safe to try again.

`volte migrate` lets no statement wait long for a lock (see `migrating`). An index made concurrently waits for others by
its nature, and one that was cut off stays behind, invalid; so it is given patience, and a fresh start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db.migrations.operations import AddConstraint

_INVALID = """
SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(%s) AND NOT indisvalid
"""


class AddIndex(AddIndexConcurrently):
    """An index while the shop goes on; the migration says `atomic = False` and holds nothing else."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        with _patience(schema_editor, self.index.name):
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class AddUnique(AddConstraint):
    """A unique constraint with a condition, which is an index, likewise. It fails on rows it would refuse: there should
    be none, as where the column is new."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        if not self.allow_migrate_model(schema_editor.connection.alias, model):
            return
        made = str(self.constraint.create_sql(model, schema_editor))
        made = made.replace("CREATE UNIQUE INDEX", "CREATE UNIQUE INDEX CONCURRENTLY", 1)
        with _patience(schema_editor, self.constraint.name):
            schema_editor.execute(made, params=None)


@contextmanager
def _patience(schema_editor: Any, index: str) -> Iterator[None]:
    if schema_editor.collect_sql:
        yield
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout')")
        (patience,) = cursor.fetchone()
        cursor.execute("SET lock_timeout = 0")
        cursor.execute(_INVALID, [index])
        if cursor.fetchone():
            cursor.execute(f'DROP INDEX CONCURRENTLY "{index}"')
    try:
        yield
    finally:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [patience])
