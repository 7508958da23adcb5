"""Small public things every page leans on: the shop's logo and its icon."""

from django.http import HttpRequest, HttpResponse

from volte.kit.errors import NotFound
from volte.runtime import files, people, shop_settings, tenancy
from volte.runtime.shop_settings import Brand

_FOR_EVER = "public, max-age=31536000, immutable"
# A logo is drawn, never run: even an SVG that slipped through would find every door shut.
_SHUT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def logo(request: HttpRequest, *, handle: str, digest: str) -> HttpResponse:
    """The shop's present logo; any other file of the shop stays closed."""
    shop = people.shop_by_handle(handle)
    if shop_settings.of_shop(shop.id).brand.logo != digest:
        raise NotFound("file_unknown")
    with tenancy.entered(shop.id):
        content, about = files.read(digest), files.about(digest)
    response = HttpResponse(content, content_type=about.media_type)
    response["Cache-Control"] = _FOR_EVER
    response["Content-Security-Policy"] = _SHUT
    return response


def icon(request: HttpRequest) -> HttpResponse:
    """The turn, in our colour: an arrow that goes out and comes back."""
    colour = Brand().accent
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{colour}"/>'
        '<path d="M8 12h11a5.5 5.5 0 0 1 0 11h-7M12.5 7 7.5 12l5 5" fill="none" stroke="#fff" '
        'stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response
