"""How are dresses, jumpsuits and skirts drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_PUFF = "M160 82Q112 74 98 112Q92 138 112 146Q134 150 160 132Z"
_SHORT = "M160 80Q120 90 100 142Q116 158 146 156L160 130Z"


def dress(paint: Paint, design: Design) -> str:
    """A bodice, a waist and a skirt that opens."""
    bodice = "M152 80H248L250 130Q244 160 244 186H156Q156 160 150 130Z"
    skirt = "M156 184H244Q270 262 292 340Q200 362 108 340Q130 262 156 184Z"
    folds = brush.shape("M232 190Q252 270 258 360H310V180Z", paint.shade, 'opacity=".5"')
    folds += brush.line("M182 200Q170 270 164 350M214 210Q218 280 220 352", paint.shade, 4, 'opacity=".75"')
    drawn = brush.both_sides(
        brush.cloth(_PUFF if design.sleeve == "puff" else _SHORT, paint, fill="q")
        + (brush.line("M112 146Q132 150 146 134", paint.shade, 6) if design.sleeve == "puff" else "")
    )
    drawn += brush.cloth(skirt, paint, folds) + brush.cloth(bodice, paint, name="d")
    drawn += brush.line("M112 326Q200 346 288 326", paint.shade, 3, 'stroke-dasharray="2 8"')
    if design.has("buttons"):
        drawn += brush.line("M200 108V350", paint.shade, 2)
        drawn += "".join(brush.dot(200, y, 4, paint.trim) for y in range(126, 340, 32))
    if design.has("belt"):
        drawn += _tied_belt(paint)
    return drawn + (_collar(paint) if design.neck == "collar" else _square(paint))


def sundress(paint: Paint, design: Design) -> str:
    """Straps, a gathered top and three ruffles."""
    straps = brush.line("M168 60V110M232 60V110", paint.base, 9)
    bodice = brush.cloth("M150 102Q175 94 200 104Q225 94 250 102L246 172H154Z", paint)
    gathers = brush.line("M154 122h92M153 138h94M154 154h92", paint.shade, 3, 'stroke-dasharray="5 4"')
    tiers = ""
    for index, (above, below, half, wide) in enumerate(((284, 350, 84, 112), (226, 292, 64, 90), (168, 232, 46, 68))):
        tier = f"M{200 - half} {above}H{200 + half}L{200 + wide} {below}Q200 {below + 20} {200 - wide} {below}Z"
        folds = "".join(f"M{200 + step * wide // 4} {below + 14}l{-step * 5} -34" for step in (-3, -2, -1, 0, 1, 2, 3))
        tiers += brush.cloth(tier, paint, brush.line(folds, paint.shade, 3), name=f"t{index}")
        tiers += brush.line(f"M{200 - wide} {below}Q200 {below + 20} {200 + wide} {below}", paint.light, 4)
    return straps + tiers + bodice + gathers


def jumpsuit(paint: Paint, design: Design) -> str:
    bodice = "M154 78L200 140L246 78L262 96Q248 130 250 178H150Q152 130 138 96Z"
    legs = "M150 176H250Q268 250 274 352H212L200 236L188 352H126Q132 250 150 176Z"
    folds = brush.shape("M228 200Q246 270 246 360H290V180Z", paint.shade, 'opacity=".5"')
    creases = brush.line("M172 200Q162 270 158 346", paint.shade, 3)
    drawn = brush.both_sides(brush.shape("M158 84Q116 100 106 140Q126 154 156 146Z", paint.base))
    drawn += brush.both_sides(brush.line("M106 140Q122 152 146 146", paint.shade, 6))
    drawn += brush.shape("M156 78Q200 66 244 78L200 142Z", paint.deep)
    drawn += brush.cloth(legs, paint, folds + creases) + brush.shape(bodice, paint.base)
    drawn += brush.line("M154 78L200 142L246 78", paint.shade, 6)
    drawn += brush.both_sides(brush.line("M158 206q12 14 6 30", paint.deep, 3, 'opacity=".6"'))
    return drawn + brush.line("M200 142V180", paint.shade, 2) + _tied_belt(paint)


def skirt(paint: Paint, design: Design) -> str:
    """Knife pleats: every second panel in the shade."""
    outline = "M146 96H254L304 322Q200 350 96 322Z"
    pleats = ""
    for index in range(8):
        above, below = 146 + index * 108 // 8, 92 + index * 216 // 8
        panel = f"M{above + 8} 90L{below + 14} 350H{below + 27}L{above + 14} 90Z"
        pleats += brush.shape(panel, paint.shade)
    band = brush.box(142, 82, 116, 24, paint.deep, 6)
    gathers = brush.line("".join(f"M{x} 86v16" for x in range(152, 256, 9)), paint.base, 2)
    return brush.cloth(outline, paint, pleats, fill="") + band + gathers


def _tied_belt(paint: Paint) -> str:
    tails = brush.shape(
        "M196 188Q186 222 176 240L190 244L204 194ZM204 188Q212 216 208 236L222 236L214 190Z", paint.deep
    )
    return brush.box(153, 176, 94, 16, paint.deep, 4) + tails + brush.oval(200, 185, 12, 11, paint.line)


def _square(paint: Paint) -> str:
    opening = brush.shape("M170 79Q200 70 230 79L226 112Q200 120 174 112Z", paint.deep)
    return opening + brush.line("M168 80L173 113Q200 122 227 113L232 80", paint.shade, 5, 'stroke-linejoin="round"')


def _collar(paint: Paint) -> str:
    opening = brush.shape("M166 80Q200 68 234 80L200 122Z", paint.deep)
    wing = brush.shape("M164 74Q178 98 200 110L174 138Q154 116 154 86Q156 76 164 74Z", paint.light)
    return opening + brush.both_sides(wing + brush.line("M200 110L174 138Q154 116 154 86", paint.shade, 2))
