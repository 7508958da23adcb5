"""Several returns with the same question, one answer: each goes through the ordinary act by itself, and the page says
which went and which did not, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, Refused
from volte.kit.money import Money
from volte.privacy import looking
from volte.privacy.rules.looks import What
from volte.returns import desk, operations, queries
from volte.returns.rules.lifecycle import Status, Verdict
from volte.returns.views import ReturnView
from volte.runtime import idempotency, tenancy, texts
from volte.runtime.idempotency import Answer
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import queue, telling


@dataclass(frozen=True, slots=True)
class Question:
    """Returns that wait for the same answer. `only` is the query string that chooses these and no others."""

    words: str
    views: tuple[ReturnView, ...]
    only: str

    @property
    def value(self) -> Money:
        total = self.views[0].value
        for view in self.views[1:]:
            total = total + view.value
        return total


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one return: `why` says why not, "" when it went."""

    number: str
    name: str
    value: Money
    why: str


@access.staff_required(Permission.RETURNS_APPROVE)
def approval(request: here.StaffRequest) -> HttpResponse:
    """Say yes to all of them."""
    return _page(request, "approval")


@access.staff_required(Permission.RETURNS_REFUSE)
def refusal(request: here.StaffRequest) -> HttpResponse:
    """Say no to all of them, with one reason that each customer will read."""
    return _page(request, "refusal")


def _page(request: here.StaffRequest, act: str) -> HttpResponse:
    numbers = _numbers(request)
    with tenancy.entered(request.shop.id):
        chosen = [view for number in numbers if (view := queries.by_number(number=number)) is not None]
        looking.note_each(by=request.actor, what=What.CASE, subject_ids=[view.id for view in chosen])
    questions = _questions(chosen, request)
    reason = request.POST.get("reason", "")
    # One reason answers one question: of several only one is taken at a time.
    if request.method != "POST" or len(questions) > 1 or not chosen:
        return _show(request, act, chosen, questions, reason)
    if act == "refusal" and not reason.strip():
        fault = texts.refusal(Invalid("refusal_needs_reason"), request.language)
        return _show(request, act, chosen, questions, reason, fault=fault)
    results = [_one(request, act, view, reason) for view in chosen]
    context = {
        "act": act,
        "went": [result for result in results if not result.why],
        "stayed": [result for result in results if result.why],
    }
    return _render(request, "staff/cases/together_done.html", context)


def _one(request: here.StaffRequest, act: str, view: ReturnView, reason: str) -> Result:
    """The ordinary act on one return, in a transaction of its own, once for this sheet."""

    def work() -> Answer:
        if not _fits(queries.by_id(return_id=view.id)):
            raise Conflict("return_answered_meanwhile", number=view.number)
        verb = operations.approve if act == "approval" else operations.refuse
        verb(by=request.actor, return_id=view.id, reason=reason)
        return Answer(HTTPStatus.OK, {})

    why = ""
    try:
        idempotency.once(
            shop_id=request.shop.id,
            key=f"together:{_token(request)}:{view.number}",
            call=request.path,
            digest=idempotency.digest_of(reason.encode()),
            work=work,
        )
    except Refused as refused:
        why = texts.refusal(refused, request.language)
    return Result(view.number, telling.called(view, request.language), view.value, why)


def _questions(views: Sequence[ReturnView], request: here.StaffRequest) -> list[Question]:
    found: dict[str, list[ReturnView]] = {}
    for view in views:
        if _fits(view):
            found.setdefault(_asked_of(view, request.language), []).append(view)
    front = queue.asked(request).query.removeprefix("?")
    return [
        Question(words, tuple(same), "&".join(filter(None, [front, urlencode([("number", v.number) for v in same])])))
        for words, same in found.items()
    ]


def _fits(view: ReturnView) -> bool:
    """Does it still wait for a yes or a no to the request itself?"""
    waiting = any(item.verdict is Verdict.NEEDS_REVIEW for item in view.items)
    return view.status is Status.REQUESTED and view.waits_for == "shop" and waiting


def _asked_of(view: ReturnView, language: str) -> str:
    """The question in the words of the list: the rule that asked for a person, else that the case is not clear."""
    item = next(item for item in view.items if item.verdict is Verdict.NEEDS_REVIEW)
    why = desk.why_here(decision=item.decision)
    if why is not None and why.code == "policy-step-holds":
        return texts.say("staff-queue-why-rule", language, rule=why.params.get("rule", ""))
    return texts.say("staff-queue-why-doubt", language)


def _show(
    request: here.StaffRequest,
    act: str,
    chosen: Sequence[ReturnView],
    questions: Sequence[Question],
    reason: str,
    *,
    fault: str = "",
) -> HttpResponse:
    """What is about to happen to whom, and the field for the reason."""
    waiting = [view for question in questions for view in question.views]
    context = {
        "act": act,
        "questions": questions,
        "one": questions[0] if len(questions) == 1 else None,
        "answered": [view for view in chosen if view not in waiting],
        "rights": {cited: None for view in waiting for cited in telling.open_rights(view)},
        "languages_mixed": len({view.language for view in waiting}) > 1,
        "reason": reason,
        "fault": fault,
        "once": _token(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
    return _render(request, "staff/cases/together.html", context, status=status)


def _render(
    request: here.StaffRequest, template: str, context: Mapping[str, object], *, status: int = HTTPStatus.OK
) -> HttpResponse:
    with tenancy.entered(request.shop.id):
        listed = queue.of_request(request)
    whole = {"section": "queue", "listed": listed, "asked": listed.asked, **context}
    whole["filters"] = queue.filters(listed.asked, request.language)
    return render(request, template, whole, status=status)


def _numbers(request: HttpRequest) -> list[str]:
    given = request.POST if request.method == "POST" else request.GET
    return list(dict.fromkeys(ids.tidy_number(number) for number in given.getlist("number")))[: queue.PAGE]


def _token(request: HttpRequest) -> str:
    return request.POST.get("once", "")[:64] or str(ids.new_id())
