"""What holds the house together and import-linter cannot see: relations, labels, isolation."""

from uuid import UUID

from django.apps import apps
from django.db import connection, models

from volte.runtime import isolation
from volte.runtime.rows import ShopRow

# From the ground up; names in one tuple are strangers.
LAYERS = (
    ("runtime",),
    ("catalogue",),
    ("law",),
    ("policy", "logistics", "warehouse", "money", "risk", "messages", "webhooks", "withdrawals"),
    ("returns",),
    ("insights", "privacy"),
    ("dossiers",),
    ("web", "api"),
)
FLOOR = {area: floor for floor, areas in enumerate(LAYERS) for area in areas}


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("volte.")]


def area_of(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


def test_every_relation_points_down_or_stays_inside_and_has_no_way_back() -> None:
    for model in ours():
        for field in model._meta.get_fields():
            if not isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField):
                continue
            other = field.related_model
            assert isinstance(other, type), f"{model} -> {other}"
            name = f"{model.__module__}.{model.__name__}.{field.name}"
            if not other.__module__.startswith("volte."):
                continue
            mine, theirs = area_of(model), area_of(other)
            assert mine == theirs or FLOOR[theirs] < FLOOR[mine], f"{name} points up or sideways, to {theirs}"
            assert field.remote_field.related_name == "+", f"{name} has a way back: related_name is not '+'"


def test_migrations_depend_downwards_only() -> None:
    from django.db.migrations.loader import MigrationLoader

    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        if not label.startswith("volte_"):
            continue
        for needed, _ in migration.dependencies:
            if not needed.startswith("volte_") or needed == label:
                continue
            mine, theirs = label.removeprefix("volte_"), needed.removeprefix("volte_")
            assert FLOOR[theirs] < FLOOR[mine], f"{label}.{name} depends on {needed}"


def test_app_labels_carry_our_name() -> None:
    for config in apps.get_app_configs():
        if config.name.startswith("volte."):
            assert config.label == "volte_" + config.name.split(".")[1]


def test_every_table_with_a_shop_is_locked_twice(shop: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity")
        locked = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT table_name FROM information_schema.columns WHERE column_name = 'shop_id'")
        with_shop = {row[0] for row in cursor.fetchall()}
    assert with_shop == set(isolation.tables()), "a table with a shop_id is not a ShopRow"
    assert with_shop <= locked, f"without row-level security: {sorted(with_shop - locked)}"


def test_shop_rows_keep_the_manager_that_fails_closed() -> None:
    for model in ours():
        if issubclass(model, ShopRow):
            assert type(model._default_manager).__name__ == "ShopManager", model
            assert model._default_manager.name == "objects"


def test_the_app_role_owns_nothing(shop: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = %s",
            [isolation.ROLE],
        )
        assert cursor.fetchall() == []
