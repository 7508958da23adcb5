"""The event feed."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import functions as sent

from volte.api import edge, feed_shapes, paging
from volte.kit.errors import Invalid
from volte.runtime import feed
from volte.runtime.events import KINDS
from volte.runtime.permissions import Permission

router = Router(tags=["events"])
Types: Any = sent.Query(None, alias="type", max_length=60)


@router.get("/events", summary="Everything that happened, in commit order")
def events(
    request: HttpRequest,
    types: Annotated[list[str] | None, Types],
    after: str | None = None,
    limit: int | None = None,
) -> HttpResponse:
    """Nothing is missed and nothing comes twice. `after` is a `position` or the `next` of the page before; keep the
    last `position` you read and ask again from there. `type` (once or several times) leaves other kinds out; such a
    page may be short and still have a `next`."""
    edge.needs(request, Permission.EVENTS_READ)
    size = paging.size(limit)
    position, kinds = _position(after), _kinds(types or [])

    def work() -> object:
        found = feed.page(after=position, limit=size, kinds=kinds)
        key = str(found.next) if found.next is not None else None
        return paging.so_far([feed_shapes.event(entry) for entry in found.entries], key=key)

    return edge.read(request, work)


def _kinds(types: list[str]) -> list[str]:
    """Refuses a kind there is none of: a typing error would be read as "never happened"."""
    unknown = next((one for one in types if one not in KINDS), None)
    if unknown is not None:
        raise Invalid("event_kind_unknown", kind=unknown[:60])
    return types


def _position(after: str | None) -> int:
    if not after:
        return 0
    written = after if after.isdigit() and len(after) < 19 else paging.key_of(after) or ""
    if not (written.isascii() and written.isdigit()) or len(written) > 18:
        raise Invalid("after_invalid")
    return int(written)
