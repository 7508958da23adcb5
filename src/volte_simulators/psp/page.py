"""What does the account hold? One page for people: what is to go wrong next, refunds, charges, payment intents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from volte_simulators.psp import faults, problems, shapes, wire, words
from volte_simulators.psp.faults import Kind

ROWS = 50
_FRAME = Path(__file__).with_name("page.html")
# Nothing may be fetched from anywhere; the style stands in the page.
_SAFETY = ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")

_MARKS = {"succeeded": "✓", "pending": "…", "failed": "✕", "requires_capture": "…", "canceled": "✕"}
_GROUPS = (("course", faults.COURSE), ("before", faults.BEFORE), ("after", faults.AFTER), ("delivery", faults.DELIVERY))


@dataclass(frozen=True, slots=True)
class View:
    """The page as this person wants it."""

    language: str
    number: int

    @property
    def words(self) -> words.Words:
        return words.LANGUAGES[self.language]


def drawn(db: sqlite3.Connection, *, standing: Sequence[faults.Fault], request: wire.Request) -> wire.Answer:
    view = View(words.language(request), _number(request.query))
    parts = {
        "language": view.language,
        "other": "en" if view.language == "fr" else "fr",
        "summary": _summary(db, view),
        "standing": _standing(standing, view),
        "groups": "".join(_group(name, kinds, view) for name, kinds in _GROUPS),
        "places": "".join(f"<option>{place}</option>" for place in faults.places(Kind.LATENCY)[1:]),
        "refunds": _table(db, "refunds", view, columns=6, row=lambda row: _refund(row, view)),
        "charges": _table(db, "charges", view, columns=5, row=_charge),
        "intents": _table(db, "intents", view, columns=5, row=_intent),
        "pages": _pages(db, view),
        **{f"w:{name}": escape(text) for name, text in view.words.items()},
    }
    html = _FRAME.read_text("utf-8")
    for name, part in parts.items():
        html = html.replace(f"<!--{name}-->", part)
    return wire.Answer(200, html.encode(), "text/html; charset=utf-8", (_SAFETY, ("Cache-Control", "no-store")))


def _number(query: Mapping[str, str]) -> int:
    page = query.get("page", "1")
    if not (page.isascii() and page.isdigit() and 1 <= int(page[:6]) <= 99_999):
        raise problems.invalid("page is a whole number from 1", param="page")
    return int(page)


def _summary(db: sqlite3.Connection, view: View) -> str:
    charges, taken = db.execute("SELECT count(*), coalesce(sum(amount_refunded > 0), 0) FROM charges").fetchone()
    waiting = db.execute("SELECT count(*) FROM events WHERE deliver_at IS NOT NULL").fetchone()[0]
    counts = dict(db.execute("SELECT status, count(*) FROM refunds GROUP BY status").fetchall())
    states = " · ".join(f"{counts.get(state, 0)} {state}" for state in ("succeeded", "pending", "failed"))
    return view.words["summary"].format(charges=charges, taken=taken, states=states, waiting=waiting)


def _standing(standing: Sequence[faults.Fault], view: View) -> str:
    if not standing:
        return f"<p>{view.words['fine']}</p>"
    lines = "".join(_fault(fault, view) for fault in standing)
    clear = _button(f"/_control/faults/clearance?lang={view.language}", view.words["stop_all"])
    return f'<ul class="faults">{lines}</ul><div class="acts">{clear}</div>'


def _fault(fault: faults.Fault, view: View) -> str:
    told = view.words
    seconds = "" if fault.seconds is None else f", {fault.seconds:g} s"
    stop = _button(f"/_control/faults/{fault.number}?lang={view.language}", told["stop"], about=told[fault.kind])
    where = f"<code>{fault.kind}</code> {told['on']} <code>{fault.place}</code>"
    return f"<li><span>{told[fault.kind]} ({where}), {_often(fault, view)}{seconds}</span>{stop}</li>"


def _often(fault: faults.Fault, view: View) -> str:
    told = view.words
    times = told["until"] if fault.left is None else told["once"]
    if fault.left is not None and fault.left > 1:
        times = told["more"].format(fault.left)
    return times if fault.probability == 1 else f"{times}, {told['likely'].format(f'{fault.probability * 100:g}')}"


def _group(name: str, kinds: frozenset[Kind], view: View) -> str:
    """Kinds in the order of the enum, each a box to tick."""
    ticks = "".join(
        f'<label class="tick"><input type="checkbox" name="kinds[{kind}]">'
        f"<span>{view.words[kind]}<code>{kind}</code></span></label>"
        for kind in Kind
        if kind in kinds
    )
    return f"<fieldset><legend>{view.words[name]}</legend>{ticks}</fieldset>"


def _button(action: str, label: str, *, about: str = "", fields: Mapping[str, str] | None = None) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in (fields or {}).items()
    )
    named = f' aria-label="{escape(label)} : {escape(about)}"' if about else ""
    return f'<form method="post" action="{action}">{hidden}<button class="small"{named}>{label}</button></form>'


def _refund(row: sqlite3.Row, view: View) -> str:
    return _line(
        f"<code>{escape(row['id'])}</code>",
        f"<code>{escape(row['charge'])}</code>",
        _money(row["amount"], row["currency"]),
        _refund_status(row, view),
        _moment(row["created"]),
        _metadata(json.loads(row["metadata"]), view),
    )


def _refund_status(row: sqlite3.Row, view: View) -> str:
    """Beside the truth stands what the outside is told instead; a pending refund can be ended here."""
    shown = _status(row["status"])
    told = " ".join(escape(row[name]) for name in ("failure_reason", "shown_status", "shown_currency") if row[name])
    if row["status"] != "pending":
        return f"{shown} {told}"
    action = f"/_control/settlements?lang={view.language}"
    ends = "".join(
        _button(action, view.words[word], about=row["id"], fields={"refund": row["id"], "status": status})
        for word, status in (("succeed", "succeeded"), ("fail", "failed"))
    )
    return f'{shown} {told}<span class="row">{ends}</span>'


def _charge(row: sqlite3.Row) -> str:
    return _line(
        f"<code>{escape(row['id'])}</code>",
        _money(row["amount"], row["currency"]),
        _money(row["amount_refunded"], row["currency"]),
        _moment(row["created"]),
        escape(row["description"]),
    )


def _intent(row: sqlite3.Row) -> str:
    return _line(
        f"<code>{escape(row['id'])}</code>",
        _money(row["amount"], row["currency"]),
        _money(row["received"], row["currency"]),
        _status(row["status"]),
        _moment(row["created"]),
    )


def _metadata(entries: Mapping[str, str], view: View) -> str:
    if not entries:
        return ""
    lines = "<br>".join(f"{escape(name)}: {escape(value)}" for name, value in entries.items())
    shown = view.words["entries"].format(len(entries))
    return f"<details><summary>{shown}</summary><code>{lines}</code></details>"


def _status(state: str) -> str:
    return f'<span class="{state}">{_MARKS.get(state, "·")} {state}</span>'


def _table(db: sqlite3.Connection, of: str, view: View, *, columns: int, row: Callable[[sqlite3.Row], str]) -> str:
    newest = f"SELECT * FROM {of} ORDER BY position DESC LIMIT ? OFFSET ?"  # noqa: S608  our own table names
    rows = db.execute(newest, (ROWS, (view.number - 1) * ROWS)).fetchall()
    return "".join(map(row, rows)) or f'<tr><td colspan="{columns}">{view.words["none"]}</td></tr>'


def _line(*cells: str) -> str:
    return f"<tr>{''.join(cell if cell.startswith('<td') else f'<td>{cell}</td>' for cell in cells)}</tr>"


def _money(amount: int, currency: str) -> str:
    return f'<td class="money">{escape(shapes.written(amount, currency))}</td>'


def _moment(created: int) -> str:
    moment = datetime.fromtimestamp(created, UTC)
    return f'<time datetime="{moment.isoformat()}">{moment:%Y-%m-%d %H:%M:%S}</time>'


def _pages(db: sqlite3.Connection, view: View) -> str:
    counted = db.execute("SELECT max((SELECT count(*) FROM charges), (SELECT count(*) FROM refunds))")
    most, number, address = counted.fetchone()[0], view.number, f"/?lang={view.language}&amp;page="
    newer = f'<a href="{address}{number - 1}">{view.words["newer"]}</a>' if number > 1 else ""
    older = f'<a href="{address}{number + 1}">{view.words["older"]}</a>' if most > number * ROWS else ""
    return f"<nav>{newer} {older}</nav>" if newer or older else ""
