"""On which line of the document does a path stand? For somebody who reads the text and is told of a field."""

import re

_HEADER = re.compile(r"^\s*\[\[?\s*([A-Za-z_.-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([A-Za-z_-]+)\s*[.=]")
_ID = re.compile(r"^\s*id\s*=\s*[\"']([^\"']*)[\"']")
_NTH = re.compile(r"^rule\[(\d+)\]")


def line(document: str, path: str) -> int | None:
    """The line (from 1) where `path` of a TOML document begins: its key, else the table it belongs to; None when there
    is neither. Paths are those of problems ("rule[2].when.tags") and of findings ("rule.sale.then.window")."""
    section, _, rest = path.partition(".")
    found = None
    table, begins, count = "", 0, -1
    names: dict[int, str] = {}
    for number, written in enumerate(document.splitlines(), start=1):
        header = _HEADER.match(written)
        if header:
            table, begins = header.group(1), number
            count += table == "rule"
        elif table == "rule" and (named := _ID.match(written)):
            names[count] = named.group(1)
        if not _belongs(section, rest, table, count, names):
            continue
        found = found or begins
        key = _KEY.match(written)
        if key and key.group(1) == _key(section, rest):
            return number
    return found


def _belongs(section: str, rest: str, table: str, count: int, names: dict[int, str]) -> bool:
    """Does a line of this table belong to the path?"""
    nth = _NTH.match(section)
    if nth:
        return table == "rule" and count == int(nth.group(1))
    if section == "rule":
        return table == "rule" and count in names and names[count] == rest.partition(".")[0]
    return table == section


def _key(section: str, rest: str) -> str:
    steps = rest.split(".")
    wanted = steps[1] if section == "rule" and len(steps) > 1 else "" if section == "rule" else steps[0]
    return wanted.partition("[")[0]
