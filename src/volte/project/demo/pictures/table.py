"""How are plates, mugs, carafes, tablecloths and vases drawn?"""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint


def plates(paint: Paint, design: Design) -> str:
    """One plate stood up, three lying before it."""
    face = brush.dot(200, 170, 112, paint.shade) + brush.dot(200, 167, 110, paint.base)
    well = brush.dot(200, 167, 74, paint.shade, 'opacity=".5"') + brush.dot(200, 170, 72, paint.light)
    rim = (
        f'<circle cx="200" cy="167" r="98" fill="none" stroke="{paint.trim}" '
        f'stroke-width="5" stroke-dasharray="1 13" stroke-linecap="round"/>'
    )
    sprig = brush.line("M200 206V138", "#6f8f63", 4) + brush.both_sides(
        brush.oval(186, 158, 13, 6, "#7f9c72") + brush.oval(186, 180, 13, 6, "#7f9c72")
    )
    flower = brush.dot(200, 132, 9, "#cf5a42") + brush.dot(200, 132, 3, "#fbe6d3")
    pile = ""
    for y in (326, 308, 290):
        pile += brush.shape(f"M86 {y}H314Q300 {y + 22} 248 {y + 24}H152Q100 {y + 22} 86 {y}Z", paint.shade)
        pile += brush.oval(200, y, 115, 10, paint.base)
    return face + well + rim + sprig + flower + pile + brush.oval(200, 290, 92, 6, paint.shade)


def mugs(paint: Paint, design: Design) -> str:
    steam = brush.line(
        "M132 150q-14-20 0-38t0-38M156 156q-12-16 0-30t0-30M258 168q-12-18 0-34t0-34", "#ffffff", 6, 'opacity=".9"'
    )
    far = _mug(paint.light, paint.shade, paint.base, "translate(118 22) scale(.96)")
    near = _mug(paint.base, paint.shade, paint.trim, "translate(0 0)")
    return steam + far + near


def _mug(colour: str, shade: str, trim: str, how: str) -> str:
    handle = f'<path d="M196 224Q246 216 242 260T190 296" fill="none" stroke="{shade}" stroke-width="15"/>'
    body = "M78 194H204L198 312Q192 334 170 334H112Q90 334 84 312Z"
    stripe = brush.shape("M81 262H201L200 282H82Z", trim) + brush.shape(
        "M168 190Q176 270 160 340H210V190Z", shade, 'opacity=".5"'
    )
    cup = brush.shape(body, colour) + brush.inside(body, stripe, f"g{colour[1:]}")
    return brush.moved(handle + cup + brush.oval(141, 194, 63, 14, shade) + brush.oval(141, 197, 54, 9, "#5a3a28"), how)


def carafe(paint: Paint, design: Design) -> str:
    glass = (
        "M164 66H236Q232 130 246 158Q286 200 278 284Q272 338 232 "
        "340H168Q128 338 122 284Q114 200 154 158Q168 130 164 66Z"
    )
    water = brush.shape("M100 222Q150 212 200 222T300 222V350H100Z", paint.base, 'opacity=".75"')
    lemon = brush.dot(176, 282, 30, "#f2cf5b") + brush.dot(176, 282, 24, "#fbeaa6")
    lemon += brush.line("M176 260v44M157 271l38 22M157 293l38-22", "#f2cf5b", 4)
    mint = brush.oval(228, 250, 20, 9, "#7fa372") + brush.oval(240, 268, 16, 8, "#6f9463")
    bubbles = "".join(
        brush.dot(x, y, r, "#ffffff", 'opacity=".7"')
        for x, y, r in ((216, 300, 5), (232, 318, 4), (150, 246, 4), (202, 242, 3))
    )
    outline = f'<path d="{glass}" fill="none" stroke="{paint.shade}" stroke-width="6"/>'
    gleam = brush.line("M142 250Q136 210 164 176", "#ffffff", 8, 'opacity=".8"')
    rim = (
        brush.oval(200, 66, 37, 9, paint.light)
        + f'<ellipse cx="200" cy="66" rx="37" ry="9" fill="none" stroke="{paint.shade}" stroke-width="5"/>'
    )
    filled = brush.shape(glass, paint.light, 'opacity=".55"') + brush.inside(glass, water + lemon + mint + bubbles)
    return filled + outline + gleam + rim


