"""The browser of the pages is closed when the last of them was looked at."""

from collections.abc import Iterator

import pytest

from tests.web.floor import walking


@pytest.fixture(scope="session", autouse=True)
def _browser_closes() -> Iterator[None]:
    yield
    walking.close()
