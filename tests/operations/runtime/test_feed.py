"""The feed is found by its own index, whoever else has how many events."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from django.db import connection

from volte.runtime import feed, tenancy
from volte.webhooks.delivering import fanning

_MANY = """
INSERT INTO volte_runtime_outboxevent (id, shop_id, kind, data, happened_at, position, failures, last_error)
SELECT gen_random_uuid(), CASE WHEN n <= 3 THEN %s::uuid ELSE %s::uuid END, 'return.approved', '{}', now(), n, 0, ''
  FROM generate_series(1, 20000) n
"""


@pytest.fixture
def small(shop: UUID, other_shop: UUID) -> UUID:
    """A shop with the first three of twenty thousand events."""
    with tenancy.everywhere(), connection.cursor() as cursor:
        cursor.execute(_MANY, [shop, other_shop])
        cursor.execute("RESET ROLE")
        cursor.execute("ANALYZE volte_runtime_outboxevent")
        cursor.execute("SET LOCAL ROLE volte_app")
    return shop


def plan(statement: str, values: Sequence[object], mode: str) -> str:
    """How it is done for these values, or for just anybody (`generic`): what a kept connection settles on."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL plan_cache_mode = force_{mode}_plan")
        cursor.execute(f"PREPARE asked AS {statement}")
        given = ", ".join(f"'{value}'" for value in values)
        cursor.execute(f"EXPLAIN (COSTS OFF) EXECUTE asked ({given})")
        found = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("DEALLOCATE asked")
    return found


@pytest.mark.parametrize("mode", ["generic", "custom"])
@pytest.mark.parametrize("statement", [feed._PAGE, feed._NEWEST, fanning._EVENTS])
def test_a_small_shop_never_walks_through_a_large_one(small: UUID, other_shop: UUID, statement: str, mode: str) -> None:
    numbered = statement % {"shop": "$1", "after": "$2", "most": "$3"}
    # The plan made for a large shop is kept, and a small one is served by it.
    values = [other_shop, 9_000, 100] if "$2" in numbered else [other_shop]
    with tenancy.entered(small):
        found = plan(numbered, values, mode)
    assert "outbox_feed" in found, found
    assert "position_key" not in found, found


def test_what_is_found_is_the_shops_own_in_order(small: UUID, other_shop: UUID) -> None:
    with tenancy.entered(small):
        page = feed.page(after=1)
        assert [entry.position for entry in page.entries] == [2, 3]
        assert (page.next, feed.newest()) == (None, 3)
    with tenancy.entered(other_shop):
        page = feed.page(after=2, limit=2)
        assert [entry.position for entry in page.entries] == [4, 5]
        assert (page.next, feed.newest()) == (5, 20_000)
        assert feed.page(after=19_999, kinds=["return.approved"]).next is None
