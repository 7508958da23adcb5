"""`GET /metrics`, for those who may: machines named in VOLTE_METRICS_FROM that ask us directly, or a bearer of
VOLTE_METRICS_TOKEN. Nobody else learns that it is there."""

import hmac
import ipaddress
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST

from volte.project.watching import numbers

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_THROUGH_A_PROXY = ("X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via")


def metrics(request: HttpRequest) -> HttpResponse:
    if not (_bears_the_token(request) or _asks_directly(request)):
        raise Http404
    return HttpResponse(numbers.written(), content_type=CONTENT_TYPE_LATEST)


def _bears_the_token(request: HttpRequest) -> bool:
    token = str(settings.METRICS_TOKEN)
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(token) and hmac.compare_digest(given.encode(), token.encode())


def _asks_directly(request: HttpRequest) -> bool:
    """A proxy on this machine has a trusted address and speaks for the whole world."""
    if any(name in request.headers for name in _THROUGH_A_PROXY):
        return False
    try:
        peer = ipaddress.ip_address(str(request.META.get("REMOTE_ADDR", "")))
    except ValueError:
        return False
    return any(peer in network for network in networks(settings.METRICS_FROM))


@lru_cache
def networks(written: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in written.split(",") if part.strip())
    except ValueError as fault:
        raise ImproperlyConfigured(f"VOLTE_METRICS_FROM is addresses such as 10.0.0.0/8: not {written!r}") from fault
