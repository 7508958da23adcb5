"""Boxes that hold too little, something else, or too much: a person is asked, and nobody is told what is not true."""

from datetime import datetime
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_journey import asked, key, react, received, see
from volte.catalogue import operations as take_in
from volte.catalogue import queries as catalogue
from volte.kit.errors import Conflict, Invalid
from volte.kit.words import Resolution
from volte.logistics.rules.tracking import ScanKind
from volte.messages import queries as mails
from volte.money import queries as money
from volte.returns import operations, queues
from volte.returns.operations import CountedUnits
from volte.returns.queues import Queue
from volte.returns.rules.lifecycle import Outcome, Status
from volte.returns.rules.request import WantedItem
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.warehouse.operations import Received
from volte.warehouse.rules import inspection
from volte.warehouse.rules.inspection import Finding, Question
from volte.warehouse.rules.receiving import Match

TWO = WantedItem(line="l1", quantity=2, reason="too-small")


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


def opened(owner: Actor, return_id: UUID, *units: CountedUnits) -> Received:
    code = see(owner, return_id).parcel_code
    return operations.receive(by=owner, code=code, location=None, units=units)


def looked_at(owner: Actor, box: Received, *findings: Finding) -> None:
    for unit in box.arrival.units:
        operations.inspect(by=key(owner), unit_id=unit.id, findings=findings)
    react()


def in_review(owner: Actor) -> list[str]:
    with tenancy.entered(owner.shop_id):
        return [row.doubt for row in queues.listed(wanted=Queue("review"))]


