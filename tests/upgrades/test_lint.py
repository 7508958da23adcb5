"""The lint of migrations finds what would hold up a running shop or break the code beside it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from tools import migrations as lint

from volte.runtime import online

KEY = ("volte_returns", "9999_tomorrow")


@pytest.fixture
def loader() -> Iterator[Any]:
    from django.db import connection

    yield MigrationLoader(None)
    vars(connection.ops).pop("compose_sql", None)


def judged(loader: Any, *operations: Any, atomic: bool = True) -> set[str]:
    last = loader.graph.leaf_nodes("volte_returns")[0]
    made = migrations.Migration(KEY[1], KEY[0])
    made.operations, made.dependencies, made.atomic = list(operations), [last], atomic
    loader.disk_migrations[KEY] = made
    loader.graph.add_node(KEY, made)
    loader.graph.add_dependency(made, KEY, last)
    return lint.judged(loader, KEY)


def field(kind: Any) -> Any:
    return migrations.AddField("return", "colour", kind)


def index(name: str) -> models.Index:
    return models.Index(fields=["number"], name=name)


CHECK = models.CheckConstraint(condition=models.Q(number__gt=""), name="tomorrow")


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (field(models.CharField(max_length=9, default="")), "NOT_NULL"),
        (migrations.RemoveField("return", "number"), "DROP_COLUMN"),
        (migrations.RenameField("return", "number", "name"), "RENAME_COLUMN"),
        (migrations.AddIndex("return", index("tomorrow")), "CREATE_INDEX"),
        (migrations.AddConstraint("return", CHECK), "CHECK"),
        (migrations.DeleteModel("step"), "DROP_TABLE"),
    ],
)
def test_what_must_not_meet_a_running_shop(loader: Any, operation: Any, code: str) -> None:
    assert code in judged(loader, operation)


@pytest.mark.parametrize(
    ("operation", "atomic"),
    [
        (field(models.CharField(max_length=9, default="", db_default="")), True),
        (field(models.CharField(max_length=9, null=True)), True),
        (online.AddIndex("return", index("tomorrow")), False),
        (AddConstraintNotValid("return", CHECK), True),
    ],
)
def test_what_may(loader: Any, operation: Any, atomic: bool) -> None:
    assert judged(loader, operation, atomic=atomic) == set()


def test_released_migrations_are_as_they_were_released(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(lint.changed_after_release()) == []
    told = lint.released() | {"src/volte/returns/migrations/0001_initial.py": "0" * 64}
    monkeypatch.setattr(lint, "released", lambda: told)
    assert len(list(lint.changed_after_release())) == 1
