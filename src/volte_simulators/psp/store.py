"""What survives a crash? Everything answered: one SQLite file in WAL mode, one writer, one transaction per effect."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_TABLES = """
CREATE TABLE IF NOT EXISTS charges (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    amount INTEGER NOT NULL CHECK (amount > 0),
    amount_refunded INTEGER NOT NULL DEFAULT 0 CHECK (amount_refunded BETWEEN 0 AND amount),
    currency TEXT NOT NULL,
    description TEXT NOT NULL,
    metadata TEXT NOT NULL,
    created INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS refunds (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    charge TEXT NOT NULL REFERENCES charges (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed')),
    failure_reason TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    metadata TEXT NOT NULL,
    created INTEGER NOT NULL,
    becomes TEXT,
    becomes_at REAL
);
CREATE INDEX IF NOT EXISTS refunds_by_charge ON refunds (charge, position);
CREATE INDEX IF NOT EXISTS refunds_in_motion ON refunds (becomes_at) WHERE becomes_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS sessions (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    title TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    success_url TEXT NOT NULL,
    cancel_url TEXT NOT NULL,
    metadata TEXT NOT NULL,
    url TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'complete', 'expired')),
    charge TEXT REFERENCES charges (id),
    created INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    content TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    deliver_at REAL,
    delivery TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS events_to_deliver ON events (deliver_at) WHERE deliver_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS intents (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    amount INTEGER NOT NULL CHECK (amount > 0),
    received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND amount),
    currency TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('requires_payment_method', 'requires_confirmation', 'requires_capture', 'succeeded', 'canceled')),
    manual INTEGER NOT NULL,
    method TEXT NOT NULL,
    description TEXT NOT NULL,
    metadata TEXT NOT NULL,
    charge TEXT REFERENCES charges (id),
    canceled_because TEXT NOT NULL DEFAULT '',
    capture_before INTEGER,
    created INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS intents_by_charge ON intents (charge);
"""

# What state files of earlier versions lack: table, column, its type.
_ADDED = (
    # What the outside is shown instead of the truth, when a fault says so.
    ("refunds", "shown_status", "TEXT NOT NULL DEFAULT ''"),
    ("refunds", "shown_currency", "TEXT NOT NULL DEFAULT ''"),
    ("refunds", "intent", "TEXT"),
    ("charges", "intent", "TEXT"),
    ("sessions", "intent", "TEXT"),
    ("sessions", "manual", "INTEGER NOT NULL DEFAULT 0"),
    # Why news is kept back: a fault strikes each event once.
    ("events", "kept_back", "TEXT NOT NULL DEFAULT ''"),
    ("answers", "kept_at", "REAL NOT NULL DEFAULT 0"),
)


class Store:
    """The state file. Threads take turns: a test bench needs to be right before it needs to be fast."""

    def __init__(self, path: str) -> None:
        self._turn = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        # WAL with NORMAL loses nothing when the process is killed; only a power cut may cost the last moments.
        self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        self._connection.executescript(f"PRAGMA foreign_keys = ON; {_TABLES}")
        for table, column, kind in _ADDED:
            if column not in {row["name"] for row in self._connection.execute(f"PRAGMA table_info({table})")}:
                self._connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; whoever enters is alone."""
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def forget(self) -> None:
        """Back to an empty account."""
        with self.transaction() as db:
            for table in ("answers", "events", "refunds", "sessions", "intents", "charges"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608  our own table names

    def close(self) -> None:
        with self._turn:
            self._connection.close()
