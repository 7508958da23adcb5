"""Is there room, may we write, and may nobody else read?"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from volte.insights import folders
from volte.project.doctor.findings import Finding, bad, ok, warn

_SCARCE = 2 << 30
_LAST = 200 << 20


def space() -> Iterator[Finding]:
    for folder in _folders():
        usage = shutil.disk_usage(folder)
        told = {"folder": str(folder), "free": f"{usage.free / (1 << 30):.1f}"}
        if usage.free < _LAST:
            yield bad("disk-full", **told)
        elif usage.free < min(_SCARCE, usage.total // 10):
            yield warn("disk-scarce", **told)
        else:
            yield ok("disk", **told)


def writable() -> Iterator[Finding]:
    for folder in _folders():
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"volte")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            yield bad("disk-refuses", folder=str(folder), why=str(error.strerror))


def private() -> Iterator[Finding]:
    for folder in _folders():
        if folder.stat().st_mode & stat.S_IRWXO:
            yield warn("folder-open", folder=str(folder))


def collected() -> Iterator[Finding]:
    """Style sheets under names with their hash: without them pages work, and browsers fetch them anew."""
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield warn("static-missing")


def _folders() -> list[Path]:
    """The home, and the folders of files and of facts where they lie elsewhere."""
    home = Path(settings.VOLTE_HOME)
    elsewhere = (each for each in (Path(settings.FILES), folders.everything()) if not each.is_relative_to(home))
    found = [home, *elsewhere]
    return [folder for folder in found if folder.exists()]


CHECKS = (space, writable, private, collected)
