"""Which address does what? The whole API on one page."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable

from volte_simulators.psp import (
    charges,
    control,
    events,
    faults,
    intents,
    keys,
    lists,
    page,
    paying,
    problems,
    refunds,
    sessions,
    shapes,
    wire,
    wishes,
)
from volte_simulators.psp.desk import Desk, Order
from volte_simulators.psp.faults import Place

Verb = Callable[[Desk, wire.Request, str], wire.Answer]


def answer(desk: Desk, request: wire.Request) -> wire.Answer:
    """Raises `desk.NoAnswer` when a fault cuts the connection."""
    try:
        if request.path == "/healthz":
            return wire.as_json({"status": "ok"})
        if request.path == "/" and request.method == "GET":
            with desk.store.transaction() as db:
                return page.drawn(db, standing=desk.standing.standing(), request=request)
        if request.path.startswith("/_control/"):
            return control.answered(request, desk=desk)
        if request.path.startswith("/pay/"):
            return paying.answered(request, desk=desk)
        wire.authenticated(request)
        return _routed(desk, request)
    except problems.Problem as problem:
        return wire.refusal(problem)


def _routed(desk: Desk, request: wire.Request) -> wire.Answer:
    for method, pattern, verb in _ROUTES:
        found = pattern.fullmatch(request.path)
        if found and method == request.method:
            return verb(desk, request, found.groupdict().get("id", ""))
    raise problems.invalid(f"Unrecognized request URL ({request.method}: {request.path}).", status=404)


def _create_charge(desk: Desk, request: wire.Request, _id: str) -> wire.Answer:
    params = wire.parameters(request)
    wish = wishes.charge(params)
    order = Order(_key(request), wire.fingerprint(request=request, params=params), Place.CHARGES_CREATE)
    return desk.write(order, lambda db, note: charges.make(db, wish=wish, note=note))


def _create_refund(desk: Desk, request: wire.Request, _id: str) -> wire.Answer:
    params = wire.parameters(request)
    wish = wishes.refund(params)
    key = _key(request)
    hint = faults.Hint(charge=wish.charge, amount=wish.amount, key=key)
    order = Order(key, wire.fingerprint(request=request, params=params), Place.REFUNDS_CREATE, hint)

    def act(db: sqlite3.Connection, note: events.Note) -> dict[str, object]:
        if desk.settings.open_unknown_charges and wish.charge:
            charges.open_unknown(db, id=wish.charge, currency=wish.currency, now=note.now)
        fault = desk.standing.draw(place=order.place, kinds=faults.COURSE, hint=hint)
        return refunds.make(db, wish=wish, fault=fault, note=note)

    return desk.write(order, act)


def _create_intent(desk: Desk, request: wire.Request, _id: str) -> wire.Answer:
    params = wire.parameters(request)
    wish = wishes.intent(params)
    order = _about_intents(request, params)
    return desk.write(order, lambda db, note: intents.make(db, wish=wish, note=note))


def _confirm_intent(desk: Desk, request: wire.Request, id: str) -> wire.Answer:
    params = wire.parameters(request)
    method = wishes.method(params)
    order = _about_intents(request, params)
    return desk.write(order, lambda db, note: intents.confirm(db, id=id, method=method, note=note))


def _capture_intent(desk: Desk, request: wire.Request, id: str) -> wire.Answer:
    params = wire.parameters(request)
    amount = wishes.capture(params)
    order = _about_intents(request, params)
    return desk.write(order, lambda db, note: intents.capture(db, id=id, amount=amount, note=note))


def _cancel_intent(desk: Desk, request: wire.Request, id: str) -> wire.Answer:
    params = wire.parameters(request)
    because = str(params.get("cancellation_reason", ""))
    order = _about_intents(request, params)
    return desk.write(order, lambda db, note: intents.cancel(db, id=id, because=because, note=note))


def _about_intents(request: wire.Request, params: wire.Params) -> Order:
    return Order(_key(request), wire.fingerprint(request=request, params=params), Place.INTENTS_CREATE)


def _create_session(desk: Desk, request: wire.Request, _id: str) -> wire.Answer:
    params = wire.parameters(request)
    wish = wishes.session(params)
    order = Order(_key(request), wire.fingerprint(request=request, params=params), Place.SESSIONS_CREATE)
    base = f"http://{request.headers.get('host', '')}"
    return desk.write(order, lambda db, note: sessions.make(db, wish=wish, base=base, note=note))


def _expire_session(desk: Desk, request: wire.Request, id: str) -> wire.Answer:
    order = Order(_key(request), wire.fingerprint(request=request, params={}), Place.SESSIONS_CREATE)
    return desk.write(order, lambda db, note: sessions.expire(db, id=id, note=note))


def _read_session(desk: Desk, _request: wire.Request, id: str) -> wire.Answer:
    now = time.time()
    return desk.read(Place.SESSIONS_READ, lambda db: shapes.session(sessions.find(db, id=id, now=now)))


def _key(request: wire.Request) -> str | None:
    return keys.checked(request.headers.get("idempotency-key"))


def _read_one(place: Place, one: Callable[..., dict[str, object]]) -> Verb:
    return lambda desk, _request, id: desk.read(place, lambda db: one(db, id=id))


def _read_list(place: Place, of: str) -> Verb:
    return lambda desk, request, _id: desk.read(place, lambda db: lists.page(db, of=of, query=request.query))


_ROUTES: tuple[tuple[str, re.Pattern[str], Verb], ...] = (
    ("POST", re.compile(r"/v1/charges"), _create_charge),
    ("GET", re.compile(r"/v1/charges"), _read_list(Place.CHARGES_READ, "charges")),
    ("GET", re.compile(r"/v1/charges/(?P<id>[^/]+)"), _read_one(Place.CHARGES_READ, charges.one)),
    ("POST", re.compile(r"/v1/refunds"), _create_refund),
    ("GET", re.compile(r"/v1/refunds"), _read_list(Place.REFUNDS_READ, "refunds")),
    ("GET", re.compile(r"/v1/refunds/(?P<id>[^/]+)"), _read_one(Place.REFUNDS_READ, refunds.one)),
    ("POST", re.compile(r"/v1/checkout/sessions"), _create_session),
    ("GET", re.compile(r"/v1/checkout/sessions/(?P<id>[^/]+)"), _read_session),
    ("POST", re.compile(r"/v1/checkout/sessions/(?P<id>[^/]+)/expire"), _expire_session),
    ("POST", re.compile(r"/v1/payment_intents"), _create_intent),
    ("GET", re.compile(r"/v1/payment_intents"), _read_list(Place.INTENTS_READ, "intents")),
    ("GET", re.compile(r"/v1/payment_intents/(?P<id>[^/]+)"), _read_one(Place.INTENTS_READ, intents.read)),
    ("POST", re.compile(r"/v1/payment_intents/(?P<id>[^/]+)/confirm"), _confirm_intent),
    ("POST", re.compile(r"/v1/payment_intents/(?P<id>[^/]+)/capture"), _capture_intent),
    ("POST", re.compile(r"/v1/payment_intents/(?P<id>[^/]+)/cancel"), _cancel_intent),
    ("GET", re.compile(r"/v1/events"), _read_list(Place.EVENTS_READ, "events")),
    ("GET", re.compile(r"/v1/events/(?P<id>[^/]+)"), _read_one(Place.EVENTS_READ, events.one)),
)
