"""House rules that ruff, mypy and import-linter cannot say. `python -m tools.check` prints each fault and exits 1."""

import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools import events_page, law_page, policy_page, scratch

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
BANNED_NAMES = {"utils", "helpers", "common", "base", "manager", "service", "misc"}
CLOCK = {"src/volte/runtime/clock.py"}
_ASKS_TIME = {
    *((owner, name) for owner in ("datetime", "timezone", "date") for name in ("now", "utcnow", "today")),
    *(("time", name) for name in ("time", "time_ns")),
}
EVERYWHERE_MAY = (
    "src/volte/runtime/",
    "src/volte/project/",
    "src/volte/cli/",
    "src/volte/money/",
    "src/volte/messages/",
    "src/volte/webhooks/",
    "src/volte/api/health.py",
)


def main() -> None:
    scratch.begin()
    faults = [
        *file_faults(),
        *link_faults(),
        *lock_faults(),
        *events_page.faults(),
        *law_page.faults(),
        *policy_page.faults(),
        *migration_faults(),
    ]
    for fault in faults:
        print(fault)  # noqa: T201  # a command's output
    sys.exit(1 if faults else 0)


def file_faults() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if "/migrations/" in name:
            continue
        if path.stem in BANNED_NAMES:
            yield f"{name}: a file is named after what it is about, not `{path.stem}`"
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            yield f"{name}: {lines} lines; find the second thing in it (at most {LONGEST_FILE})"
        yield from _tree_faults(name, ast.parse(text))


def _tree_faults(name: str, tree: ast.Module) -> Iterator[str]:
    if "/rules/" in name and not ast.get_docstring(tree):
        yield f"{name}: a file of rules opens with the question it answers"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno}: `{node.name}` has {length} lines (at most {LONGEST_FUNCTION})"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _call_faults(name, node, node.func)


def _call_faults(name: str, node: ast.Call, call: ast.Attribute) -> Iterator[str]:
    owner = call.value.id if isinstance(call.value, ast.Name) else ""
    asks_time = (owner, call.attr) in _ASKS_TIME
    if asks_time and name not in CLOCK and not name.startswith("src/volte_simulators"):
        yield f"{name}:{node.lineno}: only runtime.clock asks the time"
    if call.attr == "everywhere" and owner == "tenancy" and not name.startswith(EVERYWHERE_MAY):
        yield f"{name}:{node.lineno}: only the ground floor looks across shops"


def link_faults() -> Iterator[str]:
    """Relative links in the documents lead somewhere."""
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for part in line.split("](")[1:]:
                target = part.split(")")[0].split("#")[0].strip()
                local = target and "://" not in target and not target.startswith(("mailto:", "/"))
                if local and not (path.parent / target).exists():
                    yield f"{path.relative_to(ROOT)}:{line_number}: the link to {target} leads nowhere"


def lock_faults() -> Iterator[str]:
    """The lock files name packages and hashes: no index, no path of a machine."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if "://" in line or line.startswith(("-i", "--index", "--extra-index", "--find-links")):
                yield f"{name}: names an index or an address: {line.strip()}"


def migration_faults() -> Iterator[str]:
    """Every change of a model has its migration, and each new one may meet a running shop."""
    environment = {
        **os.environ,
        "VOLTE_HOME": tempfile.mkdtemp(prefix="volte-check-"),
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }
    command = [sys.executable, "-W", "ignore", "-m", "volte.project.console", "makemigrations", "--check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"migrations are missing: {done.stdout.strip()} {done.stderr.strip()[-300:]}"
    judged = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.migrations"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.commands", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        yield f"{told.stdout.strip()}{told.stderr.strip()[-300:]}"
    yield from judged.stdout.splitlines() if judged.returncode < 2 and not judged.stderr else [judged.stderr[-600:]]


if __name__ == "__main__":
    main()
