"""The books: corrected, closed day by day, and taken out as files."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Router

from volte.api import edge
from volte.api.schemas import DayClosed, EntryReversed
from volte.kit import ids
from volte.money import operations as money
from volte.returns import books
from volte.runtime import tenancy
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission

router = Router(tags=["money"])


@router.get("/ledger/postings.csv", summary="Every posting of some days as CSV")
def postings(request: HttpRequest, since: date, until: date) -> HttpResponse:
    """`?since=2026-01-01&until=2026-01-31`, both days included, where the shop is. Amounts in minor units, debits
    positive; `number` once the day is closed."""
    edge.needs(request, Permission.MONEY_READ)
    with tenancy.entered(edge.actor(request).shop_id):
        content = books.as_csv(since=since, until=until)
    return _file(content, name=f"postings-{since}-{until}.csv", kind="text/csv")


@router.get("/ledger/fec", summary="The closed days as a French FEC file")
def fec(request: HttpRequest, since: date, until: date) -> HttpResponse:
    """The 18 columns of article A47 A-1, in the order of the numbers given at closing. 409 `fec_day_open`,
    `fec_other_currency`; 422 `fec_needs_company`."""
    edge.needs(request, Permission.MONEY_READ)
    with tenancy.entered(edge.actor(request).shop_id):
        name, content = books.as_fec(since=since, until=until)
    return _file(content, name=name, kind="text/plain")


@router.post("/ledger/closings", summary="Close the books up to and with a day")
def close(request: HttpRequest, wish: DayClosed) -> HttpResponse:
    """Its entries get their numbers, and the database takes no other entry into it. Needs `money:books`. 409
    `day_closed`, `day_not_over` (an hour after midnight where the shop is)."""
    by = edge.actor(request)

    def work() -> Answer:
        made = money.close_books(by=by, day=wish.day)
        return Answer(201, {"day": made.day.isoformat(), "first": made.first, "last": made.last})

    return edge.write(request, work)


@router.post("/ledger/entries/{entry_id}/reversal", summary="Take an entry of the books back")
def reverse(request: HttpRequest, entry_id: str, wish: EntryReversed) -> HttpResponse:
    """By another entry with every sign turned and the reason; nothing is changed or deleted. `ledger verify` then says
    what the books lack. Needs `money:books`. 404 `entry_unknown`, 409 `entry_reversed`, 422 `reversal_needs_reason`."""
    by, found = edge.actor(request), edge.parse_id("ent", entry_id, code="entry_unknown")

    def work() -> Answer:
        made = money.reverse_entry(by=by, entry_id=found, why=wish.reason)
        return Answer(201, {"id": ids.public("ent", made), "reverses": ids.public("ent", found)})

    return edge.write(request, work)


def _file(content: str, *, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
