"""Refunds, to read."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import functions as sent

from volte.api import edge, shapes
from volte.money import queries
from volte.runtime.permissions import Permission

router = Router(tags=["money"])
ReturnOf: Any = sent.Query(..., alias="return")


@router.get("/refunds", summary="The refunds of a return")
def refunds(request: HttpRequest, return_id: Annotated[str, ReturnOf]) -> HttpResponse:
    """`?return=ret_…`: every amount on its way to a payment, and how far it got."""
    edge.needs(request, Permission.MONEY_READ)
    found = edge.parse_id("ret", return_id, code="return_unknown")

    def work() -> object:
        return {"data": [shapes.refund(one) for one in queries.refunds(subject_id=found)], "next": None}

    return edge.read(request, work)
