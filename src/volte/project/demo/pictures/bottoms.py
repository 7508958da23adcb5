"""How are trousers, jeans, shorts and pyjamas drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

# Where the outside and the inside of the left leg end, and how low.
_LEGS = {
    "wide": (102, 190, 346),
    "straight": (126, 184, 350),
    "slim": (142, 186, 350),
    "shorts": (112, 188, 268),
    "swim": (104, 188, 272),
}


def trousers(paint: Paint, design: Design) -> str:
    outer, inner, low = _LEGS[design.leg]
    top = 62 if low > 300 else 116
    crotch = top + 112 if low > 300 else top + 88
    outline = (
        f"M148 {top}H252Q264 {top + 80} {400 - outer} {low}Q{300 - outer // 2} {low + 8} {400 - inner} {low}"
        f"L200 {crotch}L{inner} {low}Q{(outer + inner) // 2} {low + 8} {outer} {low}Q136 {top + 80} 148 {top}Z"
    )
    shaded = brush.shape(f"M236 {top}Q250 {crotch} {388 - inner} {low + 20}H320V{top}Z", paint.shade, 'opacity=".5"')
    shaded += brush.shape(f"M200 {crotch - 20}L{inner + 4} {low + 10}H{inner - 12}Z", paint.shade)
    drawn = brush.cloth(outline, paint, shaded)
    drawn += brush.line(f"M200 {top + 22}V{crotch}", paint.deep, 3, 'opacity=".6"')
    drawn += _waist(paint, design, top) + _legs_end(paint, design, outer, inner, low)
    return drawn


def _waist(paint: Paint, design: Design, top: int) -> str:
    if design.leg == "swim":
        cord = brush.line(f"M194 {top + 16}q-12 22-8 40M206 {top + 16}q12 22 6 44", paint.trim, 4)
        gathers = "".join(f"M{x} {top + 2}v18" for x in range(156, 250, 9))
        return brush.box(144, top - 4, 112, 26, paint.shade, 8) + brush.line(gathers, paint.base, 2) + cord
    band = brush.shape(
        f"M147 {top - 4}H253L256 {top + 20}H144Z", paint.shade if not design.has("denim") else paint.deep
    )
    loops = "".join(brush.box(x, top - 7, 7, 30, paint.base, 2) for x in (160, 233))
    pocket = brush.both_sides(brush.line(f"M150 {top + 46}Q170 {top + 42} 176 {top + 22}", _stitch(paint, design), 3))
    button = brush.dot(200, top + 8, 5, _stitch(paint, design))
    fly = brush.line(f"M212 {top + 22}Q214 {top + 62} 200 {top + 74}", _stitch(paint, design), 2)
    pleats = ""
    if design.has("pleats"):
        pleats = brush.both_sides(brush.line(f"M178 {top + 22}Q166 {top + 120} 152 332", paint.shade, 4))
    return pleats + band + loops + pocket + button + fly


def _stitch(paint: Paint, design: Design) -> str:
    return paint.trim if design.has("denim") else paint.deep


def _legs_end(paint: Paint, design: Design, outer: int, inner: int, low: int) -> str:
    middle = (outer + inner) // 2
    if design.has("turnup"):
        cuff = (
            f"M{outer - 3} {low - 20}Q{middle} {low - 12} {inner + 2} "
            f"{low - 20}V{low + 2}Q{middle} {low + 11} {outer - 3} {low + 2}Z"
        )
        return brush.both_sides(brush.shape(cuff, paint.light))
    hem = f"M{outer + 3} {low - 10}Q{middle} {low - 2} {inner - 3} {low - 10}"
    return brush.both_sides(brush.line(hem, _stitch(paint, design), 2, 'opacity=".8" stroke-dasharray="6 4"'))


def pyjamas(paint: Paint, design: Design) -> str:
    """The shirt laid over its trousers, both with piping."""
    legs = "M150 190H250L272 352H212L200 262L188 352H128Z"
    shirt = "M160 66Q200 82 240 66L268 78L262 216Q200 226 138 216L132 78Z"
    sleeve = "M134 78Q108 90 98 130L84 194Q98 208 122 204L142 140Z"
    shade = brush.shape("M246 60Q240 150 248 230H300V60Z", paint.shade, 'opacity=".5"')
    drawn = brush.cloth(legs, paint, brush.shape("M200 240L186 360H174Z", paint.shade))
    drawn += brush.both_sides(brush.line("M130 344Q158 350 187 344", paint.trim, 5))
    drawn += brush.both_sides(
        brush.cloth(sleeve, paint, fill="q") + brush.line("M88 184Q104 196 124 192", paint.trim, 5)
    )
    drawn += brush.line("M138 216Q200 228 262 216", paint.shade, 8) + brush.cloth(shirt, paint, shade, name="d")
    drawn += brush.line("M200 124V220", paint.trim, 3)
    drawn += "".join(brush.dot(208, y, 4, paint.trim) for y in (146, 172, 198))
    drawn += brush.box(216, 146, 30, 30, paint.base, 3) + brush.line("M216 150h30", paint.trim, 4)
    wing = "M164 58Q176 92 200 124L174 132Q152 108 152 72Q156 60 164 58Z"
    lapels = brush.shape(wing, paint.light) + brush.line("M200 124L174 132Q152 108 152 72", paint.trim, 4)
    return drawn + brush.shape("M164 64Q200 52 236 64L200 124Z", paint.deep) + brush.both_sides(lapels)
