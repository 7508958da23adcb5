"""A drawing as the chart of a page, at each width a page shows it in."""

from django.utils.safestring import SafeString, mark_safe

from volte.insights import charts
from volte.insights.answers import Drawing
from volte.web.shared import here

# Letters that are read on a desk are too small in a chart made narrow for a phone, so it is drawn twice.
_WIDE, _NARROW = 760, 340
Drawn = tuple[tuple[str, SafeString], ...]


def at_each_width(request: here.StaffRequest, drawing: Drawing, *, title: str, wide: int = _WIDE) -> Drawn:
    """(size, SVG) for each; `wide` px where there is room."""
    return tuple(
        (size, _drawn(request, drawing, title, width)) for size, width in (("wide", wide), ("narrow", _NARROW))
    )


def _drawn(request: here.StaffRequest, drawing: Drawing, title: str, width: int) -> SafeString:
    svg = charts.kept(request.shop.id, drawing, title=title, language=request.language, width=width)
    return mark_safe(svg)  # noqa: S308  # drawn by us, words escaped
