"""What happened, in order? Every change leaves an event; those the webhook wants wait for delivery."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from volte_simulators.psp import problems, shapes, wire


class Delivery(StrEnum):
    NOT_WANTED = "not_wanted"
    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Note:
    """How to record: at what moment, on whose key, and which kinds of event the webhook is to hear."""

    now: float
    key: str | None
    wanted: frozenset[str]


def record(db: sqlite3.Connection, *, note: Note, kind: str, about: shapes.Shape) -> None:
    name = shapes.new_id("evt")
    content = wire.dumped(shapes.event(id=name, kind=kind, about=about, now=note.now, key=note.key)).decode()
    wanted = kind in note.wanted
    delivery = Delivery.WAITING if wanted else Delivery.NOT_WANTED
    db.execute(
        "INSERT INTO events (id, type, content, deliver_at, delivery) VALUES (?, ?, ?, ?, ?)",
        (name, kind, content, note.now if wanted else None, delivery),
    )


def shape(row: sqlite3.Row) -> shapes.Shape:
    content: shapes.Shape = json.loads(row["content"])
    return {**content, "pending_webhooks": int(row["delivery"] == Delivery.WAITING)}


def one(db: sqlite3.Connection, *, id: str) -> shapes.Shape:
    row = db.execute("SELECT * FROM events WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise problems.unknown("event", id)
    return shape(row)
