"""Migrations that hold up nobody: what Django offers, made safe to try again.

`volte migrate` lets no statement wait long for a lock (see `migrating`). An index made concurrently waits for others by
its nature, and one that was cut off stays behind, invalid; so it is given patience, and a fresh start.
"""

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently

_INVALID = """
SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(%s) AND NOT indisvalid
"""


class AddIndex(AddIndexConcurrently):
    """An index while the shop goes on; the migration says `atomic = False` and holds nothing else."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.collect_sql:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('lock_timeout')")
            (patience,) = cursor.fetchone()
            cursor.execute("SET lock_timeout = 0")
            cursor.execute(_INVALID, [self.index.name])
            if cursor.fetchone():
                cursor.execute(f'DROP INDEX CONCURRENTLY "{self.index.name}"')
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            with schema_editor.connection.cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, false)", [patience])
