"""Would the rows of a backup find their tables? Asked before anything is thrown away for them.

The tables are those the migrations named by the backup would make: neither those of today, nor those of the database.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from volte.kit.errors import Invalid
from volte.project.keeping.manifest import Manifest


def check(manifest: Manifest) -> None:
    """Refuses `backup_does_not_fit`, naming the first table or column that would not be there."""
    known = _tables(manifest)
    for name, table in sorted(manifest.tables.items()):
        if name not in known:
            raise Invalid("backup_does_not_fit", where=name)
        strange = sorted(set(table.columns) - known[name])
        if strange or len(set(table.columns)) != len(table.columns):
            raise Invalid("backup_does_not_fit", where=f"{name}.{(strange or table.columns)[0]}")


def _tables(manifest: Manifest) -> dict[str, set[str]]:
    return {name: set(columns) for name, columns in _made(manifest)}


def _made(manifest: Manifest) -> Iterator[tuple[str, list[str]]]:
    executor = MigrationExecutor(connection)
    named = {(app, name) for app, names in manifest.migrations.items() for name in names}
    state = executor.loader.project_state([key for key in executor.loader.graph.nodes if key in named])
    models: list[type[Model]] = [*state.apps.get_models(include_auto_created=True), MigrationRecorder.Migration]
    # Of tables others make with SQL of their own, migrations tell no columns.
    today = {model._meta.db_table: _columns(model) for model in apps.get_models() if not model._meta.managed}
    for model in models:
        yield model._meta.db_table, [*_columns(model), *today.get(model._meta.db_table, ())]


def _columns(model: type[Model]) -> list[str]:
    return [field.column for field in model._meta.local_concrete_fields if field.column]
