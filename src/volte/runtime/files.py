"""Files by content hash, in one folder (VOLTE_FILES): the same bytes lie once, and a name proves what it holds."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.db import connection

from volte.kit import ids
from volte.kit.errors import NotFound
from volte.runtime import clock, tenancy
from volte.runtime.models import StoredFile as Row


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`digest` is the SHA-256 in hex; `size` in bytes."""

    digest: str
    media_type: str
    size: int


_HOLDS = """
INSERT INTO volte_runtime_storedfile (id, shop_id, digest, media_type, size, created_at)
VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (shop_id, digest) DO NOTHING
"""


def keep(content: bytes, *, media_type: str) -> StoredFile:
    """Store the bytes and note that the entered shop holds them."""
    digest = digest_of(content)
    _write(path_of(digest), content)
    with connection.cursor() as cursor:
        cursor.execute(_HOLDS, [ids.new_id(), tenancy.current(), digest, media_type, len(content), clock.now()])
    return StoredFile(digest=digest, media_type=media_type, size=len(content))


def digest_of(content: bytes) -> str:
    """The name these bytes are kept under."""
    return hashlib.sha256(content).hexdigest()


def read(digest: str) -> bytes:
    """The bytes of a file of the entered shop; refuses `file_unknown`."""
    if not Row.objects.filter(digest=digest).exists():
        raise NotFound("file_unknown")
    try:
        return path_of(digest).read_bytes()
    except FileNotFoundError as error:
        raise NotFound("file_unknown") from error


def about(digest: str) -> StoredFile:
    row = Row.objects.filter(digest=digest).first()
    if row is None:
        raise NotFound("file_unknown")
    return StoredFile(digest=row.digest, media_type=row.media_type, size=row.size)


def put_back(content: bytes) -> None:
    """The bytes of a backup under their own name: which shop holds them is written in its rows."""
    _write(path_of(digest_of(content)), content)


def is_whole(digest: str) -> bool:
    """Is the file there, and is it what its name says?"""
    path = path_of(digest)
    return path.exists() and digest_of(path.read_bytes()) == digest


def path_of(digest: str) -> Path:
    return Path(settings.FILES) / digest[:2] / digest


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside and renamed, so a crash leaves no half file under a true name."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        beside.write(content)
        beside.flush()
        os.fsync(beside.fileno())
    Path(beside.name).replace(path)
