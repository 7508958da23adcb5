"""One stylesheet and one script per face, put together from the small files in `static/volte` when first asked for.

The address carries a hash of what it holds, so browsers keep it for ever and a new version has a new name.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from django.http import HttpRequest, HttpResponse

from volte.kit.errors import NotFound
from volte.web.shared import accent

Face = Literal["portal", "staff", "floor"]
FACES: tuple[Face, ...] = ("portal", "staff", "floor")
_ROOT = Path(__file__).resolve().parent.parent / "static" / "volte"
_FOUNDATION = ("layers", "tokens", "reset", "layout", "utilities")
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Bundle:
    """`address` begins with "/"."""

    address: str
    content: bytes
    packed: bytes


def files(face: str, kind: str) -> list[Path]:
    """In the order they are read: foundation, components, then the face's own (`<face>.css`, `<face>-*.css`)."""
    if kind == "css":
        styles = _ROOT / "css"
        own = [*styles.glob(f"faces/{face}.css"), *styles.glob(f"faces/{face}-*.css")]
        foundation = [styles / f"{name}.css" for name in _FOUNDATION]
        return [*foundation, *sorted(styles.glob("components/*.css")), *sorted(own)]
    scripts = _ROOT / "js"
    return [*sorted(scripts.glob("shared/*.js")), *sorted(scripts.glob(f"{face}/*.js"))]


@lru_cache
def bundle(face: str, kind: str) -> Bundle:
    parts = [_tight(file.read_text(encoding="utf-8"), kind) for file in files(face, kind)]
    # Each script keeps its names to itself.
    text = "\n".join(f"{{\n{part}\n}}" if kind == "js" else part for part in parts)
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Bundle(f"/assets/{face}-{digest}.{kind}", content, gzip.compress(content, 9, mtime=0))


def serve(request: HttpRequest, *, face: str, digest: str, kind: str) -> HttpResponse:
    """The bundle; an old address gets the present one, but not for ever."""
    if face not in FACES or kind not in _TYPES:
        raise NotFound("page_unknown")
    made = bundle(face, kind)
    current = made.address == f"/assets/{face}-{digest}.{kind}"
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(made.packed if packed else made.content, content_type=_TYPES[kind])
    response["Cache-Control"] = _FOR_EVER if current else "public, max-age=60"
    response["Vary"] = "Accept-Encoding"
    if packed:
        response["Content-Encoding"] = "gzip"
    return response


def serve_accent(request: HttpRequest, *, colour: str) -> HttpResponse:
    """The custom properties of one accent colour. The colour is the name, so it may be kept for ever."""
    parsed = accent.parse(colour)
    if parsed is None:
        raise NotFound("page_unknown")
    response = HttpResponse(accent.stylesheet(parsed), content_type=_TYPES["css"])
    response["Cache-Control"] = _FOR_EVER
    return response


def _tight(text: str, kind: str) -> str:
    """Without comments and indentation. Scripts keep their lines: a script's comments stand on lines of their own."""
    if kind == "css":
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    kept = [line for line in lines if line and not (kind == "js" and line.startswith("//"))]
    return "\n".join(kept)
