"""Which drawing and which scene make the picture of a product? One SVG of 400 by 400, under 4 kB."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from volte.project.demo.pictures import (
    bedroom,
    bottoms,
    dresses,
    outerwear,
    patterns,
    rooms,
    scenes,
    shoes,
    soft,
    table,
    tops,
    treats,
    worn,
)
from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

Drawing = Callable[[Paint, Design], str]


# White cloth with a print needs a darker wall behind it.
_PRINTED_ON_WHITE = frozenset({"breton", "gingham"})
_WITH_CLOTHES = (scenes.hung, scenes.folded)
_CLOSER = "translate(-24 -22) scale(1.12)"


def picture(design: Design, *, paint: Paint, title: str) -> str:
    """The whole SVG document; `title` is what it says to somebody who does not see it."""
    scene, drawing = _DRAWINGS[design.draw]
    wall = replace(paint, arch=brush.mixed(paint.wall, paint.floor, 40)) if _is_white(design) else paint
    closer = _CLOSER if scene in _WITH_CLOTHES else "scale(1)"
    behind = brush.box(0, 0, brush.SIZE, brush.SIZE, wall.wall) + scene(wall)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {brush.SIZE} {brush.SIZE}" role="img">'
        f"<title>{_escaped(title)}</title>{patterns.definitions(design.pattern, paint)}"
        f"{behind}{brush.moved(drawing(paint, design), closer)}</svg>"
    )


def _is_white(design: Design) -> bool:
    return design.pattern in _PRINTED_ON_WHITE


def known(draw: str) -> bool:
    return draw in _DRAWINGS


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


_DRAWINGS: Mapping[str, tuple[Callable[[Paint], str], Drawing]] = {
    "top": (scenes.hung, tops.top),
    "dress": (scenes.hung, dresses.dress),
    "sundress": (scenes.hung, dresses.sundress),
    "jumpsuit": (scenes.hung, dresses.jumpsuit),
    "skirt": (scenes.folded, dresses.skirt),
    "trousers": (scenes.folded, bottoms.trousers),
    "pyjamas": (scenes.hung, bottoms.pyjamas),
    "coat": (scenes.hung, outerwear.coat),
    "swimsuit": (scenes.folded, soft.swimsuit),
    "apron": (scenes.hung, soft.apron),
    "briefs": (scenes.laid, soft.briefs),
    "bralette": (scenes.laid, soft.bralette),
    "trainer": (scenes.stepped, shoes.trainer),
    "ballerina": (scenes.stepped, shoes.ballerina),
    "chelsea": (scenes.stepped, shoes.chelsea),
    "espadrille": (scenes.stepped, shoes.espadrille),
    "loafer": (scenes.stepped, shoes.loafer),
    "sandal": (scenes.stepped, shoes.sandal),
    "slipper": (scenes.stepped, shoes.slipper),
    "tote": (scenes.laid, worn.tote),
    "shoulder_bag": (scenes.laid, worn.shoulder_bag),
    "scarf": (scenes.laid, worn.scarf),
    "silk_square": (scenes.laid, worn.silk_square),
    "beanie": (scenes.laid, worn.beanie),
    "straw_hat": (scenes.laid, worn.straw_hat),
    "socks": (scenes.laid, worn.socks),
    "belt": (scenes.laid, worn.belt),
    "umbrella": (scenes.laid, worn.umbrella),
    "medal": (scenes.laid, worn.medal),
    "bed": (scenes.standing, bedroom.bed),
    "pillow": (scenes.laid, bedroom.pillow),
    "throw": (scenes.laid, bedroom.throw),
    "cushion": (scenes.laid, bedroom.cushion),
    "plates": (scenes.standing, table.plates),
    "mugs": (scenes.standing, table.mugs),
    "carafe": (scenes.standing, table.carafe),
    "tablecloth": (scenes.standing, table.tablecloth),
    "tea_towels": (scenes.laid, table.tea_towels),
    "vase": (scenes.standing, table.vase),
    "mushroom_lamp": (scenes.standing, rooms.mushroom_lamp),
    "floor_lamp": (scenes.standing, rooms.floor_lamp),
    "pendant": (scenes.laid, rooms.pendant),
    "armchair": (scenes.standing, rooms.armchair),
    "candle": (scenes.standing, treats.candle),
    "tube": (scenes.standing, treats.tube),
    "soap": (scenes.standing, treats.soap),
    "mist": (scenes.standing, treats.mist),
    "gift_card": (scenes.laid, treats.gift_card),
}
