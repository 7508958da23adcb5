"""The draft as a form: the head and the terms on one page, each rule on its own. It writes the same text."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.policy import operations
from volte.policy.rules import writing
from volte.policy.rules.words import Fact
from volte.runtime import texts
from volte.web.shared import here
from volte.web.staff.policy import conditions, drafts, fields, frame, reading, telling

_SPARE = 3
_HEAD = ("name", "currency")
_CODES = ("sells_to", "languages")
_INFORMS = {"yes": True, "no": False}


@frame.may_write
def terms(request: here.StaffRequest) -> HttpResponse:
    """Who the shop is and what holds for everything; the rules as a list."""
    work = _Work(request)
    if work.said is None:
        return work.page("unreadable")
    if request.method != "POST":
        values = _head_shown(work.table("policy")) | fields.shown(work.table("terms"))
        return _terms_page(work, values, _errors(work, work.read.grave_or_problems, ("policy", "terms")))
    values = fields.typed(request.POST)
    text = writing.with_table(work.document, "policy", _head_written(values))
    text = writing.with_table(text, "terms", fields.written(values))
    errors = _errors(work, drafts.read(request, text).problems, ("policy", "terms"))
    if errors:
        return _terms_page(work, values, errors, typed=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not work.save(text):
        return _terms_page(work, values, {"": work.refused}, typed=True, status=HTTPStatus.CONFLICT)
    return _back(request)


@frame.may_write
def rule(request: here.StaffRequest, *, place: int | None = None) -> HttpResponse:
    """One rule (`place` from 1), or a new one."""
    work = _Work(request)
    if work.said is None:
        return work.page("unreadable")
    found = {} if place is None else work.rule(place)
    at = len(work.rules) if place is None else place - 1
    own = (f"rule[{at}]", f"rule.{found.get('id', '')}")
    if request.method != "POST":
        values = fields.shown(_mapping(found.get("then"))) | _rule_shown(found)
        rows = conditions.shown(found.get("when"))
        return _rule_page(work, place, values, rows, _errors(work, work.read.grave_or_problems, own))
    values, rows = fields.typed(request.POST), conditions.typed(request.POST)
    text = writing.with_rule(work.document, None if place is None else at, _rule_written(values, rows, work.languages))
    errors = _errors(work, drafts.read(request, text).problems, own)
    if errors:
        return _rule_page(work, place, values, rows, errors, typed=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not work.save(text):
        return _rule_page(work, place, values, rows, {"": work.refused}, typed=True, status=HTTPStatus.CONFLICT)
    return _back(request)


@require_POST
@frame.may_write
def move(request: here.StaffRequest, *, place: int) -> HttpResponse:
    """One place up: rules are read in order, and the last word counts."""
    work = _Work(request)
    work.rule(place)
    operations.save_draft(
        by=request.actor,
        document_text=writing.moved_rule(work.document, place - 1, max(0, place - 2)),
        seen=drafts.seen(request),
    )
    return _back(request)


@require_POST
@frame.may_write
def removal(request: here.StaffRequest, *, place: int) -> HttpResponse:
    """Away with one rule of the draft."""
    work = _Work(request)
    work.rule(place)
    text = writing.without_rule(work.document, place - 1)
    operations.save_draft(by=request.actor, document_text=text, seen=drafts.seen(request))
    return _back(request)


class _Work:
    """What one request works on: the document, and what it says. `said` is None where that cannot be told."""

    def __init__(self, request: here.StaffRequest) -> None:
        self.request = request
        self.draft, self.current = drafts.working(request)
        self.document = drafts.begun(request, self.draft, self.current)
        self.read = drafts.read(request, self.document)
        self.refused = ""
        try:
            self.said: dict[str, Any] | None = writing.plain(self.document)
        except Invalid:
            self.said = None

    def table(self, name: str) -> Mapping[str, Any]:
        return _mapping((self.said or {}).get(name))

    @property
    def rules(self) -> list[Any]:
        found = (self.said or {}).get("rule")
        return found if isinstance(found, list) else []

    @property
    def languages(self) -> tuple[str, ...]:
        found = self.table("policy").get("languages")
        return tuple(str(each) for each in found) if isinstance(found, list) else self.request.shop.languages

    def rule(self, place: int) -> Mapping[str, Any]:
        if not 1 <= place <= len(self.rules):
            raise NotFound("policy_rule_unknown")
        return _mapping(self.rules[place - 1])

    def save(self, text: str) -> bool:
        """Save; False with a sentence in `refused` when somebody else did meanwhile."""
        try:
            operations.save_draft(by=self.request.actor, document_text=text, seen=drafts.seen(self.request))
        except Conflict as refused:
            self.refused = texts.refusal(refused, self.request.language)
            return False
        return True

    def page(self, template: str, *, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
        told = telling.told(self.request, self.read.policy)
        known = {"draft": self.draft, "current": self.current, "read": self.read, "told": told}
        return frame.show(self.request, template, part="form", status=status, **{**known, **context})


def _terms_page(
    work: _Work, values: dict[str, Any], errors: dict[str, str], *, typed: bool = False, status: int = HTTPStatus.OK
) -> HttpResponse:
    rules = [(place, _mapping(each).get("id") or place) for place, each in enumerate(work.rules, start=1)]
    context = _shared(work, values, errors, typed=typed)
    return work.page("form", status=status, rules=rules, required=True, **context)


def _rule_page(
    work: _Work,
    place: int | None,
    values: dict[str, Any],
    rows: list[conditions.Row],
    errors: dict[str, str],
    *,
    typed: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    language = work.request.language
    facts = [(fact.value, texts.say(f"policy-fact-{fact}", language)) for fact in Fact]
    operators = [(each, texts.say(f"staff-policy-operator-{each}", language)) for each in conditions.OPERATORS]
    faulty = [replace(row, error=errors.get(f"when_{row.fact}", "")) for row in rows]
    context = _shared(work, values, errors, typed=typed) | {
        "place": place,
        "rows": [*faulty, *[conditions.Row()] * _SPARE],
        "facts": sorted(facts, key=lambda fact: fact[1]),
        "operators": operators,
        "vocabulary": conditions.vocabulary(telling.reasons(work.request), language),
        "clauses": [
            (code, values.get(f"because_{code}", ""), errors.get(f"because_{code}", "")) for code in work.languages
        ],
    }
    return work.page("rule", status=status, **context)


def _shared(work: _Work, values: dict[str, Any], errors: dict[str, str], *, typed: bool) -> dict[str, Any]:
    options = fields.choices(work.request.language)
    methods = [
        (
            name,
            words,
            values.get(f"method_{name}", ""),
            values.get(f"price_{name}", ""),
            errors.get(f"price_{name}", ""),
        )
        for name, words in options["methods"]
    ]
    summary = [{"id": f"f-{name}" if name else "", "text": said} for name, said in errors.items()] if typed else []
    return {"values": values, "errors": errors, "summary": summary, "options": options, "methods": methods}


def _errors(work: _Work, said: Iterable[reading.Placed], own: tuple[str, ...]) -> dict[str, str]:
    """What is said of these parts of the document, by field; the first of each."""
    found: dict[str, str] = {}
    for one in said:
        part = next((part for part in own if one.path == part or one.path.startswith((f"{part}.", f"{part}["))), None)
        if part is None:
            continue
        steps = one.path.removeprefix(part).lstrip(".").split(".")
        name = fields.name_in_rule(steps) if part.startswith("rule") else fields.name_of(steps)
        sentence = texts.say(one.said, work.request.language)
        if one.found:
            sentence = f"{sentence} ({texts.say('staff-policy-found', work.request.language, found=one.found)})"
        found.setdefault(name, sentence)
    return found


def _head_shown(table: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: str(table.get(name, "")) for name in _HEAD}
    codes = {name: table[name] for name in _CODES if isinstance(table.get(name), list)}
    informs = {True: "yes", False: "no"}.get(table.get("informs_of_withdrawal", ""), "")
    return {**values, **{name: ", ".join(map(str, said)) for name, said in codes.items()}, "informs": informs}


def _head_written(values: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {name: values[name] for name in _HEAD if values.get(name)}
    said |= {name: [code.strip() for code in values.get(name, "").split(",") if code.strip()] for name in _CODES}
    if values.get("informs") in _INFORMS:
        said["informs_of_withdrawal"] = _INFORMS[values["informs"]]
    return said


def _rule_shown(found: Mapping[str, Any]) -> dict[str, Any]:
    clauses = {f"because_{code}": str(clause) for code, clause in _mapping(found.get("because")).items()}
    return {"id": str(found.get("id", "")), "stop": found.get("stop") is True, **clauses}


def _rule_written(values: Mapping[str, Any], rows: list[conditions.Row], languages: tuple[str, ...]) -> dict[str, Any]:
    said: dict[str, Any] = {"id": values.get("id", ""), "when": conditions.written(rows)}
    then, because = fields.written(values), {code: values.get(f"because_{code}", "") for code in languages}
    if then or not values.get("stop"):
        said["then"] = then
    if values.get("stop"):
        said["stop"] = True
    if any(because.values()):
        said["because"] = {code: clause for code, clause in because.items() if clause}
    return said


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _back(request: here.StaffRequest) -> HttpResponse:
    frame.say(request, "staff-policy-saved")
    return HttpResponseRedirect(reverse("staff_policy_form"), status=HTTPStatus.SEE_OTHER)