def test_an_incomplete_box_asks_a_person_and_what_came_goes_on(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    looked_at(owner, opened(owner, return_id, CountedUnits(line="l1")))
    view = see(owner, return_id)
    assert (view.waits_for, view.doubt, view.items[0].absent) == ("shop", "incomplete", 1)
    assert view.items[0].settled == 1
    assert in_review(owner) == ["incomplete"]


def test_closing_ends_it_with_what_came_and_frees_the_rest(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    looked_at(owner, opened(owner, return_id, CountedUnits(line="l1")))
    with pytest.raises(Invalid):
        operations.close_box(by=owner, return_id=return_id, reason="  ")
    operations.close_box(by=owner, return_id=return_id, reason="Une seule robe était dans le colis.")
    view = see(owner, return_id)
    assert (view.status, view.waits_for, view.doubt) == (Status.SETTLED, "", "")
    assert (view.items[0].missing, view.items[0].settled, view.items[0].outcome) == (1, 1, Outcome.REFUNDED)
    with tenancy.entered(owner.shop_id):
        line = catalogue.order(order_id=order).line(id="l1")
        told = [mail.occasion.value for mail in mails.mails_of(subject_id=return_id)]
    assert line is not None
    assert line.units_left == 1
    assert told[-1] == "inspected_difference"
    asked(shopper, order, WantedItem(line="l1", quantity=1))
    with pytest.raises(Conflict):
        operations.close_box(by=owner, return_id=return_id, reason="encore")


def test_a_second_box_answers_the_first(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    opened(owner, return_id, CountedUnits(line="l1"))
    received(owner, see(owner, return_id))
    view = see(owner, return_id)
    assert (view.waits_for, view.doubt, view.items[0].absent) == ("", "", 0)


def test_waiting_for_the_rest_leaves_the_queue(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    opened(owner, return_id, CountedUnits(line="l1"))
    operations.await_rest(by=owner, return_id=return_id)
    assert see(owner, return_id).waits_for == ""
    assert see(owner, return_id).items[0].absent == 1
    opened(owner, return_id, CountedUnits(line="l1"))
    assert see(owner, return_id).doubt == ""


def test_a_box_with_nothing_of_it_is_not_asked_for_again(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    operations.receive_empty(by=owner, code=see(owner, return_id).parcel_code, location=None)
    view = see(owner, return_id)
    assert (view.status, view.doubt, view.waits_for) == (Status.IN_TRANSIT, "incomplete", "shop")
    operations.close_box(by=owner, return_id=return_id, reason="Le colis était vide.")
    view = see(owner, return_id)
    assert view.status is Status.SETTLED
    assert view.items[0].outcome is Outcome.REFUSED
    with tenancy.entered(owner.shop_id):
        assert money.promises(subject_id=return_id) == ()


def test_another_article_in_its_place_counts_as_looked_at_and_pays_nothing(
    shopper: Actor, owner: Actor, order: UUID
) -> None:
    return_id = asked(shopper, order)
    box = opened(owner, return_id, CountedUnits(line="l1", sku="TASSE"))
    assert [unit.match for unit in box.arrival.units] == [Match.WRONG_ITEM]
    assert (see(owner, return_id).doubt, in_review(owner)) == ("wrong_item", ["wrong_item"])
    looked_at(owner, box)
    view = see(owner, return_id)
    assert (view.items[0].inspected, view.items[0].passed, view.items[0].settled) == (1, 0, 0)
    assert (view.status, view.waits_for) == (Status.INSPECTED, "shop")
    operations.refuse(by=owner, return_id=return_id, reason="Ce n'est pas notre robe.")
    view = see(owner, return_id)
    assert (view.status, view.doubt, view.items[0].rejected) == (Status.SETTLED, "", 1)


def test_a_wrong_article_taken_as_it_is_is_paid(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    looked_at(owner, opened(owner, return_id, CountedUnits(line="l1", sku="TASSE")))
    operations.approve(by=owner, return_id=return_id)
    view = see(owner, return_id)
    assert (view.status, view.items[0].settled, view.doubt) == (Status.SETTLED, 1, "")


def test_one_article_too_many_is_nobodys_unit(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    box = opened(owner, return_id, CountedUnits(line="l1"), CountedUnits(sku="TASSE"))
    looked_at(owner, box)
    view = see(owner, return_id)
    assert (view.doubt, view.waits_for, view.items[0].inspected) == ("extra", "shop", 1)
    assert view.status is Status.SETTLED
    operations.await_rest(by=owner, return_id=return_id, reason="Tasse renvoyée à Camille.")
    assert see(owner, return_id).waits_for == ""


def test_undoing_the_look_at_an_extra_takes_nothing_from_the_item(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order)
    box = opened(owner, return_id, CountedUnits(line="l1", quantity=2))
    expected = next(unit for unit in box.arrival.units if unit.match is Match.EXPECTED)
    extra = next(unit for unit in box.arrival.units if unit.match is Match.EXTRA)
    operations.inspect(by=owner, unit_id=expected.id, findings=())
    operations.inspect(by=owner, unit_id=extra.id, findings=())
    operations.undo_inspection(by=owner, unit_id=extra.id)
    assert see(owner, return_id).items[0].inspected == 1


def test_units_paid_before_they_came_cannot_be_taken_back_by_closing(
    shopper: Actor, owner: Actor, order: UUID, gateway: FakeGateway, today: datetime
) -> None:
    return_id = asked(shopper, order, TWO)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.LOST, at=today)
    view = see(owner, return_id)
    assert view.items[0].settled == 2
    assert view.items[0].absent == 0
    with pytest.raises(Conflict):
        operations.close_box(by=owner, return_id=return_id, reason="x")


def test_an_exchange_of_what_was_paid_back_elsewhere_asks_a_person(shopper: Actor, owner: Actor, order: UUID) -> None:
    larger = WantedItem("l1", 2, "too-small", resolution=Resolution.EXCHANGE, exchange_sku="ROBE-L")
    return_id = asked(shopper, order, larger)
    box = opened(owner, return_id)
    elsewhere = {"id": "r1", "amount": 8000, "lines": [{"line": "l1", "quantity": 2}], "at": "2026-11-09T10:00:00Z"}
    take_in.take_in(by=owner, document=cast.order(refunds=[elsewhere]))
    looked_at(owner, box)
    view = see(owner, return_id)
    assert (view.doubt, view.waits_for, view.items[0].settled) == ("exchange", "shop", 0)
    with tenancy.entered(owner.shop_id):
        assert not OutboxEvent.objects.filter(failures__gt=0).exists()
    operations.await_rest(by=owner, return_id=return_id)
    assert see(owner, return_id).doubt == "exchange"
    operations.close_box(by=owner, return_id=return_id, reason="Déjà remboursé par la boutique de Paris.")
    view = see(owner, return_id)
    assert (view.status, view.doubt, view.items[0].outcome) == (Status.SETTLED, "", Outcome.REFUSED)


def test_a_hygiene_article_in_an_oddly_named_category_is_asked_for_its_seal(owner: Actor, order: UUID) -> None:
    line = cast.order()["lines"][1] | {"category": ["Nouveautés"], "traits": ["sealed"]}
    odd = cast.order("1002", lines=[cast.order()["lines"][0], line])
    order_id = take_in.take_in(by=owner, document=odd).order_id
    shopper = Actor.shopper(owner.shop_id, order_id=order_id, language="fr", name="Camille")
    return_id = asked(shopper, order_id, WantedItem(line="l2", quantity=1))
    (unit,) = received(owner, see(owner, return_id)).arrival.units
    assert Question.SEAL in dict(inspection.checklist(unit.group))


def test_rejected_units_are_no_longer_in_doubt(shopper: Actor, owner: Actor, order: UUID) -> None:
    return_id = asked(shopper, order, TWO)
    box = opened(owner, return_id, CountedUnits(line="l1", quantity=2))
    operations.inspect(by=key(owner), unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    assert see(owner, return_id).items[0].doubtful == 1
    operations.refuse(by=owner, return_id=return_id, reason="Ce n'est pas notre robe.")
    (item,) = see(owner, return_id).items
    assert (item.rejected, item.doubtful) == (1, 0)
