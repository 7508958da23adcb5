"""The worked tables of the docs, read so that tests can hold the code to them."""

from pathlib import Path

_DOCS = Path(__file__).parents[3] / "docs"


def rows(document: str, *, first_column: str, folder: str = "algorithms") -> list[dict[str, str]]:
    """The rows of the one table in `document` whose first column is so called."""
    lines = (_DOCS / folder / document).read_text(encoding="utf-8").splitlines()
    heads = [place for place, line in enumerate(lines) if line.startswith(f"| {first_column} |")]
    assert len(heads) == 1, f"{document}: {len(heads)} tables start with {first_column!r}"
    head = _cells(lines[heads[0]])
    found = []
    for line in lines[heads[0] + 2 :]:
        if not line.startswith("|"):
            break
        found.append(dict(zip(head, _cells(line), strict=True)))
    assert found, f"{document}: the table {first_column!r} is empty"
    return found


def numbers(cell: str) -> list[int]:
    return [int(part) for part in cell.split()]


def pairs(cell: str) -> list[tuple[str, int]]:
    """`card:500 wallet:20`, or – for none."""
    if cell == "–":
        return []
    return [(name, int(amount)) for name, amount in (part.split(":") for part in cell.split())]


def _cells(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
