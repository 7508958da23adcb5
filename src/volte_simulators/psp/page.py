"""What does the account hold? One page for people: charges, refunds, and what is to go wrong next."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from volte_simulators.psp import faults, problems, shapes, wire

ROWS = 50
_FRAME = Path(__file__).with_name("page.html")
# Nothing may be fetched from anywhere; the style stands in the page.
_SAFETY = ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")

_MARKS = {"succeeded": "✓", "pending": "…", "failed": "✕"}


def drawn(db: sqlite3.Connection, *, standing: Sequence[faults.Fault], query: Mapping[str, str]) -> wire.Answer:
    page = query.get("page", "1")
    if not (page.isascii() and page.isdigit() and 1 <= int(page[:6]) <= 99_999):
        raise problems.invalid("page is a whole number from 1", param="page")
    number = int(page)
    parts = {
        "summary": _summary(db),
        "standing": _standing(standing),
        "kinds": "".join(f"<option>{kind}</option>" for kind in faults.Kind),
        "refunds": _refunds(db, number),
        "charges": _charges(db, number),
        "pages": _pages(db, number),
    }
    html = _FRAME.read_text("utf-8")
    for name, part in parts.items():
        html = html.replace(f"<!--{name}-->", part)
    return wire.Answer(200, html.encode(), "text/html; charset=utf-8", (_SAFETY, ("Cache-Control", "no-store")))


def _summary(db: sqlite3.Connection) -> str:
    charges, taken = db.execute("SELECT count(*), coalesce(sum(amount_refunded > 0), 0) FROM charges").fetchone()
    waiting = db.execute("SELECT count(*) FROM events WHERE deliver_at IS NOT NULL").fetchone()[0]
    counts = dict(db.execute("SELECT status, count(*) FROM refunds GROUP BY status").fetchall())
    states = " · ".join(f"{counts.get(state, 0)} {state}" for state in _MARKS)
    return (
        f"{charges} charges, {taken} of them refunded in part or whole · refunds: {states} · {waiting} webhooks waiting"
    )


def _standing(standing: Sequence[faults.Fault]) -> str:
    if not standing:
        return "<p>No fault stands: everything works.</p>"
    lines = "".join(
        f"<li><code>{fault.kind}</code> on <code>{fault.place}</code>, {_often(fault)}</li>" for fault in standing
    )
    return f"<ul>{lines}</ul>"


def _often(fault: faults.Fault) -> str:
    times = "until cleared" if fault.left is None else f"{fault.left} more time{'s' if fault.left > 1 else ''}"
    return times if fault.probability == 1 else f"{times}, with probability {fault.probability:g}"


def _refunds(db: sqlite3.Connection, number: int) -> str:
    rows = _rows(db, "refunds", number)
    if not rows:
        return '<tr><td colspan="6">No refunds here.</td></tr>'
    return "".join(
        _line(
            f"<code>{escape(row['id'])}</code>",
            f"<code>{escape(row['charge'])}</code>",
            _money(row["amount"], row["currency"]),
            _status(row),
            _moment(row["created"]),
            _metadata(json.loads(row["metadata"])),
        )
        for row in rows
    )


def _metadata(entries: Mapping[str, str]) -> str:
    if not entries:
        return ""
    lines = "<br>".join(f"{escape(name)}: {escape(value)}" for name, value in entries.items())
    return f"<details><summary>{len(entries)} entries</summary><code>{lines}</code></details>"


def _status(row: sqlite3.Row) -> str:
    state = row["status"]
    return f'<span class="{state}">{_MARKS[state]} {state}</span> {escape(row["failure_reason"])}'


def _charges(db: sqlite3.Connection, number: int) -> str:
    rows = _rows(db, "charges", number)
    if not rows:
        return '<tr><td colspan="5">No charges here.</td></tr>'
    return "".join(
        _line(
            f"<code>{escape(row['id'])}</code>",
            _money(row["amount"], row["currency"]),
            _money(row["amount_refunded"], row["currency"]),
            _moment(row["created"]),
            escape(row["description"]),
        )
        for row in rows
    )


def _rows(db: sqlite3.Connection, table: str, number: int) -> list[sqlite3.Row]:
    newest = f"SELECT * FROM {table} ORDER BY position DESC LIMIT ? OFFSET ?"  # noqa: S608  our own table names
    return db.execute(newest, (ROWS, (number - 1) * ROWS)).fetchall()


def _line(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _money(amount: int, currency: str) -> str:
    return f'<span class="money">{escape(shapes.written(amount, currency))}</span>'


def _moment(created: int) -> str:
    moment = datetime.fromtimestamp(created, UTC)
    return f'<time datetime="{moment.isoformat()}">{moment:%Y-%m-%d %H:%M:%S}</time>'


def _pages(db: sqlite3.Connection, number: int) -> str:
    counted = db.execute("SELECT max((SELECT count(*) FROM charges), (SELECT count(*) FROM refunds))")
    most = counted.fetchone()[0]
    newer = f'<a href="/?page={number - 1}">Newer</a>' if number > 1 else ""
    older = f'<a href="/?page={number + 1}">Older</a>' if most > number * ROWS else ""
    return f"<nav>{newer} {older}</nav>" if newer or older else ""
