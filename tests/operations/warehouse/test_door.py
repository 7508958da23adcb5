"""Opening parcels: announced or not, complete or not, several returns in one."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound, TooLarge
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import OF_ROLE, Role
from volte.warehouse import operations, queries
from volte.warehouse.models import Arrival, Unit
from volte.warehouse.rules import receiving
from volte.warehouse.rules.receiving import Counted, Expected, Match


def told(kind: str) -> list[dict[str, Any]]:
    return [row.data for row in OutboxEvent.objects.filter(kind=kind).order_by("id")]


def test_one_unit_for_each_thing(owner: Actor, dress: Expected, mug: Expected) -> None:
    received = operations.receive(
        by=owner,
        code=" #r7k2-m4qx\n",
        units=[Counted(line=dress.line, quantity=2), Counted(sku="TASSE")],
        expected=[dress, mug],
    )
    arrival = received.arrival
    assert (arrival.code, arrival.location, arrival.blind, received.missing) == ("R7K2-M4QX", "lyon", False, ())
    assert [(unit.sku, unit.match, unit.title) for unit in arrival.units] == [
        ("ROBE-M", Match.EXPECTED, "Robe Inès"),
        ("ROBE-M", Match.EXPECTED, "Robe Inès"),
        ("TASSE", Match.EXPECTED, "Tasse"),
    ]
    with tenancy.entered(owner.shop_id):
        assert queries.arrival(arrival_id=arrival.id) == arrival
        assert queries.arrivals_of_code(code="R7K2-M4QX") == [arrival]
        [event] = told("arrival.received")
        assert [unit["unit"] for unit in event["units"]] == [str(unit.id) for unit in arrival.units]
        assert event["missing"] == []


def test_what_is_missing_is_told_and_comes_in_a_second_parcel(owner: Actor, dress: Expected) -> None:
    first = operations.receive(by=owner, code="A", units=[Counted(line=dress.line)], expected=[dress])
    assert [line.quantity for line in first.missing] == [1]
    with tenancy.entered(owner.shop_id):
        assert [
            line.quantity for line in receiving.still_open(agreed=[dress], came=queries.came(lines=[dress.line]))
        ] == [1]
        assert told("arrival.received")[0]["missing"][0]["quantity"] == 1
    second = operations.receive(by=owner, code="B", units=[Counted(line=dress.line, quantity=2)], expected=[dress])
    assert [unit.match for unit in second.arrival.units] == [Match.EXPECTED, Match.EXTRA]


def test_several_returns_in_one_box(owner: Actor, dress: Expected) -> None:
    paul = Expected(UUID(int=2), uuid4(), "BOTTES-39", 1)
    received = operations.receive(
        by=owner, code="A", units=[Counted(line=dress.line), Counted(line=paul.line)], expected=[dress, paul]
    )
    assert [unit.subject_id for unit in received.arrival.units] == [dress.subject, paul.subject]
    with tenancy.entered(owner.shop_id):
        found = queries.units_of_subjects(subject_ids=[dress.subject, paul.subject, uuid4()])
    assert {subject: len(units) for subject, units in found.items()} == {dress.subject: 1, paul.subject: 1}


def test_a_parcel_nobody_announced_is_received_and_found_a_home(owner: Actor, mug: Expected) -> None:
    received = operations.receive(by=owner, code="?" * 200, location="paris", units=[Counted()])
    [unit] = received.arrival.units
    assert (received.arrival.blind, received.arrival.location) == (True, "paris")
    assert (unit.match, unit.subject_id, unit.sku) == (Match.UNANNOUNCED, None, "")
    resolved = operations.resolve_blind(by=owner, unit_id=unit.id, line=mug)
    assert (resolved.match, resolved.subject_id, resolved.sku) == (Match.EXPECTED, mug.subject, "TASSE")
    with pytest.raises(Conflict, match="unit_already_resolved"):
        operations.resolve_blind(by=owner, unit_id=unit.id, line=mug)
    with tenancy.entered(owner.shop_id):
        assert told("unit.resolved")[0]["line_id"] == str(mug.line)


def test_a_line_that_is_full_takes_a_found_unit_as_extra(owner: Actor, mug: Expected) -> None:
    operations.receive(by=owner, code="A", units=[Counted(line=mug.line)], expected=[mug])
    [loose] = operations.receive(by=owner, code="B", units=[Counted(sku="TASSE")]).arrival.units
    assert operations.resolve_blind(by=owner, unit_id=loose.id, line=mug).match is Match.EXTRA


def test_an_empty_box_is_an_arrival_without_units(owner: Actor, mug: Expected) -> None:
    received = operations.receive(by=owner, code="A", units=[], expected=[mug])
    assert (received.arrival.units, received.missing) == ((), (mug,))


@pytest.mark.parametrize(
    ("given", "refusal", "code"),
    [
        ({"units": [Counted(quantity=0)]}, Invalid, "unit_count_invalid"),
        ({"units": [Counted(quantity=1001)]}, TooLarge, "arrival_too_large"),
        ({"units": [Counted()], "location": "atlantis"}, Invalid, "location_unknown"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    owner: Actor, given: dict[str, Any], refusal: type[Exception], code: str
) -> None:
    with pytest.raises(refusal, match=code):
        operations.receive(by=owner, code="A", **given)
    with tenancy.entered(owner.shop_id):
        assert not Arrival.objects.exists() and not Unit.objects.exists()


def test_the_pile_to_look_at(owner: Actor, dress: Expected, mug: Expected) -> None:
    operations.receive(by=owner, code="A", units=[Counted(line=dress.line, quantity=2)], expected=[dress])
    operations.receive(by=owner, code="B", location="paris", units=[Counted(sku="TASSE")], expected=[mug])
    with tenancy.entered(owner.shop_id):
        pile = queries.awaiting_inspection()
        assert [unit.sku for unit in pile] == ["ROBE-M", "ROBE-M", "TASSE"]
        assert queries.awaiting_inspection(limit=2) == pile[:2]
        assert queries.awaiting_inspection(after=pile[1].id) == pile[2:]
        assert [unit.sku for unit in queries.awaiting_inspection(location="paris")] == ["TASSE"]
        assert queries.waiting().count == 3
        assert queries.waiting(location="paris").late == 0


def test_agents_do_not_receive_and_strangers_see_nothing(owner: Actor, other_shop: UUID, mug: Expected) -> None:
    [unit] = operations.receive(by=owner, code="A", units=[Counted()]).arrival.units
    with pytest.raises(NotAllowed):
        operations.receive(
            by=Actor(owner.shop_id, "member", None, "Agathe", OF_ROLE[Role.AGENT]), code="A", units=[Counted()]
        )
    stranger = Actor.system(other_shop)
    with pytest.raises(NotFound, match="unit_unknown"):
        operations.resolve_blind(by=stranger, unit_id=unit.id, line=mug)
    with tenancy.entered(other_shop):
        assert queries.arrivals_of_code(code="A") == []
