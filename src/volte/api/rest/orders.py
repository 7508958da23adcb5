"""Orders, products and stock: the mirror of what the shop sold."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Body, Router

from volte.api import edge, paging
from volte.api.schemas import Document, StockLevel
from volte.catalogue import operations, queries
from volte.catalogue.documents import outgoing
from volte.kit import ids
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse

router = Router(tags=["orders"])


@router.put("/orders/{external_id}", summary="Take in an order")
def put_order(request: HttpRequest, external_id: str, document: Body[Document]) -> HttpResponse:
    """Create the order, or merge a later copy. A later copy never lowers a quantity below what returns have claimed;
    the conflict is flagged. The same copy twice changes nothing."""
    by = edge.actor(request)

    def work() -> Answer:
        taken = operations.take_in(by=by, document=document, external_id=external_id)
        view = queries.order(order_id=taken.order_id)
        return Answer(201 if taken.created else 200, outgoing.order(view=view))

    return edge.write(request, work)


@router.get("/orders/{external_id}", summary="One order")
def get_order(request: HttpRequest, external_id: str) -> HttpResponse:
    """The document, with `volte_id` and, per line, `units_left`."""
    edge.needs(request, Permission.ORDERS_READ)
    by = edge.actor(request)

    def work() -> object:
        view = queries.order_by_external(external_id=external_id)
        looking.note(by=by, what=What.ORDER, subject_id=view.order_id)
        return outgoing.order(view=view)

    return edge.read(request, work)


@router.get("/orders", summary="Orders, by their last change")
def list_orders(
    request: HttpRequest,
    number: str | None = None,
    email: str | None = None,
    updated_since: datetime | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> HttpResponse:
    edge.needs(request, Permission.ORDERS_READ)
    by, size = edge.actor(request), paging.size(limit)
    since = edge.moment(updated_since, field="updated_since") if updated_since is not None else None

    def work() -> object:
        if email:
            looking.note(by=by, what=What.SEARCH, email=email)
        page = queries.page(number=number, email=email, updated_since=since, limit=size, after=after)
        looking.note_each(by=by, what=What.ORDER, subject_ids=[view.order_id for view in page.orders])
        return {"data": [outgoing.order(view=view) for view in page.orders], "next": page.next}

    return edge.read(request, work)


@router.put("/products/{external_id}", summary="Take in a product", tags=["products"])
def put_product(request: HttpRequest, external_id: str, document: Body[Document]) -> HttpResponse:
    """Variants and prices; exchanges are offered from these. A variant no longer named is no longer offered."""
    by = edge.actor(request)

    def work() -> Answer:
        product_id = operations.put_product(by=by, document=document, external_id=external_id)
        return Answer(200, {"id": external_id, "volte_id": ids.public("prd", product_id)})

    return edge.write(request, work)


@router.put("/stock/{sku}", summary="Say how many lie at a location", tags=["products"])
def put_stock(request: HttpRequest, sku: str, level: StockLevel) -> HttpResponse:
    """`on_hand` is absolute; what is promised to exchanges stays promised."""
    by = edge.actor(request)

    def work() -> Answer:
        now = warehouse.set_on_hand(by=by, sku=sku, location=level.location, on_hand=level.on_hand)
        return Answer(200, {"sku": now.sku, "location": now.location, "on_hand": now.on_hand, "reserved": now.reserved})

    return edge.write(request, work)
