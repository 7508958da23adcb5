"""What an agent takes off a refund because goods were used, and what they give a customer who keeps the goods."""

from dataclasses import replace

from django.http import HttpResponse

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.returns import operations, worn
from volte.returns.views import ItemView
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import amounts, reading, sheets, telling


@access.staff_required(Permission.RETURNS_REFUSE)
def deduction(request: here.StaffRequest, number: str, place: int) -> HttpResponse:
    """Something is taken off for use, with what was found."""
    case = reading.of_request(request, number)
    item = _item(case, place)
    sheet = sheets.of(request, "deduction", case, {"item": item}, "amount", "reason")
    if request.method != "POST":
        sheet = _as_proposed(sheet, item)
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    amount = _amount(sheet, case)
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.deduct(by=by, return_id=return_id, item_id=item.id, amount=amount, reason=reason),
        said={"amount": amount, "title": item.title},
    )


@access.staff_required(Permission.MONEY_REFUND)
def reduction(request: here.StaffRequest, number: str, place: int) -> HttpResponse:
    """The customer keeps an item and is given part of its price: an amount, or a percentage of it."""
    case = reading.of_request(request, number)
    item = _item(case, place)
    sheet = sheets.of(request, "reduction", case, {"item": item}, "amount", "reason")
    by, return_id, reason, share = request.actor, case.view.id, sheet.typed["reason"], _share(sheet)
    amount = None if share is not None else _amount(sheet, case)
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.reduce_price(
            by=by, return_id=return_id, item_id=item.id, amount=amount, share=share, reason=reason
        ),
        said={"title": item.title},
    )


@access.staff_required(Permission.RETURNS_GOODWILL)
def repayment(request: here.StaffRequest, number: str) -> HttpResponse:
    """The customer objected, and gets back what was taken off."""
    case = reading.of_request(request, number)
    amount = telling.taken_off(case.view)
    sheet = sheets.of(request, "repayment", case, {"amount": amount}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.give_deduction_back(by=by, return_id=return_id, reason=reason),
        said={"amount": amount},
    )


@access.staff_required(Permission.RETURNS_REFUSE)
def upholding(request: here.StaffRequest, number: str) -> HttpResponse:
    """The customer objected; it stays taken off, and they read why."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "upholding", case, {"amount": telling.taken_off(case.view)}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.uphold_deduction(by=by, return_id=return_id, reason=reason),
        said={"number": case.view.number},
    )


def _as_proposed(sheet: sheets.Sheet, item: ItemView) -> sheets.Sheet:
    """What the bench proposed stands in the fields, to be taken or changed."""
    amount = Money(worn.open_amount(item=item), sheet.case.view.value.currency)
    if not amount:
        return sheet
    return replace(sheet, typed={"amount": amounts.typed(amount), "reason": worn.open_words(item=item)})


def _item(case: reading.Case, place: int) -> ItemView:
    found = next((item for item in case.view.items if item.position == place), None)
    if found is None:
        raise NotFound("item_unknown")
    return found


def _amount(sheet: sheets.Sheet, case: reading.Case) -> Money:
    """What was typed; nothing where it is no amount, which is refused beside the field."""
    currency = case.view.value.currency
    return amounts.parse(written=sheet.typed["amount"], currency=currency) or Money(0, currency)


def _share(sheet: sheets.Sheet) -> Rate | None:
    """A percentage, where one was typed."""
    try:
        return Rate.parse(sheet.typed["amount"])
    except ValueError:
        return None
