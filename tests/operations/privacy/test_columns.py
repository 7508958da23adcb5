"""Somebody decided about every column that can hold words: who erases it, or why it says nothing about a customer."""

import importlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from tests.operations.privacy import walk
from tests.operations.privacy.conftest import WORDS, Camille

DECIDED = tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
_WORDY = """
SELECT c.table_name, c.column_name
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  LEFT JOIN information_schema.element_types e
    ON e.object_schema = c.table_schema AND e.object_name = c.table_name AND e.object_type = 'TABLE'
       AND e.collection_type_identifier = c.dtd_identifier
 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
   AND coalesce(e.data_type, c.data_type) NOT IN ('uuid', 'bigint', 'integer', 'smallint', 'numeric', 'boolean', 'date',
       'timestamp with time zone', 'timestamp without time zone', 'double precision', 'interval')
"""


def decided(part: str) -> Iterator[str]:
    for tables in DECIDED[part].values():
        for table, columns in tables.items():
            yield from (f"{table}.{column}" for column in columns.split())


def short(table: str, column: str) -> str:
    return f"{table.removeprefix('volte_')}.{column}"


def test_every_column_that_can_hold_words_is_decided_about(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_WORDY)
        there = {short(table, column) for table, column in cursor.fetchall()}
    listed = Counter([*decided("held"), *decided("free")])
    assert there - listed.keys() == set(), "decide in columns.toml: who erases it, or why it says nothing about anybody"
    assert listed.keys() - there == set(), "no such column any more"
    assert [column for column, times in listed.items() if times > 1] == [], "decided twice"


def test_whoever_is_said_to_erase_exists() -> None:
    for module in DECIDED["held"]:
        importlib.import_module(module)


def test_no_column_called_free_holds_words_of_a_person(camille: Camille) -> None:
    found = {place.removeprefix("volte_") for where in walk.places(WORDS).values() for place in where}
    assert found & set(decided("free")) == set()
    assert found <= set(decided("held"))
