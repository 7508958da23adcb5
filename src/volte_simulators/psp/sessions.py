"""Pages on which a customer pays: opened by a shop, paid or left by a person, closed by the shop or by time."""

from __future__ import annotations

import sqlite3

from volte_simulators.psp import events, intents, problems, shapes, wishes

SECONDS_OPEN = 24 * 3600


def make(db: sqlite3.Connection, *, wish: wishes.SessionWish, base: str, note: events.Note) -> shapes.Shape:
    """A session nobody has paid; its page lives below `base`, which is where the shop reached us."""
    name = shapes.new_id("cs_test")
    row = db.execute(
        "INSERT INTO sessions (id, amount, currency, title, email, language, success_url, cancel_url, metadata, url,"
        " created, expires_at, manual) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        (
            name,
            wish.amount,
            wish.currency,
            wish.title,
            wish.email,
            wish.language,
            wish.success_url,
            wish.cancel_url,
            wish.metadata,
            f"{base}/pay/{name}",
            int(note.now),
            int(note.now) + SECONDS_OPEN,
            wish.manual,
        ),
    ).fetchone()
    return shapes.session(row)


def find(db: sqlite3.Connection, *, id: str, now: float) -> sqlite3.Row:
    """The session, expired if its time has come; refuses an unknown one."""
    db.execute(
        "UPDATE sessions SET status = 'expired' WHERE id = ? AND status = 'open' AND expires_at <= ?", (id, int(now))
    )
    row: sqlite3.Row | None = db.execute("SELECT * FROM sessions WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise problems.unknown("checkout.session", id)
    return row


def expire(db: sqlite3.Connection, *, id: str, note: events.Note) -> shapes.Shape:
    """Nobody can pay it any more. Refused once it was paid, or expired before."""
    find(db, id=id, now=note.now)
    row = db.execute(
        "UPDATE sessions SET status = 'expired' WHERE id = ? AND status = 'open' RETURNING *", (id,)
    ).fetchone()
    if row is None:
        raise problems.invalid("Only Checkout Sessions with a status in [open] can be expired.")
    made = shapes.session(row)
    events.record(db, note=note, kind="checkout.session.expired", about=made)
    return made


def pay(db: sqlite3.Connection, *, id: str, note: events.Note) -> sqlite3.Row | None:
    """The customer's bank said yes: a payment (or a hold), once. None when the session was paid or expired before."""
    find(db, id=id, now=note.now)
    row: sqlite3.Row | None = db.execute(
        "UPDATE sessions SET status = 'complete' WHERE id = ? AND status = 'open' RETURNING *", (id,)
    ).fetchone()
    if row is None:
        return None
    wish = wishes.IntentWish(
        row["amount"], row["currency"], bool(row["manual"]), "pm_page", True, row["title"], row["metadata"]
    )
    intent = intents.make(db, wish=wish, note=note)
    made = (intent["id"], intent["latest_charge"], id)
    db.execute("UPDATE sessions SET intent = ?, charge = ? WHERE id = ?", made)
    paid = find(db, id=id, now=note.now)
    events.record(db, note=note, kind="checkout.session.completed", about=shapes.session(paid))
    return paid
