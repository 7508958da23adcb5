"""What an agent decides about a case: each act is a noun below the case's address, shown first and then sent."""

from django.http import HttpResponse

from volte.kit.errors import NotFound
from volte.returns import operations
from volte.returns.operations.without_goods.found import Where
from volte.returns.rules.lifecycle import Kind, Status
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import paying, reading, sheets, telling


@access.staff_required(Permission.RETURNS_APPROVE)
def approval(request: here.StaffRequest, number: str) -> HttpResponse:
    """Say yes, knowing what will be sent and paid."""
    case = reading.of_request(request, number)
    facts = {
        "kind": _kind_of_yes(case),
        "accounts": paying.to_come(case, request.language),
        "worth": telling.worth(case),
    }
    sheet = sheets.of(request, "approval", case, facts, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.approve(by=by, return_id=return_id, reason=reason),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_REFUSE)
def refusal(request: here.StaffRequest, number: str) -> HttpResponse:
    """Say no, with the reason the customer will read, and knowing which right may stand against it."""
    case = reading.of_request(request, number)
    otherwise = telling.came_otherwise(case.view)
    facts = {"rights": () if otherwise else telling.open_rights(case.view), "otherwise": otherwise}
    sheet = sheets.of(request, "refusal", case, facts, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.refuse(by=by, return_id=return_id, reason=reason),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_CANCEL)
def cancellation(request: here.StaffRequest, number: str) -> HttpResponse:
    """The customer keeps the goods after all."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "cancellation", case, {})
    by, return_id = request.actor, case.view.id
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.cancel(by=by, return_id=return_id),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_APPROVE)
def found(request: here.StaffRequest, number: str) -> HttpResponse:
    """What never arrived turned up: with the customer, or back here."""
    case = reading.of_request(request, number)
    where = Where.RETURNED if request.POST.get("where") == Where.RETURNED.value else Where.CUSTOMER
    facts = {
        "settled": case.view.status is Status.SETTLED,
        "with_customer": where is Where.CUSTOMER,
        "back_here": where is Where.RETURNED,
    }
    sheet = sheets.of(request, "found", case, facts, "where", "reason")
    by, return_id, note = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.record_found(by=by, return_id=return_id, where=where, note=note),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_APPROVE)
def awaiting(request: here.StaffRequest, number: str) -> HttpResponse:
    """The box was seen to: what is missing may still come."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "awaiting", case, {"missing": telling.missing(case.view)}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.await_rest(by=by, return_id=return_id, reason=reason),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_REFUSE)
def closing(request: here.StaffRequest, number: str) -> HttpResponse:
    """Nothing more is expected: the return ends with what came, and the customer reads why."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "closing", case, {"missing": telling.missing(case.view)}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.close_box(by=by, return_id=return_id, reason=reason),
        said={"number": case.view.number},
    )


@access.staff_required(Permission.RETURNS_MESSAGE)
def feedback(request: here.StaffRequest, number: str) -> HttpResponse:
    """A low score was read; nothing more is to be done."""
    case = reading.of_request(request, number)
    if case.feedback is None:
        raise NotFound("page_unknown")
    sheet = sheets.of(request, "feedback", case, {})
    by, return_id = request.actor, case.view.id
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.see_to_feedback(by=by, return_id=return_id),
        said={"number": case.view.number},
    )


def _kind_of_yes(case: reading.Case) -> str:
    """What saying yes means here: take units as they came, open an ended return again, or let the goods travel."""
    if telling.came_otherwise(case.view):
        return "otherwise"
    if case.view.kind is not Kind.RETURN:
        return case.view.kind.value
    if case.view.status in ("refused", "expired"):
        return "reopen"
    return "keep" if case.view.method == "keep" else "travel"
