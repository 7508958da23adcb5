"""How long after delivery do people ask to send something back?"""

from collections.abc import Sequence
from typing import Any

import ibis
from ibis import _

from volte.insights import tables
from volte.insights.answers import SMALLEST, Answer, Column, Drawing, Kind
from volte.insights.asked import Question, View
from volte.insights.questions import rated
from volte.insights.tables import Facts, Table
from volte.kit.text import Message, message

_DAY = 86_400
# Days beyond this share one column of the chart.
_LAST = 45
_COLUMNS = (
    Column("days", Kind.COUNT),
    Column("back", Kind.COUNT),
    Column("share", Kind.RATE),
    Column("up_to", Kind.RATE),
)


def figures(facts: Facts, view: View) -> Table:
    """Units by whole days from delivery to request; what was asked before delivery counts as day 0."""
    known = tables.came_back(facts, view).filter(_.delivered_at.notnull(), tables.is_mature(view))
    seconds = _.requested_at.epoch_seconds() - _.delivered_at.epoch_seconds()
    days = ibis.greatest((seconds / _DAY).floor().cast("int64"), 0)
    return known.mutate(days=days).group_by("days").aggregate(units=_.units.sum()).order_by("days")


def unknown(facts: Facts, view: View) -> Table:
    """Units of which nobody knows when they were delivered."""
    return tables.came_back(facts, view).filter(_.delivered_at.isnull()).aggregate(units=_.units.sum())


def answer(facts: Facts, view: View) -> Answer:
    found = [(int(row["days"]), int(row["units"])) for row in tables.rows(figures(facts, view))]
    missing = int(tables.rows(unknown(facts, view))[0]["units"] or 0)
    whole = sum(units for _, units in found)
    return Answer(
        Question.TIMING,
        _finding(found, whole, missing),
        found=whole >= SMALLEST,
        columns=_COLUMNS,
        rows=tuple(_rows(found, whole)),
        notes=(message("insights_note_no_delivery", units=missing),) if missing and whole else (),
        drawing=_drawing(found) if whole >= SMALLEST else None,
        counted=whole,
    )


def reached(found: Sequence[tuple[int, int]], share: float) -> int:
    """The day by which this share of the units had been asked for."""
    whole, sum_so_far = sum(units for _, units in found), 0
    for days, units in found:
        sum_so_far += units
        if sum_so_far >= share * whole:
            return days
    return 0


def _rows(found: Sequence[tuple[int, int]], whole: int) -> list[tuple[Any, ...]]:
    rows, sum_so_far = [], 0
    for days, units in found:
        sum_so_far += units
        rows.append((days, units, units / whole, sum_so_far / whole))
    return rows


def _drawing(found: Sequence[tuple[int, int]]) -> Drawing:
    last = min(max(days for days, _ in found), _LAST)
    heights = [0] * (last + 1)
    for days, units in found:
        heights[min(days, last)] += units
    labels = [str(day) for day in range(last + 1)]
    if max(days for days, _ in found) > last:
        labels[-1] = f"{last}+"
    return Drawing("columns", labels=tuple(labels), values=tuple(float(each) for each in heights))


def _finding(found: Sequence[tuple[int, int]], whole: int, missing: int) -> Message:
    if whole < SMALLEST:
        return message("insights_timing_unknown" if missing else "insights_timing_few", units=missing or whole)
    half, most = reached(found, 0.5), reached(found, 0.9)
    late = sum(units for days, units in found if days > 14)
    return message("insights_timing_found", half=half, most=most, late=rated.share(late / whole))
