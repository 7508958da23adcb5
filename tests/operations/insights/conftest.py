"""Facts of a shop, written into a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.operations.returns.conftest import gateway, order, today
from volte.insights import columns, folders, projection
from volte.insights.models import FactSet
from volte.project import reactions
from volte.runtime import dispatch, tenancy

__all__ = ["gateway", "order", "today"]


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.VOLTE_HOME = tmp_path
    yield


def follow(shop_id: UUID) -> None:
    """Everything that was announced has its consequences, and the facts know."""
    while dispatch.dispatch(reactions.REACTIONS):
        pass
    projection.refresh(shop_id=shop_id)


def row(shop_id: UUID) -> FactSet:
    with tenancy.entered(shop_id):
        found: FactSet = FactSet.objects.get()
    return found


def table(shop_id: UUID, name: str) -> list[dict[str, Any]]:
    """The rows of a table as they stand, in a fixed order."""
    stands = row(shop_id)
    place = folders.home(shop_id)
    fresh = place / stands.fresh if stands.fresh else None
    with columns.opened(place) as database:
        found = database.execute(
            f"SELECT * FROM ({columns.selected(name, base=place / stands.base, fresh=fresh)}) ORDER BY ALL"
        )
        names = [each[0] for each in found.description]
        return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def tables(shop_id: UUID) -> dict[str, list[dict[str, Any]]]:
    return {name: table(shop_id, name) for name in ("sold", "returned", "looked_at")}
