"""An exchange that leaves first: its price is held on a card, let go when the other article is back, else charged."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import StringConstraints

from volte.api import edge
from volte.api.schemas import Amount, Sent
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money import hold_queries
from volte.money.hold_queries import HoldView
from volte.returns import operations, wire
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["returns"])


class HoldAct(Sent):
    """Why, for whoever reads the case later; `amount` is less than what is owed where less is to be charged."""

    reason: Annotated[str, StringConstraints(max_length=1_000)] = ""
    amount: Amount | None = None


@router.get("/returns/{return_id}/hold", summary="The hold on the card of an exchange that left first")
def hold(request: HttpRequest, return_id: str) -> HttpResponse:
    """`status` is held, releasing, released, taking, taken or lost (the card let go before it was charged). It is
    charged at `charged_at` if the other article is not back. 404 `hold_unknown` where none was agreed to."""
    edge.needs(request, Permission.MONEY_READ)
    return edge.read(request, lambda: _told(_id(return_id)))


@router.post(
    "/returns/{return_id}/hold", summary="The page where the customer agrees to a hold; the exchange leaves then"
)
def place(request: HttpRequest, return_id: str) -> HttpResponse:
    """`url` is a page of the payment provider, for the customer's browser. 409 `hold_not_offered` where the shop has it
    off, nothing is exchanged, or something has arrived; `hold_stands` where money is held already."""
    page = operations.place_hold(by=edge.actor(request), return_id=_id(return_id))
    return edge.json_response({"url": page.url, "amount": wire.money(page.amount)}, status=201)


@router.post("/returns/{return_id}/hold/release", summary="Let the hold go, whatever came back")
def release(request: HttpRequest, return_id: str, act: HoldAct) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)

    def work() -> Answer:
        operations.release_hold(by=by, return_id=found, reason=act.reason)
        return Answer(200, _told(found))

    return edge.write(request, work)


@router.post("/returns/{return_id}/hold/charge", summary="Charge what nothing came back for, before its day")
def charge(request: HttpRequest, return_id: str, act: HoldAct) -> HttpResponse:
    """Once; the rest is let go. 409 `hold_not_held` when its end was wished a moment ago."""
    found, by = _id(return_id), edge.actor(request)
    amount = Money(act.amount.amount, act.amount.currency) if act.amount else None

    def work() -> Answer:
        operations.take_hold(by=by, return_id=found, reason=act.reason, amount=amount)
        return Answer(200, _told(found))

    return edge.write(request, work)


@router.post("/returns/{return_id}/hold/more-time", summary="Wait for the goods as long as the card holds")
def more_time(request: HttpRequest, return_id: str, act: HoldAct) -> HttpResponse:
    found, by = _id(return_id), edge.actor(request)

    def work() -> Answer:
        operations.prolong_hold(by=by, return_id=found, reason=act.reason)
        return Answer(200, _told(found))

    return edge.write(request, work)


def _told(return_id: UUID) -> dict[str, Any]:
    found = hold_queries.standing(subject_id=return_id)
    if found is None:
        raise NotFound("hold_unknown")
    return _shape(found)


def _shape(one: HoldView) -> dict[str, Any]:
    return {
        "status": one.status.value,
        "amount": wire.money(one.amount),
        "charged": wire.money(one.taken) if one.taken else None,
        "last_day": one.last_day.isoformat(),
        "charged_at": wire.moment(one.take_at) if one.take_at else None,
        "held_until": wire.moment(one.until) if one.until else None,
        "trouble": one.trouble or None,
        "held_at": wire.moment(one.held_at) if one.held_at else None,
        "ended_at": wire.moment(one.ended_at) if one.ended_at else None,
    }


def _id(written: str) -> UUID:
    return edge.parse_id("ret", written, code="return_unknown")
