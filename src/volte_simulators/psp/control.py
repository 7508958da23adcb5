"""How is the bench told to misbehave, to be filled and to be emptied? Without a key, from the machine it runs on."""

from __future__ import annotations

import json
import time
from enum import StrEnum
from typing import TypeVar

from volte_simulators.psp import charges, faults, problems, refunds, wire, wishes
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
            standing.command(_fault(wire.parameters(request)))
            return _done(request, {"faults": [_told(fault) for fault in standing.standing()]})
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
        return wire.Answer(303, b"", headers=(("Location", "/"),))
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
    return wire.as_json({"status": status})


def _told(fault: faults.Fault) -> dict[str, object]:
    return {
        "kind": fault.kind,
        "on": fault.place,
        "count": fault.left,
        "probability": fault.probability,
        "seconds": fault.seconds,
    }


def _fault(params: wire.Params) -> faults.Fault:
    """`count` defaults to 1; with a `probability` and no count the fault stays until cleared."""
    for name in params:
        if name not in ("kind", "on", "count", "probability", "seconds"):
            raise problems.invalid(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)
    kind = _chosen(faults.Kind, params.get("kind"), "kind")
    otherwise = faults.Place.WEBHOOKS if kind in faults.DELIVERY else faults.Place.REFUNDS_CREATE
    place = _chosen(faults.Place, params.get("on", otherwise), "on")
    probability = _number(params, "probability", most=1.0)
    count = _number(params, "count", most=1_000_000)
    seconds = _number(params, "seconds", most=86_400)
    left = int(count) if count is not None else (None if probability is not None else 1)
    if left is not None and left < 1:
        raise problems.invalid("count is 1 or more", param="count")
    return faults.Fault(kind, place, left, 1.0 if probability is None else probability, seconds)


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
