"""A shop that has sold and taken back enough to say something."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.operations.returns.conftest import gateway, order, today
from tests.web.staff_settings.conftest import boss, browser_of, person

__all__ = ["boss", "browser_of", "gateway", "order", "person", "today"]


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VOLTE_HOME = tmp_path
    yield
