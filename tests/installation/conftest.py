"""An installation of its own: a home, and a copy of the migrated database that real transactions may use."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tests import embedded


@dataclass
class Installation:
    """`volte(...)` runs the program in it, as a person at the machine would."""

    home: Path
    url: str
    environment: dict[str, str] = field(default_factory=dict)

    def volte(self, *words: str, ok: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        with self.start(*words, **environment) as process:
            out, err = process.communicate()
        if ok and process.returncode:
            raise AssertionError(f"volte {' '.join(words)}: {process.returncode}\n{out}\n{err}")
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """The same, without waiting for its end."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("VOLTE_")}
        given = clean | {"VOLTE_HOME": str(self.home), "DATABASE_URL": self.url, "LANG": "C.UTF-8"}
        return subprocess.Popen(
            [sys.executable, "-m", "volte.project.console", *words],
            env=given | self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def installed(folder: Path) -> Iterator[Installation]:
    """Migrated, and nothing in it."""
    name = f"inst_{os.getpid()}_{abs(hash(folder)) % 10_000}"
    yield Installation(folder / "home", embedded.clone(os.environ["VOLTE_TEST_BASE_URL"], name))
    drop(name)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as made:
        yield made


@pytest.fixture
def empty_database() -> Iterator[Callable[[], str]]:
    """Makes databases without any table."""
    made: list[str] = []

    def make() -> str:
        name = f"empty_{os.getpid()}_{len(made)}"
        made.append(name)
        with psycopg.connect(os.environ["VOLTE_TEST_BASE_URL"], autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        return embedded.with_database(os.environ["VOLTE_TEST_BASE_URL"], name)

    yield make
    for name in made:
        drop(name)


def drop(name: str) -> None:
    with psycopg.connect(os.environ["VOLTE_TEST_BASE_URL"], autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
