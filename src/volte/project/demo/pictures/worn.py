"""How are bags, hats, scarves and other small things one wears drawn?"""

from volte.project.demo.pictures import birds
from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_BRASS = "#d3a848"


def tote(paint: Paint, design: Design) -> str:
    """Full of the market: a baguette and leeks."""
    leeks = brush.shape("M232 170L246 60L262 40L258 74L284 50L270 92L300 84L262 172Z", "#6f9a66")
    leeks += brush.line("M246 160L258 84M256 160L272 100", "#dfe8c4", 4)
    bread = brush.moved(brush.box(130, 30, 46, 170, "#d99b57", 23), "rotate(-9 150 120)")
    bread += brush.line("M136 66l26-10M140 96l28-10M146 126l26-10", "#f4d7a6", 6)
    bag = "M104 150H296L310 340Q200 354 90 340Z"
    shade = brush.shape("M270 140Q250 260 272 360H330V140Z", paint.shade, 'opacity=".5"')
    handles = brush.line("M152 152V118Q152 74 200 74T248 118V152", paint.deep, 10)
    front = brush.line("M150 154V186M250 154V186", paint.deep, 12)
    badge = brush.dot(200, 254, 56, "#f8efdf") + birds.linnet("translate(148 204) scale(.9)")
    return leeks + bread + handles + brush.cloth(bag, paint, shade, fill="") + front + badge


def shoulder_bag(paint: Paint, design: Design) -> str:
    strap = brush.line("M104 214Q110 52 200 50T296 214", paint.shade, 10)
    body = "M88 196H312Q330 300 304 328Q200 346 96 328Q70 300 88 196Z"
    shade = brush.shape("M280 190Q270 300 290 340H340V190Z", paint.shade, 'opacity=".6"')
    flap = brush.shape("M84 190Q84 180 96 180H304Q316 180 316 190Q322 276 200 282Q78 276 84 190Z", paint.light)
    seam = brush.line("M94 196Q96 266 200 271T306 196", paint.shade, 3, 'stroke-dasharray="7 5"')
    rings = "".join(
        f'<circle cx="{x}" cy="208" r="11" fill="none" stroke="{_BRASS}" stroke-width="6"/>' for x in (102, 298)
    )
    clasp = brush.box(184, 256, 32, 40, _BRASS, 8) + brush.dot(200, 276, 6, paint.line)
    return strap + brush.cloth(body, paint, shade, fill="") + flap + seam + rings + clasp


def scarf(paint: Paint, design: Design) -> str:
    behind = "M226 130L284 316L232 332L186 150Z"
    front = "M156 140L132 338L192 346L222 150Z"
    loop = "M110 118Q120 62 200 60T290 118Q288 182 200 188T110 118Z"
    fringes = "".join(f"M{136 + step * 10} {338 + step}v26" for step in range(6))
    fringes += "".join(f"M{238 + step * 10} {332 - step * 3}l8 24" for step in range(5))
    drawn = brush.cloth(behind, paint, brush.box(180, 100, 120, 260, paint.shade), name="b")
    drawn += f'<path d="{behind}" fill="url(#p)" opacity=".6"/>' + brush.line(fringes, paint.shade, 5)
    folds = brush.line("M124 128Q190 170 276 130M134 96Q200 130 270 100", paint.deep, 4, 'opacity=".5"')
    drawn += brush.cloth(front, paint, brush.shape("M196 140L180 350H240V140Z", paint.shade, 'opacity=".5"'), fill="q")
    return drawn + brush.cloth(loop, paint, folds, name="l") + brush.oval(200, 96, 44, 18, paint.deep)


def silk_square(paint: Paint, design: Design) -> str:
    """A square on its point, a border, and birds in the middle."""
    outer = "M200 42Q206 36 212 42L352 194Q358 200 352 208L206 356Q200 362 194 356L48 206Q42 200 48 194Z"
    inner = "M200 78L316 200L200 320L84 200Z"
    border = brush.line("M200 60L334 200L200 338L66 200Z", paint.trim, 3, 'stroke-dasharray="2 9"')
    wreath = "".join(
        brush.oval(200 + x, 200 + y, 13, 7, "#7f9c72") for x, y in ((-62, 8), (62, 8), (-46, 44), (46, 44), (0, 66))
    )
    berries = "".join(brush.dot(200 + x, 200 + y, 5, paint.base) for x, y in ((-56, 28), (56, 28), (-24, 60), (24, 60)))
    bird = birds.linnet("translate(146 136)", thread=True)
    hem = brush.shape("M200 362L358 200L352 194L200 346L48 194L42 200Z", paint.shade, 'opacity=".6"')
    corners = "".join(brush.dot(x, y, 9, paint.trim) for x, y in ((200, 66), (328, 200), (200, 334), (72, 200)))
    return (
        brush.shape(outer, paint.base)
        + hem
        + border
        + brush.shape(inner, "#fbf3e2")
        + wreath
        + berries
        + bird
        + corners
    )


def beanie(paint: Paint, design: Design) -> str:
    dome = "M96 262Q92 112 200 108T304 262Z"
    ribs = "".join(f"M{x} 262Q{(x + 200) // 2} 160 {200 + (x - 200) // 6} 112" for x in range(112, 300, 22))
    shade = brush.shape("M250 100Q290 200 268 270H320V100Z", paint.shade, 'opacity=".55"')
    cuff = brush.box(84, 240, 232, 62, paint.light, 20)
    stripes = brush.line("".join(f"M{x} 248v46" for x in range(104, 304, 16)), paint.shade, 4)
    tuft = brush.dot(200, 92, 34, paint.trim) + "".join(
        brush.dot(x, y, 9, paint.trim) for x, y in ((170, 76), (190, 60), (214, 62), (230, 82), (172, 106), (230, 106))
    )
    label = brush.box(222, 258, 34, 24, "#f8efdf", 3) + birds.linnet("translate(226 260) scale(.22)")
    return brush.cloth(dome, paint, brush.line(ribs, paint.shade, 4) + shade, fill="") + tuft + cuff + stripes + label


