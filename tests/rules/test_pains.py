"""docs/explanation/pains.md: the eleven pains are there, each with tests that exist."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/explanation/pains.md").read_text()
_NAMED = re.compile(r"^- `(tests/[\w/]+\.py)::(\w+)`$", re.MULTILINE)


def test_each_pain_names_the_tests_that_show_it() -> None:
    sections = re.split(r"^### (P\d+) ", PAGE, flags=re.MULTILINE)[1:]
    assert sections[::2] == [f"P{number}" for number in range(3, 14)]
    assert [pain for pain, said in zip(sections[::2], sections[1::2], strict=True) if not _NAMED.search(said)] == []


def test_every_test_it_names_exists() -> None:
    missing = [f"{file}::{name}" for file, name in _NAMED.findall(PAGE) if name not in _tests(ROOT / file)]
    assert missing == []


def _tests(file: Path) -> set[str]:
    if not file.exists():
        return set()
    return {node.name for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}
