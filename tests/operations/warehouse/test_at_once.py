"""Many hands at one shelf and at one box: the last one is promised once, a unit is received once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.conftest import open_shop
from volte.kit.errors import Conflict
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.warehouse import operations, queries
from volte.warehouse.rules.receiving import Counted, Expected, Match

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
HANDS = 6


def all_at_once(act: Callable[[], str]) -> list[str]:
    """What each hand got, all starting at the same moment on connections of their own."""
    start = Barrier(HANDS)

    def one(_: int) -> str:
        start.wait()
        try:
            return act()
        except Conflict as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(one, range(HANDS)))


def test_the_last_two_are_promised_twice_and_no_more() -> None:
    by = Actor.system(open_shop("maison"))
    operations.set_on_hand(by=by, sku="ROBE-M", location="lyon", on_hand=2)

    def take() -> str:
        return operations.reserve(by=by, subject_id=uuid4(), sku="ROBE-M").location

    assert sorted(all_at_once(take)) == ["lyon"] * 2 + ["stock_unavailable"] * (HANDS - 2)
    with tenancy.entered(by.shop_id):
        assert queries.available(skus=["ROBE-M"]) == {"ROBE-M": 0}


def test_the_same_unit_is_expected_once_however_many_scan_it() -> None:
    by = Actor.system(open_shop("maison"))
    mug = Expected(UUID(int=1), uuid4(), "TASSE", 1)

    def scan() -> str:
        received = operations.receive(by=by, code="A", units=[Counted(line=mug.line)], expected=[mug])
        return received.arrival.units[0].match

    assert sorted(all_at_once(scan)) == [Match.EXPECTED] + [Match.EXTRA] * (HANDS - 1)


def test_one_of_many_looks_counts() -> None:
    by = Actor.system(open_shop("maison"))
    mug = Expected(UUID(int=1), uuid4(), "TASSE", 1)
    [unit] = operations.receive(by=by, code="A", units=[Counted(line=mug.line)], expected=[mug]).arrival.units

    def look() -> str:
        return operations.inspect(by=by, unit_id=unit.id, findings=[]).status

    assert sorted(all_at_once(look)) == ["inspected"] + ["unit_already_inspected"] * (HANDS - 1)
    with tenancy.entered(by.shop_id):
        assert queries.available(skus=["TASSE"]) == {"TASSE": 1}
