"""Money given back: never above the charge, at once or later; what failed frees its part of the charge again."""

from __future__ import annotations

import sqlite3

from volte_simulators.psp import charges, events, faults, problems, shapes, wishes

SECONDS_PENDING = 5.0
# A status no documentation names: providers add them without asking.
UNHEARD_OF = "under_review"


def make(
    db: sqlite3.Connection, *, wish: wishes.RefundWish, fault: faults.Fault | None, note: events.Note
) -> shapes.Shape:
    paid = _paid(db, wish)
    _same_currency(paid, wish)
    if fault is not None and fault.kind is faults.Kind.DISPUTED:
        raise problems.invalid(f"Charge {paid['id']} has been charged back; cannot refund.", code="charge_disputed")
    amount = paid["amount"] - paid["amount_refunded"] if wish.amount is None else wish.amount
    wishes.sendable(amount, paid["currency"])
    status, becomes = _course(fault)
    if status != "failed":
        _reserve(db, paid=paid, amount=amount)
    made = _insert(db, wish=wish, amount=amount, paid=paid, status=status, note=note)
    if fault is not None:
        made = _bent(db, made, fault=fault, becomes=becomes, note=note)
    return _announced(db, made, kind="refund.failed" if status == "failed" else "refund.created", note=note)


def _paid(db: sqlite3.Connection, wish: wishes.RefundWish) -> sqlite3.Row:
    """The charge, named by itself or by the payment intent it belongs to."""
    if wish.intent:
        held = db.execute("SELECT charge FROM intents WHERE id = ?", (wish.intent,)).fetchone()
        if held is None:
            raise problems.unknown("payment_intent", wish.intent, param="payment_intent")
        if held["charge"] is None:
            sentence = f"This PaymentIntent ({wish.intent}) does not have a successful charge to refund."
            raise problems.invalid(sentence, param="payment_intent")
        found = charges.find(db, id=held["charge"])
    else:
        found = charges.find(db, id=wish.charge)
    if found is None:
        raise problems.unknown("charge", wish.charge, param="charge")
    return found


def _bent(
    db: sqlite3.Connection, row: sqlite3.Row, *, fault: faults.Fault, becomes: str, note: events.Note
) -> sqlite3.Row:
    """The refund with what the fault does to it: what it becomes later, or what the outside is told about it."""
    moment = note.now + fault.lasting(SECONDS_PENDING)
    if fault.kind is faults.Kind.UNKNOWN_STATUS:
        # Without `seconds` nobody ever learns more, until it is settled by hand.
        becomes = "" if fault.seconds is None else "succeeded"
        db.execute("UPDATE refunds SET shown_status = ? WHERE id = ?", (UNHEARD_OF, row["id"]))
    if fault.kind is faults.Kind.CURRENCY_MISMATCH:
        other = "usd" if row["currency"] != "usd" else "eur"
        db.execute("UPDATE refunds SET shown_currency = ? WHERE id = ?", (other, row["id"]))
    if becomes:
        db.execute("UPDATE refunds SET becomes = ?, becomes_at = ? WHERE id = ?", (becomes, moment, row["id"]))
    bent: sqlite3.Row = db.execute("SELECT * FROM refunds WHERE id = ?", (row["id"],)).fetchone()
    return bent