def tablecloth(paint: Paint, design: Design) -> str:
    """On a round table, with what lunch left behind."""
    legs = brush.line("M150 250L136 352M250 250L264 352", "#8a5f38", 10)
    drape = (
        "M54 176Q60 290 70 300Q96 316 118 292Q148 320 178 296Q208 "
        "320 236 294Q264 318 290 294Q318 314 332 298Q340 286 346 176Z"
    )
    folds = brush.shape(
        (
            "M118 200Q112 260 118 310L140 310Q128 250 130 200ZM236 200Q232 "
            "260 236 310L256 310Q246 250 246 200ZM320 190L300 320H350V180Z"
        ),
        "#5b3a2e",
        'opacity=".14"',
    )
    checks = f'<path d="{drape}" fill="url(#p)"/>'
    top = brush.oval(200, 176, 146, 46, "#fbf4e6") + '<ellipse cx="200" cy="176" rx="146" ry="46" fill="url(#p)"/>'
    wine = brush.shape("M236 96h34q2 34-17 38q-19-4-17-38z", "#a33a4a") + brush.line(
        "M253 134v32M242 168h22", "#f4f0ea", 5
    )
    bread = brush.oval(150, 166, 44, 16, "#d99b57") + brush.line(
        "M126 162l10 10M144 158l10 12M164 158l8 12", "#f4d7a6", 4
    )
    return legs + brush.shape(drape, "#fbf4e6") + checks + brush.inside(drape, folds) + top + bread + wine


def tea_towels(paint: Paint, design: Design) -> str:
    towel = "M70 96Q126 112 182 96L188 322Q126 336 64 322Z"
    stripes = "".join(brush.box(40, y, 170, high, paint.base) for y, high in ((132, 7), (147, 7), (262, 7), (277, 18)))
    folds = brush.shape("M140 100Q130 220 146 340H200V90Z", "#5b3a2e", 'opacity=".1"')
    plain = brush.shape(towel, "#fbf4e6") + brush.inside(towel, stripes + folds, "t")
    squares = brush.shape(towel, paint.base) + brush.inside(
        towel,
        brush.line("M92 80V340M126 80V340M160 80V340M50 140H200M50 186H200M50 232H200M50 278H200", "#fbf4e6", 5)
        + folds,
        "u",
    )
    hooks = "".join(brush.line(f"M{x} 66v26q0 12-12 10", "#8a5f38", 7) for x in (130, 278))
    loops = brush.line("M118 104q6-16 16 0M266 90q6-16 16 0", paint.deep, 4)
    rail = brush.box(52, 52, 296, 16, "#b98755", 8)
    return rail + brush.moved(squares, "translate(148 -14)") + plain + hooks + loops


def vase(paint: Paint, design: Design) -> str:
    stems = brush.line("M200 210Q192 150 150 118M202 210V92M204 210Q214 150 254 124", "#6f8f63", 5)
    leaves = brush.shape(
        "M196 176Q150 176 140 150Q176 144 196 176ZM206 168Q250 172 264 150Q226 138 206 168Z", "#7f9c72"
    )
    flowers = _peony(144, 108, "#e59a94") + _peony(258, 116, "#f3c9b8") + _peony(202, 78, "#cf5a42")
    ears = brush.both_sides(brush.line("M166 214Q104 190 106 240Q108 274 150 268", paint.shade, 15))
    body = (
        "M164 196H236Q232 218 262 244Q284 284 254 326Q246 336 228 "
        "336H172Q154 336 146 326Q116 284 138 244Q168 218 164 196Z"
    )
    shade = brush.shape("M226 190Q262 270 232 340H300V190Z", paint.shade, 'opacity=".6"')
    bands = brush.line("M120 268Q200 290 280 268", paint.trim, 6) + brush.line(
        "M126 288Q200 308 274 288", paint.trim, 5, 'stroke-dasharray="1 11"'
    )
    lip = brush.oval(200, 196, 37, 8, paint.deep)
    return ears + lip + stems + leaves + flowers + brush.cloth(body, paint, bands + shade, fill="")


def _peony(x: int, y: int, colour: str) -> str:
    petals = "".join(
        brush.dot(x + dx, y + dy, 17, colour) for dx, dy in ((-14, 2), (14, 2), (0, -13), (-8, 14), (9, 14))
    )
    heart = brush.mixed(colour, "#8c2f3a", 28)
    return petals + brush.line(f"M{x - 10} {y}q10-14 20 0M{x - 7} {y + 9}q8-10 15 0", heart, 4)
