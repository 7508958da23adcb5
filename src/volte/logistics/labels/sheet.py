"""The label's own sheet: 4 by 6 inches, its texts and what scanners read (typesetting: `runtime.paper`)."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from volte.logistics.labels import barcodes
from volte.runtime import paper

_TEMPLATE = Path(__file__).with_name("return_label.typ")


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
    """The label as a tagged PDF; a parcel must leave whatever letters its sender's name has."""
    return paper.pdf(_TEMPLATE, inputs=_inputs(sheet), made_at=made_at)


def picture(sheet: Sheet, *, dots_per_inch: int = 203) -> bytes:
    """The label as a PNG, by default as a thermal printer's head would see it."""
    return paper.picture(_TEMPLATE, inputs=_inputs(sheet), dots_per_inch=dots_per_inch)


def _inputs(sheet: Sheet) -> dict[str, str]:
    told = asdict(sheet) | {"bars": barcodes.code128_svg(sheet.code), "square": barcodes.qr_svg(sheet.code)}
    return {"label": json.dumps(told, ensure_ascii=False)}
