"""The environment file: the settings of an installation, kept where its state is, readable by its owner only.

Its lines can be read by systemd (`EnvironmentFile=`), by Compose (`env_file:`) and by us. What stands in the real
environment goes before what stands in the file.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

NAME = "volte.env"
DEMO = "demo.env"
_PLAIN = re.compile(r"[A-Za-z0-9_./:@%+,=?&~-]*")
_HEAD = """# Settings of this Volte, written by `volte init`. Every variable: docs/reference/settings.md.
# Keep a copy in a safe place: the secret key is in no backup. Nobody but the owner of this file may read it.
"""


class Unreadable(ValueError):
    """A line of the file is no setting; the message names file and line."""


def file_of(home: Path) -> Path:
    """VOLTE_ENV, else `volte.env` in the state folder."""
    given = os.environ.get("VOLTE_ENV")
    return Path(given) if given else home / NAME


def load(home: Path) -> None:
    """Take the settings of the file, if there is one, into the environment."""
    _take(file_of(home))


def load_demo(home: Path) -> None:
    """The demo of this home, as it was last started: commands beside it speak of the same shop and addresses."""
    if not file_of(home).exists():
        _take(home / DEMO)


def _take(file: Path) -> None:
    if file.exists():
        for name, value in read(file).items():
            os.environ.setdefault(name, value)


def read(file: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, equals, value = line.strip().partition("=")
        if not equals or not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise Unreadable(f"{file}, line {number}: expected NAME=value")
        found[name] = _unquoted(value)
    return found


def write(file: Path, settings: Mapping[str, str]) -> None:
    """Whole or not at all, and never over another one: FileExistsError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [_HEAD, *(f"{name}={_quoted(value)}\n" for name, value in settings.items() if value)]
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write("".join(lines))
            out.flush()
            os.fsync(out.fileno())
        os.link(beside, file)  # unlike a rename, it fails where a file is
    finally:
        beside.unlink(missing_ok=True)


def _quoted(value: str) -> str:
    if "\n" in value or "\0" in value:
        raise Unreadable("a setting is one line")
    if _PLAIN.fullmatch(value):
        return value
    if "'" not in value:
        return f"'{value}'"
    return '"' + re.sub(r'(["\\`$])', r"\\\1", value) + '"'


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1]
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r'\\(["\\`$])', r"\1", value[1:-1])
    return value
