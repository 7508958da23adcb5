"""What every test may lean on: a database of its own, a shop, its owner, the clock."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from _pytest.nodeid import NodeId
from hypothesis import HealthCheck, settings

from tests.live import stack

__all__ = ["stack"]

# How fast a machine draws examples is no property of ours: a loaded one would fail tests that are right.
settings.register_profile("volte", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("volte")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of real transactions share one worker, and those of one running Volte another: none of a group meet."""
    for item in items:
        if item.get_closest_marker("serial") and not item.get_closest_marker("xdist_group"):
            live = "stack" in getattr(item, "fixturenames", ())
            item.add_marker(pytest.mark.xdist_group("stack" if live else "serial"))
        group = item.get_closest_marker("xdist_group")
        if group and getattr(config.option, "loadgroup", False) and not item.nodeid.endswith(f"@{group.args[0]}"):
            # pytest 9.2 keeps names where pytest-xdist 3.8 does not write them: without this no group holds
            # (pytest-dev/pytest-xdist issue 1386).
            item._id = NodeId.parse(f"{item.nodeid}@{group.args[0]}")


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """The database is there already: a copy made by `embedded`."""


@pytest.fixture
def _as_app(db: None) -> Iterator[None]:
    """Act in the role of web and worker, which owns nothing, so that row-level security is real in tests."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE volte_app")
    yield


@pytest.fixture(autouse=True)
def _no_jobs_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test of real transactions leaves what it committed; Django empties its own tables, the jobs are not its own."""
    marker = request.node.get_closest_marker("django_db")
    real = marker is not None and marker.kwargs.get("transaction", False)
    if real:
        request.getfixturevalue("transactional_db")
    yield
    if real:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE; TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def shop(_as_app: None) -> UUID:
    """An open shop called `maison`."""
    return open_shop("maison")


@pytest.fixture
def other_shop(_as_app: None) -> UUID:
    return open_shop("autre")


def open_shop(handle: str) -> UUID:
    from tests.cast import SETTINGS
    from volte.runtime import shops
    from volte.runtime.shop_settings import ShopSettings

    return shops.open_shop(handle=handle, settings=ShopSettings.model_validate(SETTINGS))


def shop_today() -> date:
    """The day it is in the shops of the tests, which is tomorrow already when it is late in Greenwich."""
    from tests.cast import SETTINGS
    from volte.kit import time
    from volte.runtime import clock
    from volte.runtime.shop_settings import ShopSettings

    return time.local_date(clock.now(), ShopSettings.model_validate(SETTINGS).timezone)


@pytest.fixture
def owner(shop: UUID) -> Any:
    """Somebody who may do everything in `shop`."""
    from volte.runtime.actor import Actor
    from volte.runtime.permissions import EVERYTHING

    return Actor(shop_id=shop, kind="member", id=None, name="Odile", permissions=EVERYTHING, language="fr")


@pytest.fixture
def clock_at() -> Callable[[datetime], AbstractContextManager[None]]:
    """`with clock_at(datetime): …` sets the time."""
    from volte.runtime import clock

    return clock.at
