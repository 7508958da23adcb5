"""What exactly does a dossier hold, so that any change can be named: each section, each field, each file?

`parts` are SHA-256 of the sections as canonical JSON, `files` of the bytes: these are what is proven. `fields` are
short digests (16 of 64 letters) of every single value by its path (JSON Pointer, RFC 6901): they say where a change
lies. The seal is laid over the manifest alone.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from volte.kit import canonical

FORMAT, VERSION = "volte-dossier", 1
NAME, PAPER, READ_ME = "dossier.json", "dossier.pdf", "README.txt"
_SHORT = 16
_SEALED = b"volte-dossier 1\n"


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes along. `what`: photo, attachment, label, receipt, policy, paper, reading."""

    sha256: str
    size: int
    media_type: str
    what: str


def made(content: Mapping[str, Any], files: Mapping[str, File]) -> dict[str, Any]:
    """The manifest of a dossier. `files` by their name in the archive."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": content["about"]["made_at"],
        "number": content["about"]["number"],
        "parts": {name: canonical.digest(part) for name, part in content.items()},
        "fields": {path: short(value) for path, value in fields(content)},
        "files": {name: asdict(file) for name, file in files.items()},
    }


def sealed(manifest: Mapping[str, Any]) -> bytes:
    """The bytes the seal is laid over."""
    return _SEALED + canonical.written(manifest).encode()


def written(envelope: Mapping[str, Any]) -> bytes:
    """The one way dossier.json is written: for people to read, and no byte otherwise."""
    return (json.dumps(envelope, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n").encode()


def short(value: Any) -> str:
    return canonical.digest(value)[:_SHORT]


def fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value with its path; what is empty counts as one."""
    if isinstance(value, Mapping) and value:
        for name, inner in value.items():
            yield from fields(inner, f"{path}/{str(name).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list | tuple) and value:
        for place, inner in enumerate(value):
            yield from fields(inner, f"{path}/{place}")
    else:
        yield path, value
