"""Sets documents in type: tagged PDF/UA from a template and the texts it needs, about ten milliseconds a page.

A compiler is kept for each template for the life of the process: fonts are read once and typst remembers what did not
change. It is not made for several threads at once, hence the lock. Every text reaches the template as a value of
`sys.inputs`, never as markup.
"""

import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

# Tagged for those who listen to it; to be read in ten years, with files inside.
Standard = Literal["ua-1", "a-3b"]
_LOCK = threading.Lock()


def pdf(
    template: Path, *, inputs: Mapping[str, str], made_at: datetime, standards: Sequence[Standard] = ("ua-1",)
) -> bytes:
    """A tagged PDF; the same inputs and moment give the same bytes. `standards` are what it promises to keep.

    PDF/UA forbids letters no embedded font can draw (Chinese, Arabic in part, emoji). People have such names all the
    same, so their paper is tagged without the promise of the standard, and shows a box for each missing letter.
    """
    told, moment = dict(inputs), made_at.replace(microsecond=0)
    with _LOCK:
        try:
            compiler = _compiler(template)
            wanted: Any = list(standards)
            made = compiler.compile(format="pdf", sys_inputs=told, pdf_standards=wanted, timestamp=moment)
        except typst.TypstError:
            made = _compiler(template).compile(format="pdf", sys_inputs=told, timestamp=moment)
    return _one_file(made)


def pdf_with_pictures(
    template: Path, *, inputs: Mapping[str, str], pictures: Mapping[str, bytes], made_at: datetime
) -> bytes:
    """The same for a paper that shows pictures, by the names its texts call them. It is laid out in a folder of its
    own; only the fonts are kept for the next one."""
    told, moment = dict(inputs), made_at.replace(microsecond=0)
    with tempfile.TemporaryDirectory(prefix="volte-paper-") as folder:
        main = Path(shutil.copy(template, Path(folder) / "main.typ"))
        for name, content in pictures.items():
            (main.parent / name).write_bytes(content)
        compiler = typst.Compiler(str(main), root=folder, font_paths=_fonts())
        with _LOCK:
            try:
                made = compiler.compile(format="pdf", sys_inputs=told, pdf_standards="ua-1", timestamp=moment)
            except typst.TypstError:
                made = compiler.compile(format="pdf", sys_inputs=told, timestamp=moment)
    return _one_file(made)


def picture(template: Path, *, inputs: Mapping[str, str], dots_per_inch: int) -> bytes:
    """The one page of a template as a PNG."""
    with _LOCK:
        made = _compiler(template).compile(format="png", sys_inputs=dict(inputs), ppi=dots_per_inch)
    return _one_file(made)


@cache
def _compiler(template: Path) -> typst.Compiler:
    return typst.Compiler(str(template), root=str(template.parent), font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _one_file(made: bytes | list[bytes] | None) -> bytes:
    # A list means a picture of more than one page: such templates clip their texts so that this cannot be.
    if not isinstance(made, bytes):
        raise RuntimeError("a picture is one page")
    return made
