"""Bank transfers: refunds that wait for one, files of them, and what the bank said."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, shapes
from volte.api.schemas import BatchWish, Executed, Rejected
from volte.kit import ids
from volte.money import queries as refunds
from volte.money.transfers import making, queries
from volte.money.transfers.queries import BatchView, WaitingView
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import wire
from volte.runtime import tenancy
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["money"])


@router.get("/transfers", summary="Refunds that wait to be paid by bank transfer or by hand")
def waiting(request: HttpRequest) -> HttpResponse:
    """Oldest first, those in no file. `obstacle` is why one cannot go into a file: `no_account`, `currency`, `area`,
    `letters`; pay it by hand. Accounts are masked. Needs `money:books`, as do all of these."""
    edge.needs(request, Permission.MONEY_BOOKS)
    return edge.read(request, lambda: {"data": [_transfer(one) for one in queries.waiting()], "next": None})


@router.post("/transfer-batches", summary="Put transfers that wait into a file for the bank")
def make(request: HttpRequest, sent: BatchWish) -> HttpResponse:
    """Each refund is in one file only. 409 `transfers_none`, `transfers_need_account`, `transfer_not_ready`."""
    by = edge.actor(request)
    wanted = (
        None if sent.refunds is None else [edge.parse_id("rfd", one, code="refund_unknown") for one in sent.refunds]
    )

    def work() -> Answer:
        return Answer(201, _batch(making.make_batch(by=by, execute_on=sent.execute_on, refund_ids=wanted)))

    return edge.write(request, work)


@router.get("/transfer-batches", summary="Files of transfers, newest first")
def batches(request: HttpRequest) -> HttpResponse:
    edge.needs(request, Permission.MONEY_BOOKS)
    return edge.read(request, lambda: {"data": [_batch(one) for one in queries.batches()], "next": None})


@router.get("/transfer-batches/{batch_id}.xml", summary="The file for the bank")
def file(request: HttpRequest, batch_id: str) -> HttpResponse:
    """ISO 20022 pain.001.001.09, the same each time. 409 `transfers_file_gone` once it was erased."""
    by, found = edge.actor(request), edge.parse_id("trb", batch_id, code="transfers_unknown")
    content = queries.file(by=by, batch_id=found)
    with tenancy.entered(by.shop_id):
        orders = {each.refund.order_id for each in queries.transfers(batch_id=found)}
        looking.note_each(by=by, what=What.ORDER, subject_ids=sorted(orders))
    response = HttpResponse(content, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="{batch_id}.xml"'
    response["Cache-Control"] = "no-store"
    return response


# Behind the one above: an address is taken by the first that fits it.
@router.get("/transfer-batches/{batch_id}", summary="One file of transfers")
def batch(request: HttpRequest, batch_id: str) -> HttpResponse:
    edge.needs(request, Permission.MONEY_BOOKS)
    found = edge.parse_id("trb", batch_id, code="transfers_unknown")

    def work() -> object:
        inside = [_transfer(one) for one in queries.transfers(batch_id=found)]
        return {**_batch(queries.batch(batch_id=found)), "transfers": inside}

    return edge.read(request, work)


@router.post("/transfer-batches/{batch_id}/execution", summary="The bank has executed the file")
def execution(request: HttpRequest, batch_id: str, sent: Executed) -> HttpResponse:
    """Every refund in it has succeeded."""
    by, found = edge.actor(request), edge.parse_id("trb", batch_id, code="transfers_unknown")

    def work() -> Answer:
        making.record_execution(by=by, batch_id=found, on=sent.on)
        return Answer(200, _batch(queries.batch(batch_id=found)))

    return edge.write(request, work)


@router.post("/transfer-batches/{batch_id}/cancellation", summary="The bank does not get the file")
def cancellation(request: HttpRequest, batch_id: str) -> HttpResponse:
    """Its transfers wait again, and its content is erased."""
    by, found = edge.actor(request), edge.parse_id("trb", batch_id, code="transfers_unknown")

    def work() -> Answer:
        making.cancel_batch(by=by, batch_id=found)
        return Answer(200, _batch(queries.batch(batch_id=found)))

    return edge.write(request, work)


@router.post("/refunds/{refund_id}/rejection", summary="The bank sent one transfer back")
def rejection(request: HttpRequest, refund_id: str, sent: Rejected) -> HttpResponse:
    """The refund has failed, and may go another way. 409 `transfer_not_sent`."""
    by, found = edge.actor(request), edge.parse_id("rfd", refund_id, code="refund_unknown")

    def work() -> Answer:
        making.record_rejection(by=by, refund_id=found, reason=sent.reason)
        return Answer(200, shapes.refund(refunds.refund(refund_id=found)))

    return edge.write(request, work)


def _transfer(one: WaitingView) -> dict[str, Any]:
    return {
        **shapes.refund(one.refund),
        "account": one.account or None,
        "obstacle": one.obstacle.value if one.obstacle is not None else None,
    }


def _batch(one: BatchView) -> dict[str, Any]:
    own = ids.public("trb", one.id)
    return {
        "id": own,
        "number": one.number,
        "status": one.status.value,
        "count": one.count,
        "amount": wire.money(one.amount),
        "execute_on": one.execute_on.isoformat(),
        "executed_on": one.executed_on.isoformat() if one.executed_on is not None else None,
        "made_at": wire.moment(one.made_at),
        "file_url": f"/api/v1/transfer-batches/{own}.xml" if one.file else None,
    }
