"""Refunds, to read; store credits, to read and to spend."""

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import functions as sent

from volte.api import edge, shapes
from volte.api.schemas import Spending
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money import operations as money
from volte.money import queries
from volte.runtime import throttle
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["money"])
_UNKNOWN_AN_HOUR = 20
ReturnOf: Any = sent.Query(..., alias="return")


@router.get("/refunds", summary="The refunds of a return")
def refunds(request: HttpRequest, return_id: Annotated[str, ReturnOf]) -> HttpResponse:
    """`?return=ret_…`: every amount on its way to a payment, and how far it got."""
    edge.needs(request, Permission.MONEY_READ)
    found = edge.parse_id("ret", return_id, code="return_unknown")

    def work() -> object:
        return {"data": [shapes.refund(one) for one in queries.refunds(subject_id=found)], "next": None}

    return edge.read(request, work)


@router.get("/credits/{code}", summary="A store credit and its balance")
def credit(request: HttpRequest, code: str) -> HttpResponse:
    """A key that asks for twenty codes nobody has within an hour gets 429 for the rest of it, whatever it asks."""
    edge.needs(request, Permission.MONEY_READ)
    return _unguessed(request, lambda: edge.read(request, lambda: shapes.credit(queries.credit(code=code))))


@router.post("/credits/{code}/spendings", summary="Pay with a store credit")
def spend(request: HttpRequest, code: str, wish: Spending) -> HttpResponse:
    """For the shop's checkout. `key` is the checkout's own name for this payment: sent twice, it is spent once. Needs
    `money:credit`. 409 `credit_too_small`, `credit_expired`; 429 as for asking."""
    by, amount = edge.actor(request), Money(wish.amount.amount, wish.amount.currency)

    def work() -> Answer:
        return Answer(201, shapes.credit(money.spend_credit(by=by, code=code, amount=amount, key=wish.key)))

    return _unguessed(request, lambda: edge.write(request, work))


def _unguessed(request: HttpRequest, work: Callable[[], HttpResponse]) -> HttpResponse:
    """Whoever holds a code may spend it, so codes are not to be found by trying. An honest checkout mistypes few."""
    who = str(edge.actor(request).id)
    throttle.refuse_beyond(what="credit-codes", who=who, limit=_UNKNOWN_AN_HOUR)
    try:
        return work()
    except NotFound as unknown:
        if unknown.code == "credit_unknown":
            throttle.count(what="credit-codes", who=who, limit=_UNKNOWN_AN_HOUR, within=timedelta(hours=1))
        raise
