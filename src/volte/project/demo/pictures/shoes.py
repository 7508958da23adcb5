"""How are shoes drawn? From the side, toe to the left, the second one of the pair a step behind."""

from volte.project.demo.pictures import paint as brush
from volte.project.demo.pictures.design import Design
from volte.project.demo.pictures.paint import Paint

_RUBBER = "#f4ead8"
_ROPE = "#d8b888"
_BRASS = "#d3a848"


def trainer(paint: Paint, design: Design) -> str:
    upper = "M314 176Q326 230 320 276H74Q62 244 106 234Q160 222 200 184L226 160Q250 190 278 184Q304 182 314 176Z"
    shade = brush.shape("M200 280Q280 250 330 170V290H200Z", paint.shade, 'opacity=".5"')
    toe = brush.shape("M66 290V240Q120 220 134 280Z", paint.light) + brush.line(
        "M104 234Q130 244 134 276", paint.shade, 3
    )
    sides = (
        brush.line("M206 268Q226 238 262 216M228 268Q248 240 276 220", paint.trim, 8) if design.has("stripe") else ""
    )
    heel = brush.shape("M296 180Q292 230 298 280H330V170Z", paint.trim)
    laces = brush.line("M160 214l20 18M178 201l20 18M196 186l20 18M211 172l20 16", paint.line, 5)
    tongue = brush.shape("M204 186L214 142Q228 132 246 142L252 190Z", paint.light)
    lining = brush.shape("M226 160Q268 150 314 176Q304 182 278 184Q250 190 226 160Z", paint.deep)
    sole = brush.shape("M70 268H322Q332 282 322 296H84Q64 296 70 268Z", _RUBBER) + brush.line(
        "M74 284H324", paint.trim, 3
    )
    return _pair(lining + tongue + brush.cloth(upper, paint, shade + toe + sides + heel, fill="") + laces + sole)


def ballerina(paint: Paint, design: Design) -> str:
    upper = "M318 214Q334 256 326 288H84Q62 274 84 254Q112 234 150 238Q206 268 262 252Q298 240 318 214Z"
    inside = brush.shape("M318 214Q280 218 238 232Q196 240 150 238Q206 268 262 252Q298 240 318 214Z", paint.deep)
    sole = brush.shape("M80 284H328Q330 296 318 296H104Q84 296 80 284Z", "#8f5f3d")
    bow = brush.shape("M148 240l-24-15q-7 14 0 25zM148 240l22-17q8 13 3 25z", paint.light) + brush.dot(
        148, 240, 6, paint.shade
    )
    gleam = brush.line("M96 264Q108 252 126 254", paint.light, 5, 'opacity=".8"')
    return _pair(sole + brush.shape(upper, paint.base) + inside + gleam + bow)


def chelsea(paint: Paint, design: Design) -> str:
    boot = "M228 104Q270 112 314 104Q318 190 322 284H76Q62 250 112 240Q180 228 210 190Q228 164 228 104Z"
    shade = brush.shape("M180 290Q300 260 300 90H340V290Z", paint.shade, 'opacity=".6"')
    elastic = brush.shape("M254 110H294Q298 172 284 212Q272 226 264 206Q252 160 254 110Z", paint.deep)
    ribs = brush.line("M262 116q0 50 8 92M271 116q0 50 3 96M281 116q0 50-2 92", paint.shade, 2)
    tab = brush.line("M300 108q14-34 16 4", paint.trim, 7)
    sole = brush.shape("M74 280H324V296H96Q74 296 74 280Z", "#3b2c28")
    gleam = brush.line("M96 260Q116 248 146 246", paint.light, 6, 'opacity=".6"')
    return _pair(tab + brush.cloth(boot, paint, shade, fill="") + elastic + ribs + gleam + sole)


