"""Money taken from a customer: the ceiling of every refund. Seeded by the bench, since nobody pays here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from volte_simulators.psp import events, problems, shapes, wishes


def make(
    db: sqlite3.Connection, *, wish: wishes.ChargeWish, note: events.Note, intent: str | None = None
) -> shapes.Shape:
    row = _insert(db, wish=wish, now=note.now, intent=intent)
    if row is None:
        raise problems.invalid(f"Charge already exists: '{wish.id}'", code="resource_already_exists", param="id")
    made = shapes.charge(row)
    events.record(db, note=note, kind="charge.succeeded", about=made)
    return made


def seed(db: sqlite3.Connection, *, wished: Iterable[wishes.ChargeWish], now: float) -> int:
    """Many at once, without events; those already known stay as they are. Says how many are new."""
    return sum(_insert(db, wish=wish, now=now) is not None for wish in wished)


def open_unknown(db: sqlite3.Connection, *, id: str, currency: str, now: float) -> None:
    """A charge nobody seeded, as large as a charge can be: for shops whose payments happened elsewhere."""
    wish = wishes.ChargeWish(id, wishes.LARGEST_AMOUNT, currency or "eur", "opened by its first refund", "{}")
    _insert(db, wish=wish, now=now)


def find(db: sqlite3.Connection, *, id: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM charges WHERE id = ?", (id,)).fetchone()
    return row


def one(db: sqlite3.Connection, *, id: str) -> shapes.Shape:
    row = find(db, id=id)
    if row is None:
        raise problems.unknown("charge", id)
    return shapes.charge(row)


def _insert(
    db: sqlite3.Connection, *, wish: wishes.ChargeWish, now: float, intent: str | None = None
) -> sqlite3.Row | None:
    """The new row, or None when the id is taken."""
    row: sqlite3.Row | None = db.execute(
        "INSERT INTO charges (id, intent, amount, currency, description, metadata, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *",
        (wish.id or shapes.new_id("ch"), intent, wish.amount, wish.currency, wish.description, wish.metadata, int(now)),
    ).fetchone()
    return row
