"""The hold on the card of a case: how it stands, and what an agent may do about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus

from django.http import HttpResponse

from volte.kit import time
from volte.kit.money import Money
from volte.money import hold_queries
from volte.money.hold_queries import HoldView
from volte.money.rules.holding import HoldStatus
from volte.returns import instant, operations
from volte.returns.views import ReturnView
from volte.runtime import tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import amounts, reading, sheets
from volte.web.staff.cases.shown import Meaning

_MEANING: dict[HoldStatus, Meaning] = {
    HoldStatus.HELD: "wait",
    HoldStatus.RELEASING: "wait",
    HoldStatus.TAKING: "wait",
    HoldStatus.RELEASED: "good",
    HoldStatus.TAKEN: "plain",
    HoldStatus.LOST: "stop",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A hold as an agent reads it. `owed` is what would be charged now; `can` the acts its state allows."""

    hold: HoldView
    meaning: Meaning
    day: date | None
    until: datetime | None
    owed: Money
    can: frozenset[str]


def of(view: ReturnView, zone: str) -> Shown | None:
    """Inside the shop; None, and no question asked, where nothing was sent first."""
    if not any(item.sent_at for item in view.items):
        return None
    hold = hold_queries.standing(subject_id=view.id)
    if hold is None:
        return None
    owed = Money(0, hold.amount.currency)
    can: set[str] = set()
    if hold.status is HoldStatus.HELD:
        owed = instant.owed_now(return_id=view.id, hold=hold)
        can = {"release", "prolong", *({"take"} if owed else ())}
    elif hold.trouble and view.waits_for == "money":
        can = {"seen"}
    day = time.local_date(hold.take_at - timedelta(seconds=1), zone) if hold.take_at else None
    meaning: Meaning = "stop" if hold.trouble else _MEANING.get(hold.status, "plain")
    return Shown(hold, meaning, day, hold.until, owed, frozenset(can))


@access.staff_required(Permission.MONEY_REFUND)
def release(request: here.StaffRequest, number: str) -> HttpResponse:
    """Let it go, whatever came back."""
    return _act(request, number, "hold-release", operations.release_hold)


@access.staff_required(Permission.MONEY_REFUND)
def prolong(request: here.StaffRequest, number: str) -> HttpResponse:
    """Wait as long as the card holds."""
    return _act(request, number, "hold-prolong", operations.prolong_hold)


@access.staff_required(Permission.MONEY_REFUND)
def seen(request: here.StaffRequest, number: str) -> HttpResponse:
    """What went wrong was seen to."""
    return _act(request, number, "hold-seen", operations.see_to_hold)


@access.staff_required(Permission.MONEY_REFUND)
def take(request: here.StaffRequest, number: str) -> HttpResponse:
    """Charge now what nothing came back for, or less."""
    case, shown = _read(request, number)
    sheet = sheets.of(request, "hold-take", case, _facts(case, shown), "amount", "reason")
    if request.method != "POST":
        return sheets.shown(request, sheet)
    written = sheet.typed["amount"]
    amount = amounts.parse(written=written, currency=case.view.value.currency) if written else None
    if written and amount is None:
        fault = texts.say("staff-hold-amount-wrong", request.language)
        return sheets.shown(request, sheets.wrong(sheet, {"amount": fault}), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.send(
        request,
        sheet,
        work=lambda: operations.take_hold(by=by, return_id=return_id, reason=reason, amount=amount),
        said={"amount": amount or sheet.facts["owed"]},
    )


def _act(request: here.StaffRequest, number: str, name: str, verb: "object") -> HttpResponse:
    case, shown = _read(request, number)
    sheet = sheets.of(request, name, case, _facts(case, shown), "reason")
    by, return_id, reason = request.actor, case.view.id, sheet.typed["reason"]
    return sheets.answered(
        request,
        sheet,
        work=lambda: verb(by=by, return_id=return_id, reason=reason),  # type: ignore[operator]  # one of the three above
        said={"amount": sheet.facts["amount"]},
    )


def _facts(case: reading.Case, shown: Shown | None) -> dict[str, Money]:
    """What is held and what would be charged; nothing where there is no hold: then the act says so."""
    nothing = Money(0, case.view.value.currency)
    return {"amount": shown.hold.amount, "owed": shown.owed} if shown else {"amount": nothing, "owed": nothing}


def _read(request: here.StaffRequest, number: str) -> tuple[reading.Case, Shown | None]:
    case = reading.of_request(request, number)
    with tenancy.entered(request.shop.id):
        return case, of(case.view, request.shop.settings.timezone)
