"""One act as a sheet of paper: what follows from it stands above the button, faults beside the field, nothing typed is
lost, and the same sheet sent twice is one act.

Without script a sheet is a page of its own; with it, the same form in a dialog over the case.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from volte.kit import ids
from volte.kit.errors import Refused
from volte.returns.views import ReturnView
from volte.runtime import idempotency, tenancy, texts
from volte.runtime.idempotency import Answer
from volte.web.shared import here, refusals
from volte.web.staff.cases import queue, reading, telling

# Which field a refusal is about; all others are about the sheet as a whole.
_FIELD = {
    "refusal_needs_reason": "reason",
    "goodwill_needs_reason": "reason",
    "goodwill_needs_amount": "amount",
    "goodwill_above_paid": "amount",
    "deduction_needs_reason": "reason",
    "deduction_needs_amount": "amount",
    "deduction_above_worth": "amount",
    "reduction_needs_reason": "reason",
    "reduction_needs_amount": "amount",
    "reduction_above_paid": "amount",
    "difference_needs_reason": "reason",
    "giving_up_needs_reason": "reason",
    "box_needs_reason": "reason",
    "hold_needs_reason": "reason",
    "hold_amount": "amount",
    "payout_reference_missing": "reference",
    "account_holder_missing": "holder",
    "account_holder_too_long": "holder",
    "iban_missing": "iban",
    "iban_invalid": "iban",
    "redirect_needs_consent": "words",
    "message_empty": "text",
    "message_too_long": "text",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the noun of its address and its texts; `typed` what stands in its fields; `facts` what it says."""

    name: str
    case: reading.Case
    typed: Mapping[str, str]
    facts: Mapping[str, Any]
    token: str
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> list[dict[str, str]]:
        return [{"id": f"{self.name}-{name}" if name else "", "text": words} for name, words in self.errors.items()]


def of(request: here.StaffRequest, name: str, case: reading.Case, facts: Mapping[str, Any], *fields: str) -> Sheet:
    """The sheet as it was sent, or an empty one."""
    return Sheet(name, case, typed(request, *fields), facts, token(request))


def answered(
    request: here.StaffRequest,
    sheet: Sheet,
    *,
    work: Callable[[], object],
    said: Mapping[str, Any],
) -> HttpResponse:
    """Read first, then sent: what most acts are."""
    if request.method != "POST":
        return shown(request, sheet)
    return send(request, sheet, work=work, said=said)


def shown(
    request: here.StaffRequest,
    sheet: Sheet,
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The sheet as a dialog for the script, else as a page with the list beside it."""
    context: dict[str, Any] = {
        "section": "queue",
        "sheet": sheet,
        "case": sheet.case,
        "view": sheet.case.view,
        "called": telling.called(sheet.case.view, request.language),
        "inside": f"staff/cases/sheets/{sheet.name}.html",
        "asked": queue.asked(request),
    }
    if _for_script(request):
        response = render(request, "staff/cases/sheet_dialog.html", context, status=status)
        response["HX-Retarget"], response["HX-Reswap"] = "#sheet-holder", "innerHTML"
        return response
    with tenancy.entered(request.shop.id):
        listed = queue.of_request(request)
    context |= {"listed": listed, "filters": queue.filters(listed.asked, request.language)}
    return render(request, "staff/cases/sheet.html", context, status=status)


def typed(request: HttpRequest, *names: str) -> dict[str, str]:
    """What stands in the fields: as sent, or empty."""
    return {name: request.POST.get(name, "") for name in names}


def token(request: HttpRequest) -> str:
    """The sheet's own mark: the same through all its faults, so that it counts once."""
    return request.POST.get("once", "")[:64] or str(ids.new_id())


def send(
    request: here.StaffRequest,
    sheet: Sheet,
    *,
    work: Callable[[], object],
    said: Mapping[str, Any],
) -> HttpResponse:
    """Do the act once and go back to the case; or the sheet again, with what went wrong.

    `said` fills the sentence that confirms it (`staff-done-<name>`).
    """

    def act() -> Answer:
        work()
        return Answer(HTTPStatus.OK, {})

    try:
        idempotency.once(shop_id=request.shop.id, key=_key(sheet), call=request.path, digest=_digest(sheet), work=act)
    except Refused as refused:
        return shown(request, _wrong(sheet, refused, request.language), status=refusals.status_of(refused))
    messages.success(request, texts.say(f"staff-done-{sheet.name}", request.language, **said))
    return back(request, sheet.case.view)


def back(request: here.StaffRequest, view: ReturnView, *, at: str = "") -> HttpResponse:
    """To the case, with the list as it was; the script takes the same way without leaving the page."""
    address = reverse("staff_case", args=[view.number]) + queue.asked(request).query + at
    if not _for_script(request):
        return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
    response = HttpResponse(status=HTTPStatus.OK)
    response["HX-Location"] = json.dumps({"path": address, "target": "#content", "swap": "innerHTML"})
    response["HX-Trigger"] = "cases-changed"
    return response


def wrong(sheet: Sheet, errors: Mapping[str, str]) -> Sheet:
    """The sheet with faults beside its fields."""
    return Sheet(sheet.name, sheet.case, sheet.typed, sheet.facts, sheet.token, errors)


def _wrong(sheet: Sheet, refused: Refused, language: str) -> Sheet:
    return wrong(sheet, {_FIELD.get(refused.code, ""): texts.refusal(refused, language)})


def _key(sheet: Sheet) -> str:
    """The mark and what was typed: going back to change a word makes it another act."""
    return f"sheet:{sheet.token}:{_digest(sheet)[:32]}"


def _digest(sheet: Sheet) -> str:
    return idempotency.digest_of(json.dumps(sheet.typed, sort_keys=True).encode())


def _for_script(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"
