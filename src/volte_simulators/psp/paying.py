"""What does the customer see? A page with the amount and three buttons: pay, be declined by the bank, go back."""

from __future__ import annotations

import sqlite3
import time
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from volte_simulators.psp import events, problems, sessions, shapes, wire
from volte_simulators.psp.desk import Desk

_FRAME = Path(__file__).with_name("pay.html")
_WORDS = {
    "fr": {
        "heading": "Payer",
        "note": "Simulateur de paiement : aucun argent ne bouge.",
        "pay": "Payer",
        "decline": "Carte refusée par la banque",
        "back": "Revenir sans payer",
        "complete": "C’est déjà payé.",
        "expired": "Cette page de paiement n’est plus ouverte.",
        "return": "Revenir à la boutique",
    },
    "en": {
        "heading": "Pay",
        "note": "Payment simulator: no money moves here.",
        "pay": "Pay",
        "decline": "The bank declines the card",
        "back": "Go back without paying",
        "complete": "This is paid already.",
        "expired": "This payment page is no longer open.",
        "return": "Back to the shop",
    },
}


def answered(request: wire.Request, *, desk: Desk) -> wire.Answer:
    """`GET /pay/{id}` shows the page, `POST` is what the person chose: the shop's own page comes next."""
    name = request.path.removeprefix("/pay/")
    match request.method:
        case "GET":
            with desk.store.transaction() as db:
                return _page(sessions.find(db, id=name, now=time.time()))
        case "POST":
            return _chosen(name, str(wire.parameters(request).get("choice", "")), desk)
        case _:
            raise problems.invalid(f"Unrecognized request URL ({request.method}: {request.path}).", status=404)


def _chosen(name: str, choice: str, desk: Desk) -> wire.Answer:
    """A declined card leaves the session open, so the same page can be tried again."""
    with desk.store.transaction() as db:
        row = sessions.find(db, id=name, now=time.time())
        if choice != "pay":
            return _to(row["cancel_url"])
        note = events.Note(now=time.time(), key=None, wanted=desk.settings.wanted)
        paid = sessions.pay(db, id=name, note=note)
    desk.bell.set()
    return _to(paid["success_url"]) if paid is not None else _to(f"/pay/{name}")


def _to(address: str) -> wire.Answer:
    return wire.Answer(303, b"", headers=(("Location", address), ("Cache-Control", "no-store")))


def _page(row: sqlite3.Row) -> wire.Answer:
    words = _WORDS.get(row["language"], _WORDS["en"])
    amount = shapes.written(row["amount"], row["currency"])
    if row["status"] == "open":
        choices = (("pay", f"{words['pay']} {amount}"), ("decline", words["decline"]), ("cancel", words["back"]))
        buttons = "".join(
            f'<button name="choice" value="{value}"{" class=first" if value == "pay" else ""}>{escape(label)}</button>'
            for value, label in choices
        )
        inside = f'<form method="post">{buttons}</form>'
    else:
        address = row["success_url"] if row["status"] == "complete" else row["cancel_url"]
        inside = f'<p>{words[row["status"]]}</p><p><a href="{escape(address)}">{words["return"]}</a></p>'
    parts = {
        "language": row["language"] if row["language"] in _WORDS else "en",
        "heading": escape(words["heading"]),
        "title": escape(row["title"]),
        "amount": escape(amount),
        "note": escape(words["note"]),
        "inside": inside,
    }
    html = _FRAME.read_text("utf-8")
    for name, part in parts.items():
        html = html.replace(f"<!--{name}-->", part)
    safety = ("Content-Security-Policy", f"default-src 'none'; style-src 'unsafe-inline'; form-action {_forms_go(row)}")
    return wire.Answer(200, html.encode(), "text/html; charset=utf-8", (safety, ("Cache-Control", "no-store")))


def _forms_go(row: sqlite3.Row) -> str:
    """Browsers hold the redirect after a form to this rule as well, so the shop's own pages are named."""
    origins = dict.fromkeys(_origin(row[name]) for name in ("success_url", "cancel_url"))
    return " ".join(("'self'", *origins))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
