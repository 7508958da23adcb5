"""Reads the worked tables of a page in docs/algorithms, so that the page cannot say what the code does not do."""

from pathlib import Path

_PAGES = Path(__file__).parents[3] / "docs" / "algorithms"


def table(page: str, *, under: str) -> list[dict[str, str]]:
    """The first table below the heading that starts with `under`, one dict per row."""
    text = (_PAGES / page).read_text(encoding="utf-8").split(f"\n## {under}", 1)[1]
    lines = text.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def listed(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]
