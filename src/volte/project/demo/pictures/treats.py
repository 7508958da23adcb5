"""How are candles, creams, soaps and the gift card drawn?"""

from volte.project.demo.pictures import birds
from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_PAPER = "#fbf3e3"


def candle(paint: Paint, design: Design) -> str:
    glow = brush.dot(200, 108, 82, "#ffefb8", 'opacity=".7"')
    flame = brush.shape("M200 56Q236 104 218 126Q200 142 182 126Q166 104 200 56Z", "#f0a63c")
    flame += brush.shape("M200 92Q216 116 208 128Q200 134 192 128Q184 116 200 92Z", "#fff1c0")
    jar = "M106 158H294L290 320Q288 340 268 340H132Q112 340 110 320Z"
    shade = brush.shape("M254 150Q244 260 260 350H310V150Z", paint.shade, 'opacity=".6"') + brush.line(
        "M128 180V300", paint.light, 8
    )
    wax = (
        brush.oval(200, 160, 94, 16, paint.shade)
        + brush.oval(200, 163, 84, 11, "#fbf0d6")
        + brush.line("M200 160V132", "#4a3a33", 5)
    )
    label = brush.box(144, 206, 112, 96, _PAPER, 6) + birds.linnet("translate(166 208) scale(.6)")
    words = brush.line("M164 280h72M176 291h48", paint.deep, 4)
    return glow + flame + brush.cloth(jar, paint, shade, fill="") + wax + label + words


def tube(paint: Paint, design: Design) -> str:
    body = "M138 70H262L246 290H154Z"
    shade = brush.shape("M226 60L216 300H270V60Z", paint.shade, 'opacity=".6"')
    crimp = brush.box(134, 56, 132, 26, paint.deep, 4) + brush.line(
        "".join(f"M{x} 60v18" for x in range(142, 264, 9)), paint.base, 2
    )
    cap = brush.box(158, 290, 84, 48, _PAPER, 8) + brush.line(
        "".join(f"M{x} 298v32" for x in range(168, 240, 10)), "#e0d2b8", 3
    )
    stem = brush.line("M200 236V150", paint.trim, 4)
    petals = "".join(
        brush.oval(200 + x, 140 + y, 10, 10, paint.trim)
        for x, y in ((0, -16), (15, -5), (10, 13), (-10, 13), (-15, -5))
    )
    flower = petals + brush.dot(200, 140, 9, "#d9963a") + brush.both_sides(brush.oval(180, 204, 18, 8, paint.trim))
    return (
        brush.cloth(body, paint, shade, fill="")
        + crimp
        + cap
        + stem
        + flower
        + brush.line("M170 258h60M180 272h40", paint.trim, 4)
    )


def soap(paint: Paint, design: Design) -> str:
    """One bar in its paper, one open, and bubbles."""
    wrapped = brush.moved(
        brush.box(92, 170, 200, 104, paint.base, 14)
        + brush.box(150, 170, 84, 104, _PAPER)
        + birds.linnet("translate(162 182) scale(.56)")
        + brush.line("M170 254h44", paint.deep, 4)
        + brush.box(92, 252, 200, 22, paint.shade, 10),
        "rotate(-6 190 220)",
    )
    bar = brush.moved(
        brush.box(150, 266, 160, 72, paint.light, 26)
        + brush.line("M186 302q10-14 20 0t20 0t20 0t20 0", paint.shade, 5),
        "rotate(4 230 300)",
    )
    foam = "".join(
        brush.dot(x, y, r, "#ffffff", 'opacity=".75"')
        for x, y, r in ((282, 130, 26), (316, 168, 14), (246, 104, 12), (128, 318, 16), (104, 296, 9), (300, 88, 8))
    )
    gleams = brush.line("M270 122q6-10 16-10M310 162q3-5 8-5", paint.base, 4)
    return wrapped + bar + foam + gleams


def mist(paint: Paint, design: Design) -> str:
    puff = "".join(
        brush.dot(x, y, r, "#ffffff", 'opacity=".7"')
        for x, y, r in ((116, 92, 8), (96, 70, 11), (90, 106, 7), (66, 92, 13), (62, 58, 7))
    )
    pump = (
        brush.box(172, 98, 56, 30, "#d3a848", 5)
        + brush.box(150, 74, 70, 28, "#b98a32", 8)
        + brush.box(140, 82, 14, 10, "#8a6420", 3)
    )
    bottle = "M150 150Q150 128 172 128H228Q250 128 250 150L262 176V312Q262 336 238 336H162Q138 336 138 312V176Z"
    liquid = brush.box(120, 206, 170, 150, paint.base) + brush.shape(
        "M232 120V350H280V120Z", paint.shade, 'opacity=".5"'
    )
    label = brush.box(156, 222, 88, 84, _PAPER, 6)
    moon = brush.shape("M212 240Q186 244 190 266T218 282Q180 294 174 262T212 240Z", paint.deep) + brush.dot(
        222, 256, 4, "#d3a848"
    )
    gleam = brush.line("M152 180V200", "#ffffff", 6, 'opacity=".8"')
    return puff + pump + brush.cloth(bottle, paint, liquid, colour=paint.light, fill="") + label + moon + gleam


def gift_card(paint: Paint, design: Design) -> str:
    envelope = brush.moved(
        brush.box(70, 150, 260, 170, "#f1dcc0", 10) + brush.shape("M70 156L200 250L330 156V310H70Z", "#e6cba8"),
        "rotate(5 200 230)",
    )
    card = brush.box(64, 96, 250, 158, paint.base, 16) + brush.shape(
        "M230 96H314V254H180Z", paint.shade, 'opacity=".5"'
    )
    ribbon = brush.box(64, 202, 250, 16, "#fbe6d3") + brush.box(252, 96, 16, 158, "#fbe6d3")
    bow = brush.shape("M260 210Q216 176 214 206T260 210ZM260 210Q304 176 306 206T260 210Z", "#fff6e8")
    tails = brush.shape("M258 212L236 244L252 242ZM262 212L286 242L270 244Z", "#fff6e8")
    bird = brush.dot(142, 150, 42, "#fbe6d3") + birds.linnet("translate(100 110) scale(.76)")
    return envelope + brush.moved(
        card + ribbon + bow + tails + brush.dot(260, 210, 8, "#e9c9a8") + bird, "rotate(-7 190 180)"
    )
