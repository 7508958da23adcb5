"""How is the bench told to misbehave, to be filled and to be emptied? Without a key, from the machine it runs on."""

from __future__ import annotations

import json
import time
from enum import StrEnum
from typing import TypeVar

from volte_simulators.psp import charges, faults, keys, problems, refunds, wire, wishes, words
from volte_simulators.psp.desk import Desk

Choice = TypeVar("Choice", bound=StrEnum)


def answered(request: wire.Request, *, desk: Desk) -> wire.Answer:
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise problems.invalid("Commands come from this machine's own pages and programs only.", status=403)
    standing = desk.standing
    match request.method, request.path:
        case "GET", "/_control/faults":
            return wire.as_json({"faults": [_told(fault) for fault in standing.standing()]})
        case "POST", "/_control/faults":
            standing.command(*_faults(wire.parameters(request)))
            return _done(request, {"faults": [_told(fault) for fault in standing.standing()]})
        case ("DELETE", path) | ("POST", path) if path.startswith("/_control/faults/") and path[17:].isdigit():
            standing.withdraw(int(path[17:][:9]))
            return _done(request, {"faults": [_told(fault) for fault in standing.standing()]})
        case ("DELETE", "/_control/keys") | ("POST", "/_control/keys/forgotten"):
            with desk.store.transaction() as db:
                forgotten = keys.forget(db)
            return _done(request, {"forgotten": forgotten})
        case ("DELETE", "/_control/faults") | ("POST", "/_control/faults/clearance"):
            standing.clear()
            return _done(request, {"faults": []})
        case "POST", "/_control/charges":
            return _seeded(request, desk)
        case "POST", "/_control/settlements":
            return _settled(request, desk)
        case "POST", "/_control/reset":
            standing.clear()
            desk.store.forget()
            return _done(request, {"status": "empty"})
        case _:
            raise problems.invalid(f"Unrecognized control URL ({request.method}: {request.path}).", status=404)


def _done(request: wire.Request, content: object) -> wire.Answer:
    """Programs get the state, a person who pressed a button gets the page again."""
    if "text/html" in request.headers.get("accept", ""):
        language = request.query.get("lang", "")
        address = f"/?lang={language}" if language in words.LANGUAGES else "/"
        return wire.Answer(303, b"", headers=(("Location", address),))
    return wire.as_json(content)


def _seeded(request: wire.Request, desk: Desk) -> wire.Answer:
    """A JSON list of charges as for `POST /v1/charges`, each with its own `id`; those known already are left alone."""
    try:
        listed = json.loads(request.body)
    except (ValueError, RecursionError):
        raise problems.invalid("The body is not valid JSON.") from None
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise problems.invalid("The body must be a JSON list of charges.")
    wished = [wishes.charge(one) for one in listed]
    with desk.store.transaction() as db:
        made = charges.seed(db, wished=wished, now=time.time())
    return wire.as_json({"made": made, "known": len(wished) - made})


def _settled(request: wire.Request, desk: Desk) -> wire.Answer:
    """End a pending `refund` now, as `status` says; the news follows by itself."""
    params = wire.parameters(request)
    status = str(params.get("status", ""))
    if status not in ("succeeded", "failed"):
        raise problems.invalid("status is succeeded or failed", param="status")
    with desk.store.transaction() as db:
        refunds.hurry(db, id=str(params.get("refund", "")), status=status, now=time.time())
    desk.bell.set()
    return _done(request, {"status": status})


def _told(fault: faults.Fault) -> dict[str, object]:
    return {
        "number": fault.number,
        "kind": fault.kind,
        "on": fault.place,
        "count": fault.left,
        "probability": fault.probability,
        "seconds": fault.seconds,
    }


def _faults(params: wire.Params) -> list[faults.Fault]:
    """One `kind`, or several as `kinds[…]`, which share how often and how long."""
    for name in params:
        if name not in ("kind", "kinds", "on", "count", "probability", "percent", "seconds"):
            raise problems.invalid(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)
    listed = params.get("kinds", {})
    if not isinstance(listed, dict) or (not listed and "kind" not in params):
        raise problems.invalid(f"kind is one of {', '.join(faults.Kind)}", param="kind")
    wanted = [*([params["kind"]] if "kind" in params else []), *listed]
    percent = _number(params, "percent", most=100)
    probability = _number(params, "probability", most=1.0) if percent is None else percent / 100
    count = _number(params, "count", most=1_000_000)
    left = int(count) if count is not None else (None if probability is not None else 1)
    if left is not None and left < 1:
        raise problems.invalid("count is 1 or more", param="count")
    seconds = _number(params, "seconds", most=86_400)
    often = 1.0 if probability is None else probability
    return [_fault(kind, params, left, often, seconds) for kind in wanted]


def _fault(
    written: object, params: wire.Params, left: int | None, probability: float, seconds: float | None
) -> faults.Fault:
    """Where it strikes may be left open; said for several at once, it holds for those that can strike there."""
    kind = _chosen(faults.Kind, written, "kind")
    can = faults.places(kind)
    place = _chosen(faults.Place, params.get("on") or can[0], "on")
    if place not in can:
        if "kinds" not in params:
            raise problems.invalid(f"{kind} strikes at {', '.join(can)}", param="on")
        place = can[0]
    return faults.Fault(kind, place, left, probability, seconds)


def _chosen(choices: type[Choice], written: object, name: str) -> Choice:
    try:
        return choices(str(written))
    except ValueError:
        raise problems.invalid(f"{name} is one of {', '.join(choices)}", param=name) from None


def _number(params: wire.Params, name: str, *, most: float) -> float | None:
    written = params.get(name)
    if written is None or written == "":
        return None
    try:
        number = float(str(written))
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise problems.invalid(f"{name} is a number from 0 to {most:g}", param=name)
    return number
