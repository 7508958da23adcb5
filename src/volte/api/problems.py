"""Every refusal as RFC 9457 problem+json, with a sentence in the caller's language and a way on."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError

from volte.kit.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotKnown,
    Refused,
    TooLarge,
    TooMany,
)
from volte.kit.money import Money
from volte.kit.text import Message
from volte.runtime import texts

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
STATUS: tuple[tuple[type[Refused], int], ...] = (
    (NotFound, 404),
    (NotKnown, 401),
    (NotAllowed, 403),
    (Conflict, 409),
    (Invalid, 422),
    (TooLarge, 413),
    (TooMany, 429),
)


def status_of(error: Refused) -> int:
    return next((status for kind, status in STATUS if isinstance(error, kind)), 400)


def language_of(request: HttpRequest) -> str:
    """The first language of Accept-Language that we speak; English otherwise."""
    for part in request.headers.get("Accept-Language", "").split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in ("fr", "en"):
            return tag
    return "en"


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """The answer to an expected no."""
    status = status_of(error)
    response = _problem(request, status, error.code, error.params, texts.refusal(error, language_of(request)))
    if isinstance(error, TooMany):
        response["Retry-After"] = str(error.params.get("retry_after", 60))
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="volte"'
    return response


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The answer to a request of the wrong shape: every field that is wrong, at once."""
    faults = [
        {"where": ".".join(str(part) for part in fault["loc"][1:]) or "body", "why": fault["msg"]}
        for fault in error.errors
    ]
    first = faults[0] if faults else {"where": "body", "why": ""}
    detail = texts.refusal(Invalid("request_invalid", **first), language_of(request))
    return _problem(request, 422, "request_invalid", {"faults": faults}, detail)


def wrong_verb(request: HttpRequest) -> HttpResponse:
    """The answer to a method this address does not know."""
    detail = texts.refusal(Refused("method_not_allowed", method=request.method), language_of(request))
    return _problem(request, 405, "method_not_allowed", {"method": request.method}, detail)


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """Our own fault: the caller learns that nothing was saved, the log learns the rest."""
    log.error("unexpected failure at %s %s", request.method, request.path, exc_info=error)
    return _problem(request, 500, "internal", {}, texts.refusal(Refused("internal"), language_of(request)))


def _problem(request: HttpRequest, status: int, code: str, params: Mapping[str, Any], detail: str) -> HttpResponse:
    body = {
        "type": f"urn:volte:problem:{code}",
        "title": code.replace("_", " "),
        "status": status,
        "detail": detail,
        "instance": request.path,
        "code": code,
        "params": {key: _plain(value) for key, value in params.items()},
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def _plain(value: Any) -> Any:
    match value:
        case Message():
            return value.code
        case Money():
            return {"amount": value.amount, "currency": value.currency}
        case str() | int() | bool() | None:
            return value
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case _:
            return str(value)
