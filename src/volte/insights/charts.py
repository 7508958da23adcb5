"""A drawing becomes an SVG in the colours of whichever page shows it.

Altair describes it, vl-convert draws it without a browser; colours and the typeface are then replaced by custom
properties, so that one file serves light and dark, and nothing in it is script or inline style. Kept as a file by a
digest of what it shows. Loaded only when a chart is not kept yet.
"""

import hashlib
import json
import logging
import os
import re
from dataclasses import asdict
from html import escape
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Literal
from uuid import UUID

from volte.insights import folders
from volte.insights.answers import Drawing

log = logging.getLogger(__name__)
# Changes whenever charts are drawn another way: those kept before are then drawn anew.
_STYLE = 4
_MOST_KEPT = 600
# Stand-ins while it is drawn, and what the page calls them.
_INK, _SOFT, _LINE, _MAIN, _MARK = "#0a0b01", "#0a0b02", "#0a0b03", "#0a0b04", "#0a0b05"
_SERIES = tuple(f"#0a0c0{number}" for number in range(1, 7))
_COLOURS = {
    _INK: "--ink",
    _SOFT: "--ink-soft",
    _LINE: "--line",
    _MAIN: "--accent-ink",
    _MARK: "--chart-mark",
    **{colour: f"--chart-{number}" for number, colour in enumerate(_SERIES, 1)},
}
_FONT = "Liberation Sans"
_LOCALES: dict[str, Literal["fr-FR", "en-GB"]] = {"fr": "fr-FR", "en": "en-GB"}


def kept(shop_id: UUID, drawing: Drawing, *, title: str, language: str, width: int) -> str:
    """The SVG, `width` px wide at its natural size. A disk that keeps nothing costs time, not the chart."""
    file = folders.home(shop_id) / "charts" / f"{_digest(drawing, title, language, width)}.svg"
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        drawn = themed(_drawn(drawing, language, width), title=title)
    try:
        _keep(file, drawn)
    except OSError:
        log.warning("a chart could not be kept", exc_info=True)
    return drawn


def themed(svg: str, *, title: str) -> str:
    """The SVG with the page's colours, one name for whoever cannot see it, and as wide as there is room."""
    svg = re.sub(r' (?:aria-[a-z]+|role|style|class)="[^"]*"', "", svg)
    for colour, name in _COLOURS.items():
        svg = svg.replace(f'"{colour}"', f'"var({name})"')
    svg = re.sub(r'font-family="[^"]*"', "", svg)
    view = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert view, "a drawing has a size"
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {view[1]} {view[2]}" class="chart">'
    return f"{opening}<title>{escape(title)}</title>{body}"


def _digest(*about: Any) -> str:
    plain = [asdict(one) if isinstance(one, Drawing) else one for one in about]
    return hashlib.sha256(json.dumps([_STYLE, *plain]).encode()).hexdigest()


def _keep(file: Path, drawn: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as beside:
        try:
            beside.write(drawn)
        except OSError:
            Path(beside.name).unlink()
            raise
    Path(beside.name).replace(file)
    known = sorted(os.scandir(file.parent), key=lambda entry: entry.stat().st_mtime)
    for entry in known[:-_MOST_KEPT]:
        Path(entry.path).unlink(missing_ok=True)


def _drawn(drawing: Drawing, language: str, width: int) -> str:
    # A JavaScript engine and a grammar of charts: a second or two, once a process.
    import vl_convert  # noqa: PLC0415

    from volte.insights import grammar  # noqa: PLC0415

    spec = grammar.chart(
        drawing, width=width, colours=grammar.Colours(_INK, _SOFT, _LINE, _MAIN, _MARK, _SERIES), font=_FONT
    )
    svg: str = vl_convert.vegalite_to_svg(spec, format_locale=_LOCALES.get(language, "en-GB"))
    return svg
