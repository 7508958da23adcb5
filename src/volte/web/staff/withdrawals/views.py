"""A list of statements, those a person has to look at first; and one statement with what may be done about it."""

from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from volte.catalogue import queries as catalogue
from volte.catalogue.rules import bundles
from volte.catalogue.rules.order import OrderView
from volte.kit.errors import NotFound, Refused
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import queries as returns
from volte.returns import wire
from volte.returns.operations import withdrawing
from volte.runtime import files, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here, refusals
from volte.withdrawals import papers, queries
from volte.withdrawals.queries import Standing, WithdrawalView

_MEANING = {
    Standing.RECEIVED: "wait",
    Standing.ACCEPTED: "good",
    Standing.COMMERCIAL: "info",
    Standing.TO_LOOK_AT: "act",
    Standing.SETTLED: "good",
    Standing.REPEATED: "info",
}
_UNDECIDED = (Standing.RECEIVED, Standing.TO_LOOK_AT)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one article of it. `what`: accepted | commercial | doubt | joined | gone."""

    title: str
    quantity: int
    what: str
    why: str


@access.staff_required(Permission.RETURNS_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """Those that wait for a person, the oldest first; then all, newest first."""
    with tenancy.entered(request.shop.id):
        waiting = queries.listed(waiting=True).withdrawals
        listed = queries.listed(after=_after(request))
    rows = [(said, _MEANING[said.standing]) for said in listed.withdrawals]
    context = {"section": "withdrawals", "waiting": waiting, "rows": rows, "next": listed.next}
    return render(request, "staff/withdrawals/list.html", context)


@access.staff_required(Permission.RETURNS_READ)
def withdrawal(request: here.StaffRequest, number: str) -> HttpResponse:
    """One statement; `?order=` looks for the order somebody thinks is meant."""
    return _told(request, number)


@access.staff_required(Permission.RETURNS_APPROVE)
def recognition(request: here.StaffRequest, number: str) -> HttpResponse:
    """This order is meant, and these articles of it (none ticked: all)."""
    if request.method != "POST":
        return _told(request, number)
    with tenancy.entered(request.shop.id):
        said = queries.by_number(number=number)
        order = _order(said, request.POST.get("order", ""))
    try:
        if order is None:
            raise NotFound("order_unknown")
        withdrawing.recognise(
            by=request.actor, withdrawal_id=said.id, order_id=order.order_id, lines=_chosen(request, order)
        )
    except Refused as refused:
        return _told(request, number, fault=refused)
    return _done(request, "recognised", number)


@access.staff_required(Permission.RETURNS_MESSAGE)
def answer(request: here.StaffRequest, number: str) -> HttpResponse:
    """A person has looked, and perhaps writes."""
    if request.method != "POST":
        return _told(request, number)
    words = request.POST.get("text", "")
    with tenancy.entered(request.shop.id):
        said = queries.by_number(number=number)
    try:
        withdrawing.answer(by=request.actor, withdrawal_id=said.id, text=words)
    except Refused as refused:
        return _told(request, number, fault=refused, words=words)
    return _done(request, "answered" if words.strip() else "seen", number)


@access.staff_required(Permission.RETURNS_READ)
def file(request: here.StaffRequest, number: str, kind: str) -> HttpResponse:
    """The receipt, or the statement as it was hashed."""
    with tenancy.entered(request.shop.id):
        said = queries.by_number(number=number)
        _note(request, said)
        digest = said.receipt if kind == "pdf" else said.digest
        content, about = files.read(digest), files.about(digest)
    response = HttpResponse(content, content_type=about.media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{said.number}.{kind}") or ""
    )
    return response


def _told(request: here.StaffRequest, number: str, *, fault: Refused | None = None, words: str = "") -> HttpResponse:
    wanted = (request.POST.get("order") or request.GET.get("order") or "").strip()[:100]
    with tenancy.entered(request.shop.id):
        said = queries.by_number(number=number)
        _note(request, said)
        order = _order(said, wanted)
        first = queries.by_id(withdrawal_id=said.first_id) if said.first_id else None
        repeats = queries.repeats(withdrawal_id=said.id)
        carried = [returns.by_id(return_id=one).number for one in said.return_ids]
    context = {
        "section": "withdrawals",
        "view": said,
        "meaning": _MEANING[said.standing],
        "facts": papers.facts(said),
        "sentence": papers.sentence(said.declared),
        "part": papers.part(said.declared),
        "found": [_found(one, request.language) for one in said.outcome],
        "order": order,
        "goods": bundles.goods(lines=order.lines) if order is not None else (),
        "wanted": wanted,
        "chosen": {article.line for article in said.declared.articles},
        "first": first,
        "repeats": repeats,
        "carried": carried,
        "undecided": said.standing in _UNDECIDED,
        "fault": texts.refusal(fault, request.language) if fault else "",
        "words": words,
    }
    status = refusals.status_of(fault) if fault else HTTPStatus.OK
    return render(request, "staff/withdrawals/withdrawal.html", context, status=int(status))


def _found(one: dict[str, object], language: str) -> Found:
    why = wire.message_back(one.get("why"))
    return Found(
        str(one["title"]), int(str(one["quantity"])), str(one["what"]), texts.say(why, language) if why else ""
    )


def _order(said: WithdrawalView, wanted: str) -> OrderView | None:
    """The order a person named, else the one that was found."""
    if wanted:
        return next(iter(catalogue.page(number=wanted, limit=1).orders), None)
    return catalogue.order(order_id=said.order_id) if said.order_id is not None else None


def _chosen(request: HttpRequest, order: OrderView) -> dict[str, int]:
    chosen = {}
    for line in bundles.goods(lines=order.lines):
        written = request.POST.get(f"quantity-{line.id}", str(line.quantity))
        if line.id in request.POST.getlist("line"):
            units = int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else line.quantity
            chosen[line.id] = max(1, min(units, line.quantity))
    return chosen


def _note(request: here.StaffRequest, said: WithdrawalView) -> None:
    looking.note(by=request.actor, what=What.ORDER, subject_id=said.order_id, email=said.declared.email)


def _done(request: here.StaffRequest, what: str, number: str) -> HttpResponse:
    toasts.success(request, texts.say(f"staff-withdrawal-done-{what}", request.language, number=number))
    return HttpResponseRedirect(reverse("staff_withdrawal", args=[number]), status=HTTPStatus.SEE_OTHER)


def _after(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("after", ""))
    except ValueError:
        return None
