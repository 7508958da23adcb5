"""Starting and stopping the parts: database, web, worker, simulator. Children never outlive whoever started them."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg

from volte.runtime.postgres.server import Place, PostgresDidNotStart, PostgresRunsAlready, Server, running_pid

# So long those wait who only join: a server that recovers from a crash may take its time.
JOIN_SECONDS = 60.0


class PartDidNotStart(RuntimeError):
    """A part ended or did not answer; the message says which, and shows the end of its log."""


@dataclass
class Parts:
    """Named child processes, each with a log file in VOLTE_HOME/log."""

    home: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: Sequence[str], **environment: str) -> None:
        log = self.home / "log" / f"{name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as out:
            self.running[name] = subprocess.Popen(
                command,
                env={**os.environ, **environment},
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                # Ctrl-C in the terminal is for whoever started the parts: they are stopped one after another.
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )

    def stop(self) -> None:
        """Everything in the reverse order of its start, each given time to finish what it has in hand."""
        for name in reversed(list(self.running)):
            process = self.running.pop(name)
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(timeout=15)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait(timeout=5)

    def ended(self) -> str | None:
        """The name of a part that is no longer running, if any."""
        return next((name for name, process in self.running.items() if process.poll() is not None), None)

    def tail(self, name: str) -> str:
        log = self.home / "log" / f"{name}.log"
        return log.read_text(errors="replace")[-1500:] if log.exists() else ""

    def wait_for(self, name: str, url: str, *, seconds: float = 40) -> None:
        """Until `url` answers 200."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.running[name].poll() is not None:
                break
            try:
                if httpx.get(url, timeout=2).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.1)
        raise PartDidNotStart(f"{name} did not answer on {url}. The end of its log:\n{self.tail(name)}")


def web_command(*, port: int, workers: int = 1, host: str = "127.0.0.1") -> list[str]:
    """The web server: granian over WSGI, threads for requests, one process or several."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "64", "--backlog", "512", "--no-ws"),
        *("--http", "1", "--log-level", "warning"),
        "volte.project.wsgi:application",
    ]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "volte.project.console", "worker"]


def database(home: Path) -> Server | None:
    """Point DATABASE_URL at a database: a given one, the running embedded server, or one started here.

    Returns the server when this process started it and must stop it. With VOLTE_DATABASE_JOIN=1 it never is: `volte
    database` runs it, and we wait for it.
    """
    if os.environ.get("DATABASE_URL"):
        return None
    place = Place(home)
    server = None
    if os.environ.get("VOLTE_DATABASE_JOIN") == "1":
        _wait_for_database(place)
    elif running_pid(place) is None:
        server = _started(home)
    os.environ["DATABASE_URL"] = place.url()
    return server


def _started(home: Path) -> Server | None:
    server = Server(home)
    try:
        server.start()
    except PostgresRunsAlready:
        return None  # somebody was quicker, and stops it
    return server


def _wait_for_database(place: Place) -> None:
    deadline = time.monotonic() + JOIN_SECONDS
    while not _answers(place):
        if time.monotonic() > deadline:
            raise PostgresDidNotStart(
                f"No PostgreSQL answers in {place.home}, and VOLTE_DATABASE_JOIN says that somebody else starts it: "
                "is `volte database` (volte-database.service) running?"
            )
        time.sleep(0.2)


def _answers(place: Place) -> bool:
    try:
        with psycopg.connect(place.url(), connect_timeout=2):
            return True
    except (psycopg.OperationalError, FileNotFoundError):
        return False


def _die_with_parent() -> None:
    """Linux only: the kernel asks us to end when the process that started us is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
