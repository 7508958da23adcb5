"""Everywhere something may be kept: every column of every table, and every file of the state folder."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

from volte.runtime import tenancy


def places(words: Iterable[str]) -> dict[str, set[str]]:
    """Where each word stands: `table.column`, whatever shop it belongs to; sessions are opened."""
    wanted = {word: word.casefold() for word in words}
    found: dict[str, set[str]] = {word: set() for word in wanted}
    with tenancy.everywhere():
        for table, column in _columns():
            for word in wanted:
                if _stands(table, column, word):
                    found[word].add(f"{table}.{column}")
        for session in Session.objects.all():
            opened = str(session.get_decoded()).casefold()
            for word, low in wanted.items():
                if low in opened:
                    found[word].add("django_session.session_data")
    return found


def files() -> set[str]:
    return {file.name for file in Path(settings.FILES).rglob("*") if file.is_file()}


def _columns() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c"
            " JOIN information_schema.tables t USING (table_schema, table_name)"
            " WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2"
        )
        return [(row[0], row[1]) for row in cursor.fetchall()]


def _stands(table: str, column: str, word: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT EXISTS (SELECT FROM "{table}" WHERE "{column}"::text ILIKE %s)',
            ["%" + word.replace("%", r"\%").replace("_", r"\_") + "%"],
        )
        return bool(cursor.fetchone()[0])
