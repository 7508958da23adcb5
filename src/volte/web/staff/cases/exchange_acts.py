"""What an agent decides about an exchange whose difference nobody has paid: the customer is let have it, or it is given
up."""

from django.http import HttpResponse

from volte.kit.errors import Conflict, Invalid
from volte.kit.money import Money
from volte.money.rules.preview import Preview
from volte.returns import desk, operations
from volte.runtime import tenancy
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import paying, reading, sheets


@access.staff_required(Permission.RETURNS_GOODWILL)
def waiver(request: here.StaffRequest, number: str) -> HttpResponse:
    """A gesture: nothing is paid for the dearer article any more, and it leaves."""
    case = reading.of_request(request, number)
    due = case.view.due
    facts = {"due": due, "nothing": Money(0, due.currency), "worth": _worth(case)}
    sheet = sheets.of(request, "waiver", case, facts, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.give_difference(by=by, return_id=return_id, reason=reason),
        said={"amount": due},
    )


@access.staff_required(Permission.MONEY_REFUND)
def instead(request: here.StaffRequest, number: str) -> HttpResponse:
    """The exchange is given up: what the customer gets for it stands on the sheet before anybody says yes."""
    case = reading.of_request(request, number)
    coming = paying.foreseen(_instead(request, case), request.language)
    sheet = sheets.of(request, "instead", case, {"due": case.view.due, "accounts": coming}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]

    def work() -> None:
        if not reason.strip():
            raise Invalid("giving_up_needs_reason")
        operations.give_up_exchange(by=by, return_id=return_id, reason=reason)

    return sheets.answered(request, sheet, work=work, said={"name": case.view.customer_name or number})


def _worth(case: reading.Case) -> Money:
    """What was paid for what leaves: no more is refunded for it should it come back."""
    found = Money(0, case.view.due.currency)
    for promise in case.promises:
        if promise.is_unpaid:
            found = found + sum((line.amount for line in promise.lines), start=Money(0, found.currency))
    return found


def _instead(request: here.StaffRequest, case: reading.Case) -> tuple[Preview, ...]:
    if not case.view.due or case.order is None:
        raise Conflict("difference_not_due")
    with tenancy.entered(request.shop.id):
        return desk.instead(view=case.view, order=case.order)
