"""Whatever the catalogue and its sources refuse or flag has its sentence in both languages."""

import re
from pathlib import Path

import pytest

import volte
from volte.catalogue.rules.order import Flag
from volte.runtime import texts

SOURCE = Path(volte.__file__).parent
FOLDERS = ("catalogue", "connectors/commerce", "risk")
WRITTEN = re.compile(r'"((?:document|risk)_[a-z_]+)"')
RAISED = re.compile(r'(?:Invalid|Conflict|NotFound|refusal)\((?:code=)?\s*"([a-z_]+)"')


def _codes() -> set[str]:
    files = [file for folder in FOLDERS for file in (SOURCE / folder).rglob("*.py")]
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = {code.replace("_", "-") for code in WRITTEN.findall(written)}
    said |= {"error-" + code.replace("_", "-") for code in RAISED.findall(written)}
    return said | {"flag-" + flag.value.replace("_", "-") for flag in Flag}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_code_has_a_sentence(language: str) -> None:
    codes = _codes()
    assert len(codes) > 40
    assert {code for code in codes if not texts.known(code, language)} == set()
