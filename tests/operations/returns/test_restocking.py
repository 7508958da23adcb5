"""The shop's stock hears of a unit when somebody decided to restock it and that stands; of nothing else."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from tests.operations.returns.test_journey import asked, key, react, received, see, shopper
from volte.kit import ids
from volte.kit.words import Disposition
from volte.returns import jobs, operations
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.warehouse import operations as warehouse
from volte.warehouse.rules.inspection import Finding

__all__ = ["shopper"]
TOLD = ("unit.restocked", "unit.taken_out")


@pytest.fixture
def picker(owner: Actor) -> Actor:
    """Somebody at the bench, who may take a look back for ten seconds."""
    return Actor(owner.shop_id, "member", ids.new_id(), "Paul", owner.permissions)


@pytest.fixture
def unit(owner: Actor, shopper: Actor, order: UUID) -> UUID:
    """A dress of an announced return, arrived."""
    view = see(owner, asked(shopper, order))
    arrived = received(owner, view).arrival.units[0].id
    react()
    return arrived


def told(by: Actor) -> list[tuple[str, dict[str, Any]]]:
    react()
    with tenancy.entered(by.shop_id):
        rows = OutboxEvent.objects.filter(kind__in=TOLD).order_by("id")
        return [(row.kind, row.data) for row in rows]


def kinds(by: Actor) -> list[str]:
    return [kind for kind, _ in told(by)]


def seconds_later(by: Actor, unit: UUID, seconds: int) -> list[str]:
    """The jobs that wait for ten seconds run; what was told by then."""
    with clock.at(clock.now() + timedelta(seconds=seconds)):
        jobs.tell_stock_later(shop_id=str(by.shop_id), unit_id=str(unit))
        return kinds(by)


def inspect(by: Actor, unit: UUID, findings: Collection[Finding] = (), **more: Any) -> None:
    operations.inspect(by=by, unit_id=unit, findings=findings, **more)


def test_an_arrival_alone_tells_nothing(owner: Actor, unit: UUID) -> None:
    assert kinds(owner) == []
    assert seconds_later(owner, unit, 60) == []


def test_a_program_that_restocks_is_told_at_once_in_the_shops_own_ids(owner: Actor, unit: UUID, order: UUID) -> None:
    inspect(key(owner), unit)
    ((kind, data),) = told(owner)
    assert kind == "unit.restocked"
    assert (data["order_external_id"], data["line"], data["sku"], data["location"]) == ("1001", "l1", "ROBE-M", "lyon")
    assert (data["quantity"], data["grade"], data["order_id"]) == (1, "A", str(order))
    assert data["return_id"] and data["number"]
    assert seconds_later(owner, unit, 60) == ["unit.restocked"], "once"


def test_what_a_person_decided_is_told_when_it_can_no_longer_be_taken_back(picker: Actor, unit: UUID) -> None:
    inspect(picker, unit)
    assert kinds(picker) == []
    assert seconds_later(picker, unit, 9) == []
    assert seconds_later(picker, unit, 11) == ["unit.restocked"]


def test_a_slip_taken_back_within_ten_seconds_is_never_told(picker: Actor, unit: UUID) -> None:
    inspect(picker, unit)
    operations.undo_inspection(by=picker, unit_id=unit)
    assert kinds(picker) == []
    assert seconds_later(picker, unit, 11) == []


@pytest.mark.parametrize("way", [way for way in Disposition if way is not Disposition.RESTOCK])
def test_no_other_way_is_told(owner: Actor, unit: UUID, way: Disposition) -> None:
    inspect(key(owner), unit, disposition=way, reason="Because")
    assert kinds(owner) == []
    assert seconds_later(owner, unit, 60) == []


def test_money_going_back_tells_nothing(owner: Actor, unit: UUID) -> None:
    """The refund and the goods are two questions: worn goods may be paid and never sold again."""
    inspect(key(owner), unit, findings=[Finding.WORN])
    assert kinds(owner) == []
    with tenancy.entered(owner.shop_id):
        assert OutboxEvent.objects.filter(kind="refund.promised").exists()


def test_a_unit_that_goes_elsewhere_after_all_is_taken_out_again(picker: Actor, unit: UUID) -> None:
    inspect(picker, unit)
    assert seconds_later(picker, unit, 11) == ["unit.restocked"]
    with clock.at(clock.now() + timedelta(minutes=5)):
        warehouse.redecide_disposition(by=picker, unit_id=unit, disposition=Disposition.OUTLET, reason="A stain")
        assert kinds(picker) == ["unit.restocked"]
        assert seconds_later(picker, unit, 11) == ["unit.restocked", "unit.taken_out"]
    assert told(picker)[-1][1]["disposition"] == "outlet"


def test_second_thoughts_before_it_was_told_tell_nothing(picker: Actor, unit: UUID) -> None:
    inspect(picker, unit)
    with clock.at(clock.now() + timedelta(seconds=5)):
        warehouse.redecide_disposition(by=picker, unit_id=unit, disposition=Disposition.OUTLET, reason="A stain")
        assert seconds_later(picker, unit, 6) == [], "the second decision may still be taken back"
        assert seconds_later(picker, unit, 11) == []


def test_sent_to_stock_later_is_told_then(picker: Actor, unit: UUID) -> None:
    inspect(picker, unit, disposition=Disposition.REPACK)
    assert seconds_later(picker, unit, 11) == []
    with clock.at(clock.now() + timedelta(hours=1)):
        warehouse.redecide_disposition(by=picker, unit_id=unit, disposition=Disposition.RESTOCK, reason="Repacked")
        assert seconds_later(picker, unit, 11) == ["unit.restocked"]


def test_a_box_nobody_announced_is_told_without_a_return(owner: Actor, order: UUID) -> None:
    counted = operations.CountedUnits(sku="ROBE-M")
    box = operations.receive(by=owner, code="NOBODY-KNOWS", location=None, units=[counted])
    inspect(key(owner), box.arrival.units[0].id, disposition=Disposition.RESTOCK)
    ((_, data),) = told(owner)
    assert (data["return_id"], data["order_external_id"], data["sku"]) == (None, "", "ROBE-M")


def test_a_decision_made_by_a_clock_ahead_of_ours_is_told_later_and_not_lost(picker: Actor, unit: UUID) -> None:
    with clock.at(clock.now() + timedelta(seconds=20)):
        inspect(picker, unit)
    assert seconds_later(picker, unit, 11) == []
    (waits,) = waiting_for(unit)[-1:]
    assert waits > timedelta(seconds=5), "the job asks again instead of ending"
    assert seconds_later(picker, unit, 32) == ["unit.restocked"]
    assert len(waiting_for(unit)) == 2, "once it is told nobody asks again"


def waiting_for(unit: UUID) -> list[timedelta]:
    """How long the jobs about this unit still wait, the latest last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT scheduled_at - now() FROM procrastinate_jobs WHERE args->>'unit_id' = %s ORDER BY id", [str(unit)]
        )
        return [row[0] for row in cursor.fetchall()]
