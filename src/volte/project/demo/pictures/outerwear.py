"""How are coats and jackets drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_LONG = "M156 70Q200 84 244 70L280 88Q276 160 280 220L288 352Q200 362 112 352L120 220Q124 160 120 88Z"
_SHORT = "M154 84Q200 98 246 84L286 100Q278 160 280 200L282 320Q200 328 118 320L120 200Q122 160 114 100Z"
_LONG_SLEEVE = "M122 88Q98 102 92 140L72 290Q88 302 110 298L132 180Z"
_SHORT_SLEEVE = "M116 100Q94 114 88 150L66 282Q82 294 106 290L128 190Z"


def coat(paint: Paint, design: Design) -> str:
    match design.cut:
        case "trench":
            return _trench(paint)
        case "worker":
            return _worker(paint)
        case "raincoat":
            return _raincoat(paint)
        case _:
            return _wool(paint)


def _shell(paint: Paint, outline: str, sleeve: str) -> str:
    shade = brush.shape("M262 110Q246 240 262 370H310V100Z", paint.shade, 'opacity=".55"')
    inner = brush.shape("M136 120L92 310H160Z", paint.shade, 'opacity=".45"')
    arms = brush.both_sides(brush.cloth(sleeve, paint, inner, name="s", fill=""))
    return arms + brush.cloth(outline, paint, shade, fill="")


def _wool(paint: Paint) -> str:
    drawn = _shell(paint, _LONG, _LONG_SLEEVE) + brush.line("M214 176Q218 270 214 356", paint.shade, 3)
    drawn += "".join(brush.dot(x, y, 6, paint.line) for x in (182, 226) for y in (196, 236, 276))
    drawn += brush.both_sides(brush.shape("M136 262l36 6v16l-36-6z", paint.shade))
    drawn += brush.both_sides(brush.line("M75 270Q92 282 112 278", paint.shade, 4))
    return drawn + _lapels(paint, low=176)


def _trench(paint: Paint) -> str:
    drawn = _shell(paint, _LONG, _LONG_SLEEVE)
    drawn += brush.both_sides(brush.shape("M122 88L160 74L166 132Q142 150 121 138Z", paint.shade, 'opacity=".7"'))
    drawn += brush.line("M212 160V356", paint.shade, 3)
    drawn += "".join(brush.dot(x, y, 5, paint.line) for x in (180, 226) for y in (176, 256, 296))
    drawn += brush.shape("M118 208Q200 220 282 208L283 230Q200 242 117 230Z", paint.deep)
    buckle = '<rect x="182" y="206" width="34" height="32" rx="4" fill="none" stroke="#c9974a" stroke-width="6"/>'
    drawn += buckle + brush.shape("M178 234L158 290L172 294L188 238Z", paint.deep)
    drawn += brush.both_sides(brush.shape("M72 262Q88 274 112 270L111 282Q90 286 71 274Z", paint.deep))
    return (
        drawn + brush.both_sides(brush.line("M150 270l22 30", paint.deep, 5, 'opacity=".7"')) + _lapels(paint, low=160)
    )


def _worker(paint: Paint) -> str:
    drawn = _shell(paint, _SHORT, _SHORT_SLEEVE) + brush.line("M200 124V324", paint.shade, 3)
    drawn += "".join(brush.dot(208, y, 5, paint.trim) for y in (150, 194, 238, 282))
    drawn += brush.both_sides(_patch(paint, 132, 240, 52, 58)) + _patch(paint, 138, 160, 42, 46)
    drawn += brush.both_sides(brush.line("M69 268Q86 280 108 276", paint.trim, 2, 'stroke-dasharray="4 3"'))
    hole = brush.shape("M160 83Q200 70 240 83Q236 112 200 122Q164 112 160 83Z", paint.deep)
    wing = brush.shape("M158 74Q174 102 200 116L170 148Q146 122 146 88Q150 76 158 74Z", paint.light)
    return drawn + hole + brush.both_sides(wing + brush.line("M200 116L170 148Q146 122 146 88", paint.shade, 2))


def _patch(paint: Paint, x: int, y: int, wide: int, high: int) -> str:
    stitched = f'stroke="{paint.trim}" stroke-width="2" stroke-dasharray="4 3" opacity=".9"'
    seam = f'<rect x="{x + 3}" y="{y + 3}" width="{wide - 6}" height="{high - 6}" rx="4" fill="none" {stitched}/>'
    return brush.box(x, y, wide, high, paint.shade, 6) + seam


def _raincoat(paint: Paint) -> str:
    """A hooded fisherman's coat with toggles."""
    hood = "M148 112Q136 44 200 38Q264 44 252 112Q200 140 148 112Z"
    face = "M164 112Q154 62 200 58Q246 62 236 112Q200 130 164 112Z"
    drawn = brush.shape(hood, paint.base) + brush.shape("M226 44Q262 60 252 112L234 118Q246 74 214 42Z", paint.shade)
    drawn += brush.shape(face, "#f7ecd6") + brush.line("M176 76v40M200 70v52M224 76v40", "#40689f", 6, 'opacity=".85"')
    drawn += brush.line(face, paint.shade, 5)
    drawn += _shell(paint, _SHORT.replace("M154 84Q200 98 246 84", "M154 100Q200 134 246 100"), _SHORT_SLEEVE)
    drawn += brush.line("M200 126V324", paint.shade, 3)
    drawn += brush.line("".join(f"M184 {y}h32" for y in (164, 210, 256)), "#f7ecd6", 5)
    drawn += "".join(brush.box(204, y - 5, 20, 10, "#8a5a30", 5) for y in (164, 210, 256))
    flap = brush.box(134, 244, 50, 50, paint.shade, 6) + brush.shape("M132 240h54v18l-27 6-27-6z", paint.light)
    return drawn + brush.both_sides(flap)


def _lapels(paint: Paint, *, low: int) -> str:
    opening = brush.shape(f"M160 69Q200 56 240 69L206 {low}Z", paint.deep)
    wing = f"M160 62Q172 90 206 {low}L166 {low - 18}L152 128L140 118Q144 80 160 62Z"
    collar = brush.shape(wing, paint.light) + brush.line(f"M206 {low}L166 {low - 18}L152 128L140 118", paint.shade, 2)
    return opening + brush.both_sides(collar)
