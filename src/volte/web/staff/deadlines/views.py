"""The coming week on one page: a sentence, a chart, a table of days, and the deadlines most in danger. Numbers of
returns stand on it, no names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render

from volte.insights.answers import Drawing
from volte.kit.money import Money
from volte.kit.rates import Rate
from volte.returns import morning, morning_letter
from volte.returns.rules.clocks.agenda import Agenda
from volte.returns.rules.clocks.forecast import FEWEST, WITHIN_DAYS, Day, Forecast, Foreseen
from volte.runtime import formats, tenancy, texts
from volte.runtime.permissions import Permission
from volte.web.shared import access, csv_files, drawings, here
from volte.web.staff.deadlines import written

SHOWN = 15


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day in words."""

    day: str
    due: str
    mean: str
    between: str
    cost: str


@dataclass(frozen=True, slots=True)
class EachRow:
    """One deadline in words; `chance` "" where nothing can be said."""

    number: str
    what: str
    day: str
    waited: str
    chance: str
    cost: str


@access.staff_required(Permission.RETURNS_READ)
def page(request: here.StaffRequest) -> HttpResponse:
    """The week."""
    with tenancy.entered(request.shop.id):
        found = morning.read()
        week = morning.week(found)
    language = request.language
    finding = texts.say(morning_letter.finding(week), language)
    context = {
        "section": "deadlines",
        "finding": finding,
        "says_something": week.says_something,
        "drawn": _drawn(request, week, finding),
        "days": [_day(each, language) for each in week.days],
        "each": [_each(one, language) for one in week.foreseen[:SHOWN]],
        "more": max(0, len(week.foreseen) - SHOWN),
        "costs": " + ".join(formats.money(cost, language) for cost in week.costs),
        "unknown": week.whole.unknown,
        "rough": any(one.rough and one.chance is not None for one in week.foreseen),
        "late": _late(found.agenda, language),
        "agenda": found.agenda,
        "definition": [
            texts.say(f"staff-forecast-counted-{part}", language, fewest=FEWEST, days=WITHIN_DAYS)
            for part in ("history", "chance", "interval", "cost")
        ],
    }
    return render(request, "staff/deadlines/week.html", context)


@access.staff_required(Permission.RETURNS_READ)
def days_file(request: here.StaffRequest) -> HttpResponse:
    """The days as CSV."""
    with tenancy.entered(request.shop.id):
        week = morning.week(morning.read())
    return csv_files.answer(request, written.days(week, request.language), name="deadlines-by-day")


@access.staff_required(Permission.RETURNS_READ)
def each_file(request: here.StaffRequest) -> HttpResponse:
    """Every deadline of the week as CSV."""
    with tenancy.entered(request.shop.id):
        week = morning.week(morning.read())
    return csv_files.answer(request, written.each(week, request.language), name="deadlines")


def _drawn(request: here.StaffRequest, week: Forecast, title: str) -> drawings.Drawn:
    """How many are missed on each day; nothing where nothing can be said."""
    if not week.says_something or not any(day.expected.high for day in week.days):
        return ()
    # A point at zero says "none will be missed": a day of which nothing is known has no point.
    days = [day for day in week.days if _known(day) or not day.expected.due]
    drawing = Drawing(
        "intervals",
        labels=tuple(formats.weekday(day.on, request.language) for day in days),
        values=tuple(round(day.expected.mean, 2) for day in days),
        lows=tuple(float(day.expected.low) for day in days),
        highs=tuple(float(day.expected.high) for day in days),
        unit="number",
    )
    return drawings.at_each_width(request, drawing, title=title)


def _known(day: Day) -> bool:
    return day.expected.due > day.expected.unknown


def _day(day: Day, language: str) -> DayRow:
    expected, known = day.expected, _known(day)
    return DayRow(
        day=formats.weekday(day.on, language),
        due=formats.number(expected.due, language),
        mean=formats.number(round(expected.mean, 1), language) if known else "–",
        between=texts.say("staff-forecast-between", language, low=expected.low, high=expected.high) if known else "–",
        cost=_sum(day.costs, language),
    )


def _each(one: Foreseen, language: str) -> EachRow:
    waited = timedelta(hours=one.pending.waited)
    return EachRow(
        number=one.pending.number,
        what=texts.say(f"clock-{one.pending.code}", language),
        day=formats.weekday(one.pending.on, language),
        waited=texts.say("staff-forecast-days", language, count=waited.days)
        if waited.days
        else texts.say("staff-forecast-hours", language, count=one.pending.waited),
        chance=_chance(one, language),
        cost=formats.money(one.cost, language) if one.cost else "",
    )


def _chance(one: Foreseen, language: str) -> str:
    if one.chance is None:
        return ""
    said = formats.percent(Rate(Fraction(round(one.chance * 100), 100)), language)
    return f"≈\u00a0{said}" if one.rough else said


def _sum(costs: Sequence[Money], language: str) -> str:
    return " + ".join(formats.money(cost, language) for cost in costs) or "–"


def _late(agenda: Agenda, language: str) -> dict[str, str]:
    """What is late already costs by law, and on what legal interest runs."""
    return {
        "costs": _sum(agenda.late_costs, language) if agenda.late_costs else "",
        "interest": _sum(agenda.interest, language) if agenda.interest else "",
        "so_far": _sum(agenda.interest_so_far, language) if agenda.interest_so_far else "",
    }
