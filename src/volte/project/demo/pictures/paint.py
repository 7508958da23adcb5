"""Which tones does a picture take from one colour, and how is a line or a filled shape written?

Everything is drawn on a square of 400 by 400. Shapes are symmetrical about x = 200 unless they have a reason.
"""

from dataclasses import dataclass
from zlib import crc32

SIZE = 400
MIRRORED = "matrix(-1 0 0 1 400 0)"


@dataclass(frozen=True, slots=True)
class Paint:
    """The tones of one picture: the cloth from light to line, its trim, and the wall it hangs on."""

    base: str
    light: str
    shade: str
    deep: str
    line: str
    trim: str
    wall: str
    arch: str
    floor: str


def mixed(colour: str, other: str, percent: int) -> str:
    """`colour` with `percent` of `other` stirred in; both `#rrggbb`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{(one * (100 - percent) + two * percent) // 100:02x}" for one, two in pairs)


def of(*, base: str, wall: str, trim: str) -> Paint:
    return Paint(
        base=base,
        light=mixed(base, "#fffaf0", 28),
        shade=mixed(base, "#5b3a2e", 17 if _brightness(base) > 110 else 24),
        deep=mixed(base, "#3a2622", 42),
        line=mixed(base, "#2b1d1d", 62 if _brightness(base) > 200 else 55),
        trim=trim,
        wall=wall if _brightness(base) < 205 else mixed(wall, "#d08a5e", 12),
        arch=mixed(wall, "#fffdf8", 55) if _brightness(base) < 205 else mixed(wall, "#fffdf8", 22),
        floor=mixed(wall, "#8c6a4f", 16),
    )


def shape(path: str, colour: str, extra: str = "") -> str:
    return f'<path d="{path}" fill="{colour}"{_spaced(extra)}/>'


def line(path: str, colour: str, width: int = 3, extra: str = "") -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" '
        f'stroke-width="{width}" stroke-linecap="round"{_spaced(extra)}/>'
    )


def dot(x: int, y: int, radius: int, colour: str, extra: str = "") -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"{_spaced(extra)}/>'


def oval(x: int, y: int, wide: int, high: int, colour: str, extra: str = "") -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{wide}" ry="{high}" fill="{colour}"{_spaced(extra)}/>'


def box(x: int, y: int, wide: int, high: int, colour: str, round_by: int = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{round_by}" fill="{colour}"/>'


def moved(drawing: str, how: str) -> str:
    """The drawing inside a transformed group, such as `translate(10 0) rotate(-8)`."""
    return f'<g transform="{how}">{drawing}</g>'


def both_sides(drawing: str) -> str:
    """The drawing and its mirror image about the middle."""
    name = f"m{crc32(drawing.encode()) & 0xFFFF:x}"
    return f'<g id="{name}">{drawing}</g><use href="#{name}" transform="{MIRRORED}"/>'


def inside(path: str, drawing: str, name: str = "c") -> str:
    """The drawing, cut to the outline of `path`."""
    return f'<clipPath id="{name}"><path d="{path}"/></clipPath><g clip-path="url(#{name})">{drawing}</g>'


def cloth(path: str, paint: Paint, drawing: str = "", *, name: str = "c", colour: str = "", fill: str = "p") -> str:
    """A piece of cloth: the outline in its colour, then its pattern and `drawing` cut to that outline."""
    printed = f'<path d="{path}" fill="url(#{fill})"/>' if fill else ""
    return shape(path, colour or paint.base) + printed + (inside(path, drawing, name) if drawing else "")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _brightness(colour: str) -> int:
    red, green, blue = _channels(colour)
    return (red * 299 + green * 587 + blue * 114) // 1000


def _spaced(extra: str) -> str:
    return f" {extra}" if extra else ""
