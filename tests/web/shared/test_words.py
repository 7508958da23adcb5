"""Every sentence the pages ask for exists, in both languages, with the same holes."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from volte.runtime import texts

WEB = Path(apps.get_app_config("volte_web").path)
FOLDERS = sorted(folder for folder in WEB.rglob("texts") if folder.is_dir())
ASKED = re.compile(r"""\{%\s*text\s+["']([a-z0-9-]+)["'](?!\s*\|)""")
NARROW, HARD = "\u202f", "\u00a0"


class Holes(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def read(file: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{file}: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{file}: {entry.id.name} stands twice"
            holes = Holes()
            holes.visit(entry)
            found[entry.id.name] = holes.names
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(WEB)))
def test_both_languages_say_the_same_things(folder: Path) -> None:
    french = {key: holes for file in folder.glob("fr*.ftl") for key, holes in read(file).items()}
    english = {key: holes for file in folder.glob("en*.ftl") for key, holes in read(file).items()}
    assert french.keys() == english.keys()
    assert french == english


def test_templates_ask_only_for_texts_there_are() -> None:
    missing = {
        (str(page.relative_to(WEB)), text_id)
        for page in (WEB / "templates").rglob("*.html")
        for text_id in ASKED.findall(page.read_text(encoding="utf-8"))
        if not (texts.known(text_id, "fr") and texts.known(text_id, "en"))
    }
    assert not missing


@pytest.mark.parametrize("name", ["shared", "staff"])
def test_french_keeps_its_spaces(name: str) -> None:
    words = (WEB / name / "texts" / "fr.ftl").read_text(encoding="utf-8")
    for line in words.splitlines():
        said = line.partition("=")[2] if "=" in line else line
        if not line.startswith("#") and "->" not in line:
            assert not re.search(r" [;?!:»]|« ", said), line
            assert not re.search(rf"[^\s{NARROW}{HARD}][?!]", said), line
