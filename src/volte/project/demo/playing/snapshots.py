"""What do customers photograph? Stains, seams, cracks: drawn here, as somebody's phone would take them."""

import io
from collections.abc import Callable, Mapping
from enum import StrEnum
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

_WIDTH, _HEIGHT = 720, 960
_SIZE = (_WIDTH, _HEIGHT)
_SENT = (540, 720)
_TABLE = "#b48a62"
_EVENING = "#4b4650"


class Flaw(StrEnum):
    """What there is to see."""

    STAIN = "stain"
    SEAM = "seam"
    SHADE = "shade"
    CRACK = "crack"
    UNLIT = "unlit"


def picture(*, flaw: Flaw, tone: str, seed: int) -> bytes:
    """A JPEG of something in this colour (`#rrggbb`); the same words give the same picture."""
    chance = Random(seed)  # noqa: S311 - a drawing, not a secret
    scene = _DRAWN[flaw](tone, chance)
    out = io.BytesIO()
    _as_by_phone(scene, chance).save(out, "JPEG", quality=78)
    return out.getvalue()


def _stain(tone: str, chance: Random) -> Image.Image:
    scene = _cloth(tone, chance)
    spot = Image.new("L", _SIZE, 0)
    pen = ImageDraw.Draw(spot)
    x, y = chance.randint(260, 460), chance.randint(380, 560)
    for _ in range(14):
        a, b, size = x + chance.randint(-70, 70), y + chance.randint(-55, 55), chance.randint(18, 62)
        pen.ellipse((a - size, b - size, a + size, b + size), fill=chance.randint(110, 190))
    soft = spot.filter(ImageFilter.GaussianBlur(9))
    scene.paste(Image.new("RGB", _SIZE, "#6a4527"), mask=soft.point(lambda level: level * 2 // 3))
    return scene


def _seam(tone: str, chance: Random) -> Image.Image:
    scene = _cloth(tone, chance)
    pen = ImageDraw.Draw(scene)
    x = chance.randint(300, 420)
    thread = _mixed(tone, "#ffffff", 45)
    pen.line((x, 0, x - 30, _HEIGHT), fill=_mixed(tone, "#1c1210", 35), width=5)
    for y in range(0, _HEIGHT, 26):
        pen.line((x - 12 - y // 32, y, x - 12 - y // 32, y + 14), fill=thread, width=3)
    top, bottom = 340, 340 + chance.randint(220, 320)
    middle = (top + bottom) // 2
    pen.polygon([(x - 10, top), (x + 34, middle), (x - 18, bottom), (x - 52, middle)], fill=_mixed(tone, "#0d0706", 82))
    for _ in range(22):
        y = chance.randint(top + 20, bottom - 20)
        edge = x + chance.randint(-44, 26)
        pen.line((edge, y, edge + chance.randint(-26, 26), y + chance.randint(-18, 18)), fill=thread, width=2)
    return scene


def _shade(tone: str, chance: Random) -> Image.Image:
    """The thing as it came, and beside it a screen that promised another colour."""
    scene = _cloth(_mixed(tone, chance.choice(("#7b6a58", "#c0603a")), 38), chance)
    pen = ImageDraw.Draw(scene)
    left, top = chance.randint(330, 380), chance.randint(420, 480)
    pen.rounded_rectangle((left, top, left + 300, top + 480), 34, fill="#17181b")
    pen.rounded_rectangle((left + 14, top + 50, left + 286, top + 430), 6, fill="#fbf8f2")
    pen.rounded_rectangle((left + 40, top + 80, left + 260, top + 320), 10, fill=tone)
    for row in range(3):
        pen.rectangle((left + 40, top + 342 + row * 26, left + 220 - row * 50, top + 352 + row * 26), fill="#cfc8bd")
    return scene


def _crack(tone: str, chance: Random) -> Image.Image:
    bare = _table(chance)
    scene = bare.copy()
    pen = ImageDraw.Draw(scene)
    x, y, wide = _WIDTH // 2, 470, chance.randint(285, 310)
    shadow = Image.new("L", _SIZE, 0)
    ImageDraw.Draw(shadow).ellipse((x - wide + 14, y - wide + 34, x + wide + 26, y + wide + 46), fill=150)
    scene.paste(Image.new("RGB", _SIZE, "#2a1a10"), mask=shadow.filter(ImageFilter.GaussianBlur(16)))
    for share, white in ((100, 12), (92, 30), (66, 20), (63, 34)):
        size = wide * share // 100
        pen.ellipse((x - size, y - size, x + size, y + size), fill=_mixed(tone, "#fffaf2", white))
    at = (x + chance.randint(-40, 40), y - wide)
    dark = _mixed(tone, "#1a0f0a", 70)
    while at[1] < y + wide * 2 // 5:
        to = (at[0] + chance.randint(-46, 38), at[1] + chance.randint(34, 78))
        pen.line((*at, *to), fill=dark, width=chance.randint(2, 5))
        if chance.random() < 0.3:
            pen.line((*to, to[0] + chance.randint(30, 90), to[1] + chance.randint(10, 60)), fill=dark, width=2)
        at = to
    chip = x + chance.randint(60, 120)
    gone = Image.new("L", _SIZE, 0)
    corners = [(chip, y - wide - 6), (chip + 98, y - wide + 24), (chip + 52, y - wide + 70), (chip + 18, y - wide + 58)]
    ImageDraw.Draw(gone).polygon(corners, fill=255)
    scene.paste(bare, mask=gone)
    return scene


def _unlit(tone: str, chance: Random) -> Image.Image:
    """A lamp that should be shining by now."""
    scene = Image.blend(Image.new("RGB", _SIZE, _EVENING), _table(chance), 0.22)
    pen = ImageDraw.Draw(scene)
    x = _WIDTH // 2 + chance.randint(-40, 40)
    pen.rectangle((0, 760, _WIDTH, _HEIGHT), fill="#5d4636")
    pen.rectangle((x - 16, 420, x + 16, 740), fill=_mixed(tone, "#1c1613", 55))
    pen.ellipse((x - 110, 712, x + 110, 790), fill=_mixed(tone, "#1c1613", 62))
    pen.polygon([(x - 120, 170), (x + 120, 170), (x + 215, 450), (x - 215, 450)], fill=_mixed(tone, "#231c1c", 38))
    pen.polygon([(x - 215, 450), (x + 215, 450), (x + 205, 462), (x - 205, 462)], fill=_mixed(tone, "#0d0a0a", 70))
    pen.line((x + 60, 462, x + 66, 600), fill="#d9d2c4", width=3)
    return scene


_DRAWN: Mapping[Flaw, Callable[[str, Random], Image.Image]] = {
    Flaw.STAIN: _stain,
    Flaw.SEAM: _seam,
    Flaw.SHADE: _shade,
    Flaw.CRACK: _crack,
    Flaw.UNLIT: _unlit,
}


def _cloth(tone: str, chance: Random) -> Image.Image:
    """Cloth that lies not quite flat."""
    plain = Image.new("RGB", _SIZE, tone)
    folds = Image.new("L", _SIZE, 128)
    pen = ImageDraw.Draw(folds)
    for _ in range(7):
        x, y = chance.randint(-200, _WIDTH), chance.randint(0, _HEIGHT)
        end = (x + chance.randint(250, 600), y + chance.randint(-400, 400))
        pen.line((x, y, *end), fill=chance.choice((70, 95, 165, 185)), width=chance.randint(30, 90))
    soft = folds.filter(ImageFilter.GaussianBlur(38))
    weave = _grain(chance).resize((_WIDTH * 2, _HEIGHT)).crop((0, 0, *_SIZE))
    texture = Image.blend(soft, weave, 0.16)
    return ImageChops.soft_light(plain, Image.merge("RGB", (texture,) * 3))


def _table(chance: Random) -> Image.Image:
    """A wooden table, its grain along the picture."""
    narrow = _grain(chance).crop((0, 0, _WIDTH, 24)).resize((_WIDTH, _HEIGHT)).filter(ImageFilter.GaussianBlur(2))
    return ImageChops.soft_light(Image.new("RGB", _SIZE, _TABLE), Image.merge("RGB", (narrow,) * 3))


def _grain(chance: Random) -> Image.Image:
    return Image.frombytes("L", _SIZE, chance.randbytes(_WIDTH * _HEIGHT))


def _as_by_phone(scene: Image.Image, chance: Random) -> Image.Image:
    """Light from one corner, a little soft, a little noisy, held a little askew."""
    light = Image.radial_gradient("L").resize((_WIDTH * 2, _HEIGHT * 2)).point(lambda level: 255 - level * 3 // 5)
    left, top = chance.randint(180, 520), chance.randint(260, 700)
    lit = ImageChops.multiply(scene, Image.merge("RGB", (light.crop((left, top, left + _WIDTH, top + _HEIGHT)),) * 3))
    noisy = Image.blend(lit, Image.merge("RGB", (_grain(chance),) * 3), 0.035).filter(ImageFilter.GaussianBlur(0.9))
    turned = noisy.resize(_SENT).rotate(chance.choice((-3, -2, 2, 3)), resample=Image.Resampling.BILINEAR)
    return turned.crop((30, 40, _SENT[0] - 30, _SENT[1] - 40))


def _mixed(tone: str, other: str, percent: int) -> str:
    pairs = ((int(tone[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{(one * (100 - percent) + two * percent) // 100:02x}" for one, two in pairs)