def espadrille(paint: Paint, design: Design) -> str:
    upper = "M322 208Q334 246 326 272H76Q60 240 102 226Q142 212 176 212Q214 240 262 236Q300 230 322 208Z"
    inside = brush.shape("M322 208Q280 204 236 214Q204 220 176 212Q214 240 262 236Q300 230 322 208Z", "#ead7b4")
    rope = "".join(f"M{x} 294l10-24" for x in range(80, 316, 13))
    sole = brush.shape("M72 266H328Q334 296 314 296H90Q66 296 72 266Z", _ROPE) + brush.line(rope, "#b08d5b", 4)
    stitches = brush.line("M76 262Q200 274 326 262", "#fff6e2", 4, 'stroke-dasharray="8 7"')
    weave = brush.line("M110 238q20-8 44-10M96 254q40-14 80-12", paint.light, 3, 'opacity=".6"')
    return _pair(brush.shape(upper, paint.base) + inside + weave + sole + stitches)


def loafer(paint: Paint, design: Design) -> str:
    upper = "M320 200Q332 240 326 284H78Q60 262 88 246Q120 230 160 210Q176 200 192 206Q230 236 270 230Q300 222 320 200Z"
    inside = brush.shape("M320 200Q280 198 240 208Q214 212 192 206Q230 236 270 230Q300 222 320 200Z", paint.deep)
    seam = brush.line("M92 262Q124 232 168 226Q184 222 194 206", paint.shade, 5)
    strap = brush.shape("M150 214L176 202Q206 232 214 284H188Q184 240 150 214Z", paint.shade)
    slot = brush.shape("M174 226q14 12 20 28l8-4q-6-16-18-28z", paint.deep)
    sole = brush.shape("M76 280H328V296H98Q76 296 76 280Z", "#3b2c28")
    gleam = brush.line("M98 256Q116 244 134 240", paint.light, 5, 'opacity=".6"')
    return _pair(brush.shape(upper, paint.base) + inside + seam + strap + slot + gleam + sole)


def sandal(paint: Paint, design: Design) -> str:
    sole = brush.shape("M74 268Q140 262 200 270T326 258Q336 284 318 296H92Q66 296 74 268Z", "#cda06b")
    cork = brush.line("M84 284H322", "#b98751", 3, 'stroke-dasharray="3 9"') + brush.line(
        "M76 268Q140 262 200 270T326 258", "#8f6238", 6
    )
    toes = brush.shape("M96 270Q104 226 150 222Q176 224 184 272Q140 264 96 270Z", paint.base)
    cross = brush.shape("M100 254Q132 236 176 248L180 262Q132 250 96 270Z", paint.shade)
    heel = brush.line("M312 262Q322 220 304 190", paint.shade, 16) + brush.line(
        "M306 196Q262 184 234 214", paint.base, 16
    )
    side = brush.line("M236 212Q236 244 252 268", paint.shade, 14)
    buckle = f'<rect x="252" y="184" width="26" height="24" rx="5" fill="none" stroke="{_BRASS}" stroke-width="6"/>'
    return _pair(side + heel + buckle + sole + cork + toes + cross)


def slipper(paint: Paint, design: Design) -> str:
    fluff = "M158 220q-6-26 18-26q6-22 30-14q14-18 34-4q24-14 36 4q24-6 28 14q24 2 18 28q8 26-14 34H170Z"
    upper = "M324 232Q332 262 326 286H82Q60 254 92 228Q130 200 176 214Q188 250 240 252Q290 250 324 232Z"
    shade = brush.shape("M180 290Q290 282 330 220V300H180Z", paint.shade, 'opacity=".6"')
    stitch = brush.line("M182 222Q196 260 250 260Q296 256 322 242", paint.trim, 3, 'stroke-dasharray="7 6"')
    sole = brush.shape("M80 280H326Q330 296 314 296H98Q78 296 80 280Z", "#6b4f3d")
    pompom = brush.dot(138, 214, 20, paint.trim) + brush.dot(132, 208, 6, "#ffffff", 'opacity=".5"')
    return _pair(brush.shape(fluff, "#f6ecd9") + brush.cloth(upper, paint, shade, fill="") + stitch + sole + pompom)


def _pair(shoe: str) -> str:
    """The far shoe a step behind, the near one over it."""
    ground = brush.oval(190, 299, 146, 7, "#4a2f22", 'opacity=".18"')
    far = '<use href="#o" transform="translate(36 -12) scale(.93)" style="filter:brightness(.86)"/>'
    return f'<defs><g id="o">{shoe}</g></defs>{far}{ground}<use href="#o" transform="translate(-6 4)"/>'
