"""Which language does this person read? What they chose, else what their browser asks for, else the shop's first."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import escape_leading_slashes
from django.utils.translation.trans_real import parse_accept_lang_header

COOKIE = "volte_language"
_YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest, offered: Sequence[str]) -> str | None:
    """What the person chose: `?lang=` now, or the cookie of an earlier choice."""
    for wish in (request.GET.get("lang"), request.COOKIES.get(COOKIE)):
        if wish in offered:
            return wish
    return None


def asked_for(request: HttpRequest, offered: Sequence[str]) -> str:
    """What the browser asks for (Accept-Language), else the first of the offered languages."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        short = code.split("-")[0].lower()
        if short in offered:
            return short
    return offered[0]


def remember(request: HttpRequest, response: HttpResponse, offered: Sequence[str]) -> None:
    """Keep a choice made by `?lang=` in a cookie."""
    wish = request.GET.get("lang")
    if wish is not None and wish in offered and wish != request.COOKIES.get(COOKIE):
        response.set_cookie(
            COOKIE, wish, max_age=_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True, path="/"
        )


def switch_address(request: HttpRequest, language: str) -> str:
    """This page in another language."""
    query = request.GET.copy()
    query["lang"] = language
    return f"{escape_leading_slashes(request.path)}?{query.urlencode()}"
