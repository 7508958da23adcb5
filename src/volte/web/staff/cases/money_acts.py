"""What an agent decides about the money of a case: given on top, noted as paid, sent once more."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse

from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.queries import RefundView
from volte.money.rules import bank_account
from volte.returns import operations
from volte.runtime import formats, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import amounts, reading, sheets, telling
from volte.web.staff.cases.sheets import Sheet


@access.staff_required(Permission.RETURNS_GOODWILL)
def goodwill(request: here.StaffRequest, number: str) -> HttpResponse:
    """A gesture: first what it would do, then, once that was read, the gesture itself."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "goodwill", case, {"ceiling": case.stake.ceiling}, "amount", "reason")
    if request.method != "POST":
        return sheets.shown(request, sheet)
    amount = amounts.parse(written=sheet.typed["amount"], currency=case.view.value.currency)
    errors = _goodwill_faults(sheet, amount, request.language)
    if errors or amount is None:
        return sheets.shown(request, sheets.wrong(sheet, errors), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if request.POST.get("sure") != sheet.typed["amount"]:
        facts = {
            **sheet.facts,
            "amount": amount,
            "after": case.stake.ceiling - amount,
            "cut": telling.cut_by(case, amount),
        }
        return sheets.shown(request, Sheet(sheet.name, case, sheet.typed, facts, sheet.token))
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.send(
        request,
        sheet,
        work=lambda: operations.goodwill(by=by, return_id=return_id, amount=amount, reason=reason),
        said={"amount": amount},
    )


@access.staff_required(Permission.MONEY_REFUND)
def difference(request: here.StaffRequest, number: str) -> HttpResponse:
    """The difference of a dearer exchange was paid another way: the goods leave."""
    case = reading.of_request(request, number)
    sheet = sheets.of(request, "difference", case, {"due": case.view.due}, "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: operations.record_difference_paid(by=by, return_id=return_id, reason=reason),
        said={"amount": case.view.due},
    )


@access.staff_required(Permission.MONEY_REFUND)
def attempt(request: here.StaffRequest, number: str, refund_id: UUID) -> HttpResponse:
    """Send a failed refund once more."""
    case = reading.of_request(request, number)
    refund = _refund(case, refund_id)
    sheet = sheets.of(request, "attempt", case, {"refund": refund})
    by = request.actor
    return sheets.answered(
        request,
        sheet,
        work=lambda: money.retry_refund(by=by, refund_id=refund_id),
        said={"amount": refund.amount},
    )


@access.staff_required(Permission.MONEY_REFUND)
def payout(request: here.StaffRequest, number: str, refund_id: UUID) -> HttpResponse:
    """A refund that somebody paid by hand, with the reference that finds it again."""
    case = reading.of_request(request, number)
    refund = _refund(case, refund_id)
    account = money.bank_account_of(by=request.actor, refund_id=refund_id)
    sheet = sheets.of(request, "payout", case, {"refund": refund, "account": account}, "reference")
    by, reference = request.actor, sheet.typed["reference"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: money.record_payout(by=by, refund_id=refund_id, reference=reference),
        said={"amount": refund.amount},
    )


@access.staff_required(Permission.MONEY_REFUND)
def transfer(request: here.StaffRequest, number: str, refund_id: UUID) -> HttpResponse:
    """To an account the customer named to us: in place of a refund that failed, or for a transfer that waits for it."""
    case = reading.of_request(request, number)
    refund = _refund(case, refund_id)
    sheet = sheets.of(request, "transfer", case, {"refund": refund}, "holder", "iban", "words")
    by, return_id, typed = request.actor, case.view.id, sheet.typed

    def work() -> None:
        account = bank_account.account(holder=typed["holder"], iban=typed["iban"])
        operations.transfer_instead(
            by=by, return_id=return_id, refund_id=refund_id, account=account, words=typed["words"]
        )

    return sheets.answered(request, sheet, work=work, said={"amount": refund.amount})


def _goodwill_faults(sheet: Sheet, amount: Money | None, language: str) -> dict[str, str]:
    ceiling: Money = sheet.case.stake.ceiling
    errors = {}
    if amount is None or amount.amount <= 0:
        errors["amount"] = texts.say("error-goodwill-needs-amount", language, currency=ceiling.currency)
    elif amount > ceiling:
        errors["amount"] = texts.say("error-goodwill-above-paid", language, ceiling=formats.money(ceiling, language))
    if not sheet.typed["reason"].strip():
        errors["reason"] = texts.say("error-goodwill-needs-reason", language)
    return errors


def _refund(case: reading.Case, refund_id: UUID) -> RefundView:
    found = next((refund for refund in case.refunds if refund.id == refund_id), None)
    if found is None:
        raise NotFound("refund_unknown")
    return found
