"""The eight questions: all findings on one page, each with its chart and table on its own."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from volte.insights import queries, said
from volte.insights.answers import SMALLEST, Answer
from volte.insights.asked import Question, View
from volte.insights.queries import Standing
from volte.kit.errors import NotFound
from volte.returns import feedback
from volte.returns.feedback import Month
from volte.runtime import formats, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, csv_files, drawings, here
from volte.web.staff.insights import choosing, written

_RATED = (Question.PRODUCTS, Question.CUSTOMERS, Question.PLACES, Question.CHANNELS)
_FEWEST_COMMENTS = 3
_OPINIONS = timedelta(days=366)


@access.staff_required(Permission.INSIGHTS_READ)
def overview(request: here.StaffRequest) -> HttpResponse:
    """The eight findings."""
    stands, view = _asked(request)
    if stands.sets is None or not queries.is_loaded():
        return _waiting(request, stands)
    answers = [queries.answer(question, of=stands, view=view) for question in Question]
    with tenancy.entered(request.shop.id):
        said_after = feedback.by_month(since=view.now - _OPINIONS, until=view.now)
    return _frame(request, "overview", stands, view, answers=answers, opinions=_opinions(said_after))


def _opinions(months: tuple[Month, ...]) -> dict[str, Any] | None:
    """How many were asked how their return went, how many answered, and how many of these were pleased."""
    asked, answers = sum(month.asked for month in months), sum(month.answers for month in months)
    pleased = sum(month.scores[3] + month.scores[4] for month in months)
    rate = round(100 * answers / asked) if asked else 0
    return {"rate": rate, "answers": answers, "pleased": pleased} if answers else None


@access.staff_required(Permission.INSIGHTS_READ)
def question(request: here.StaffRequest, name: str) -> HttpResponse:
    """One question in full."""
    chosen = _known(name)
    stands, view = _asked(request)
    if stands.sets is None or not queries.is_loaded():
        return _waiting(request, stands)
    answer = queries.answer(chosen, of=stands, view=view)
    return _frame(
        request,
        "question",
        stands,
        view,
        answer=answer,
        drawn=_drawn(request, answer),
        headings=written.columns(answer, view.language),
        cells=written.cells(answer, language=view.language, currency=view.currency),
        definition=_definition(chosen, view),
        unknown_costs=answer.terms.get("unknown"),
        order=_beside(chosen),
    )


@access.staff_required(Permission.INSIGHTS_READ)
def table_file(request: here.StaffRequest, name: str) -> HttpResponse:
    """The table as CSV."""
    chosen = _known(name)
    stands, view = _asked(request, in_full=True)
    answer = queries.answer(chosen, of=stands, view=view)
    content = written.file(answer, language=view.language, currency=view.currency)
    return csv_files.answer(request, content, name=chosen.value)


def _known(name: str) -> Question:
    if name not in list(Question):
        raise NotFound("page_unknown")
    return Question(name)


def _asked(request: here.StaffRequest, *, in_full: bool = False) -> tuple[Standing, View]:
    with tenancy.entered(request.shop.id):
        stands = queries.standing()
        filters = choosing.read(request.GET)
        return stands, queries.view(language=request.language, filters=filters, in_full=in_full)


def _waiting(request: here.StaffRequest, stands: Standing) -> HttpResponse:
    """A page that asks again by itself: facts are being written, lie elsewhere, or this process loads its library."""
    # Facts of millions of orders take minutes; the library a second or two.
    told = {"section": "insights", "stands": stands, "again": 2 if stands.sets else 10 if stands.elsewhere else 5}
    return render(request, "staff/insights/waiting.html", told)


def _frame(request: here.StaffRequest, page: str, stands: Standing, view: View, **more: Any) -> HttpResponse:
    filters = view.filters
    frame = {
        "section": "insights",
        "stands": stands,
        "filters": filters,
        "asked": choosing.written(filters),
        "offered": _offered(stands, view),
        "may_set": Permission.SETTINGS_READ in request.actor.permissions,
    }
    return render(request, f"staff/insights/{page}.html", {**frame, **more})


def _offered(stands: Standing, view: View) -> dict[str, list[tuple[str, str]]]:
    """The filters' choices with their words; the first asks for everything."""
    found = queries.choices(of=stands)
    return {
        "products": [("", texts.say("staff-insights-all-products", view.language)), *found.products],
        "countries": [
            ("", texts.say("staff-insights-all-countries", view.language)),
            *((code, formats.country(code, view.language)) for code in found.countries),
        ],
        "channels": [
            ("", texts.say("staff-insights-all-channels", view.language)),
            *((name, said.channel(name, view)) for name in found.channels),
        ],
    }


def _drawn(request: here.StaffRequest, answer: Answer) -> drawings.Drawn:
    """The chart; nothing where there is nothing to draw."""
    if answer.drawing is None:
        return ()
    return drawings.at_each_width(request, answer.drawing, title=texts.say(answer.finding, request.language))


def _definition(chosen: Question, view: View) -> list[str]:
    """How it was counted, in sentences."""
    window = view.window
    told: dict[str, Any] = {"days": window.days, "after_order": window.days_after_order}
    rated = ["insights-counted-rate", "insights-counted-estimate"] if chosen in _RATED else []
    more = {"smallest": SMALLEST, "currency": view.currency, "fewest": _FEWEST_COMMENTS}
    return [texts.say(each, view.language, **told, **more) for each in (*rated, f"insights-counted-{chosen}")]


def _beside(chosen: Question) -> tuple[Question | None, Question | None]:
    """The question before and the one after."""
    known = list(Question)
    place = known.index(chosen)
    return (known[place - 1] if place else None, known[place + 1] if place + 1 < len(known) else None)