def straw_hat(paint: Paint, design: Design) -> str:
    brim = brush.oval(200, 252, 156, 50, paint.base) + brush.oval(200, 246, 156, 44, paint.light)
    rings = "".join(
        (
            f'<ellipse cx="200" cy="{246}" rx="{wide}" ry="{wide * 44 // 156}" '
            f'fill="none" stroke="{paint.shade}" stroke-width="2"/>'
        )
        for wide in (144, 128, 112)
    )
    crown = "M118 242Q116 132 150 122Q200 106 250 122Q284 132 282 242Q200 268 118 242Z"
    weave = brush.line("M124 170Q200 190 276 170M120 152Q200 172 280 152M130 136Q200 152 270 136", paint.shade, 2)
    ribbon = brush.shape("M117 206Q200 232 283 206L283 240Q200 266 117 240Z", "#b8412f")
    tails = brush.shape("M262 232L318 262L300 268L296 284L252 248Z", "#9c3526")
    return brim + rings + brush.cloth(crown, paint, weave, fill="") + ribbon + tails


def socks(paint: Paint, design: Design) -> str:
    sock = "M120 70H186L188 216Q190 236 172 250L104 306Q78 322 62 300Q50 276 72 258L118 216Z"
    stripes = brush.box(100, 112, 100, 12, paint.trim) + brush.box(100, 136, 100, 12, paint.trim)
    heel = brush.dot(190, 240, 40, "#b8412f") + brush.dot(62, 296, 40, "#b8412f")
    ribs = brush.line("".join(f"M{x} 72v26" for x in range(126, 186, 9)), paint.shade, 3)
    one = brush.cloth(sock, paint, brush.box(100, 60, 100, 40, paint.light) + ribs + stripes + heel, fill="")
    return brush.moved(one, "translate(96 -14) rotate(6 150 200)") + brush.moved(one, "translate(30 26)")


def belt(paint: Paint, design: Design) -> str:
    """Rolled up, the buckled end in front."""
    ring = "".join(
        (
            f'<ellipse cx="200" cy="190" rx="{wide}" ry="{wide * 6 // 10}" '
            f'fill="none" stroke="{tone}" stroke-width="{thick}"/>'
        )
        for wide, tone, thick in ((96, paint.deep, 42), (84, paint.shade, 14), (58, paint.deep, 12))
    )
    band = "M64 190Q64 300 214 300H330V254H214Q106 252 106 190Z"
    seam = brush.line(
        "M72 206Q82 292 214 292H322M104 210Q120 262 214 262H322", paint.light, 2, 'stroke-dasharray="6 5"'
    )
    frame = f'<rect x="226" y="240" width="58" height="74" rx="12" fill="none" stroke="{_BRASS}" stroke-width="11"/>'
    pin = brush.line("M230 277H292", _BRASS, 8)
    holes = "".join(brush.dot(x, 277, 4, paint.line) for x in (176, 200, 306))
    return ring + brush.shape(band, paint.base) + seam + holes + frame + pin


def umbrella(paint: Paint, design: Design) -> str:
    canopy = (
        "M48 222Q52 84 200 78T352 222Q328 198 302 222Q276 198 251 222"
        "Q226 198 200 222Q174 198 149 222Q124 198 98 222Q72 198 48 222Z"
    )
    panels = brush.shape("M149 240Q150 120 200 78Q250 120 251 240Z", paint.light, 'opacity=".75"')
    panels += brush.shape("M302 240Q300 120 200 78Q360 90 352 240Z", paint.shade)
    ribs = brush.line(
        "M149 222Q152 130 200 78M251 222Q248 130 200 78M98 222Q110 110 200 78M302 222Q290 110 200 78", paint.shade, 2
    )
    handle = brush.line("M200 60V318Q200 350 228 350T256 322", "#9a6a3f", 10)
    drops = "".join(
        brush.shape(f"M{x} {y}q-9 14 0 19q9-5 0-19z", "#7fa6c4")
        for x, y in ((66, 262), (112, 302), (310, 268), (286, 318))
    )
    return drops + handle + brush.cloth(canopy, paint, panels, fill="") + ribs


def medal(paint: Paint, design: Design) -> str:
    chain = brush.line("M96 60Q110 210 200 228Q290 210 304 60", paint.shade, 4, 'stroke-dasharray="5 4"')
    coin = brush.dot(200, 272, 62, paint.shade) + brush.dot(200, 270, 58, paint.base)
    rim = f'<circle cx="200" cy="270" r="48" fill="none" stroke="{paint.light}" stroke-width="3"/>'
    heart = brush.shape("M200 306Q158 276 168 256Q182 238 200 258Q218 238 232 256Q242 276 200 306Z", paint.deep)
    word = brush.line("M184 272q6-14 10 0t10 0t10-2", paint.light, 3)
    sparkle = brush.shape("M270 206l4 13 13 4-13 4-4 13-4-13-13-4 13-4z", "#ffffff")
    return chain + brush.dot(200, 216, 9, paint.shade) + coin + rim + heart + word + sparkle
