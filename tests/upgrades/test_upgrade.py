"""From 0.1.0 with data to today, while the old code goes on: nothing is lost, nobody waits for long.

`volte-0.1.0.zip` is a backup of that version's demo shop (its mails without words, its files left out).
"""

import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.installation.conftest import Installation, empty_database
from tests.live import crowded
from volte.project.keeping import archive
from volte.project.keeping.manifest import Manifest

__all__ = ["empty_database"]

BEFORE = Path(__file__).with_name("volte-0.1.0.zip")
_BACK_THEN = """
import sys, zipfile, pathlib
import django; django.setup()
from volte.project.keeping import restore
file = pathlib.Path(sys.argv[1])
manifest = restore.prepare(file)
restore.make_tables(manifest)
restore.load(zipfile.ZipFile(file), manifest)
"""


@pytest.fixture
def manifest() -> Manifest:
    return archive.read(BEFORE, thorough=True)


@pytest.fixture
def old_shop(empty_database: Callable[[], str], tmp_path: Path, manifest: Manifest) -> Iterator[Installation]:
    """Tables and rows as 0.1.0 left them."""
    made = Installation(tmp_path / "home", empty_database())
    python = {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}
    environment = {"DJANGO_SETTINGS_MODULE": "volte.project.settings", "VOLTE_HOME": str(made.home)}
    subprocess.run(
        [sys.executable, "-c", _BACK_THEN, str(BEFORE)],
        env={**environment, "DATABASE_URL": made.url, "PATH": "/usr/bin:/bin"} | python,
        check=True,
    )
    assert {"0001_initial"} <= set(manifest.migrations["volte_returns"])
    yield made


class Shopper:
    """What the old web does all the time: reads a return, holds it, changes it. Remembers its longest wait."""

    def __init__(self, url: str) -> None:
        self.longest = 0.0
        self.turns = 0
        self._url, self._stop = url, threading.Event()
        self._thread = threading.Thread(target=self._shop)

    def __enter__(self) -> "Shopper":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _shop(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            while not self._stop.is_set():
                began = time.monotonic()
                with connection.transaction():
                    connection.execute("SELECT id FROM volte_returns_return ORDER BY id LIMIT 1 FOR UPDATE")
                    connection.execute("SELECT count(*) FROM volte_returns_returnitem")
                    connection.execute(
                        "UPDATE volte_catalogue_order SET number = number WHERE id IN "
                        "(SELECT id FROM volte_catalogue_order LIMIT 1)"
                    )
                self.longest = max(self.longest, time.monotonic() - began)
                self.turns += 1
                time.sleep(0.01)


def test_an_old_shop_with_data_is_brought_up_to_date_while_it_runs(old_shop: Installation, manifest: Manifest) -> None:
    counted = {"volte_returns_return", "volte_money_posting", "volte_catalogue_order", "volte_runtime_outboxevent"}
    before = {name: sum_of(old_shop, name, manifest) for name in counted}
    with psycopg.connect(old_shop.url) as report, Shopper(old_shop.url) as shopper:
        # Somebody's long report holds the tables: a migration that wants one of them must not stand in everybody's way.
        report.execute("SELECT count(*) FROM volte_returns_return, volte_returns_step")
        with old_shop.start("migrate") as migrating:
            assert migrating.stderr is not None
            assert "gave way" in migrating.stderr.readline()
            report.rollback()
            migrating.stderr.read()
    assert migrating.returncode == 0
    # Two seconds is a migration's patience; the rest is this machine's.
    assert shopper.longest < 4.0 * crowded() and shopper.turns > 20, (shopper.longest, shopper.turns)
    assert {name: sum_of(old_shop, name, manifest) for name in counted} == before
    assert '"missing"' not in old_shop.volte("ledger", "verify", "--json").stdout
    assert '"level": "ok", "code": "migrations"' in old_shop.volte("doctor", "--json", ok=False).stdout
    old_code_still_writes(old_shop, manifest)
    assert old_shop.volte("migrate").stderr == ""


def sum_of(shop: Installation, table: str, manifest: Manifest) -> Any:
    """The rows as the old code sees them."""
    names = sql.SQL(", ").join(map(sql.Identifier, manifest.tables[table].columns))
    question = sql.SQL(
        "SELECT count(*), md5(string_agg(row::text, '' ORDER BY row::text)) FROM (SELECT {} FROM {}) AS row"
    )
    with psycopg.connect(shop.url) as connection:
        return connection.execute(question.format(names, sql.Identifier(table))).fetchone()


def old_code_still_writes(shop: Installation, manifest: Manifest) -> None:
    """Each table takes a row with the columns it had: machines are brought up to date one after another."""
    with psycopg.connect(shop.url) as connection:
        for table, about in manifest.tables.items():
            names = sql.SQL(", ").join(map(sql.Identifier, about.columns))
            again = sql.SQL("INSERT INTO {0} ({1}) SELECT {1} FROM {0} LIMIT 1").format(sql.Identifier(table), names)
            try:
                with connection.transaction(force_rollback=True):
                    connection.execute(again)
            except psycopg.errors.UniqueViolation:
                pass  # it is there already: every other question was answered before this one


def test_todays_backup_of_an_old_shop_comes_back(empty_database: Callable[[], str], tmp_path: Path) -> None:
    """`volte restore` of an older version's backup: brought up to date, and proven."""
    new = Installation(tmp_path / "home", empty_database())
    done = new.volte("restore", str(BEFORE), "--json", ok=False)
    assert '"discrepancies": []' in done.stdout, done.stderr
    with zipfile.ZipFile(BEFORE) as zipped:
        assert not [name for name in zipped.namelist() if name.startswith("files/")]
