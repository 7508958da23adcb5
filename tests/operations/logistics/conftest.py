"""Files of these tests lie in a folder of their own."""

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, settings: pytest.FixtureRequest) -> None:
    settings.VOLTE_HOME = tmp_path  # type: ignore[attr-defined]  # pytest-django's settings
