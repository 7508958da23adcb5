"""Credit notes, their papers and files, and what of them is reported."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge, paging
from volte.kit import ids
from volte.kit.errors import Invalid, NotFound
from volte.money.notes import cii, making, queries, reporting
from volte.money.notes.queries import NoteView
from volte.money.rules.credit_note import Row
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.runtime import tenancy
from volte.runtime.permissions import Permission

router = Router(tags=["money"])


@router.get("/credit-notes", summary="Credit notes, newest first")
def list_notes(
    request: HttpRequest, since: date | None = None, limit: int | None = None, after: str | None = None
) -> HttpResponse:
    """`since` is the first day of issue."""
    edge.needs(request, Permission.MONEY_READ)
    by, size = edge.actor(request), paging.size(limit)
    key = paging.key_of(after)
    last = ids.parse("cno", key) if key else None
    if key and last is None:
        raise Invalid("after_invalid")

    def work() -> object:
        found = queries.notes(limit=size, before=last, since=since)
        looking.note_each(by=by, what=What.ORDER, subject_ids=[view.order_id for view in found])
        following = ids.public("cno", found[-1].id) if found else None
        return paging.page([told(view) for view in found], limit=size, key=following)

    return edge.read(request, work)


@router.get("/credit-notes/e-reporting", summary="Credit notes added up by day and rate")
def report(request: HttpRequest, since: date, until: date) -> HttpResponse:
    """What the French e-reporting asks of credit notes to consumers and abroad, from `since` until the day before
    `until`; amounts are negative. The content of the report, not its official file."""
    edge.needs(request, Permission.MONEY_READ)
    return edge.read(request, lambda: reporting.told(since=since, until=until))


@router.get("/credit-notes/{note_id}.pdf", summary="The credit note as a paper")
def paper(request: HttpRequest, note_id: str) -> HttpResponse:
    """PDF/A-3; that of a business holds the XML as well (Factur-X)."""
    view = _made(request, note_id)
    return _file(request, view.pdf, "application/pdf", f"{view.number}.pdf")


@router.get("/credit-notes/{note_id}.xml", summary="The credit note for accounting")
def xml(request: HttpRequest, note_id: str) -> HttpResponse:
    """EN 16931 in the syntax CII, type 381. 404 `credit_note_without_file` where the standard has no room for it."""
    view = _made(request, note_id)
    if not view.xml:
        raise NotFound("credit_note_without_file", why=cii.obstacle(draft=view.draft))
    return _file(request, view.xml, "application/xml", f"{view.number}.xml")


# Behind the two above: an address is taken by the first that fits it.
@router.get("/credit-notes/{note_id}", summary="One credit note")
def get_note(request: HttpRequest, note_id: str) -> HttpResponse:
    edge.needs(request, Permission.MONEY_READ)
    by, found = edge.actor(request), edge.parse_id("cno", note_id, code="credit_note_unknown")

    def work() -> object:
        view = queries.note(note_id=found)
        looking.note(by=by, what=What.ORDER, subject_id=view.order_id)
        return told(view)

    return edge.read(request, work)


def told(view: NoteView) -> dict[str, Any]:
    """The public shape of a note."""
    own, draft = ids.public("cno", view.id), view.draft
    address = f"/api/v1/credit-notes/{own}"
    return {
        "id": own,
        "number": view.number,
        "paper": view.paper.value,
        "issued_on": view.issued_on.isoformat(),
        "order": ids.public("ord", view.order_id),
        "order_number": draft.bought.order_number,
        "return": ids.public("ret", view.subject_id) if view.subject_kind == "return" else None,
        "invoice": draft.bought.invoice_number or None,
        "buyer": draft.buyer.name if draft.buyer else None,
        "currency": draft.currency,
        "net": draft.net().amount,
        "tax": draft.tax().amount,
        "gross": draft.gross().amount,
        "taxes": [
            {"category": one.category.value, "rate": one.rate.written(), "net": one.net, "tax": one.tax}
            for one in draft.by_rate()
        ],
        "lines": [_line(row) for row in draft.rows],
        "pdf_url": f"{address}.pdf",
        "xml_url": f"{address}.xml" if not cii.obstacle(draft=draft) else None,
    }


def _line(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "title": row.title or None,
        "sku": row.sku or None,
        "quantity": row.quantity,
        "rates": [rate.written() for rate in row.rates],
        "net": row.net,
        "tax": row.tax,
    }


def _made(request: HttpRequest, note_id: str) -> NoteView:
    edge.needs(request, Permission.MONEY_READ)
    by = edge.actor(request)
    found: UUID = edge.parse_id("cno", note_id, code="credit_note_unknown")
    view = making.made(by=by, note_id=found)
    with tenancy.entered(by.shop_id):
        looking.note(by=by, what=What.ORDER, subject_id=view.order_id)
    return view


def _file(request: HttpRequest, digest: str, media_type: str, name: str) -> HttpResponse:
    with tenancy.entered(edge.actor(request).shop_id):
        response = HttpResponse(queries.content(digest=digest), content_type=media_type)
    response["Content-Disposition"], response["Cache-Control"] = f'inline; filename="{name}"', "no-store"
    return response
