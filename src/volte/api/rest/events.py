"""The event feed."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging, shapes
from volte.kit.errors import Invalid
from volte.runtime import feed
from volte.runtime.permissions import Permission

router = Router(tags=["events"])


@router.get("/events", summary="Everything that happened, in commit order")
def events(request: HttpRequest, after: str | None = None, limit: int | None = None) -> HttpResponse:
    """Nothing is missed and nothing comes twice. `after` is a `position` or the `next` of the page before."""
    edge.needs(request, Permission.EVENTS_READ)
    size = paging.size(limit)
    position = _position(after)

    def work() -> object:
        entries = feed.page(after=position, limit=size)
        key = str(entries[-1].position) if entries else None
        return paging.page([shapes.event(entry) for entry in entries], limit=size, key=key)

    return edge.read(request, work)


def _position(after: str | None) -> int:
    if not after:
        return 0
    written = after if after.isdigit() and len(after) < 19 else paging.key_of(after) or ""
    if not written.isdigit() or len(written) > 18:
        raise Invalid("after_invalid")
    return int(written)
