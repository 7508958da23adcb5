"""A shop's accent colour, made readable: which text stands on it, and how it looks as text on paper, light and dark.

Contrast is WCAG 2.2's: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INK = "#1f1c18"
WHITE = "#ffffff"
PAPER_LIGHT = "#fbfaf6"
PAPER_DARK = "#191714"
READABLE = 4.5
VISIBLE = 3.0
# Links stand on tinted notices too, so they keep a reserve.
COMFORTABLE = 6.0
_WRITTEN = re.compile(r"^#?([0-9a-fA-F]{6})$")


@dataclass(frozen=True, slots=True)
class Shade:
    """`fill` for buttons, `on_fill` for the text upon it, `ink` for accent-coloured text on paper."""

    fill: str
    on_fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    light: Shade
    dark: Shade


def parse(written: str) -> str | None:
    """`#rrggbb` in small letters, or None when it is not a colour."""
    found = _WRITTEN.match(written.strip())
    return f"#{found.group(1).lower()}" if found else None


def palette(colour: str) -> Palette:
    """What a shop's colour (`#rrggbb`) becomes on our two papers."""
    return Palette(
        light=_shade(colour, paper=PAPER_LIGHT, towards="#000000"), dark=_shade(colour, paper=PAPER_DARK, towards=WHITE)
    )


def contrast(one: str, other: str) -> float:
    """Between 1 and 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def stylesheet(colour: str) -> str:
    """The custom properties of one accent, as CSS."""
    made = palette(colour)
    return f":root{{{_properties(made.light)}}}@media (prefers-color-scheme:dark){{:root{{{_properties(made.dark)}}}}}"


def _properties(shade: Shade) -> str:
    return f"--accent:{shade.fill};--on-accent:{shade.on_fill};--accent-ink:{shade.ink}"


def _shade(colour: str, *, paper: str, towards: str) -> Shade:
    fill = _until(colour, towards=towards, against=paper, ratio=VISIBLE)
    on_fill = WHITE if contrast(fill, WHITE) >= READABLE else INK
    if contrast(fill, on_fill) < READABLE:
        on_fill = max((WHITE, INK), key=lambda text: contrast(fill, text))
        fill = _until(fill, towards="#000000" if on_fill == WHITE else WHITE, against=on_fill, ratio=READABLE)
    return Shade(fill=fill, on_fill=on_fill, ink=_until(colour, towards=towards, against=paper, ratio=COMFORTABLE))


def _until(colour: str, *, towards: str, against: str, ratio: float) -> str:
    """The first colour on the way from `colour` to `towards` that stands out enough against `against`."""
    for step in range(0, 101, 4):
        mixed = _mix(colour, towards, step)
        if contrast(mixed, against) >= ratio:
            return mixed
    return towards


def _mix(one: str, other: str, percent: int) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{(a * (100 - percent) + b * percent) // 100:02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
