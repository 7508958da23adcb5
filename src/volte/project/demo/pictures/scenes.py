"""Where does the thing hang, stand or lie? A wall with a soft arch, a sun or a floor, the same for its kind."""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.paint import Paint


def folded(paint: Paint) -> str:
    """Clothes: a tall arch in the wall."""
    return brush.shape("M48 400V186Q48 26 200 26T352 186V400Z", paint.arch)


def hung(paint: Paint) -> str:
    """Clothes on a wooden hanger in front of the arch."""
    hook = brush.line("M200 74V52Q200 44 208 42Q220 36 214 26Q206 14 192 24", "#8a6a48", 4)
    bar = brush.line("M146 96L200 72L254 96", "#b98755", 10, 'stroke-linejoin="round"')
    return folded(paint) + hook + bar


def standing(paint: Paint) -> str:
    """Things for the home: a sun low on the wall, and a floor."""
    return brush.dot(200, 186, 142, paint.arch) + brush.box(0, 318, 400, 82, paint.floor)


def stepped(paint: Paint) -> str:
    """Shoes: a round sun, and a plinth to stand on."""
    top = brush.shape("M70 264H330L372 312H28Z", brush.mixed(paint.arch, "#ffffff", 45))
    plinth = brush.box(28, 310, 344, 90, paint.floor) + top
    return brush.dot(200, 190, 136, paint.arch) + plinth


def laid(paint: Paint) -> str:
    """Small things: one soft pebble to lie on."""
    pebble = "M58 214Q50 92 176 58Q318 34 352 168Q376 306 250 350Q92 378 58 214Z"
    return brush.shape(pebble, paint.arch)
