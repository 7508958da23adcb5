"""Deadlines: by when who owes what, under which article, and what being late costs."""

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging, problems, shapes
from volte.kit import ids
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import due, owing
from volte.returns.owing import Owing, Wanted
from volte.returns.rules.clocks.words import Code, Origin, State, Who
from volte.runtime.permissions import Permission

router = Router(tags=["deadlines"])

Owed = Literal[
    Code.ANSWER,
    Code.QUESTION,
    Code.APPEAL,
    Code.EVIDENCE,
    Code.REFUND_PROMISED,
    Code.REFUND_LAW,
    Code.CURE,
    Code.CONFORMITY_REFUND,
]
"""`words.OWED`, spelt out for the document of the API."""


@router.get("/deadlines", summary="What is owed by when, the most pressing return first")
def list_deadlines(
    request: HttpRequest,
    due_before: datetime | None = None,
    who: Who | None = None,
    deadline: Owed | None = None,
    origin: Origin | None = None,
    state: Literal[State.RUNNING, State.MISSED] | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> HttpResponse:
    """Deadlines that run or were missed; those of one return stand together, returns go by the next deadline of each.
    With a filter a page may hold fewer than `limit`, even none, and still have a `next`. What is done, rights that last
    until a day, and sending the goods back stand with the return alone. No name stands here."""
    edge.needs(request, Permission.RETURNS_READ)
    size, language = paging.size(limit), problems.language_of(request)
    before = edge.moment(due_before, field="due_before") if due_before is not None else None
    wanted = Wanted(due_before=before, who=who, code=deadline, origin=origin, state=state)
    key = paging.key_of(after)

    def work() -> object:
        page = owing.page(wanted=wanted, after=key, limit=size)
        return paging.so_far([_owing(one, language) for one in page.found], key=page.key)

    return edge.read(request, work)


@router.get("/returns/{return_id}/deadlines", summary="Every deadline of a return, what is overdue first")
def of_return(request: HttpRequest, return_id: str) -> HttpResponse:
    """What runs, waits for something, was kept or missed, and the periods in which the customer has a right."""
    edge.needs(request, Permission.RETURNS_READ)
    by, found = edge.actor(request), edge.parse_id("ret", return_id, code="return_unknown")
    language = problems.language_of(request)

    def work() -> object:
        told = [shapes.deadline(each, language) for each in due.clocks(return_id=found)]
        looking.note(by=by, what=What.CASE, subject_id=found)
        return {"data": told, "next": None}

    return edge.read(request, work)


def _owing(one: Owing, language: str) -> dict[str, Any]:
    return {"return": ids.public("ret", one.return_id), "number": one.number, **shapes.deadline(one.clock, language)}
