"""Gift codes: whoever received units of an order sends them back for store credit, and its buyer is told nothing.

A code is as good as the goods it covers. Print it on the gift receipt; it stands in no event, mail or export.
"""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge
from volte.api.schemas import GiftWish
from volte.catalogue import queries as catalogue
from volte.catalogue.rules.order import OrderView
from volte.kit import ids, time
from volte.returns import gifts, operations
from volte.returns.gifts import GiftView
from volte.returns.operations import telling
from volte.runtime import sealing, shop_settings
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["gifts"])


@router.post("/orders/{external_id}/gift-codes", summary="Make a gift code")
def make(request: HttpRequest, external_id: str, wish: GiftWish | None = None) -> HttpResponse:
    """For these units, or for all that no good code covers yet; good to the end of `last_day`, else for a year. The
    code behind `page` is its link. How late is too late for the goods is for the policy to say. 409
    `gift_units_covered`, `gift_without_units`, and `gift_business` for an order of a business; 422 `gift_days`."""
    by = edge.actor(request)
    units: Counter[str] = Counter()
    for line in wish.lines if wish is not None else ():
        units[line.line] += line.quantity

    def work() -> Answer:
        order = catalogue.order_by_external(external_id=external_id)
        made = operations.make_gift_code(
            by=by, order_id=order.order_id, units=units, last_day=wish.last_day if wish is not None else None
        )
        told = _told(gifts.by_id(gift_id=made), order, by.shop_id)
        # Kept for the next time the same key asks, and sealed as long as it is kept.
        return Answer(201, told | {"code": sealing.seal(told["code"])})

    return edge.write(request, work, sealed="code")


@router.get("/orders/{external_id}/gift-codes", summary="The gift codes of an order")
def list_codes(request: HttpRequest, external_id: str) -> HttpResponse:
    """The newest first, to print them again. `asked` counts the units that were asked for with a code: not for the
    buyer to see. Needs `returns:request`."""
    edge.needs(request, Permission.RETURNS_REQUEST)
    by = edge.actor(request)

    def work() -> object:
        order = catalogue.order_by_external(external_id=external_id)
        found = gifts.of_order(order_id=order.order_id)
        return {"data": [_told(one, order, by.shop_id) for one in found], "next": None}

    return edge.read(request, work)


@router.post("/gift-codes/{gift_id}/revocation", summary="Take a gift code back")
def revoke(request: HttpRequest, gift_id: str) -> HttpResponse:
    """Nothing more can be asked for with it; what was asked for goes on. Twice is harmless."""
    by, found = edge.actor(request), edge.parse_id("gft", gift_id, code="gift_unknown")

    def work() -> Answer:
        operations.revoke_gift_code(by=by, gift_id=found)
        gift = gifts.by_id(gift_id=found)
        return Answer(200, {"id": gift_id, "order": ids.public("ord", gift.order_id), "state": gift.state.value})

    return edge.write(request, work)


def _told(gift: GiftView, order: OrderView, shop_id: UUID) -> dict[str, Any]:
    zone = shop_settings.of_shop(shop_id).timezone
    lines = {line.line_id: line for line in order.lines}
    return {
        "id": ids.public("gft", gift.id),
        "order": ids.public("ord", gift.order_id),
        "code": gift.code,
        "page": telling.gift_page(shop_id=shop_id, code=""),
        "state": gift.state.value,
        "made_by": gift.made_by,
        "last_day": time.local_date(gift.expires_at - timedelta(seconds=1), zone).isoformat(),
        "lines": [
            {
                "line": lines[line_id].id,
                "title": lines[line_id].title,
                "quantity": covered.quantity,
                "asked": covered.asked,
            }
            for line_id, covered in gift.lines.items()
            if line_id in lines
        ],
    }
