"""One embedded PostgreSQL for the whole test run; each xdist worker gets its own copy of a migrated database."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
from tools import scratch

from volte.runtime.postgres.server import Server

_TEMPLATE = "volte_template"
_running: list[Server] = []
_WITHOUT = ("tests/rules", "tests/simulators", "tests/connectors/payments", "tests/faults", "tests/journeys")
_WITH_A_STACK = ("tests/faults", "tests/journeys", "tests/installation")
_COLD = "VOLTE_TEST_COLD"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(args: list[str]) -> None:
    """Before Django reads its settings (this module is loaded by `-p`, see pyproject.toml)."""
    os.environ["VOLTE_TESTING"] = "1"
    os.environ["VOLTE_DATABASE_ROLE"] = ""
    scratch.keep_bytecode()
    scratch.begin()
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    base = os.environ.get("VOLTE_TEST_BASE_URL")
    if worker is not None:
        if base:
            os.environ["DATABASE_URL"] = clone(base, f"volte_{worker}")
        return
    os.environ["VOLTE_HOME"] = tempfile.mkdtemp(prefix="volte-test-")
    (Path(os.environ["VOLTE_HOME"]) / "static").mkdir()
    if _needs_database(args):
        _begin(wants_cold=_wants_cold(args))


def pytest_unconfigure() -> None:
    for server in _running:
        server.stop()
        shutil.rmtree(server.place.home, ignore_errors=True)


def _needs_database(args: list[str]) -> bool:
    """Rules need no database: `pytest tests/rules` starts none."""
    chosen = [argument for argument in args if argument.startswith("tests/")]
    return not chosen or not all(argument.startswith(_WITHOUT) for argument in chosen)


def _wants_cold(args: list[str]) -> bool:
    """Will a whole Volte be started, with a server of its own?"""
    chosen = [argument for argument in args if argument.startswith("tests/")]
    return not chosen or any(argument.startswith(_WITH_A_STACK) for argument in chosen)


def _begin(*, wants_cold: bool) -> None:
    """In the controller: start the server (or take VOLTE_TEST_DATABASE_URL), migrate a template, copy it."""
    given = os.environ.get("VOLTE_TEST_DATABASE_URL")
    if given is None:
        server = Server(Path(os.environ["VOLTE_HOME"]), durable=False)
        server.start(wait_seconds=120)
        _running.append(server)
        given = server.url
    os.environ["VOLTE_TEST_BASE_URL"] = given
    _make_template(given)
    if wants_cold and _running:
        _lay_down(_running[0])
    if _running:
        _keep_statistics(given)
    os.environ["DATABASE_URL"] = clone(given, "volte_main")


def _keep_statistics(url: str) -> None:
    """A test is one transaction: an autovacuum that counts meanwhile sees empty tables, and plans made for those take
    minutes over the thousand events of a played demo."""
    with psycopg.connect(with_database(url, "postgres"), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET autovacuum = off")
        connection.execute("SELECT pg_reload_conf()")


def cold() -> Path | None:
    """The files of a stopped server whose database `volte` is migrated, to begin another one from."""
    place = os.environ.get(_COLD)
    return Path(place) if place else None


def _lay_down(server: Server) -> None:
    """Copy the server while it stands still: a second one takes as long to migrate as all its tests."""
    clone(server.url, "volte")
    server.stop()
    place = server.place.home / "cold"
    shutil.copytree(server.place.data, place / server.place.data.name)
    shutil.copy2(server.place.password_file, place)
    os.environ[_COLD] = str(place)
    server.start(wait_seconds=120)


def clone(url: str, name: str) -> str:
    """A fresh copy of the migrated database under `name`; its address."""
    with psycopg.connect(with_database(url, "postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(4242)")
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    return with_database(url, name)


def _make_template(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {_TEMPLATE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {_TEMPLATE}")
    environment = {**os.environ, "DATABASE_URL": with_database(url, _TEMPLATE)}
    subprocess.run([sys.executable, "-m", "volte.project.console", "migrate"], env=environment, check=True)


def with_database(url: str, name: str) -> str:
    head, _, tail = url.partition("?")
    return f"{head.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
