"""What is printed, woven or knitted into the cloth? One small tile per pattern."""

from collections.abc import Callable, Mapping

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.paint import Paint

Tile = tuple[int, int, str]


def definitions(pattern: str, paint: Paint, *, sleeve_turn: int = 24) -> str:
    """`#p` for the body and `#q`, the same tile turned, for a left sleeve. Empty tiles when there is no pattern."""
    wide, high, drawing = _TILES[pattern](paint) if pattern else (8, 8, "")
    return (
        f'<pattern id="p" width="{wide}" height="{high}" patternUnits="userSpaceOnUse">{drawing}</pattern>'
        f'<pattern id="q" href="#p" patternTransform="rotate({sleeve_turn})"/>'
    )


def _flowers(paint: Paint) -> Tile:
    petals = "".join(brush.dot(x, y, 4, paint.trim) for x, y in ((11, 6), (6, 11), (16, 11), (11, 16)))
    small = "".join(brush.dot(x, y, 2, paint.trim) for x, y in ((33, 28), (30, 31), (36, 31), (33, 34)))
    leaf = brush.line("M25 12q5-5 9-2M12 34q-5-2-8 2", paint.deep, 3, 'opacity=".55"')
    return 44, 44, petals + brush.dot(11, 11, 3, "#d9963a") + small + leaf


def _pinstripe(paint: Paint) -> Tile:
    return 14, 14, brush.box(5, 0, 3, 14, brush.mixed(paint.base, "#ffffff", 55))


def _dots(paint: Paint) -> Tile:
    return 28, 28, brush.dot(7, 7, 3, paint.trim) + brush.dot(21, 21, 3, paint.trim)


def _swiss(paint: Paint) -> Tile:
    return 18, 18, brush.dot(4, 4, 2, paint.trim, 'opacity=".7"') + brush.dot(13, 13, 2, paint.trim, 'opacity=".7"')


def _linen(paint: Paint) -> Tile:
    return 9, 9, brush.line("M0 2h6M3 6h6M7 0v5", paint.shade, 1, 'opacity=".6"')


def _breton(paint: Paint) -> Tile:
    return 24, 24, brush.box(0, 0, 24, 24, "#f8f1e3") + brush.box(0, 5, 24, 10, paint.base)


def _knit(paint: Paint) -> Tile:
    return 14, 12, brush.line("M1 2l6 5 6-5", paint.shade, 2, 'opacity=".75"')


def _cables(paint: Paint) -> Tile:
    twist = brush.line("M12 0q18 10 0 22q-18 10 0 22M12 0q-18 10 0 22q18 10 0 22", paint.shade, 4)
    return 40, 44, twist + brush.line("M30 0v44M35 0v44", paint.shade, 2, 'opacity=".6"')


def _tartan(paint: Paint) -> Tile:
    bands = brush.box(0, 0, 18, 52, paint.deep) + brush.box(0, 0, 52, 18, paint.deep)
    thin = brush.line("M35 0v52M0 35h52", paint.trim, 3, 'opacity=".8"')
    return 52, 52, f'<g opacity=".5">{bands}</g>' + thin


def _stars(paint: Paint) -> Tile:
    return 36, 36, brush.shape("M9 3l2 4 4 2-4 2-2 4-2-4-4-2 4-2zM27 21l1 3 3 1-3 1-1 3-1-3-3-1 3-1z", paint.trim)


def _waves(paint: Paint) -> Tile:
    return 40, 26, brush.line("M0 10q10-10 20 0t20 0", paint.trim, 4)


def _gingham(paint: Paint) -> Tile:
    return 36, 36, f'<g opacity=".55">{brush.box(0, 0, 18, 36, paint.base)}{brush.box(0, 0, 36, 18, paint.base)}</g>'


def _argyle(paint: Paint) -> Tile:
    diamond = brush.shape("M20 0L38 30L20 60L2 30Z", paint.trim, 'opacity=".65"')
    return 40, 60, diamond + brush.line("M0 0L40 60M40 0L0 60", paint.deep, 2, 'opacity=".5" stroke-dasharray="4 4"')


_TILES: Mapping[str, Callable[[Paint], Tile]] = {
    "flowers": _flowers,
    "pinstripe": _pinstripe,
    "dots": _dots,
    "swiss": _swiss,
    "linen": _linen,
    "breton": _breton,
    "knit": _knit,
    "cables": _cables,
    "tartan": _tartan,
    "stars": _stars,
    "waves": _waves,
    "gingham": _gingham,
    "argyle": _argyle,
}
