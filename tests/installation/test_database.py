"""Whose is the PostgreSQL that comes along? Of several that begin together one owns it, and who joins only waits."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from volte.project import processes
from volte.runtime.postgres.server import Place, PostgresDidNotStart, running_pid


@pytest.fixture
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """As under systemd: no address given, and to join."""
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("VOLTE_DATABASE_JOIN", "1")


def keeper(home: Path) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("VOLTE_", "DATABASE_URL"))}
    return subprocess.Popen(
        [sys.executable, "-m", "volte.project.console", "database"],
        env=clean | {"VOLTE_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.serial
@pytest.mark.usefixtures("_unset")
def test_of_two_that_begin_together_one_owns_it_and_a_third_joins(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with ThreadPoolExecutor(1) as joiner:
        joining = joiner.submit(processes.database, home)
        both = [keeper(home), keeper(home)]
        try:
            assert joining.result(60) is None, "it is not ours to stop"
            with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
                assert connection.execute("SELECT current_database()").fetchone() == ("volte",)
            deadline = time.monotonic() + 90
            while all(one.poll() is None for one in both) and time.monotonic() < deadline:
                time.sleep(0.1)
            (loser,) = [one for one in both if one.poll() is not None]
            assert loser.returncode == 1 and "nothing to keep" in loser.communicate()[1]
            pid = running_pid(Place(home))
            assert pid is not None, "and the loser left it running"
            (owner,) = [one for one in both if one is not loser]
            owner.terminate()
            assert owner.wait(60) == 0 and running_pid(Place(home)) is None
        finally:
            for one in both:
                one.kill()
                one.communicate()


@pytest.mark.usefixtures("_unset")
def test_who_joins_starts_nothing_and_says_whom_it_waits_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "JOIN_SECONDS", 0.3)
    with pytest.raises(PostgresDidNotStart, match="volte-database"):
        processes.database(tmp_path)
    assert list(tmp_path.iterdir()) == []


def _typed(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """As somebody types it, without any settings."""
    ours = ("VOLTE_", "DATABASE_URL", "LC_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-m", "volte.project.console", *words],
        env=clean | {"VOLTE_HOME": str(home), "LANG": "fr_FR.UTF-8"} | environment,
        capture_output=True,
        text=True,
        timeout=180,
    )


@pytest.mark.parametrize("words", [("doctor",), ("serve",), ("privacy", "retention", "--dry-run"), ("backup", "a.zip")])
def test_in_the_wrong_folder_nothing_is_made(tmp_path: Path, words: tuple[str, ...]) -> None:
    home = tmp_path / "var"
    done = _typed(home, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Il n’y a pas de Volte dans {home}") and done.stderr.count("\n") == 1
    assert not home.exists()


def test_a_database_without_volte_is_told_in_one_sentence(tmp_path: Path, empty_database: Callable[[], str]) -> None:
    words, english = ("privacy", "retention", "--dry-run"), {"LANG": "en_GB.UTF-8"}
    done = _typed(tmp_path, *words, DATABASE_URL=empty_database(), **english)
    assert (done.returncode, done.stderr) == (1, "This database holds no Volte yet: run `volte migrate` first.\n")
    assert _typed(tmp_path / "var", *words, **english).stderr.startswith("There is no Volte in ")


def test_a_command_whose_database_is_away_says_so_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = f"postgresql://volte@127.0.0.1:{nobody.getsockname()[1]}/volte"
        environment = {**os.environ, "VOLTE_HOME": str(tmp_path), "DATABASE_URL": away}
        command = [sys.executable, "-m", "volte.project.console", "migrate"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "volte doctor" in done.stderr
