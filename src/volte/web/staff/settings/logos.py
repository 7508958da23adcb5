"""Is this picture a logo we may show to everybody? PNG, JPEG and WebP are drawn anew; an SVG keeps only what draws.

An SVG is a program in disguise: scripts, styles, foreign content and outside addresses are left out, and a document
type (which could name other files, or grow without end) is refused.
"""

import io
import re
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from volte.kit.errors import Invalid, TooLarge

MOST_BYTES = 2 * 1024 * 1024
_MOST_SIDE = 6_000
_SHOWN = (720, 240)
_SVG = "http://www.w3.org/2000/svg"
_DRAWS = frozenset(
    """svg g path rect circle ellipse line polyline polygon defs title desc linearGradient radialGradient stop
    clipPath mask use symbol text tspan""".split()  # noqa: SIM905  # read as prose
)
_SAYS_HOW = frozenset(
    """id viewBox width height x y x1 x2 y1 y2 cx cy r rx ry fx fy d points transform fill fill-rule fill-opacity
    stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
    stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod clip-path
    clip-rule clipPathUnits mask maskUnits preserveAspectRatio font-family font-size font-weight letter-spacing
    text-anchor dx dy href""".split()  # noqa: SIM905  # read as prose
)
_LEADS_OUT = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Logo:
    content: bytes
    media_type: str


def checked(content: bytes) -> Logo:
    """The logo as we keep it; refuses `logo_too_large`, `logo_unreadable`, `logo_svg_unsafe`."""
    if len(content) > MOST_BYTES:
        raise TooLarge("logo_too_large", megabytes=MOST_BYTES // (1024 * 1024))
    if content.lstrip()[:1] == b"<" or content.startswith(b"\xef\xbb\xbf<"):
        return Logo(_tidy_svg(content), "image/svg+xml")
    return Logo(_drawn_anew(content), "image/png")


def _drawn_anew(content: bytes) -> bytes:
    """Only the picture survives: no metadata, no hidden second file, no more dots than are shown."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
            if max(picture.size) > _MOST_SIDE:
                raise TooLarge("logo_too_large", megabytes=MOST_BYTES // (1024 * 1024))
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Invalid("logo_unreadable") from error
    drawn.thumbnail(_SHOWN)
    out = io.BytesIO()
    drawn.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _tidy_svg(content: bytes) -> bytes:
    if b"<!DOCTYPE" in content.upper() or b"<!ENTITY" in content.upper():
        raise Invalid("logo_svg_unsafe")
    try:
        root = ElementTree.fromstring(content)  # noqa: S314  # no document type, so no entities to expand
    except (ElementTree.ParseError, ValueError) as error:
        raise Invalid("logo_unreadable") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise Invalid("logo_unreadable")
    _keep_what_draws(root)
    ElementTree.register_namespace("", _SVG)
    return bytes(ElementTree.tostring(root, encoding="utf-8"))


def _keep_what_draws(element: ElementTree.Element) -> None:
    for name, value in list(element.attrib.items()):
        short = name.rpartition("}")[2]
        leads_out = bool(_LEADS_OUT.search(value)) or (short == "href" and not value.startswith("#"))
        if short not in _SAYS_HOW or leads_out:
            del element.attrib[name]
    for child in list(element):
        space, _, tag = str(child.tag).rpartition("}")
        if space != f"{{{_SVG}" or tag not in _DRAWS:
            element.remove(child)
        else:
            _keep_what_draws(child)
