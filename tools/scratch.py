"""Temporary files that go away: one folder for a run and all it starts, removed at its end. What a killed run left
behind is removed by the next one."""

import atexit
import fcntl
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO

PREFIX = "volte-run-"
_OWNER = ".owner"
_RUN = "VOLTE_RUN"
_held: list[IO[str]] = []


def begin() -> Path:
    """From here on the temporary files of this process, and of every process it starts, lie in one folder."""
    given = os.environ.get(_RUN)
    if given:  # somebody started us, and clears up
        return Path(given)
    place = Path(tempfile.gettempdir())
    clear_left(place)
    made = _owned(place)
    os.environ[_RUN] = os.environ["TMPDIR"] = tempfile.tempdir = str(made)
    atexit.register(_end, made, os.getpid())
    return made


def clear_left(place: Path) -> None:
    """Remove the folders whose owner is gone: nobody holds their lock."""
    for left in place.glob(f"{PREFIX}*"):
        try:
            with (left / _OWNER).open("r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
        except OSError:  # it has an owner, or another run is removing it
            continue


def _owned(place: Path) -> Path:
    """A new folder that bears its name only once it is locked: until then nobody takes it for left behind."""
    unlocked = Path(tempfile.mkdtemp(prefix="volte-new-", dir=place))
    lock = (unlocked / _OWNER).open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    _held.append(lock)
    return unlocked.rename(place / unlocked.name.replace("volte-new-", PREFIX))


def _end(made: Path, owner: int) -> None:
    if os.getpid() == owner:  # not in a child that was forked
        shutil.rmtree(made, ignore_errors=True)
        while _held:
            _held.pop().close()


def keep_bytecode() -> None:
    """Python compiles what it imports once, not anew in each of the hundreds of processes of a run: where the
    environment forbids to write it beside the source, beside the interpreter."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None) or sys.dont_write_bytecode:
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(Path(sys.prefix) / "bytecode")
        sys.dont_write_bytecode = False
