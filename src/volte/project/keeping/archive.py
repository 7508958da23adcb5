"""The file of a backup: written beside, checked, then renamed; so that what bears its name is whole."""

import fcntl
import hashlib
import os
import secrets
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from volte.kit.errors import Conflict, Invalid
from volte.project.keeping.manifest import FORMAT, Manifest

MANIFEST = "manifest.json"
SECRET_KEY = "secret_key"  # noqa: S105  # the name of a member
CHUNK = 1 << 20
_UNFINISHED = ".volte-part"


class Member:
    """One member being written: its bytes are counted and hashed on the way."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._hash = hashlib.sha256()
        self.size = 0
        self.lines = 0

    def write(self, piece: bytes | bytearray | memoryview) -> None:
        self._out.write(piece)
        self._hash.update(piece)
        self.size += len(piece)
        self.lines += bytes(piece).count(b"\n")

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class Writer:
    """Inside `writing`: members one after another, then the manifest."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zip = zipped

    @contextmanager
    def member(self, name: str, *, packed: bool = True) -> Iterator[Member]:
        about = zipfile.ZipInfo(name)
        about.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        about._compresslevel = 1  # type: ignore[attr-defined]  # what ZipFile.writestr(compresslevel=) sets
        with self._zip.open(about, "w", force_zip64=True) as out:
            yield Member(out)

    def finish(self, manifest: Manifest) -> None:
        self._zip.writestr(MANIFEST, manifest.model_dump_json(indent=1), zipfile.ZIP_DEFLATED)


@contextmanager
def writing(file: Path) -> Iterator[Writer]:
    """A backup under `file`, or nothing: refuses `backup_exists`; an OSError (a full disk) leaves no trace."""
    if file.exists():
        raise Conflict("backup_exists", file=str(file))
    _sweep(file.parent)
    # By chance, not by number of process: in containers everybody is number 1.
    beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}{_UNFINISHED}")
    try:
        with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            zipped = zipfile.ZipFile(out, "w", allowZip64=True)
            try:
                yield Writer(zipped)
                zipped.close()
            except BaseException:
                # It must not try once more to finish itself, on the disk that was full, when it is thrown away.
                zipped.fp = None
                raise
            out.flush()
            os.fsync(out.fileno())
            read(beside, thorough=True)
            os.link(beside, file)  # unlike a rename, it fails where a file is
            _fsync_folder(file.parent)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _sweep(folder: Path) -> None:
    """Remove what killed backups left here. One that is being written is locked by whoever writes it."""
    for left in folder.glob(f".*{_UNFINISHED}"):
        with suppress(OSError), left.open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def read(file: Path, *, thorough: bool) -> Manifest:
    """The manifest; `thorough` also reads every byte and compares. Refuses `backup_unreadable`, `backup_newer`."""
    try:
        with zipfile.ZipFile(file) as zipped:
            manifest = Manifest.model_validate_json(zipped.read(MANIFEST))
            if manifest.format > FORMAT:
                raise Conflict("backup_newer", theirs=manifest.volte)
            if thorough:
                _compare(zipped, manifest)
            return manifest
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Invalid("backup_unreadable", file=str(file), why=f"{type(error).__name__}: {error}"[:200]) from error


def pieces(zipped: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with zipped.open(name) as packed:
        while piece := packed.read(CHUNK):
            yield piece


def _compare(zipped: zipfile.ZipFile, manifest: Manifest) -> None:
    """Every byte against its checksum; raises ValueError for the first that differs."""
    for name, table in manifest.tables.items():
        seen, lines = hashlib.sha256(), 0
        for piece in pieces(zipped, f"tables/{name}"):
            seen.update(piece)
            lines += piece.count(b"\n")
        if (seen.hexdigest(), lines) != (table.sha256, table.rows):
            raise ValueError(f"{name} is not what was written")
    files = [name for name in zipped.namelist() if name.startswith("files/")]
    if len(files) != manifest.files.count:
        raise ValueError(f"{len(files)} files instead of {manifest.files.count}")
    for name in files:
        seen = hashlib.sha256()
        for piece in pieces(zipped, name):
            seen.update(piece)
        if seen.hexdigest() != name.removeprefix("files/"):
            raise ValueError(f"{name} is not what its name says")


def _fsync_folder(folder: Path) -> None:
    """The name is on disk as well, not only what it names."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
