"""Files by content hash, in one folder (VOLTE_FILES): the same bytes lie once, and a name proves what it holds."""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.db import connection, transaction

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


_DIGEST = re.compile("[0-9a-f]{64}")
_ASIDE, _BESIDE = ".gone", "tmp"
# Somebody may be about to commit a row for the same bytes.
_TAKING_SECONDS = 60
_YOUNG_SECONDS = 3600
_MANY = 500
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
    try:
        return digest_of(path_of(digest).read_bytes()) == digest
    except (NotFound, FileNotFoundError):
        return False


def path_of(digest: str) -> Path:
    """Refuses `file_unknown` for what is no digest: rows may come from a backup somebody else made, and a name with
    slashes would lead out of the folder."""
    if not _DIGEST.fullmatch(digest):
        raise NotFound("file_unknown")
    return Path(settings.FILES) / digest[:2] / digest


def release(digests: Iterable[str]) -> int:
    """The entered shop holds these files no longer; how many it held. After the commit the bytes go too, unless
    another shop holds them. What was written in the last minute waits for `sweep`, as do the bytes a crash leaves."""
    given = sorted(set(digests))
    gone, _ = Row.objects.filter(digest__in=given).delete()
    if gone:
        since = clock.now().timestamp() - _TAKING_SECONDS
        # What fails here fails after the fact: it is written to the journal, and left to `sweep`.
        transaction.on_commit(lambda: _burn_all(given, since), robust=True)
    return int(gone)


def sweep() -> int:
    """Remove bytes nobody holds: what a crash left, and what a transaction that failed had written. How many.

    Anything written in the last hour is left alone: its row may not be committed yet.
    """
    burnt, since = 0, clock.now().timestamp() - _YOUNG_SECONDS
    for folder in sorted(Path(settings.FILES).glob("??")):
        names = [file.name for file in folder.iterdir()]
        burnt += sum(_clear(folder / name, since) for name in names if _is_leftover(name))
        digests = [name for name in names if _DIGEST.fullmatch(name)]
        for start in range(0, len(digests), _MANY):
            burnt += _burn_all(digests[start : start + _MANY], since)
    return burnt


def _is_leftover(name: str) -> bool:
    return name.endswith(_ASIDE) or name.startswith(_BESIDE)


def _clear(path: Path, since: float) -> bool:
    """What `_burn` had moved aside or `_write` had begun when somebody died. A file that is held again goes back."""
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_mtime > since:
            return False
        whole = path.with_name(path.name.removesuffix(_ASIDE))
        if path.name.endswith(_ASIDE) and not whole.exists() and _held([whole.name]):
            path.rename(whole)
            return False
        path.unlink()
        return True
    return False


def _held(digests: Sequence[str]) -> set[str]:
    with tenancy.everywhere():
        return set(Row.objects.filter(digest__in=digests).values_list("digest", flat=True))


def _burn_all(digests: Sequence[str], since: float) -> int:
    held = _held(digests)
    return sum(_burn(path_of(digest), since) for digest in digests if digest not in held)


def _burn(path: Path, since: float) -> bool:
    """Remove a file nobody has written again since. It is moved aside first: who keeps the same bytes meanwhile either
    finds it gone and writes it anew, or has touched it, and gets it back."""
    aside = path.with_name(f"{path.name}{_ASIDE}")
    try:
        path.rename(aside)
        if aside.stat().st_mtime > since:
            aside.rename(path)
            return False
        aside.unlink()
    except FileNotFoundError:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside and renamed, so a crash leaves no half file under a true name. A file that
    is there is touched, so that nobody who removes it takes it from us."""
    now = clock.now().timestamp()
    with contextlib.suppress(FileNotFoundError):
        os.utime(path, (now, now))
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=_BESIDE, delete=False) as beside:
        beside.write(content)
        beside.flush()
        os.fsync(beside.fileno())
    os.utime(beside.name, (now, now))
    Path(beside.name).replace(path)
