"""How are bed linen, throws and cushions drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_WOOD = "#b98755"


def bed(paint: Paint, design: Design) -> str:
    head = brush.shape("M70 330V150Q72 104 116 104H284Q328 104 330 150V330Z", _WOOD)
    slats = brush.line("M118 118V220M158 116V220M200 116V220M242 116V220M282 118V220", "#9c6f43", 5)
    pillows = brush.both_sides(
        brush.shape("M92 208Q86 166 108 160Q150 170 186 160Q200 190 190 216Q140 226 92 208Z", "#fbf4e6")
    )
    pillows += brush.both_sides(brush.line("M100 200Q140 216 186 206", "#e3d5bd", 3))
    cover = (
        "M62 246Q66 214 100 212H300Q334 214 338 246L344 336Q330 352 316 338Q296 "
        "354 270 340Q236 354 200 340Q164 354 130 340Q104 354 84 338Q70 352 56 336Z"
    )
    folds = brush.line("M130 250Q120 300 128 340M206 262Q214 300 200 344M276 246Q288 290 274 340", paint.shade, 5)
    folds += brush.shape("M300 212Q316 280 306 350H350V212Z", paint.shade, 'opacity=".5"')
    turned = brush.shape("M66 236Q68 208 100 206H300Q332 208 334 236Q200 262 66 236Z", paint.light)
    feet = brush.box(74, 340, 16, 26, "#8a5f38", 3) + brush.box(310, 340, 16, 26, "#8a5f38", 3)
    return (
        head
        + slats
        + pillows
        + feet
        + brush.cloth(cover, paint, folds)
        + turned
        + brush.line("M68 238Q200 264 332 238", paint.shade, 3)
    )


def pillow(paint: Paint, design: Design) -> str:
    """Two, one leaning on the other."""
    case = (
        "M76 150Q60 132 82 126Q200 150 318 126Q340 132 324 150Q308 220 326 "
        "286Q338 306 316 310Q200 288 84 310Q62 306 74 286Q92 220 76 150Z"
    )
    shade = brush.shape("M84 310Q200 250 330 300V330H84ZM290 100Q280 220 300 320H350V100Z", paint.shade, 'opacity=".5"')
    seam = brush.line("M96 150Q200 168 304 150Q292 220 304 284Q200 268 96 284Q110 220 96 150Z", paint.shade, 3)
    creases = brush.line("M110 168q20 14 26 30M292 170q-22 10-30 26M118 270q12-16 28-20", paint.shade, 4)
    behind = brush.moved(brush.shape(case, paint.deep), "translate(26 -34) rotate(5 200 200) scale(.95)")
    return behind + brush.cloth(case, paint, shade + creases) + seam


def throw(paint: Paint, design: Design) -> str:
    """Over a wooden rail."""
    rail = brush.box(58, 92, 284, 14, _WOOD, 7)
    back = brush.shape("M112 96H296V284H112Z", paint.deep)
    front = "M98 90Q98 78 112 78H272Q286 78 286 90V312H98Z"
    shade = brush.shape("M250 70Q234 200 254 330H300V70Z", paint.shade, 'opacity=".5"') + brush.box(
        90, 70, 210, 22, paint.light
    )
    fringe = brush.line("".join(f"M{x} 312v28" for x in range(103, 288, 9)), paint.base, 4)
    under = brush.line("".join(f"M{x} 284v20" for x in range(290, 298, 6)), paint.deep, 4)
    return back + under + rail + fringe + brush.cloth(front, paint, shade)


def cushion(paint: Paint, design: Design) -> str:
    """Suns and arches, one corner poked in."""
    case = (
        "M88 106Q74 84 100 86Q200 104 300 86Q326 84 312 106Q296 200 312 "
        "292Q326 318 300 314Q200 296 100 314Q74 318 88 292Q104 200 88 106Z"
    )
    arches = ""
    for x, y in ((146, 190), (254, 190), (200, 292), (92, 292), (308, 292), (200, 118)):
        for radius, tone in ((48, paint.trim), (34, paint.base), (20, paint.deep), (8, paint.trim)):
            arches += brush.dot(x, y, radius, tone)
    shade = brush.shape("M100 316Q200 262 320 280V330H90ZM286 80Q270 200 292 320H330V80Z", paint.deep, 'opacity=".25"')
    tassels = "".join(brush.dot(x, y, 9, paint.trim) for x, y in ((90, 90), (310, 90), (90, 310), (310, 310)))
    return brush.cloth(case, paint, arches + shade, fill="") + tassels
