"""Sets of facts on disk: VOLTE_FACTS (VOLTE_HOME/insights)/<shop>/<set>/<table>.parquet.

A set is written beside, flushed to the disk and renamed, and never changed afterwards. So whoever knows its name finds
it whole, and a crash or a full disk leaves nothing but a folder to sweep away.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from volte.kit import ids
from volte.runtime import clock

_UNFINISHED = ".part"
# A folder nobody names and nobody has written to for so long was left by a crash.
_FORGOTTEN_SECONDS = 3600


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
    place.mkdir(parents=True, exist_ok=True)
    unfinished = place / f"{name}{_UNFINISHED}"
    try:
        unfinished.mkdir()
        fill(unfinished)
        for file in unfinished.iterdir():
            _flush(file)
        _flush(unfinished)
        unfinished.rename(place / name)
        _flush(place)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return name


def remove(shop_id: UUID, names: Iterable[str]) -> None:
    for name in names:
        shutil.rmtree(home(shop_id) / name, ignore_errors=True)


def sweep(shop_id: UUID, *, keep: Iterable[str]) -> None:
    """Remove what crashes left behind."""
    kept = set(keep)
    for folder in home(shop_id).iterdir():
        is_old = folder.stat().st_mtime < clock.now().timestamp() - _FORGOTTEN_SECONDS
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
