"""What every request passes: the edge keeps out what no page should meet, the faces say where we are."""

import contextlib
import secrets
from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from volte.kit.errors import Invalid, NotFound, Refused, TooLarge
from volte.runtime import formats, journal, visitors
from volte.web.shared import here, languages, refusals, safety

Handler = Callable[[HttpRequest], HttpResponse]

MAX_BODY = 32 * 1024 * 1024
# A page that needs the camera (the floor's phone scanner) may say so itself.
_HEADERS = {
    "Content-Security-Policy": safety.policy(),
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}
# Addresses that belong to no shop and are read by programs or hold no words.
_NO_FACE = (
    "/api/",
    "/hooks/",
    "/assets/",
    "/accent/",
    "/logo/",
    "/icon.svg",
    "/demo/",
    "/static/",
    "/healthz",
    "/readyz",
    "/metrics",
)
_OF_NO_SHOP = ("staff/", "floor/", "api/", "assets/", "accent/", "static/", "s/")


def edge(get_response: Handler) -> Handler:
    """Bytes no program of ours wants are refused here; every answer carries its request's id and the same headers."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.id = _request_id(request)  # type: ignore[attr-defined]  # see here.PageRequest
        journal.note(request=request.id)  # type: ignore[attr-defined]
        refused = _refuse(request)
        page = cast(here.PageRequest, request)
        response = get_response(request) if refused is None else _answer_early(page, refused)
        response["X-Request-ID"] = request.id  # type: ignore[attr-defined]
        for name, value in _HEADERS.items():
            response.setdefault(name, value)
        return response

    return handle


def _answer_early(request: here.PageRequest, refused: Refused) -> HttpResponse:
    """A refusal before any page: where the address is a shop's, in its colours and in one of its languages."""
    offered: tuple[str, ...] = formats.LANGUAGES
    prefix = get_script_prefix()
    if not request.path.startswith((*_NO_FACE, "/staff/", "/floor/")) and "\0" not in request.path:
        with contextlib.suppress(Refused):
            request.shop = here.shop_at(_handle_in(request.path_info))
            offered = request.shop.languages
            set_script_prefix(request.shop.prefix)
    try:
        with translation.override(languages.chosen(request, offered) or languages.asked_for(request, offered)):
            return refusals.answer(request, refused)
    finally:
        set_script_prefix(prefix)


def _request_id(request: HttpRequest) -> str:
    """The id a proxy of ours gave, when it is a plain word, else our own."""
    given = request.headers.get("X-Request-ID", "") if visitors.is_ours(request.META.get("REMOTE_ADDR", "")) else ""
    return given if 8 <= len(given) <= 64 and given.replace("-", "").isalnum() else secrets.token_hex(8)


def _refuse(request: HttpRequest) -> Refused | None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit():
        return Invalid("request_malformed")
    if int(length) > MAX_BODY:
        return TooLarge("body_too_large", megabytes=MAX_BODY // (1024 * 1024))
    if "\0" in request.path or _has_nul(request.META.get("QUERY_STRING", "")):
        return Invalid("nul_byte")
    return None


def _has_nul(written: str) -> bool:
    return "\0" in written or "%00" in written


class faces:  # settings name it like the function it stands beside
    """Which shop, which language, and what a refusal looks like."""

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(_NO_FACE):
            with translation.override(languages.asked_for(request, formats.LANGUAGES)):
                return self._get_response(request)
        prefix = get_script_prefix()
        try:
            return self._answer(cast(here.PageRequest, request))
        finally:
            set_script_prefix(prefix)

    def _answer(self, request: here.PageRequest) -> HttpResponse:
        try:
            offered = self._enter(request)
        except Refused as refused:
            return refusals.answer(request, refused)
        response = self._get_response(request)
        languages.remember(request, response, offered)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.setdefault("Content-Language", translation.get_language() or "en")
        if "text/html" in response.get("Content-Type", ""):
            # A shopper who goes back finds what they typed; a workspace leaves nothing behind for the next person.
            private = request.path.startswith(("/staff/", "/floor/"))
            response.setdefault("Cache-Control", "private, no-store" if private else "private, no-cache")
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        """Forms are looked through once they are known to be meant for a view (and after CSRF)."""
        if request.method == "POST" and not request.path.startswith(_NO_FACE):
            for name, values in request.POST.lists():
                if "\0" in name or any("\0" in str(value) for value in values):
                    return refusals.answer(request, Invalid("nul_byte"))
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refusals.answer(request, error) if isinstance(error, Refused) else None

    def _enter(self, request: here.PageRequest) -> tuple[str, ...]:
        """Find the shop, take `/s/<handle>` off the path so that pages know one address each, choose the language."""
        handle = _handle_in(request.path_info)
        self._speak(request, formats.LANGUAGES)
        request.shop = here.shop_at(handle)
        if handle is not None:
            request.path_info = request.path_info.removeprefix(f"/s/{handle}")
            set_script_prefix(request.shop.prefix)
        offered = request.shop.languages
        self._speak(request, offered)
        timezone.activate(request.shop.settings.timezone)
        return offered

    def _speak(self, request: here.PageRequest, offered: tuple[str, ...]) -> None:
        request.language = languages.chosen(request, offered) or languages.asked_for(request, offered)
        translation.activate(request.language)


def _handle_in(path: str) -> str | None:
    """The handle of `/s/<handle>/…`; None elsewhere. Staff and API addresses do not exist below a shop."""
    if not path.startswith("/s/"):
        return None
    handle, slash, rest = path.removeprefix("/s/").partition("/")
    if not slash or not handle or rest.startswith(_OF_NO_SHOP):
        raise NotFound("page_unknown")
    return handle
