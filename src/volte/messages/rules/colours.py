"""Can this colour be read on that one?

Contrast as WCAG 2.2 counts it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. A shop chooses its accent freely; we
move it towards black or white only as far as reading needs.
"""

from functools import lru_cache

INK, PAPER = "#1f1c18", "#ffffff"
TEXT, GRAPHIC = 4.5, 3.0
_STEPS = 20


@lru_cache
def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(background: str) -> str:
    """Ink or paper, whichever reads better on this background."""
    return max((PAPER, INK), key=lambda colour: contrast(colour, background))


def fill(accent: str) -> tuple[str, str]:
    """A filled button in the shop's accent, and the text on it; a middling accent is darkened until paper reads."""
    text = text_on(accent)
    return (accent, text) if contrast(accent, text) >= TEXT else (legible(accent, on=PAPER), PAPER)


@lru_cache
def legible(colour: str, *, on: str, at_least: float = TEXT) -> str:
    """The colour itself where it reads on `on`, else the nearest one towards black or white that does."""
    target = "#000000" if _luminance(on) > 0.18 else "#ffffff"
    for step in range(_STEPS + 1):
        moved = _mixed(colour, target, step)
        if contrast(moved, on) >= at_least:
            return moved
    return target


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, target: str, step: int) -> str:
    pairs = zip(_channels(colour), _channels(target), strict=True)
    return "#" + "".join(f"{(one * (_STEPS - step) + other * step) // _STEPS:02x}" for one, other in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
