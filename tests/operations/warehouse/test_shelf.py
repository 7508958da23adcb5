"""Stock that can be promised: counted, held, let go, gone; never more than there is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.models import Sum

from volte.kit.errors import Conflict, Invalid, NotFound, Refused
from volte.runtime import tenancy, texts
from volte.runtime.actor import Actor
from volte.warehouse import operations, queries
from volte.warehouse.models import StockEvent
from volte.warehouse.rules.stock import Level

PAUL = UUID(int=2)


def levels(owner: Actor, sku: str = "ROBE-M") -> list[tuple[str, int, int]]:
    with tenancy.entered(owner.shop_id):
        return [(level.location, level.on_hand, level.reserved) for level in queries.stock(skus=[sku]).get(sku, [])]


def counted(owner: Actor, on_hand: int, location: str = "lyon") -> Level:
    return operations.set_on_hand(by=owner, sku="ROBE-M", location=location, on_hand=on_hand)


def test_counting_says_what_lies_there(owner: Actor) -> None:
    assert counted(owner, 12).available == 12
    assert counted(owner, 12).on_hand == 12
    counted(owner, 9)
    with tenancy.entered(owner.shop_id):
        assert list(StockEvent.objects.order_by("id").values_list("kind", "on_hand_change")) == [
            ("counted", 12),
            ("counted", -3),
        ]
        assert queries.available(skus=["ROBE-M", "TASSE"]) == {"ROBE-M": 9}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"on_hand": -1}, "unit_count_invalid"),
        ({"on_hand": 2**40}, "unit_count_invalid"),
        ({"location": "atlantis"}, "location_unknown"),
        ({"sku": ""}, "restock_needs_sku"),
    ],
)
def test_counts_that_cannot_be(owner: Actor, given: dict[str, Any], code: str) -> None:
    right: dict[str, Any] = {"sku": "ROBE-M", "location": "lyon", "on_hand": 1}
    with pytest.raises(Invalid, match=code):
        operations.set_on_hand(by=owner, **(right | given))


def test_a_promise_is_held_where_most_is_free(owner: Actor) -> None:
    counted(owner, 1)
    counted(owner, 3, "paris")
    held = operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M", quantity=2)
    assert held.location == "paris"
    assert levels(owner) == [("lyon", 1, 0), ("paris", 3, 2)]
    assert operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M", location="paris").location == "paris"
    with pytest.raises(Conflict, match="stock_unavailable"):
        operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M", location="paris")
    with pytest.raises(Conflict, match="stock_unavailable"):
        operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M", quantity=2)


def test_nothing_is_promised_of_what_nobody_counted(owner: Actor) -> None:
    with pytest.raises(Conflict, match="stock_unavailable"):
        operations.reserve(by=owner, subject_id=PAUL, sku="INCONNU")
    with pytest.raises(Invalid, match="unit_count_invalid"):
        operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M", quantity=0)


def test_letting_go_and_leaving(owner: Actor) -> None:
    counted(owner, 2)
    one = operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M")
    two = operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M")
    operations.release(by=owner, reservation_id=one.reservation_id)
    operations.release(by=owner, reservation_id=one.reservation_id)
    assert levels(owner) == [("lyon", 2, 1)]
    operations.commit(by=owner, reservation_id=two.reservation_id)
    operations.commit(by=owner, reservation_id=two.reservation_id)
    assert levels(owner) == [("lyon", 1, 0)]
    attempts: list[Callable[[], object]] = [
        lambda: operations.commit(by=owner, reservation_id=one.reservation_id),
        lambda: operations.release(by=owner, reservation_id=two.reservation_id),
    ]
    for attempt in attempts:
        with pytest.raises(Conflict, match="reservation_ended"):
            attempt()


def test_the_shelf_was_counted_lower_than_promised(owner: Actor) -> None:
    counted(owner, 1)
    held = operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M")
    assert counted(owner, 0).available == 0
    with pytest.raises(Conflict, match="stock_unavailable"):
        operations.commit(by=owner, reservation_id=held.reservation_id)
    operations.release(by=owner, reservation_id=held.reservation_id)
    assert levels(owner) == [("lyon", 0, 0)]


def test_the_events_add_up_to_the_figures(owner: Actor) -> None:
    counted(owner, 5)
    held = [operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M") for _ in range(3)]
    operations.commit(by=owner, reservation_id=held[0].reservation_id)
    operations.release(by=owner, reservation_id=held[1].reservation_id)
    with tenancy.entered(owner.shop_id):
        added = StockEvent.objects.aggregate(on_hand=Sum("on_hand_change"), reserved=Sum("reserved_change"))
    assert levels(owner) == [("lyon", added["on_hand"], added["reserved"])] == [("lyon", 4, 1)]


def test_another_shop_has_its_own_shelves(owner: Actor, other_shop: UUID) -> None:
    counted(owner, 5)
    stranger = Actor.system(other_shop)
    held = operations.reserve(by=owner, subject_id=PAUL, sku="ROBE-M")
    with pytest.raises(Conflict, match="stock_unavailable"):
        operations.reserve(by=stranger, subject_id=PAUL, sku="ROBE-M")
    for verb in (operations.release, operations.commit):
        with pytest.raises(NotFound, match="reservation_unknown"):
            verb(by=stranger, reservation_id=held.reservation_id)
    with pytest.raises(NotFound):
        operations.release(by=owner, reservation_id=uuid4())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_refusal_has_a_sentence(language: str) -> None:
    refusals: dict[str, dict[str, Any]] = {
        "unit_unknown": {},
        "arrival_unknown": {},
        "location_unknown": {"location": "x"},
        "unit_count_invalid": {},
        "arrival_too_large": {"most": 1000},
        "unit_already_resolved": {},
        "unit_already_inspected": {},
        "unit_not_inspected": {},
        "finding_unknown": {"finding": "x"},
        "findings_contradict": {"first": "worn", "second": "unworn"},
        "grade_needs_reason": {"proposed": "C", "chosen": "B"},
        "destruction_needs_reason": {},
        "restock_needs_sku": {},
        "disposition_needs_reason": {},
        "disposition_same": {},
        "nothing_to_undo": {},
        "undo_too_late": {"seconds": 10},
        "stock_promised": {"sku": "x"},
        "stock_unavailable": {"sku": "x"},
        "reservation_unknown": {},
        "reservation_ended": {},
    }
    for code, params in refusals.items():
        assert texts.refusal(Refused(code, **params), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_of_the_floor_can_be_said(language: str) -> None:
    from volte.kit.words import Disposition
    from volte.warehouse.rules import disposition, grading, inspection, receiving, states

    ids = [f"warehouse-finding-{finding}" for finding in inspection.Finding]
    ids += [f"warehouse-question-{question}" for question in inspection.Question]
    ids += [f"warehouse-fine-{question}" for question in inspection.Question]
    ids += [f"warehouse-grade-{grade.lower()}" for grade in grading.Grade]
    ids += [f"warehouse-disposition-{way}" for way in Disposition]
    ids += [f"warehouse-reason-{line.name}" for line in disposition._TABLE]
    ids += [f"warehouse-match-{match}" for match in receiving.Match]
    ids += [f"warehouse-status-{status}" for status in states.UnitStatus]
    ids += [f"warehouse-history-{kind}" for kind in states.InspectionKind]
    for text_id in ids:
        assert texts.say(text_id, language), text_id
    assert "L541-15-8" in texts.say("warehouse-reason-law", language, source="C. env. L541-15-8")
