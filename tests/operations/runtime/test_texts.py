"""Every code has its sentence in both languages, and no sentence is left without a code."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import volte
from volte.kit import errors
from volte.runtime import texts

SOURCE = Path(volte.__file__).parent
REFUSALS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}


def entries(language: str) -> dict[str, tuple[Path, set[str]]]:
    """Text id -> (file, the variables it uses)."""
    found: dict[str, tuple[Path, set[str]]] = {}
    for folder in texts.folders():
        for file in sorted(folder.glob(f"{language}*.ftl")):
            for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
                assert not isinstance(entry, fluent.Junk), f"{file}: {entry.content[:80]!r} is not Fluent"
                if isinstance(entry, fluent.Message):
                    assert entry.id.name not in found, f"{entry.id.name} stands in {file} and {found[entry.id.name][0]}"
                    found[entry.id.name] = (file, variables(entry))
    return found


def variables(entry: fluent.Message) -> set[str]:
    return set(re.findall(r"\$([a-zA-Z][\w-]*)", _written(entry)))


def _written(entry: fluent.Message) -> str:
    from fluent.syntax import FluentSerializer

    return FluentSerializer().serialize_entry(entry)


def refusal_codes() -> dict[str, str]:
    """Every code raised anywhere as the first argument of a Refused: code -> where."""
    found: dict[str, str] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in REFUSALS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found[first.value] = f"{path.relative_to(SOURCE)}:{node.lineno}"
    return found


def test_both_languages_say_the_same_things() -> None:
    french, english = entries("fr"), entries("en")
    assert french.keys() == english.keys(), sorted(french.keys() ^ english.keys())


def test_both_languages_use_the_same_parameters_or_fewer() -> None:
    french, english = entries("fr"), entries("en")
    for name in french.keys() & english.keys():
        for one, other in ((french, english), (english, french)):
            extra = one[name][1] - other[name][1]
            assert len(extra) <= 3, f"{name}: {extra} only in one language"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_refusal_has_its_sentence(language: str) -> None:
    known = entries(language)
    missing = {code: where for code, where in refusal_codes().items() if "error-" + code.replace("_", "-") not in known}
    assert not missing, missing


def test_every_step_of_the_timeline_has_its_sentence() -> None:
    known = entries("fr")
    for path in (SOURCE / "returns").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "step" and len(node.args) > 1:
                kind = node.args[1]
                if isinstance(kind, ast.Constant):
                    assert "step-" + str(kind.value).replace("_", "-") in known, f"{path}: {kind.value}"


def test_french_gets_its_no_break_spaces() -> None:
    assert (
        texts.french_spaces("Quoi ? « Oui » : non ; fin !")
        == "Quoi\u202f? «\u00a0Oui\u00a0»\u00a0: non\u202f; fin\u202f!"
    )
