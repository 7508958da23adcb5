"""Every request: how long it took, what became of it, for whom. One line in the log, one observation; no statement."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

from volte.project.turnstile import ARRIVED
from volte.runtime import journal

log = logging.getLogger("volte.request")

SECONDS = Histogram(
    "volte_request_seconds",
    "From the request's arrival, its turn awaited, to its answer.",
    ["method", "route"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
ANSWERS = Counter("volte_requests_total", "Answers by status.", ["method", "route", "status"])
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Looking a child up by its words costs more than adding to it.
_children: dict[tuple[str, str, int], tuple[Any, Any]] = {}


def watched(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, around all others."""

    def handle(request: HttpRequest) -> HttpResponse:
        began = request.META.get(ARRIVED) or time.perf_counter()
        with journal.noted():
            response = get_response(request)
            _observe(request, response.status_code, time.perf_counter() - began)
        return response

    return handle


def _observe(request: HttpRequest, status: int, seconds: float) -> None:
    match = request.resolver_match
    # Addresses nobody serves are one route: whoever invents them must not fill our memory.
    route = "/" + match.route if match else "unknown"
    method = request.method if request.method in _METHODS else "OTHER"
    key = (str(method), route, status)
    children = _children.get(key)
    if children is None:
        children = _children[key] = (SECONDS.labels(method, route), ANSWERS.labels(method, route, status))
    children[0].observe(seconds)
    children[1].inc()
    if log.isEnabledFor(logging.INFO):
        about = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1), **_who(request)}
        log.info("answered", extra=about)


def _who(request: HttpRequest) -> dict[str, str]:
    """Shop and kind of actor, as far as somebody found out already."""
    actor = getattr(request, "actor", None) or getattr(request, "auth", None)
    shop = getattr(request, "shop", None)
    kind = getattr(actor, "kind", "") or "visitor"
    handle = getattr(shop, "handle", "") or str(getattr(actor, "shop_id", ""))
    return {"actor": kind, **({"shop": handle} if handle else {})}
