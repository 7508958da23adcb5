"""Withdrawals: what was declared, what became of it, and writing down what reached the shop another way."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging
from volte.api.schemas import StatementReceived
from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import wire
from volte.runtime import files, tenancy
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission
from volte.withdrawals import operations, queries
from volte.withdrawals.queries import Standing, Through, WithdrawalView
from volte.withdrawals.rules.statement import Declared

router = Router(tags=["withdrawals"])


@router.get("/withdrawals", summary="Withdrawals, newest first")
def list_withdrawals(
    request: HttpRequest,
    waiting: bool = False,
    standing: Standing | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> HttpResponse:
    """`waiting` leaves those a person has to look at."""
    edge.needs(request, Permission.RETURNS_READ)
    by, size = edge.actor(request), paging.size(limit)
    key = paging.key_of(after)
    last = ids.parse("wdr", key) if key else None
    if key and last is None:
        raise Invalid("after_invalid")

    def work() -> object:
        found = queries.page(waiting=waiting, standing=standing, after=last, limit=size)
        looking.note_each(by=by, what=What.ORDER, subject_ids=[view.id for view in found])
        following = ids.public("wdr", found[-1].id) if found else None
        return paging.page([_told(view) for view in found], limit=size, key=following)

    return edge.read(request, work)


@router.get("/withdrawals/{withdrawal_id}", summary="One withdrawal")
def get_withdrawal(request: HttpRequest, withdrawal_id: str) -> HttpResponse:
    edge.needs(request, Permission.RETURNS_READ)
    by, found = edge.actor(request), edge.parse_id("wdr", withdrawal_id, code="withdrawal_unknown")

    def work() -> object:
        told = _told(queries.by_id(withdrawal_id=found))
        looking.note(by=by, what=What.ORDER, subject_id=found)
        return told

    return edge.read(request, work)


@router.get("/withdrawals/{withdrawal_id}/receipt.pdf", summary="The receipt of a withdrawal, PDF")
def receipt(request: HttpRequest, withdrawal_id: str) -> HttpResponse:
    """As it was made with the statement; gone with its words when it is too old."""
    edge.needs(request, Permission.RETURNS_READ)
    by, found = edge.actor(request), edge.parse_id("wdr", withdrawal_id, code="withdrawal_unknown")
    with tenancy.entered(by.shop_id):
        said = queries.by_id(withdrawal_id=found)
        if said.emptied:
            raise NotFound("withdrawal_unknown")
        looking.note(by=by, what=What.ORDER, subject_id=found)
        content = files.read(said.receipt)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{said.number}.pdf"'
    return response


@router.post("/withdrawals", summary="Write down a withdrawal received by letter, mail, telephone or in a store")
def record(request: HttpRequest, sent: StatementReceived) -> HttpResponse:
    """201 with the withdrawal, which is kept whatever order it names and carried out by itself where it fits one. Said
    before in the same words, 200 with the first one, and this one is kept as its repetition."""
    by = edge.actor(request)
    at = edge.moment(sent.declared_at, field="declared_at") if sent.declared_at is not None else None
    declared = Declared(
        name=sent.name,
        contract=sent.order,
        email=sent.email,
        language=sent.language,
        whole=not sent.articles and not sent.words.strip(),
        words=sent.words,
    )
    lines = {article.line: article.quantity for article in sent.articles}

    def work() -> Answer:
        made = operations.record(by=by, declared=declared, through=Through(sent.through), declared_at=at, lines=lines)
        return Answer(200 if made.again else 201, _told(made.statement))

    return edge.write(request, work)


def _told(view: WithdrawalView) -> dict[str, Any]:
    said = view.declared
    return {
        "id": ids.public("wdr", view.id),
        "number": view.number,
        "declared_at": wire.moment(view.declared_at),
        "zone": view.zone,
        "through": view.through.value,
        "recorded_at": wire.moment(view.recorded_at) if view.recorded_at else None,
        "standing": view.standing.value,
        "attention": view.attention or None,
        "repeats": ids.public("wdr", view.first_id) if view.first_id else None,
        "name": said.name,
        "order": said.contract,
        "email": said.email,
        "language": said.language,
        "scope": "whole" if said.whole else "part",
        "articles": [{"line": one.line, "title": one.title, "quantity": one.quantity} for one in said.articles],
        "words": said.words,
        "order_id": ids.public("ord", view.order_id) if view.order_id else None,
        "returns": [ids.public("ret", one) for one in view.return_ids],
        "outcome": [
            {"line": one["line"], "title": one["title"], "quantity": one["quantity"], "what": one["what"]}
            for one in view.outcome
        ],
        "sha256": view.digest,
        "emptied": view.emptied,
    }
