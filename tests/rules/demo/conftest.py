from datetime import UTC, datetime

import pytest

from volte.project.demo import world
from volte.project.demo.world import World

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def made() -> World:
    return world.make(now=NOW)
