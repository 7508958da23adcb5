"""The pictures of the demo shop's products, as its orders name them. Nothing of any shop is read for them."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from volte.project.demo import products

_KEPT_SECONDS = 30 * 24 * 3600


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """`/demo/pictures/robe-ines-nuit.svg`; 404 for what nobody drew."""
    drawn = _drawn().get(name)
    if drawn is None:
        raise Http404
    response = HttpResponse(drawn, content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=_KEPT_SECONDS, immutable=True)
    return response


@cache
def _drawn() -> dict[str, bytes]:
    """All of them at once, in a fraction of a second, when the first is asked for."""
    return {name: picture.encode() for name, picture in products.pictures().items()}
