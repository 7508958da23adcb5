"""Try it: a real order and a supposed request, decided by what holds and by the draft, side by side."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from volte.catalogue.rules.order import OrderView
from volte.kit.errors import NotFound
from volte.kit.text import Message
from volte.policy import queries as policies
from volte.policy.rules import explain
from volte.policy.rules.decision import Decision
from volte.policy.rules.model import Policy
from volte.returns import trying
from volte.runtime import tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, here
from volte.web.staff.cases import shown
from volte.web.staff.policy import drafts, frame, telling

_MEANING = {verdict.value: meaning for verdict, meaning in shown.VERDICT.items()}
may_try = access.staff_required(Permission.ORDERS_READ)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one policy says of one line: how it looks, the verdict, the customer's sentence, and why."""

    meaning: str
    verdict: Message
    sentence: Message
    trace: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """`other`: the two answers are not the same."""

    title: str
    now: Answer | None
    draft: Answer | None
    other: bool


@require_safe
@frame.may_write
@may_try
def page(request: here.StaffRequest) -> HttpResponse:
    """`?order=1001&reason=too-small&condition=unworn`; without an order, the form alone."""
    draft, current = drafts.working(request)
    read = drafts.read(request, draft.document) if draft is not None else None
    asked = {name: request.GET.get(name, "").strip()[:80] for name in ("order", "reason", "condition")}
    context: dict[str, Any] = {**_choices(request), "asked": asked, "draft": draft, "current": current, "read": read}
    status = HTTPStatus.OK
    beside = (current.policy if current else None, read.policy if read else None)
    if asked["order"]:
        try:
            context["order"], context["lines"] = _tried(request, asked, *beside)
            with tenancy.entered(request.shop.id):
                context["keeps"] = policies.version_in_force(at=context["order"].placed_at) if current else None
        except NotFound as refused:
            context["missing"], status = texts.refusal(refused, request.language), HTTPStatus.NOT_FOUND
    return frame.show(request, "try", part="try", status=status, **context)


def _choices(request: here.StaffRequest) -> dict[str, Any]:
    """The shop's reasons, and the states an item may be declared to be in."""
    return {
        "reasons": telling.reasons(request),
        "conditions": [
            (each, texts.say(f"policy-word-condition-{each}", request.language)) for each in explain.CONDITIONS
        ],
    }


def _tried(
    request: here.StaffRequest, asked: dict[str, str], now: Policy | None, draft: Policy | None
) -> tuple[OrderView, list[Line]]:
    known = [policy for policy in (now, draft) if policy is not None]
    with tenancy.entered(request.shop.id):
        order, lines = trying.tried(
            number=asked["order"], reason=asked["reason"], condition=asked["condition"], policies=known
        )
    found = []
    for each in lines:
        answers = iter([_answer(decision, request.language) for decision in each.decisions])
        one, other = next(answers) if now else None, next(answers) if draft else None
        differs = one is not None and other is not None and not _same(each.decisions)
        found.append(Line(each.line.title or each.line.sku or each.line.id, one, other, differs))
    return order, found


def _same(decisions: tuple[Decision, ...]) -> bool:
    """Would the customer be told and given the same?"""
    names = (
        "verdict",
        "last_day",
        "resolutions",
        "methods",
        "restocking_fee",
        "exchange_fee",
        "refund",
        "evidence",
        "sentence",
    )
    return all(getattr(decisions[0], name) == getattr(decisions[1], name) for name in names)


def _answer(decision: Decision, language: str) -> Answer:
    trace = [{"words": texts.say(line, language)} for line in explain.trace(decision)]
    verdict = Message(f"policy-verdict-{decision.verdict}")
    return Answer(_MEANING[decision.verdict.value], verdict, decision.sentence, trace)
