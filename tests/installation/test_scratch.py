"""A run of the tests, of a tool or a bench leaves nothing in the temporary folder, not even when it is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tools import scratch

ROOT = Path(__file__).parents[2]
_RUN = """
import sys, tempfile
from tools import scratch
scratch.begin()
print(tempfile.mkdtemp(), flush=True)
sys.stdin.read()
"""


def run(place: Path) -> tuple[subprocess.Popen[str], Path]:
    """A run that lasts until its input ends; a folder it made."""
    given = {name: value for name, value in os.environ.items() if name != "VOLTE_RUN"} | {"TMPDIR": str(place)}
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN], env=given, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_what_a_run_made_goes_with_it(tmp_path: Path) -> None:
    process, made = run(tmp_path)
    assert made.is_dir() and tmp_path in made.parents
    process.communicate("")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_with_the_next_and_what_a_living_one_has_stays(tmp_path: Path) -> None:
    living, kept = run(tmp_path)
    killed, left = run(tmp_path)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert left.is_dir()
    scratch.clear_left(tmp_path)
    assert kept.is_dir() and not left.exists()
    living.communicate("")


def test_whoever_is_started_by_a_run_shares_its_folder() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _RUN], cwd=ROOT, input="", capture_output=True, text=True, check=True
    ).stdout.strip()
    assert Path(told).parent == Path(os.environ["VOLTE_RUN"]), "and it is still there for us"
