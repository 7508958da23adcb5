"""Commands that need no shop leave nothing where none is."""

from pathlib import Path

import pytest

from tests.installation.conftest import Installation


@pytest.mark.parametrize("words", [("law", "check", "none.csv"), ("policy", "check", "none.toml")])
def test_the_folder_stays_empty(tmp_path: Path, words: tuple[str, ...]) -> None:
    Installation(tmp_path / "home", url="").volte(*words, ok=False)
    assert list(tmp_path.iterdir()) == []
