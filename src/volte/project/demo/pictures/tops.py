"""How are a shirt, a jumper, a T-shirt or a cardigan drawn? Body, sleeves, neck, then what is sewn on."""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_BODY = {
    "": "M158 88Q200 104 242 88L276 102Q268 150 272 190L276 318Q200 328 124 318L128 190Q132 150 124 102Z",
    "men": "M156 86Q200 102 244 86L284 102Q274 150 276 190L278 322Q200 330 122 322L124 190Q126 150 116 102Z",
    "curved": (
        "M158 88Q200 104 242 88L276 102Q268 150 272 190L276 300"
        "Q262 332 200 334Q138 332 124 300L128 190Q132 150 124 102Z"
    ),
    "vest": "M152 84Q200 120 248 84L266 92Q248 150 272 176L272 314Q200 324 128 314L128 176Q152 150 134 92Z",
}
_SLEEVE = {
    "long": "M126 101Q104 112 96 146L66 284Q80 296 102 292L132 190L136 140Z",
    "short": "M126 101Q98 116 76 176Q96 194 122 194L132 160Z",
    "rolled": "M126 101Q100 114 90 148L72 222Q90 236 114 232L132 180Z",
    "balloon": "M126 101Q100 108 86 160Q58 220 66 262Q84 286 112 274Q134 236 134 160Z",
}
_CUFF = {
    "long": "M69 270Q84 282 105 278L101 296Q80 300 64 288Z",
    "short": "M80 168Q98 186 124 184L122 196Q94 196 74 178Z",
    "rolled": "M76 206Q94 220 118 214L114 236Q90 240 69 226Z",
    "balloon": "M68 258Q88 278 112 270L110 290Q86 294 70 280Z",
}


def top(paint: Paint, design: Design) -> str:
    cut = "vest" if not design.sleeve else design.hem or design.cut
    body = _BODY[cut]
    shade = paint.shade if design.pattern != "breton" else "#d9c6a8"
    folds = brush.shape("M260 190Q246 260 262 340H300V180Z", shade, 'opacity=".55"')
    folds += brush.line("M148 190q10 40 2 90", shade, 3, 'opacity=".7"')
    drawn = _sleeves(paint, design) + brush.cloth(body, paint, folds)
    if design.has("ribs") or cut == "vest":
        drawn += _hem_rib(paint, cut)
    return drawn + _front(paint, design) + _neck(paint, design)


def _sleeves(paint: Paint, design: Design) -> str:
    if not design.sleeve:
        return brush.both_sides(brush.line("M134 92Q152 150 128 178", paint.shade, 10))
    outline = _SLEEVE[design.sleeve]
    shade = paint.shade if design.pattern != "breton" else "#d9c6a8"
    inner = brush.shape("M136 110L90 300H150Z", shade, 'opacity=".45"')
    cuff = brush.shape(_CUFF[design.sleeve], _cuff_colour(paint, design))
    return brush.both_sides(brush.cloth(outline, paint, inner, name="s", fill="q") + cuff)


def _cuff_colour(paint: Paint, design: Design) -> str:
    if design.pattern == "breton":
        return "#f8f1e3"
    return paint.light if design.sleeve in {"rolled", "balloon"} else paint.shade


def _hem_rib(paint: Paint, cut: str) -> str:
    left, right = (122, 278) if cut == "men" else (125, 275)
    band = f"M{left} 306Q200 316 {right} 306L{right - 3} 330Q200 340 {left + 3} 330Z"
    ribs = brush.line("".join(f"M{x} 300v50" for x in range(left + 9, right, 11)), paint.base, 3, 'opacity=".8"')
    return brush.shape(band, paint.shade) + brush.inside(band, ribs, "h")


def _front(paint: Paint, design: Design) -> str:
    """What is sewn on the front: button placket, breast pocket, two pockets."""
    drawn = ""
    if design.has("placket"):
        start = 188 if design.neck == "deep" else 112
        end = 324 if design.hem != "curved" else 332
        drawn += brush.line(f"M192 {start}V{end}M208 {start}V{end}", paint.shade, 2)
        drawn += "".join(brush.dot(200, y, 4, _button(paint, design)) for y in range(start + 18, end - 12, 34))
    if design.has("pocket"):
        drawn += brush.shape("M220 158h34v30l-17 10-17-10z", paint.shade, 'opacity=".5"')
        drawn += brush.line("M220 160h34", paint.deep, 2, 'opacity=".7"')
    if design.has("pockets"):
        pocket = brush.box(140, 250, 40, 42, paint.shade, 5) + brush.line("M142 256h36", paint.light, 4)
        drawn += brush.both_sides(pocket)
    return drawn


def _button(paint: Paint, design: Design) -> str:
    return paint.trim if design.has("ribs") else paint.line


def _neck(paint: Paint, design: Design) -> str:
    """The opening with the inside of the back, and the collar round it."""
    hole = brush.shape("M160 87Q200 74 240 87Q236 118 200 120Q164 118 160 87Z", paint.deep)
    match design.neck:
        case "boat":
            band = brush.line("M152 90Q200 112 248 90", "#f8f1e3", 7)
            return brush.shape("M152 88Q200 78 248 88Q200 112 152 88Z", paint.deep) + band
        case "crew":
            return hole + brush.line("M160 86Q164 118 200 119Q236 118 240 86", paint.shade, 9)
        case "turtle":
            roll = "M164 60Q200 52 236 60L244 96Q200 116 156 96Z"
            ribs = brush.line("M176 62l-4 38M192 60l-2 44M208 60l2 44M224 62l4 38", paint.shade, 3)
            return brush.shape(roll, paint.base) + ribs + brush.oval(200, 60, 35, 7, paint.deep)
        case "deep":
            opening = brush.shape("M160 87Q200 72 240 87L203 196H197Z", paint.deep)
            band = brush.line("M158 87L198 196M242 87L202 196", paint.shade, 9)
            return opening + brush.line("M160 87Q200 74 240 87", paint.shade, 7) + band
        case "vee":
            return brush.shape("M156 86Q200 74 244 86L200 168Z", paint.deep) + brush.line(
                "M154 86L200 170L246 86", paint.trim, 8, 'stroke-linejoin="round"'
            )
        case "claudine":
            lobe = brush.shape("M199 112Q176 142 152 128Q142 108 160 86Q172 108 199 112Z", paint.light)
            return hole + brush.both_sides(lobe + brush.line("M199 112Q176 142 152 128", paint.shade, 2))
        case "polo":
            placket = brush.box(191, 112, 18, 62, paint.shade, 4)
            return (
                hole
                + placket
                + brush.dot(200, 130, 3, paint.trim)
                + brush.dot(200, 154, 3, paint.trim)
                + _collar(paint)
            )
        case _:
            return hole + _collar(paint)


def _collar(paint: Paint) -> str:
    wing = "M160 80Q176 106 200 114L172 146Q152 124 150 92Q152 82 160 80Z"
    return brush.both_sides(
        brush.shape(wing, paint.light) + brush.line("M200 114L172 146Q152 124 150 92", paint.shade, 2)
    )
