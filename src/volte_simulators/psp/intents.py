"""Money on its way in, or only held: a card is asked now, and the shop captures or releases later.

A hold nobody captures lapses after seven days, as the card networks have it.
"""

from __future__ import annotations

import sqlite3

from volte_simulators.psp import charges, events, problems, shapes, wishes

SECONDS_HELD = 7 * 24 * 3600


def make(db: sqlite3.Connection, *, wish: wishes.IntentWish, note: events.Note) -> shapes.Shape:
    name = shapes.new_id("pi")
    db.execute(
        "INSERT INTO intents (id, amount, currency, status, manual, method, description, metadata, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            name,
            wish.amount,
            wish.currency,
            "requires_confirmation" if wish.method else "requires_payment_method",
            wish.manual,
            wish.method,
            wish.description,
            wish.metadata,
            int(note.now),
        ),
    )
    return confirm(db, id=name, method="", note=note) if wish.confirm else one(db, id=name)


def confirm(db: sqlite3.Connection, *, id: str, method: str, note: events.Note) -> shapes.Shape:
    """The card says yes: held, or taken at once."""
    row = find(db, id=id)
    if not (method or row["method"]):
        sentence = "You cannot confirm this PaymentIntent because it's missing a payment method."
        raise problems.invalid(sentence, code="payment_intent_unexpected_state")
    held = db.execute(
        "UPDATE intents SET method = coalesce(nullif(?, ''), method), status = 'requires_capture', capture_before = ?"
        " WHERE id = ? AND status IN ('requires_payment_method', 'requires_confirmation') RETURNING *",
        (method, int(note.now) + SECONDS_HELD, id),
    ).fetchone()
    if held is None:
        raise problems.wrong_state("PaymentIntent", row["status"], "confirmed", "requires_confirmation")
    if not row["manual"]:
        return capture(db, id=id, amount=None, note=note)
    return _announced(db, held, kind="payment_intent.amount_capturable_updated", note=note)


def capture(db: sqlite3.Connection, *, id: str, amount: int | None, note: events.Note) -> shapes.Shape:
    """Take what was held, or a part of it, once; the rest is released."""
    row = find(db, id=id)
    taken = row["amount"] if amount is None else amount
    if row["status"] != "requires_capture":
        raise problems.wrong_state("PaymentIntent", row["status"], "captured", "requires_capture")
    if taken > row["amount"]:
        sentence = "The amount to capture is greater than the amount authorized."
        raise problems.invalid(sentence, code="amount_too_large", param="amount_to_capture")
    wishes.sendable(taken, row["currency"])
    wish = wishes.ChargeWish("", taken, row["currency"], row["description"], row["metadata"])
    charge = charges.make(db, wish=wish, note=note, intent=id)
    done = db.execute(
        "UPDATE intents SET status = 'succeeded', received = ?, charge = ?, capture_before = NULL WHERE id = ?"
        " RETURNING *",
        (taken, charge["id"], id),
    ).fetchone()
    return _announced(db, done, kind="payment_intent.succeeded", note=note)


def cancel(db: sqlite3.Connection, *, id: str, because: str, note: events.Note) -> shapes.Shape:
    """Release what is held. Refused once the money was taken, or released before."""
    row = find(db, id=id)
    done = db.execute(
        "UPDATE intents SET status = 'canceled', canceled_because = ?, capture_before = NULL"
        " WHERE id = ? AND status NOT IN ('succeeded', 'canceled') RETURNING *",
        (because, id),
    ).fetchone()
    if done is None:
        raise problems.wrong_state("PaymentIntent", row["status"], "canceled", "requires_capture")
    return _announced(db, done, kind="payment_intent.canceled", note=note)


def lapse_due(db: sqlite3.Connection, *, note: events.Note) -> None:
    """What was held too long is let go, and the shop is told."""
    for row in db.execute("SELECT id FROM intents WHERE capture_before <= ?", (note.now,)).fetchall():
        cancel(db, id=row["id"], because="automatic", note=note)


def next_due(db: sqlite3.Connection) -> float | None:
    moment: float | None = db.execute("SELECT min(capture_before) FROM intents").fetchone()[0]
    return moment


def find(db: sqlite3.Connection, *, id: str) -> sqlite3.Row:
    row: sqlite3.Row | None = db.execute("SELECT * FROM intents WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise problems.unknown("payment_intent", id, param="intent")
    return row


def one(db: sqlite3.Connection, *, id: str) -> shapes.Shape:
    return shapes.intent(find(db, id=id))


def read(db: sqlite3.Connection, *, id: str) -> shapes.Shape:
    """As whoever asks sees it: of a hold, until when it can be captured."""
    row = find(db, id=id)
    held = {"latest_charge": shapes.authorised(row)} if row["status"] == "requires_capture" else {}
    return {**shapes.intent(row), **held}


def _announced(db: sqlite3.Connection, row: sqlite3.Row, *, kind: str, note: events.Note) -> shapes.Shape:
    about = shapes.intent(row)
    events.record(db, note=note, kind=kind, about=about)
    return about
