"""Which reasons are named, and which of them belong to a season?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
import ibis.expr.datatypes as dt
from ibis import _

from volte.insights import tables
from volte.insights.answers import SMALLEST, Answer, Column, Drawing, Kind
from volte.insights.asked import Question, View
from volte.insights.questions import rated
from volte.insights.rules import seasons
from volte.insights.tables import Facts, Table
from volte.kit.text import Message, message
from volte.runtime import formats, texts

# Reasons the chart shows by name; the others share one part.
_NAMED = 5
_QUARTER = 900
_COLUMNS = (
    Column("reason", Kind.WORDS),
    Column("back", Kind.COUNT),
    Column("share", Kind.RATE),
    *(Column(f"season_{one}", Kind.RATE) for one in seasons.SEASONS),
)


_ZONED = ((dt.string, dt.Timestamp("UTC")), dt.timestamp)


@ibis.udf.scalar.builtin(signature=_ZONED)  # type: ignore[untyped-decorator]  # Ibis has no types
def timezone(zone: str, at: Any) -> Any:
    """DuckDB's own: what the clocks of this zone show at a moment."""


def figures(facts: Facts, view: View) -> Table:
    """Units by month, where the shop is, and reason."""
    given = tables.came_back(facts, view).filter(_.reason != "")
    # Zones differ by quarters of an hour: few moments are left to ask the calendar about.
    by_quarter = given.mutate(quarter=_.requested_at.epoch_seconds() // _QUARTER).group_by("quarter", "reason")
    given = by_quarter.aggregate(units=_.units.sum())
    local = timezone(view.settings.timezone, (_.quarter * _QUARTER).as_timestamp("s"))
    return given.mutate(month=local.strftime("%Y-%m")).group_by("month", "reason").aggregate(units=_.units.sum())


def silent(facts: Facts, view: View) -> Table:
    """Units for which no reason was given."""
    return tables.came_back(facts, view).filter(_.reason == "").aggregate(units=_.units.sum())


def answer(facts: Facts, view: View) -> Answer:
    by_month: dict[str, Counter[str]] = defaultdict(Counter)
    for row in tables.rows(figures(facts, view)):
        by_month[row["month"]][row["reason"]] += int(row["units"])
    without = int(tables.rows(silent(facts, view))[0]["units"] or 0)
    whole = sum(by_month.values(), Counter())
    found = seasons.seasonal(by_month)
    return Answer(
        Question.REASONS,
        _finding(whole, found, without, view),
        found=whole.total() >= SMALLEST,
        columns=_COLUMNS,
        rows=tuple(_rows(whole, by_month, view)),
        notes=(message("insights_note_no_reason", units=without),) if without and whole else (),
        drawing=_drawing(by_month, whole, view) if whole.total() >= SMALLEST else None,
        counted=whole.total(),
    )


def _rows(whole: Counter[str], by_month: Mapping[str, Counter[str]], view: View) -> list[tuple[Any, ...]]:
    by_season = seasons.by_season(by_month)
    ranked = sorted(whole.items(), key=lambda each: (-each[1], each[0]))
    return [
        (view.reason(reason), units, units / whole.total(), *_in_seasons(by_season, reason)) for reason, units in ranked
    ]


def _in_seasons(found: Mapping[str, Counter[str]], reason: str) -> list[float | None]:
    return [seasons.share(found, one, reason) for one in seasons.SEASONS]


def _drawing(by_month: Mapping[str, Counter[str]], whole: Counter[str], view: View) -> Drawing:
    named = [reason for reason, _ in whole.most_common(_NAMED)]
    others = texts.say("insights-reasons-others", view.language)
    labels, values, series = [], [], []
    for month in seasons.months(min(by_month), max(by_month)):
        given = by_month.get(month, Counter())
        parts = [(view.reason(reason), given[reason]) for reason in named]
        rest = given.total() - sum(units for _, units in parts)
        for name, units in [*parts, (others, rest)] if len(whole) > _NAMED else parts:
            labels.append(_month(month, view.language))
            series.append(name)
            values.append(float(units))
    return Drawing("stacked", labels=tuple(labels), values=tuple(values), series=tuple(series))


def _month(month: str, language: str) -> str:
    """2026-03 -> mars 26."""
    return formats.month(date(int(month[:4]), int(month[5:7]), 1), language)


def _finding(whole: Counter[str], found: seasons.Seasonal | None, without: int, view: View) -> Message:
    if whole.total() < SMALLEST:
        return message(
            "insights_reasons_unknown" if without else "insights_reasons_few", units=without or whole.total()
        )
    (reason, units), *_ = whole.most_common(1)
    told = {"reason": view.reason(reason), "share": rated.share(units / whole.total())}
    if found is None:
        return message("insights_reasons_found", **told)
    seasonal = {
        "seasonal": view.reason(found.reason),
        "season": texts.say(f"insights-in-{found.season}", view.language),
        "in_season": rated.share(found.share),
        "otherwise": rated.share(found.otherwise),
    }
    return message("insights_reasons_season", **told, **seasonal)
