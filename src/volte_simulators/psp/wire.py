"""What came over the wire, and what goes back: requests, parameters out of forms or JSON, answers."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from volte_simulators.psp import problems

Params = dict[str, object]

_NESTED = re.compile(r"^([a-z_]+)((?:\[[^\[\]]+\]){1,5})$")
_INSIDE = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request. Header names are in lower case; `query` keeps the last of repeated names."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    media_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


def as_json(content: object, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return Answer(status, dumped(content), headers=headers)


def refusal(problem: problems.Problem) -> Answer:
    advice = (("Retry-After", "1"), ("Stripe-Should-Retry", "true")) if problem.status == 429 else ()
    return as_json(problem.body(), status=problem.status, headers=advice)


def dumped(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


def authenticated(request: Request) -> None:
    """A test key as bearer, or as the user name of basic authentication: both are Stripe's."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        given = _basic_user(given)
    if not given:
        raise problems.invalid("You did not provide an API key.", status=401)
    if not given.startswith(("sk_test_", "rk_test_")):
        raise problems.invalid(f"Invalid API Key provided: {given[:8]}***", status=401)


def _basic_user(given: str) -> str:
    try:
        return base64.b64decode(given, validate=True).decode().partition(":")[0]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def parameters(request: Request) -> Params:
    """The body as a dictionary; `metadata[a]=b` becomes {"metadata": {"a": "b"}}, deeper ones likewise."""
    try:
        text = request.body.decode()
    except UnicodeDecodeError:
        raise problems.invalid("The body is not valid UTF-8.") from None
    if request.headers.get("content-type", "").partition(";")[0].strip() == "application/json":
        return _from_json(text)
    return nested(parse_qsl(text, keep_blank_values=True))


def _from_json(text: str) -> Params:
    try:
        content = json.loads(text or "{}")
    except (ValueError, RecursionError):
        raise problems.invalid("The body is not valid JSON.") from None
    if not isinstance(content, dict):
        raise problems.invalid("The body must be a JSON object.")
    return content


def nested(pairs: list[tuple[str, str]]) -> Params:
    result: Params = {}
    for name, value in pairs:
        inside = _NESTED.match(name)
        if inside is None:
            result[name] = value
            continue
        *groups, last = (inside.group(1), *_INSIDE.findall(inside.group(2)))
        place = result
        for each in groups:
            deeper = place.setdefault(each, {})
            if not isinstance(deeper, dict):
                raise problems.invalid(f"Invalid parameter: {name}", param=name)
            place = deeper
        place[last] = value
    return result


def fingerprint(*, request: Request, params: Params) -> str:
    """Equal for the same wish, however it was written: as form or JSON, in any order, 100 or "100"."""
    wish = json.dumps([request.method, request.path, _plain(params)], sort_keys=True)
    return hashlib.sha256(wish.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value
