"""The dossier on paper: the same content as dossier.json, for somebody who reads it once and has to decide."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from volte.dossiers.gathering import Gathered
from volte.dossiers.papers import chapters
from volte.dossiers.papers.blocks import Sheet
from volte.runtime import paper, signing, texts

_TEMPLATE = Path(__file__).with_name("dossier.typ")
LONGEST_SIDE, MOST_PICTURES = 900, 40


def pdf(gathered: Gathered, *, picture: Callable[[str], bytes]) -> bytes:
    """A tagged PDF; the same dossier gives the same bytes. `picture` gives the bytes of a stored file by its digest."""
    content, language = gathered.content, gathered.language
    sheet, brand = Sheet(content, language), content["about"]["shop"]["name"]
    told = {
        "language": language,
        "brand": brand,
        "title": texts.say("dossier-title", language, number=gathered.number),
        "running": texts.say("dossier-running", language, number=gathered.number, shop=brand),
        "page": texts.say("dossier-page", language),
        "lead": chapters.lead(sheet),
        "proof": chapters.proof(sheet, digest=gathered.digest, key=signing.public_key()),
        "chapters": chapters.all_of(sheet, gathered.files.stored),
    }
    pictures = {each.name: _small(picture(each.sha256)) for each in sheet.pictures[:MOST_PICTURES]}
    told["pictures"] = sorted(name for name, drawn in pictures.items() if drawn)
    return paper.pdf_with_pictures(
        _TEMPLATE,
        inputs={"dossier": json.dumps(told, ensure_ascii=False)},
        pictures={name: drawn for name, drawn in pictures.items() if drawn},
        made_at=datetime.fromisoformat(content["about"]["made_at"]),
    )


def _small(content: bytes) -> bytes:
    """A picture as the paper shows it; nothing for what is none, which the archive holds all the same."""
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            flat = opened.convert("RGB")
            flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            flat.save(out, "JPEG", quality=78)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    return out.getvalue()
