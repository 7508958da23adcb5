"""Sets a label in type: 4 by 6 inches, tagged PDF/UA, about ten milliseconds.

The compiler is kept for the life of the process: fonts are read once and typst remembers what did not change. It is
not made for several threads at once, hence the lock. Every text reaches the template as a value, never as markup.
"""

import json
import threading
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from volte.logistics.labels import barcodes

_TEMPLATE = Path(__file__).with_name("return_label.typ")
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the paper, already in words. Addresses are lines from the name to the country; `facts` are pairs
    of a word and its value, shown in order beside the QR."""

    language: str
    title: str
    brand: str
    method: str
    from_word: str
    sender: tuple[str, ...]
    to_word: str
    recipient: tuple[str, ...]
    code: str
    code_spaced: str
    facts: tuple[tuple[str, str], ...]
    advice: str
    bars_described: str
    square_described: str


def pdf(sheet: Sheet, *, made_at: datetime) -> bytes:
    """The label as a tagged PDF; the same sheet and moment give the same bytes.

    PDF/UA forbids letters no embedded font can draw (Chinese, Arabic in part, emoji). A parcel must leave all the
    same, so such a label is tagged without the promise of the standard, and shows a box for each missing letter.
    """
    inputs, moment = _inputs(sheet), made_at.replace(microsecond=0)
    with _LOCK:
        try:
            made = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=moment)
        except typst.TypstError:
            made = _compiler().compile(format="pdf", sys_inputs=inputs, timestamp=moment)
    return _one_file(made)


def picture(sheet: Sheet, *, dots_per_inch: int = 203) -> bytes:
    """The label as a PNG, by default as a thermal printer's head would see it."""
    with _LOCK:
        made = _compiler().compile(format="png", sys_inputs=_inputs(sheet), ppi=dots_per_inch)
    return _one_file(made)


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    return typst.Compiler(str(_TEMPLATE), root=str(_TEMPLATE.parent), font_paths=fonts)


def _inputs(sheet: Sheet) -> dict[str, str]:
    told = asdict(sheet) | {"bars": barcodes.code128_svg(sheet.code), "square": barcodes.qr_svg(sheet.code)}
    return {"label": json.dumps(told, ensure_ascii=False)}


def _one_file(made: bytes | list[bytes] | None) -> bytes:
    # A list means more than one page: the template clips its texts so that this cannot be.
    if not isinstance(made, bytes):
        raise RuntimeError("a label is one page")
    return made
