"""Personal data: everything held about somebody as an archive, and erasing them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge
from volte.api.schemas import ErasureWish, PersonNamed
from volte.kit import ids
from volte.privacy import looking, operations, people, previews, queries
from volte.privacy.queries import ErasureView
from volte.privacy.rules.erasure import Law, Why
from volte.privacy.rules.looks import What
from volte.returns import wire
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["privacy"])


@router.post("/privacy/exports", summary="Everything held about a person, as a ZIP")
def export(request: HttpRequest, person: PersonNamed) -> HttpResponse:
    """JSON, photos, labels and a page to read. Made when it is asked for, and kept nowhere; saves nothing."""
    edge.needs(request, Permission.PRIVACY_READ)
    by = edge.actor(request)
    with tenancy.entered(by.shop_id):
        ref = people.by_email(email=person.email).ref
    response = HttpResponse(operations.export(by=by, ref=ref), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{ref}.zip"'
    return response


@router.post("/privacy/erasures", summary="Erase a person, or preview it")
def erase(request: HttpRequest, wish: ErasureWish) -> HttpResponse:
    """With `preview`, what would go, what would become nameless, what stay, and what stands against it. Else 201 with
    the certificate; `status` is `waits` when `when_settled` was sent and a return or a refund is still under way, which
    is refused with 409 `erasure_blocked` otherwise. It cannot be undone."""
    by = edge.actor(request)
    edge.needs(request, Permission.PRIVACY_ERASE)
    if wish.preview:
        return edge.read(request, lambda: _previewed(by, wish.email))

    def work() -> Answer:
        person = people.by_email(email=wish.email)
        later = wish.when_settled and previews.preview(person=person).obstacles.any
        verb = operations.postpone if later else operations.erase
        made = verb(by=by, ref=person.ref, why=Why(wish.why))
        return Answer(201, _told(queries.erasure_of(erasure_id=made)))

    return edge.write(request, work)


@router.get("/privacy/erasures/{erasure_id}", summary="A certificate of erasure")
def certificate(request: HttpRequest, erasure_id: str) -> HttpResponse:
    edge.needs(request, Permission.PRIVACY_READ)
    found = edge.parse_id("era", erasure_id, code="erasure_unknown")
    return edge.read(request, lambda: _told(queries.erasure_of(erasure_id=found)))


def _previewed(by: Actor, email: str) -> dict[str, Any]:
    person = people.by_email(email=email)
    looking.note(by=by, what=What.PERSON, subject_id=person.id, email=person.email)
    seen = previews.preview(person=person)
    against = {
        "open_returns": list(seen.obstacles.open_returns),
        "money_under_way": list(seen.obstacles.money_under_way),
        "notes_due": list(seen.obstacles.notes_due),
    }
    return {
        "goes": seen.goes,
        "nameless": seen.nameless,
        "kept": seen.kept,
        "law": _law(seen.law),
        "against": against,
    }


def _told(view: ErasureView) -> dict[str, Any]:
    return {
        "id": ids.public("era", view.id),
        "status": view.standing.value,
        "why": view.why.value,
        "check": view.check,
        "asked_at": wire.moment(view.asked_at),
        "done_at": wire.moment(view.done_at) if view.done_at else None,
        "done": dict(view.done),
        "kept": dict(view.kept),
        "law": _law(view.law),
    }


def _law(law: Law) -> dict[str, Any]:
    return {"cited": law.cited or None, "years": law.years, "checked": law.checked}
