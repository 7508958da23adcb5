"""Was this wish granted before? One idempotency key acts once; its answer is kept in the effect's own transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from volte_simulators.psp import problems, wire

LONGEST = 255


class InFlight:
    """The keys being worked on now. In memory: after a crash nothing is in flight, and what was has left no effect."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._keys: set[str] = set()

    @contextmanager
    def claimed(self, key: str | None) -> Iterator[None]:
        if key is None:
            yield
            return
        with self._turn:
            if key in self._keys:
                raise problems.in_flight(key)
            self._keys.add(key)
        try:
            yield
        finally:
            with self._turn:
                self._keys.discard(key)


def checked(key: str | None) -> str | None:
    if key is not None and not 0 < len(key) <= LONGEST:
        raise problems.invalid(f"An idempotency key has 1 to {LONGEST} letters.")
    return key


def kept(db: sqlite3.Connection, *, key: str | None, fingerprint: str, since: float) -> wire.Answer | None:
    """The answer given after `since` under this key; another wish under the same key is refused."""
    if key is None:
        return None
    row = db.execute("SELECT * FROM answers WHERE key = ? AND kept_at >= ?", (key, since)).fetchone()
    if row is None:
        return None
    if row["fingerprint"] != fingerprint:
        raise problems.other_parameters(key)
    return wire.Answer(row["status"], bytes(row["body"]), headers=(("Idempotent-Replayed", "true"),))


def keep(db: sqlite3.Connection, *, key: str | None, fingerprint: str, answer: wire.Answer, now: float) -> None:
    if key is not None:
        db.execute(
            "INSERT OR REPLACE INTO answers (key, fingerprint, status, body, kept_at) VALUES (?, ?, ?, ?, ?)",
            (key, fingerprint, answer.status, answer.body, now),
        )


def forget(db: sqlite3.Connection) -> int:
    """As if a day had passed: every key is free again, and says how many were."""
    return db.execute("DELETE FROM answers").rowcount
