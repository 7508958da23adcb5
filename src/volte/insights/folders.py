"""Sets of facts on disk: VOLTE_FACTS (VOLTE_HOME/insights)/<shop>/<set>/<table>.parquet.

A set is written beside, flushed to the disk and renamed, and never changed afterwards. So whoever knows its name finds
it whole, and a crash or a full disk leaves nothing but a folder to sweep away.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from volte.kit import ids
from volte.runtime import clock

_UNFINISHED = ".part"
# A folder nobody names and nobody has written to for so long was left by a crash.
_FORGOTTEN = timedelta(hours=1)


def home(shop_id: UUID) -> Path:
    """Where the facts of a shop lie."""
    return everything() / str(shop_id)


def everything() -> Path:
    """Where the facts of all shops lie."""
    return Path(settings.FACTS or Path(settings.VOLTE_HOME) / "insights")


def write(shop_id: UUID, fill: Callable[[Path], None]) -> str:
    """A new set, filled by `fill(folder)`; its name. Whole and on the disk, or not at all: errors pass through."""
    name = str(ids.new_id())
    place = home(shop_id)
    make(place)
    beside = unfinished(place)
    try:
        make(beside)
        fill(beside)
        for file in beside.iterdir():
            file.chmod(0o600)
            _flush(file)
        _flush(beside)
        beside.rename(place / name)
        _flush(place)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return name


def make(folder: Path) -> None:
    """A folder of facts, and those above it, for nobody else on this machine: facts are what customers did and said."""
    for each in (*reversed(folder.parents), folder):
        each.mkdir(mode=0o700, exist_ok=True)


def are_there(shop_id: UUID, names: Iterable[str]) -> bool:
    """Does this machine see these sets? Empty names are none."""
    place = home(shop_id)
    return all((place / name).is_dir() for name in names if name)


def unfinished(place: Path) -> Path:
    """The name of a folder in `place` that is swept away when whoever made it died."""
    return place / f"{ids.new_id()}{_UNFINISHED}"


def remove(shop_id: UUID, names: Iterable[str]) -> None:
    for name in names:
        shutil.rmtree(home(shop_id) / name, ignore_errors=True)


def sweep(shop_id: UUID, *, keep: Iterable[str]) -> None:
    """Remove what crashes left behind."""
    kept, forgotten = set(keep), (clock.now() - _FORGOTTEN).timestamp()
    for folder in home(shop_id).iterdir():
        is_old = folder.stat().st_mtime < forgotten
        if folder.is_dir() and folder.name not in kept and _is_set(folder.name) and is_old:
            shutil.rmtree(folder, ignore_errors=True)


def _is_set(name: str) -> bool:
    try:
        UUID(name.removesuffix(_UNFINISHED))
    except ValueError:
        return False
    return True


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
