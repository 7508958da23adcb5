"""How is a request granted once, and what may go wrong around it? Idempotency, effect and faults in their order."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from volte_simulators.psp import events, faults, keys, problems, wire
from volte_simulators.psp.faults import Place
from volte_simulators.psp.store import Store

DEFAULT_WEBHOOK_EVENTS = frozenset(
    {"refund.updated", "refund.failed", "checkout.session.completed", "payment_intent.canceled"}
)
SECONDS_KEYS_ARE_KEPT = 24 * 3600.0

Act = Callable[[sqlite3.Connection, events.Note], dict[str, object]]
Question = Callable[[sqlite3.Connection], dict[str, object]]


class NoAnswer(Exception):
    """The connection ends without a word, as when a network fails."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this provider was started. No `webhook_url`, no webhooks."""

    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_events: frozenset[str] = DEFAULT_WEBHOOK_EVENTS
    webhook_backoff: float = 1.0
    open_unknown_charges: bool = False
    keys_kept: float = SECONDS_KEYS_ARE_KEPT

    @property
    def wanted(self) -> frozenset[str]:
        return self.webhook_events if self.webhook_url else frozenset()


@dataclass(frozen=True, slots=True)
class Order:
    """One writing request: its idempotency key, what it asks for, and where its faults wait."""

    key: str | None
    fingerprint: str
    place: Place
    hint: faults.Hint | None = None


@dataclass(slots=True)
class Desk:
    """Everything a request may touch. `bell` wakes the background thread, `closing` ends every wait."""

    store: Store
    standing: faults.Faults
    settings: Settings = field(default_factory=Settings)
    flying: keys.InFlight = field(default_factory=keys.InFlight)
    bell: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)

    def read(self, place: Place, question: Question) -> wire.Answer:
        self._suffer(self.standing.draw(place=place, kinds=faults.BEFORE | faults.AFTER))
        with self.store.transaction() as db:
            return wire.as_json(question(db))

    def write(self, order: Order, act: Act) -> wire.Answer:
        """Once per key: effect and answer are committed together, and only then may a fault hide the answer."""
        with self.flying.claimed(order.key):
            self._suffer(self.standing.draw(place=order.place, kinds=faults.BEFORE, hint=order.hint))
            answer = self._once(order.key, order.fingerprint, act)
        self.bell.set()
        self._suffer(self.standing.draw(place=order.place, kinds=faults.AFTER, hint=order.hint))
        return answer

    def _once(self, key: str | None, fingerprint: str, act: Act) -> wire.Answer:
        note = events.Note(now=time.time(), key=key, wanted=self.settings.wanted)
        with self.store.transaction() as db:
            before = keys.kept(db, key=key, fingerprint=fingerprint, since=note.now - self.settings.keys_kept)
            if before is not None:
                return before
            try:
                answer = wire.as_json(act(db, note))
            except problems.Problem as problem:  # an act refuses before it writes, so the refusal itself can be kept
                answer = wire.refusal(problem)
            keys.keep(db, key=key, fingerprint=fingerprint, answer=answer, now=note.now)
        return answer

    def _suffer(self, fault: faults.Fault | None) -> None:
        if fault is None:
            return
        lasting = fault.lasting(faults.DEFAULT_SECONDS.get(fault.kind, 0.0))
        match fault.kind:
            case faults.Kind.LATENCY:
                self.closing.wait(lasting)
            case faults.Kind.RATE_LIMIT:
                raise problems.too_many()
            case faults.Kind.ERROR_BEFORE | faults.Kind.ERROR_AFTER:
                raise problems.broken()
            case _:
                self.closing.wait(lasting)
                raise NoAnswer