def one(db: sqlite3.Connection, *, id: str) -> shapes.Shape:
    row = db.execute("SELECT * FROM refunds WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise problems.unknown("refund", id)
    return shapes.refund(row)


def settle_due(db: sqlite3.Connection, *, note: events.Note) -> int:
    """Let the refunds whose time has come become what they were going to be. Says how many did."""
    due = db.execute("SELECT * FROM refunds WHERE becomes_at <= ?", (note.now,)).fetchall()
    for row in due:
        _settle(db, row, note=note)
    return len(due)


def hurry(db: sqlite3.Connection, *, id: str, status: str, now: float) -> None:
    """A pending refund becomes `status` at once, whatever it was going to be."""
    hit = db.execute(
        "UPDATE refunds SET becomes = ?, becomes_at = ? WHERE id = ? AND status = 'pending'", (status, now, id)
    )
    if hit.rowcount != 1:
        raise problems.unknown("pending refund", id, param="refund")


def next_due(db: sqlite3.Connection) -> float | None:
    moment: float | None = db.execute("SELECT min(becomes_at) FROM refunds WHERE becomes_at IS NOT NULL").fetchone()[0]
    return moment


def _same_currency(paid: sqlite3.Row, wish: wishes.RefundWish) -> None:
    if wish.currency and wish.currency != paid["currency"]:
        sentence = f"The charge is in {paid['currency']}, the refund was asked for in {wish.currency}."
        raise problems.invalid(sentence, param="currency")


def _course(fault: faults.Fault | None) -> tuple[str, str]:
    """The status a refund starts with, and what it becomes later (empty: nothing)."""
    match fault.kind if fault is not None else None:
        case faults.Kind.PENDING:
            return "pending", "succeeded"
        case faults.Kind.PENDING_THEN_FAILED:
            return "pending", "failed"
        case faults.Kind.UNKNOWN_STATUS:
            return "pending", ""
        case faults.Kind.SUCCEEDED_THEN_FAILED:
            return "succeeded", "failed"
        case faults.Kind.FAILED:
            return "failed", ""
        case _:
            return "succeeded", ""


def _reserve(db: sqlite3.Connection, *, paid: sqlite3.Row, amount: int) -> None:
    """Count the refund against the charge; the condition in the UPDATE is the ceiling."""
    left = paid["amount"] - paid["amount_refunded"]
    if left == 0:
        sentence = f"Charge {paid['id']} has already been refunded."
        raise problems.invalid(sentence, code="charge_already_refunded")
    taken = db.execute(
        "UPDATE charges SET amount_refunded = amount_refunded + :more"
        " WHERE id = :id AND amount_refunded + :more <= amount",
        {"id": paid["id"], "more": amount},
    )
    if taken.rowcount != 1:
        whole = f"charge amount ({shapes.written(paid['amount'], paid['currency'])})"
        rest = f"unrefunded amount on charge ({shapes.written(left, paid['currency'])})"
        ceiling = whole if left == paid["amount"] else rest
        sentence = f"Refund amount ({shapes.written(amount, paid['currency'])}) is greater than {ceiling}"
        raise problems.invalid(sentence, param="amount")


def _insert(
    db: sqlite3.Connection, *, wish: wishes.RefundWish, amount: int, paid: sqlite3.Row, status: str, note: events.Note
) -> sqlite3.Row:
    failure = "expired_or_canceled_card" if status == "failed" else ""
    made: sqlite3.Row = db.execute(
        "INSERT INTO refunds (id, charge, intent, amount, currency, status, failure_reason, reason, metadata, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        (
            shapes.new_id("re"),
            paid["id"],
            paid["intent"],
            amount,
            paid["currency"],
            status,
            failure,
            wish.reason,
            wish.metadata,
            int(note.now),
        ),
    ).fetchone()
    return made


def _settle(db: sqlite3.Connection, row: sqlite3.Row, *, note: events.Note) -> None:
    failed = row["becomes"] == "failed"
    settled = db.execute(
        "UPDATE refunds SET status = becomes, shown_status = '', failure_reason = ?, becomes = NULL, becomes_at = NULL"
        " WHERE id = ? AND becomes IS NOT NULL RETURNING *",
        ("expired_or_canceled_card" if failed else "", row["id"]),
    ).fetchone()
    if failed:
        db.execute(
            "UPDATE charges SET amount_refunded = amount_refunded - ? WHERE id = ?", (row["amount"], row["charge"])
        )
    _announced(db, settled, kind="refund.failed" if failed else "refund.updated", note=note)


def _announced(db: sqlite3.Connection, row: sqlite3.Row, *, kind: str, note: events.Note) -> shapes.Shape:
    about = shapes.refund(row)
    events.record(db, note=note, kind=kind, about=about)
    return about
