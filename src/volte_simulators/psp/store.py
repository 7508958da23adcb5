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
"""


class Store:
    """The state file. Threads take turns: a test bench needs to be right before it needs to be fast."""

    def __init__(self, path: str) -> None:
        self._turn = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        # WAL with NORMAL loses nothing when the process is killed; only a power cut may cost the last moments.
        self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        self._connection.executescript(f"PRAGMA foreign_keys = ON; {_TABLES}")

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
            for table in ("answers", "events", "refunds", "sessions", "charges"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608  our own table names

    def close(self) -> None:
        with self._turn:
            self._connection.close()
