"""How are swimwear, underwear and aprons drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint


def swimsuit(paint: Paint, design: Design) -> str:
    suit = (
        "M146 60H164Q166 132 200 140Q234 132 236 60H254Q258 120 276 160Q262 210 272 260Q246 276 222 342"
        "Q200 356 178 342Q154 276 128 260Q138 210 124 160Q142 120 146 60Z"
    )
    shade = brush.shape("M246 50Q246 200 256 270L214 360H310V50Z", paint.shade, 'opacity=".5"')
    bands = brush.shape("M100 196Q200 226 300 196V222Q200 252 100 222Z", paint.trim)
    bands += brush.shape("M100 236Q200 266 300 236V246Q200 276 100 246Z", paint.trim)
    edge = brush.line("M164 60Q166 132 200 140Q234 132 236 60", paint.trim, 5)
    legs = brush.both_sides(brush.line("M128 260Q154 276 178 342", paint.trim, 5))
    return brush.cloth(suit, paint, bands + shade, fill="") + edge + legs


def briefs(paint: Paint, design: Design) -> str:
    """Three of them, one colour each, fanned out."""
    cut = "M110 150Q200 166 290 150L286 190Q240 206 222 262Q200 274 178 262Q160 206 114 190Z"
    drawn = ""
    for place, tone in ((-58, paint.trim), (8, "#f3e6d0"), (74, paint.base)):
        edge = brush.mixed(tone, "#4a2f22", 26)
        one = brush.shape(cut, tone) + brush.line("M112 160Q200 176 288 160", edge, 4)
        one += brush.both_sides(brush.line("M114 190Q160 206 178 262", edge, 4, 'stroke-dasharray="6 4"'))
        bow = brush.shape("M200 172l-15-8v16zM200 172l15-8v16z", edge)
        drawn += brush.moved(one + bow, f"translate(0 {place})")
    return drawn


def bralette(paint: Paint, design: Design) -> str:
    straps = brush.both_sides(
        brush.line("M140 176Q142 110 158 70", paint.base, 9) + brush.box(142, 108, 12, 9, "#d3a848", 2)
    )
    cup = "M200 186Q176 184 158 150Q128 168 106 226Q108 262 130 270H200Z"
    lace = brush.line("M200 188Q178 186 158 152Q130 170 108 226", paint.light, 7, 'stroke-dasharray="1 10"')
    dart = brush.line("M158 262Q150 236 156 212", paint.shade, 4)
    band = brush.shape("M112 256Q200 276 288 256L288 284Q200 304 112 284Z", paint.shade)
    bow = brush.shape("M200 196l-20-11v22zM200 196l20-11v22z", paint.trim) + brush.dot(200, 196, 5, paint.deep)
    cups = brush.both_sides(
        brush.cloth(cup, paint, brush.shape("M170 150Q200 220 160 280H220V150Z", paint.shade, 'opacity=".35"'), fill="")
        + dart
        + lace
    )
    return straps + cups + band + bow


def apron(paint: Paint, design: Design) -> str:
    loop = brush.line("M158 96Q160 44 200 44T242 96", paint.shade, 9)
    ties = brush.both_sides(brush.line("M108 196Q70 206 62 250Q60 276 74 296", paint.shade, 9))
    bib = "M154 90H246Q250 150 294 186V330Q200 346 106 330V186Q150 150 154 90Z"
    shade = brush.shape("M262 150Q250 260 268 350H320V150Z", paint.shade, 'opacity=".55"')
    pocket = brush.shape("M140 232H260V290Q200 304 140 290Z", paint.shade) + brush.line(
        "M140 234H260M200 234V298", paint.light, 3
    )
    name = "M166 142q4-22 10-18t-6 22q10-10 14-8t2 8q8-10 14-8t0 8q10-12 14-6t2 6q12-14 18-4"
    thread = brush.line(name, "#b8412f", 5) + brush.line("M166 160h70", "#b8412f", 2, 'stroke-dasharray="4 4"')
    spoon = brush.line("M226 232V188", "#b98751", 7) + brush.oval(226, 180, 11, 16, "#b98751")
    return loop + ties + brush.cloth(bib, paint, shade, fill="") + spoon + pocket + thread
