"""Refunds, to read, and to send to a bank account."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import functions as sent

from volte.api import edge, shapes
from volte.api.schemas import AccountGiven
from volte.money import queries
from volte.money.rules import bank_account
from volte.returns import operations
from volte.runtime.idempotency import Answer
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


@router.post("/returns/{return_id}/refunds/{refund_id}/transfer", summary="Send a refund to a bank account")
def transfer(request: HttpRequest, return_id: str, refund_id: str, given: AccountGiven) -> HttpResponse:
    """The account the customer named to you: in place of a refund that failed (`words` say how they agreed), or for a
    transfer that waits for one. Answers with the refund that carries the amount now. Needs `money:refund`; 409
    `refund_not_by_hand`; 422 `iban_invalid`, `redirect_needs_consent`."""
    by = edge.actor(request)
    found = edge.parse_id("ret", return_id, code="return_unknown")
    refund = edge.parse_id("rfd", refund_id, code="refund_unknown")

    def work() -> Answer:
        account = bank_account.account(holder=given.holder, iban=given.iban)
        made = operations.transfer_instead(by=by, return_id=found, refund_id=refund, account=account, words=given.words)
        return Answer(200, shapes.refund(made))

    return edge.write(request, work)
