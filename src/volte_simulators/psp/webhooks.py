"""Who is told, and how do they know it is us? Signed posts, repeated with back-off until somebody says 2xx."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import sqlite3
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from volte_simulators.psp import faults, wire
from volte_simulators.psp.desk import Desk
from volte_simulators.psp.events import Delivery, shape

MOST_ATTEMPTS = 15
LONGEST_WAIT = 3600.0
PATIENCE = 5.0


def signature(*, payload: bytes, secret: str, now: int) -> str:
    """Stripe's scheme: HMAC-SHA256 over "<moment>.<payload>", the secret used as written."""
    code = hmac.new(secret.encode(), f"{now}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={now},v1={code}"


def next_due(db: sqlite3.Connection) -> float | None:
    moment: float | None = db.execute("SELECT min(deliver_at) FROM events WHERE deliver_at IS NOT NULL").fetchone()[0]
    return moment


@dataclass(slots=True)
class Postman:
    """Delivers one event after another over one kept connection."""

    desk: Desk
    connection: http.client.HTTPConnection | None = None

    def deliver_due(self) -> None:
        with self.desk.store.transaction() as db:
            due = db.execute(
                "SELECT * FROM events WHERE deliver_at <= ? ORDER BY (kept_back = 'shuffled'), position LIMIT 50",
                (time.time(),),
            ).fetchall()
        for row in due:
            if self.desk.closing.is_set():
                return
            if not self._kept_back(row):
                self._record(row, delivered=self._delivered(row))

    def hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def _kept_back(self, row: sqlite3.Row) -> bool:
        """Late by some seconds, or overtaken by whatever is told next: once for each piece of news."""
        if row["kept_back"] or row["attempts"]:
            return False
        fault = self.desk.standing.draw(place=faults.Place.WEBHOOKS, kinds=faults.KEPT_BACK)
        if fault is None:
            return False
        why = "late" if fault.kind is faults.Kind.WEBHOOK_LATE else "shuffled"
        moment = time.time() + fault.lasting(faults.DEFAULT_SECONDS[fault.kind])
        with self.desk.store.transaction() as db:
            db.execute("UPDATE events SET kept_back = ?, deliver_at = ? WHERE id = ?", (why, moment, row["id"]))
        return True

    def _delivered(self, row: sqlite3.Row) -> bool:
        fault = self.desk.standing.draw(place=faults.Place.WEBHOOKS, kinds=faults.DELIVERED)
        if fault is not None and fault.kind is faults.Kind.WEBHOOK_LOST:
            return True
        if fault is not None:
            self._posted(row)
        return self._posted(row)

    def _posted(self, row: sqlite3.Row) -> bool:
        payload = wire.dumped(shape(row))
        settings = self.desk.settings
        signed = signature(payload=payload, secret=settings.webhook_secret, now=int(time.time()))
        headers = {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signed}
        for _ in ("the kept connection may have been closed meanwhile", "a fresh one"):
            fresh = self.connection is None
            try:
                return self._post(payload, headers)
            except (OSError, http.client.HTTPException):
                self.hang_up()
                if fresh:
                    break
        return False

    def _post(self, payload: bytes, headers: dict[str, str]) -> bool:
        address = urlsplit(self.desk.settings.webhook_url)
        if self.connection is None:
            maker = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
            self.connection = maker(address.hostname or "", address.port, timeout=PATIENCE)
        target = f"{address.path or '/'}{'?' if address.query else ''}{address.query}"
        self.connection.request("POST", target, payload, headers)
        answer = self.connection.getresponse()
        answer.read()
        return 200 <= answer.status < 300

    def _record(self, row: sqlite3.Row, *, delivered: bool) -> None:
        attempts = row["attempts"] + 1
        wait = min(self.desk.settings.webhook_backoff * 2 ** row["attempts"], LONGEST_WAIT)
        state, moment = Delivery.WAITING, time.time() + wait
        if delivered or attempts >= MOST_ATTEMPTS:
            state, moment = (Delivery.DELIVERED if delivered else Delivery.GIVEN_UP), None
        with self.desk.store.transaction() as db:
            db.execute(
                "UPDATE events SET attempts = ?, delivery = ?, deliver_at = ? WHERE id = ?",
                (attempts, state, moment, row["id"]),
            )
            if delivered:
                # Who was to be overtaken has been.
                overtaken = "UPDATE events SET deliver_at = ? WHERE kept_back = 'shuffled' AND deliver_at IS NOT NULL"
                db.execute(overtaken, (time.time(),))
