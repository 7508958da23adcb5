"""The second lock: row-level security on every table of shop rows, and a role that owns nothing.

Applied after each migrate to whatever models exist, so a new area cannot forget it; a test compares the database
with the models.
"""

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from volte.runtime.rows import ShopRow

ROLE = "volte_app"
_POLICY = """
CREATE POLICY only_this_shop ON {table}
    USING (shop_id = NULLIF(NULLIF(current_setting('volte.shop', true), ''), '*')::uuid
           OR current_setting('volte.shop', true) = '*')
"""


def tables() -> list[str]:
    """Every table whose rows belong to one shop."""
    models = [model for model in apps.get_models() if issubclass(model, ShopRow)]
    return sorted(model._meta.db_table for model in models)


def enforce() -> None:
    """Create the role, grant it rows (not tables), and put the policy on each shop table that has none. Repeatable.

    A table that is locked twice already is left alone: to touch it would stop a running shop for a moment.
    """
    with connection.cursor() as cursor:
        _create_role(cursor)
    for table in unprotected():
        name = sql.Identifier(table)
        # Together or not at all: secured without a policy, a table shows nobody anything.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SQL("ALTER TABLE {table} ENABLE ROW LEVEL SECURITY").format(table=name))
            cursor.execute(sql.SQL("DROP POLICY IF EXISTS only_this_shop ON {table}").format(table=name))
            cursor.execute(sql.SQL(_POLICY).format(table=name))


def unprotected() -> list[str]:
    """Tables of shop rows without the second lock; none after `enforce`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_policies JOIN pg_class ON relname = tablename AND relrowsecurity "
            "WHERE schemaname = 'public' AND policyname = 'only_this_shop'"
        )
        locked = {str(row[0]) for row in cursor.fetchall()}
    return [table for table in tables() if table not in locked]


def _create_role(cursor: CursorWrapper) -> None:
    role = sql.Identifier(ROLE)
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(role))
    cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(role))
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(role))
    cursor.execute(sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(role))
    cursor.execute(sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(role))
    cursor.execute(sql.SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}").format(role))
