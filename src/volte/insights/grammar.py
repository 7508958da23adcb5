"""Each kind of drawing as an Altair chart."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from volte.insights.answers import Drawing

_NARROW = 420
_ROW = 30


@dataclass(frozen=True, slots=True)
class Colours:
    ink: str
    soft: str
    line: str
    main: str
    mark: str
    series: tuple[str, ...]


def chart(drawing: Drawing, *, width: int, colours: Colours, font: str) -> dict[str, Any]:
    """The specification, in Vega-Lite's words."""
    match drawing.kind:
        case "intervals":
            made = _intervals(drawing, width, colours)
        case "bars":
            made = _bars(drawing, width, colours)
        case "columns":
            made = _columns(drawing, width, colours)
        case "stacked":
            made = _stacked(drawing, width, colours)
        case "lines":
            made = _lines(drawing, width, colours)
        case _:
            raise ValueError(drawing.kind)
    spec: dict[str, Any] = made.configure(**_config(width, colours, font)).to_dict()
    return spec


def _config(width: int, colours: Colours, font: str) -> dict[str, Any]:
    axis = {
        "labelColor": colours.soft,
        "titleColor": colours.soft,
        "gridColor": colours.line,
        "domain": False,
        "ticks": False,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "labelPadding": 8,
        "labelLimit": 130 if width < _NARROW else 250,
    }
    legend = {
        "labelColor": colours.ink,
        "labelFontSize": 13,
        "labelLimit": 300,
        "symbolType": "square",
        "title": None,
        "orient": "bottom",
        "columns": 1 if width < _NARROW else 3,
    }
    return {
        "background": "transparent",
        "font": font,
        "axis": axis,
        "legend": legend,
        "view": {"stroke": None},
        "padding": 4,
    }


def _data(rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]  # Altair makes this class at run time


def _room(drawing: Drawing, width: int) -> int:
    """What is left beside the longest label."""
    longest = max((len(label) for label in drawing.labels), default=0)
    return width - min(longest * 7 + 24, 146 if width < _NARROW else 266) - 24


def _intervals(drawing: Drawing, width: int, colours: Colours) -> Any:
    """A point for each estimate, a line for where it may be, and one line for the average of all where there is one."""
    rows = [
        {"label": label, "place": place, "value": value, "low": low, "high": high}
        for place, (label, value, low, high) in enumerate(
            zip(drawing.labels, drawing.values, drawing.lows, drawing.highs, strict=True)
        )
    ]
    data = _data(rows)
    top = max([*drawing.highs, drawing.mark or 0.0]) * 1.03
    steps = {"format": ",d", "tickMinStep": 1} if drawing.unit == "number" else {"format": ".0%"}
    across = alt.X(
        "low:Q",
        title=None,
        axis=alt.Axis(tickCount=5, **steps),
        scale=alt.Scale(domain=[0, top], nice=False),
    )
    down = alt.Y("label:N", title=None, sort=None, axis=alt.Axis(labelColor=colours.ink, grid=False))
    lines = (
        alt.Chart(data).mark_rule(strokeWidth=3, opacity=0.35, color=colours.main).encode(x=across, x2="high:Q", y=down)
    )
    points = alt.Chart(data).mark_point(filled=True, size=90, opacity=1, color=colours.main).encode(x="value:Q", y=down)
    layers = [lines, points]
    if drawing.mark is not None:
        mean = alt.Chart(_data([{"mean": drawing.mark}])).mark_rule(strokeDash=[4, 4], color=colours.mark)
        layers.append(mean.encode(x="mean:Q"))
    return alt.layer(*layers).properties(width=_room(drawing, width), height=_ROW * len(rows))


def _bars(drawing: Drawing, width: int, colours: Colours) -> Any:
    names = _folded(drawing.labels) if width < _NARROW else [*drawing.labels]
    rows = [{"label": label, "value": value} for label, value in zip(names, drawing.values, strict=True)]
    title = drawing.across or (drawing.unit if drawing.unit != "count" else None)
    axis = alt.Axis(format=",.0f", tickCount=3 if width < _NARROW else 5, tickMinStep=1)
    # What is written beside the longest bar needs room.
    scale = alt.Scale(domain=[0, max(drawing.values) * 1.15], nice=False) if drawing.told else alt.Scale()
    across = alt.X("value:Q", title=title, axis=axis, scale=scale)
    split = f"split(datum.label, '{_FOLD}')"
    lines = alt.Axis(labelColor=colours.ink, grid=False, labelExpr=split, labelLineHeight=14)
    down = alt.Y("label:N", title=None, sort=None, axis=lines)
    bars = alt.Chart(_data(rows)).mark_bar(height=16, color=colours.main).encode(x=across, y=down)
    layers = [bars]
    if drawing.told:
        beside = _data([{**row, "told": told} for row, told in zip(rows, drawing.told, strict=True)])
        words = alt.Chart(beside).mark_text(align="left", dx=5, fontSize=13, color=colours.ink)
        layers.append(words.encode(x=across, y=down, text="told:N"))
    return alt.layer(*layers).properties(
        width=_room(drawing, width), height=(_ROW + 8 * (names != [*drawing.labels])) * len(rows)
    )


