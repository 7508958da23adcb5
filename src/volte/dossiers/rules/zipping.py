"""How is a dossier packed, so that the same parts are the same bytes, and is this archive safe to open?"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from volte.dossiers.rules import manifest as rules
from volte.kit.errors import Invalid, TooLarge

LARGEST = 256 * 1024 * 1024
MOST_FILES = 2_000
_FIRST = (rules.READ_ME, rules.PAPER, rules.NAME)
# What says when the first file was packed, the same in all archives: a ZIP cannot say less.
_WHEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """dossier.json as bytes, the SHA-256 of everything beside it by name, and whether the wrapping is ours too."""

    document: bytes
    files: Mapping[str, str]
    repacked: bool


def in_order(names: Iterable[str]) -> list[str]:
    """What a person opens first stands first."""
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))


def entry(name: str) -> zipfile.ZipInfo:
    """The head of a file in the archive: stored as it is, the same on every machine."""
    made = zipfile.ZipInfo(name, _WHEN)
    made.compress_type, made.create_system, made.external_attr = zipfile.ZIP_STORED, 3, 0o644 << 16
    return made


def opened(content: bytes) -> Opened:
    """Unpack in memory. Refuses `dossier_archive_broken`, `dossier_archive_too_large`, `dossier_not_one`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            heads = archive.infolist()
            if len(heads) > MOST_FILES or sum(head.file_size for head in heads) > LARGEST:
                raise TooLarge("dossier_archive_too_large", megabytes=LARGEST // (1024 * 1024), most=MOST_FILES)
            names = [head.filename for head in heads]
            if len(set(names)) != len(names):
                raise Invalid("dossier_archive_broken", why="a name stands there twice")
            if rules.NAME not in names:
                raise Invalid("dossier_not_one")
            parts = {head.filename: archive.read(head) for head in heads if not head.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Invalid("dossier_archive_broken", why=str(error)[:200]) from error
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in parts.items() if name != rules.NAME}
    return Opened(parts[rules.NAME], digests, _wrapped(parts) != content)


def _wrapped(parts: Mapping[str, bytes]) -> bytes:
    """The archive as we would have packed these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in in_order(parts):
            archive.writestr(entry(name), parts[name])
    return out.getvalue()
