"""How does a page say no? With the right status, one sentence, and a way out."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound, NotKnown, Refused, TooLarge, TooMany
from volte.runtime import texts

_STATUS: tuple[tuple[type[Refused], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (NotAllowed, HTTPStatus.FORBIDDEN),
    (NotKnown, HTTPStatus.FORBIDDEN),
    (Conflict, HTTPStatus.CONFLICT),
    (Invalid, HTTPStatus.UNPROCESSABLE_ENTITY),
    (TooMany, HTTPStatus.TOO_MANY_REQUESTS),
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
)


def status_of(error: Refused) -> HTTPStatus:
    return next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.UNPROCESSABLE_ENTITY)


def answer(request: HttpRequest, error: Refused) -> HttpResponse:
    """The refusal as a page, as a fragment for HTMX, or as a problem for programs."""
    language = get_language() or "en"
    status = status_of(error)
    sentence = texts.refusal(error, language)
    if request.path.startswith("/api/"):
        response: HttpResponse = _problem(error, status, sentence)
    elif request.headers.get("HX-Request") == "true":
        response = render(request, "refused_fragment.html", {"sentence": sentence}, status=status)
        response["HX-Retarget"] = "#said"
        response["HX-Reswap"] = "innerHTML"
    else:
        no_member = error.code == "not_a_member"
        context = {"status": int(status), "kind": _kind(status), "sentence": sentence, "no_member": no_member}
        # What was too heavy to carry was sent from a page that still stands, with whatever was kept of it.
        context["again"] = request.get_full_path() if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE else ""
        response = render(request, "refused.html", context, status=status)
    if isinstance(error, TooMany):
        response["Retry-After"] = str(error.params.get("retry_after", 60))
    return response


def _kind(status: HTTPStatus) -> str:
    """Which heading stands above the sentence (`ui-refused-<kind>`)."""
    known = {404: "unknown", 403: "forbidden", 409: "moved-on", 429: "too-often", 413: "too-large"}
    return known.get(int(status), "invalid")


def _problem(error: Refused, status: HTTPStatus, sentence: str) -> JsonResponse:
    params = json.loads(json.dumps(error.params, default=str))
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": sentence,
        "code": error.code,
        "params": params,
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")