_FOLD = "|"
_LINE = 19


def _folded(labels: Sequence[str]) -> list[str]:
    """Long names on two lines, where there is no room for them on one."""
    made = ((label, textwrap.wrap(label.replace(_FOLD, "/"), _LINE)) for label in labels)
    return [_FOLD.join([lines[0], " ".join(lines[1:])]) if len(lines) > 1 else label for label, lines in made]


def _columns(drawing: Drawing, width: int, colours: Colours) -> Any:
    rows = [{"label": label, "value": value} for label, value in zip(drawing.labels, drawing.values, strict=True)]
    room = max(34, 9 * max(map(len, drawing.labels), default=0))
    every = max(-(-len(drawing.labels) * room // width), 1)
    shown = alt.Axis(labelAngle=0, grid=False, values=list(drawing.labels[::every]))
    across = alt.X("label:O", title=None, sort=None, axis=shown)
    up = alt.Y("value:Q", title=None, axis=alt.Axis(format=",.0f", tickCount=4))
    return alt.layer(alt.Chart(_data(rows)).mark_bar(color=colours.main).encode(x=across, y=up)).properties(
        width=width - 60, height=220
    )


def _stacked(drawing: Drawing, width: int, colours: Colours) -> Any:
    named = list(dict.fromkeys(drawing.series))
    rows = [
        {"label": label, "value": value, "part": part, "place": named.index(part)}
        for label, value, part in zip(drawing.labels, drawing.values, drawing.series, strict=True)
    ]
    across = alt.X("label:O", title=None, sort=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy", grid=False))
    up = alt.Y("value:Q", title=None, stack="zero", axis=alt.Axis(format=",.0f", tickCount=4))
    colour = alt.Color("part:N", sort=named, scale=alt.Scale(domain=named, range=list(colours.series[: len(named)])))
    bars = alt.Chart(_data(rows)).mark_bar().encode(x=across, y=up, color=colour, order=alt.Order("place:O"))
    return alt.layer(bars).properties(width=width - 60, height=240)


_DASHES = ([1, 0], [7, 4])
# Names whose lines end closer to one another, as a share of the height, are moved apart.
_APART = 0.09


def _lines(drawing: Drawing, width: int, colours: Colours) -> Any:
    """A line for each series, each told by its dashes and by its name at its end, not by colour alone."""
    named = list(dict.fromkeys(drawing.series))
    rows = [
        {"label": label, "value": value, "part": part}
        for label, value, part in zip(drawing.labels, drawing.values, drawing.series, strict=True)
    ]
    labels = list(dict.fromkeys(drawing.labels))
    room = width - 84 - max(len(name) for name in named) * 7
    every = -(-len(labels) * 58 // room)
    shown = alt.Axis(labelAngle=0, grid=False, values=labels[::every])
    across = alt.X("label:O", title=drawing.across or None, sort=None, axis=shown)
    up = alt.Y("value:Q", title=drawing.up or None, axis=alt.Axis(format=",.0f", tickCount=4))
    colour = alt.Color("part:N", legend=None, scale=alt.Scale(domain=named, range=list(colours.series[: len(named)])))
    dash = alt.StrokeDash("part:N", legend=None, scale=alt.Scale(domain=named, range=list(_DASHES[: len(named)])))
    data = _data(rows)
    drawn = alt.Chart(data).mark_line(strokeWidth=2.5).encode(x=across, y=up, color=colour, strokeDash=dash)
    points = alt.Chart(data).mark_point(filled=True, size=40, opacity=1).encode(x=across, y=up, color=colour)
    layers = [drawn, points, *(_name(row, colours) for row in _ends(rows, named))]
    return alt.layer(*layers).properties(width=room, height=260)


def _ends(rows: list[dict[str, Any]], named: list[str]) -> list[dict[str, Any]]:
    """Where each line ends; names too close to one another are moved apart."""
    top = max(row["value"] for row in rows) or 1.0
    last = sorted(
        ([row for row in rows if row["part"] == name][-1] for name in named), key=lambda row: float(row["value"])
    )
    low, high = last[0]["value"], last[-1]["value"]
    moved = 9 if len(last) > 1 and (high - low) / top < _APART else 0
    return [{**row, "dy": moved if row is last[0] else -moved} for row in last]


def _name(row: dict[str, Any], colours: Colours) -> Any:
    words = alt.Chart(_data([row])).mark_text(align="left", dx=8, dy=row["dy"], fontSize=13, color=colours.ink)
    return words.encode(x=alt.X("label:O", sort=None), y="value:Q", text="part:N")
