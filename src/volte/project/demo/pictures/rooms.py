"""How are lamps and furniture drawn?"""

from volte.project.demo.pictures import birds
from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_BRASS = "#c79a3f"


def mushroom_lamp(paint: Paint, design: Design) -> str:
    glow = brush.dot(200, 190, 150, "#fff3c9", 'opacity=".55"') + brush.dot(200, 196, 106, "#ffedb0", 'opacity=".6"')
    stem = "M170 196H230Q226 270 246 322Q200 334 154 322Q174 270 170 196Z"
    shade = brush.shape("M214 190Q214 280 230 340H270V190Z", "#e9d9b8", 'opacity=".8"')
    cap = "M76 210Q80 96 200 90T324 210Q310 232 200 234T76 210Z"
    dots = "".join(
        brush.oval(x, y, wide, wide - 3, paint.trim)
        for x, y, wide in ((140, 160, 15), (198, 128, 18), (256, 168, 16), (196, 190, 11), (106, 204, 9), (300, 212, 9))
    )
    dark = brush.shape("M250 90Q300 170 270 240H340V90Z", paint.shade, 'opacity=".5"')
    base = (
        brush.box(146, 316, 108, 14, _BRASS, 7) + brush.line("M230 260v26", _BRASS, 3) + brush.dot(230, 290, 4, _BRASS)
    )
    light = brush.oval(200, 220, 104, 12, "#fff6da")
    return (
        glow
        + light
        + brush.cloth(stem, paint, shade, name="s", colour="#fbf1da", fill="")
        + brush.cloth(cap, paint, dots + dark, fill="")
        + base
    )


def floor_lamp(paint: Paint, design: Design) -> str:
    """A heron: one leg, a long neck, a shade for a head; a linnet sits at its foot."""
    cone = brush.shape("M84 148L44 330H262L196 148Z", "#ffeeb5", 'opacity=".55"')
    pole = brush.line("M280 336V150Q280 62 206 66Q148 70 140 104", paint.base, 9)
    hood = brush.shape("M112 104H168L204 154H76Z", "#fbf1da") + brush.shape("M150 104H168L204 154H166Z", "#e9d9b8")
    rim = brush.line("M76 154H204", "#d9c195", 5)
    foot = brush.oval(280, 338, 52, 13, paint.deep) + brush.oval(280, 334, 52, 12, "#f4efe6")
    veins = brush.line("M250 334q16-6 26 0t30-3", "#cfc6b8", 2)
    joint = brush.dot(280, 214, 9, paint.trim)
    book = brush.shape("M96 322L146 314V332L96 340Z", "#b8412f") + brush.shape(
        "M146 314L190 324V342L146 332Z", "#9c3526"
    )
    return cone + pole + joint + hood + rim + foot + veins + book + birds.linnet("translate(110 252) scale(.66)")


def pendant(paint: Paint, design: Design) -> str:
    glow = brush.dot(200, 210, 150, "#fff3c9", 'opacity=".6"')
    cord = brush.line("M200 0V92", "#6b4f3d", 4) + brush.box(184, 84, 32, 18, "#b98755", 5)
    bell = "M92 236Q84 104 200 100T308 236Q200 262 92 236Z"
    ribs = "".join(
        f"M{200 - wide} {y}Q200 {y + wide // 5} {200 + wide} {y}"
        for y, wide in ((130, 66), (156, 90), (182, 102), (210, 108))
    )
    warm = brush.oval(200, 220, 70, 60, "#ffe9a8", 'opacity=".7"')
    tentacles = brush.line(
        (
            "M124 246q-12 34 2 60t-4 40M158 254q14 30 0 58t6 42M200 256q-12 "
            "32 2 60t-2 40M242 254q14 30 0 58t6 42M276 246q-12 34 2 60t-4 36"
        ),
        paint.shade,
        6,
    )
    rim = brush.line("M92 236Q200 262 308 236", "#b98755", 6)
    return glow + tentacles + cord + brush.cloth(bell, paint, warm + brush.line(ribs, paint.shade, 3), fill="") + rim


def armchair(paint: Paint, design: Design) -> str:
    legs = brush.line("M116 318L106 354M284 318L294 354", "#8a5f38", 13)
    back = "M112 250Q98 96 200 92T288 250Z"
    tufts = "".join(
        brush.dot(x, y, 4, paint.deep) for x, y in ((170, 140), (230, 140), (200, 170), (150, 178), (250, 178))
    )
    creases = brush.line(
        "M170 140Q184 160 200 170Q216 160 230 140M170 140Q156 158 150 178M230 140Q244 158 250 178", paint.shade, 3
    )
    seat = brush.box(112, 230, 176, 54, paint.light, 22)
    front = brush.shape("M108 274H292V322H108Z", paint.shade)
    arm = brush.shape("M74 222Q74 194 100 194T128 222V326Q100 334 78 326Z", paint.base)
    roll = brush.dot(101, 221, 19, paint.shade) + brush.dot(101, 221, 11, paint.base)
    pillow = brush.moved(
        brush.box(160, 184, 66, 58, paint.trim, 12) + brush.line("M164 212h58M193 188v50", paint.base, 4),
        "rotate(9 190 210)",
    )
    bird = birds.linnet("translate(252 112) scale(.84)")
    return (
        legs
        + brush.cloth(back, paint, creases + tufts, fill="")
        + pillow
        + seat
        + front
        + brush.both_sides(arm + roll)
        + bird
    )
