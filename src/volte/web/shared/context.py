"""What every template may use without being handed it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from volte.runtime import formats
from volte.runtime.shop_settings import Brand


def face(request: HttpRequest) -> dict[str, Any]:
    """`shop`, `brand`, `language`, `languages`, `actor`, `home`; calm defaults where a page failed early."""
    shop = getattr(request, "shop", None)
    return {
        "shop": shop,
        "brand": shop.settings.brand if shop else Brand(),
        "languages": shop.languages if shop else formats.LANGUAGES,
        "language": get_language() or "en",
        "actor": getattr(request, "actor", None),
        "home": _home(request.path, shop.prefix if shop else "/"),
    }


def _home(path: str, prefix: str) -> str:
    """Where a way out leads: back into the face one came from."""
    return next((start for start in ("/staff/", "/floor/") if path.startswith(start)), prefix)
