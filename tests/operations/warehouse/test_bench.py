"""Looking at units: graded by the table, decided again when the world changes, undone when a finger slipped."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.utils import IntegrityError

from volte.kit.errors import Conflict, Invalid, NotAllowed, NotFound
from volte.kit.words import Disposition
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import OF_ROLE, Role
from volte.warehouse import operations, queries
from volte.warehouse.models import Inspection, StockEvent
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Finding
from volte.warehouse.rules.receiving import Counted, Expected
from volte.warehouse.rules.states import InspectionKind, UnitStatus

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
Clock = Callable[[datetime], AbstractContextManager[None]]


@pytest.fixture
def unit(owner: Actor, dress: Expected) -> UnitView:
    """A dress on the bench."""
    return operations.receive(by=owner, code="A", units=[Counted(line=dress.line)], expected=[dress]).arrival.units[0]


def on_hand(owner: Actor, sku: str = "ROBE-M") -> int:
    with tenancy.entered(owner.shop_id):
        return sum(level.on_hand for level in queries.stock(skus=[sku]).get(sku, []))


def told(owner: Actor, kind: str) -> list[dict[str, Any]]:
    with tenancy.entered(owner.shop_id):
        return [row.data for row in OutboxEvent.objects.filter(kind=kind).order_by("id")]


def test_a_good_unit_goes_back_on_sale(owner: Actor, unit: UnitView) -> None:
    assert on_hand(owner) == 0
    seen = operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.UNWORN])
    assert (seen.status, seen.grade, seen.disposition) == (UnitStatus.INSPECTED, Grade.A, Disposition.RESTOCK)
    assert on_hand(owner) == 1
    [graded] = told(owner, "unit.graded")
    assert (graded["grade"], graded["disposition"], graded["overridden"]) == ("A", "restock", False)
    assert graded["undo_open"] is True
    with tenancy.entered(owner.shop_id):
        assert queries.waiting().count == 0


def test_what_is_not_restocked_moves_no_stock(owner: Actor, unit: UnitView) -> None:
    seen = operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.WORN])
    assert (seen.grade, seen.disposition) == (Grade.C, Disposition.SECOND_HAND)
    assert on_hand(owner) == 0


def test_two_people_at_one_bench(owner: Actor, unit: UnitView) -> None:
    operations.inspect(by=owner, unit_id=unit.id, findings=[])
    with pytest.raises(Conflict, match="unit_already_inspected"):
        operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.DAMAGED])
    assert on_hand(owner) == 1


def test_another_grade_needs_a_reason_and_keeps_both(owner: Actor, unit: UnitView) -> None:
    with pytest.raises(Invalid, match="grade_needs_reason"):
        operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.MARKED], grade=Grade.B, reason=" ")
    seen = operations.inspect(
        by=owner, unit_id=unit.id, findings=[Finding.MARKED], grade=Grade.B, reason="Part au lavage"
    )
    assert (seen.grade, seen.disposition) == (Grade.B, Disposition.OUTLET)
    with tenancy.entered(owner.shop_id):
        [row] = queries.history(unit_id=unit.id)
    assert (row.proposed_grade, row.grade, row.reason) == ("C", "B", "Part au lavage")
    assert told(owner, "unit.graded")[0]["overridden"] is True


def test_the_same_grade_needs_none(owner: Actor, unit: UnitView) -> None:
    assert operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.MARKED], grade=Grade.C).grade is Grade.C


def test_findings_that_exclude_each_other(owner: Actor, unit: UnitView) -> None:
    with pytest.raises(Invalid, match="findings_contradict"):
        operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.WORN, Finding.UNWORN])


def test_destroying_what_the_law_spares_is_written_down(owner: Actor, unit: UnitView) -> None:
    with pytest.raises(Invalid, match="destruction_needs_reason"):
        operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.DAMAGED], disposition=Disposition.DESTROY)
    operations.inspect(
        by=owner,
        unit_id=unit.id,
        findings=[Finding.DAMAGED],
        disposition=Disposition.DESTROY,
        reason="Moisissure, refusé par deux associations",
    )


def test_another_item_waits_for_a_person(owner: Actor, unit: UnitView) -> None:
    seen = operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.WRONG_ITEM])
    assert (seen.grade, seen.disposition, seen.decided_at) == (Grade.D, None, None)
    later = operations.redecide_disposition(
        by=owner, unit_id=unit.id, disposition=Disposition.DONATE, reason="La cliente n'en veut plus"
    )
    assert later.disposition is Disposition.DONATE and later.decided_at is not None


def test_a_disposition_can_be_changed_later_and_stock_follows(owner: Actor, unit: UnitView) -> None:
    operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.TAGS_REMOVED])
    assert on_hand(owner) == 0

    def send(way: Disposition) -> UnitView:
        return operations.redecide_disposition(by=owner, unit_id=unit.id, disposition=way, reason="Réétiqueté")

    send(Disposition.RESTOCK)
    assert on_hand(owner) == 1
    with pytest.raises(Conflict, match="disposition_same"):
        send(Disposition.RESTOCK)
    send(Disposition.OUTLET)
    assert on_hand(owner) == 0
    with pytest.raises(Invalid, match="disposition_needs_reason"):
        operations.redecide_disposition(by=owner, unit_id=unit.id, disposition=Disposition.DONATE, reason="  ")
    with tenancy.entered(owner.shop_id):
        assert [row.disposition for row in queries.history(unit_id=unit.id)] == ["repack", "restock", "outlet"]
        kinds = list(StockEvent.objects.order_by("id").values_list("kind", "on_hand_change"))
    assert kinds == [("restocked", 1), ("taken_out", -1)]
    assert [event["before"] for event in told(owner, "unit.disposition_changed")] == ["repack", "restock"]


def test_nothing_is_decided_again_before_it_was_seen(owner: Actor, unit: UnitView) -> None:
    with pytest.raises(Conflict, match="unit_not_inspected"):
        operations.redecide_disposition(by=owner, unit_id=unit.id, disposition=Disposition.DONATE, reason="x")


def test_a_promised_unit_cannot_be_taken_off_the_shelf(owner: Actor, unit: UnitView) -> None:
    operations.inspect(by=owner, unit_id=unit.id, findings=[])
    operations.reserve(by=owner, subject_id=UUID(int=7), sku="ROBE-M")
    with pytest.raises(Conflict, match="stock_promised"):
        operations.redecide_disposition(by=owner, unit_id=unit.id, disposition=Disposition.DONATE, reason="x")
    with tenancy.entered(owner.shop_id):
        assert queries.unit(unit_id=unit.id).disposition is Disposition.RESTOCK


def test_a_slip_is_undone_within_ten_seconds(owner: Actor, unit: UnitView, clock_at: Clock) -> None:
    with clock_at(NOON):
        operations.inspect(by=owner, unit_id=unit.id, findings=[])
    with clock_at(NOON + timedelta(seconds=10)):
        back = operations.undo_last(by=owner, unit_id=unit.id)
    assert (back.status, back.grade, back.disposition, back.graded_at) == (UnitStatus.AWAITING, None, None, None)
    assert on_hand(owner) == 0
    assert [event["undone"] for event in told(owner, "unit.inspection_undone")] == ["inspected"]
    with clock_at(NOON + timedelta(seconds=12)):
        with pytest.raises(Conflict, match="nothing_to_undo"):
            operations.undo_last(by=owner, unit_id=unit.id)
        assert operations.inspect(by=owner, unit_id=unit.id, findings=[Finding.WORN]).grade is Grade.C
    with tenancy.entered(owner.shop_id):
        kinds = [row.kind for row in queries.history(unit_id=unit.id)]
    assert kinds == [InspectionKind.INSPECTED, InspectionKind.UNDONE, InspectionKind.INSPECTED]


def test_a_decision_undone_is_the_one_before(owner: Actor, unit: UnitView, clock_at: Clock) -> None:
    with clock_at(NOON):
        operations.inspect(by=owner, unit_id=unit.id, findings=[])
        operations.redecide_disposition(by=owner, unit_id=unit.id, disposition=Disposition.DONATE, reason="x")
        back = operations.undo_last(by=owner, unit_id=unit.id)
    assert (back.status, back.grade, back.disposition) == (UnitStatus.INSPECTED, Grade.A, Disposition.RESTOCK)
    assert on_hand(owner) == 1


def test_too_late_or_not_mine(owner: Actor, unit: UnitView, clock_at: Clock) -> None:
    with clock_at(NOON):
        operations.inspect(by=owner, unit_id=unit.id, findings=[])
    picker = Actor(owner.shop_id, "member", None, "Pia", OF_ROLE[Role.PICKER])
    with clock_at(NOON + timedelta(seconds=5)), pytest.raises(Conflict, match="nothing_to_undo"):
        operations.undo_last(by=picker, unit_id=unit.id)
    with clock_at(NOON + timedelta(seconds=11)), pytest.raises(Conflict, match="undo_too_late"):
        operations.undo_last(by=owner, unit_id=unit.id)


def test_a_unit_without_a_name_cannot_be_sold(owner: Actor) -> None:
    [loose] = operations.receive(by=owner, code="?", units=[Counted()]).arrival.units
    with pytest.raises(Invalid, match="restock_needs_sku"):
        operations.inspect(by=owner, unit_id=loose.id, findings=[], disposition=Disposition.RESTOCK)
    aside = operations.inspect(by=owner, unit_id=loose.id, findings=[])
    assert (aside.grade, aside.disposition) == (Grade.A, None)


def test_history_is_only_ever_added_to(owner: Actor, unit: UnitView) -> None:
    operations.inspect(by=owner, unit_id=unit.id, findings=[])
    with pytest.raises(IntegrityError, match="append-only"), tenancy.entered(owner.shop_id):
        Inspection.objects.filter(unit_id=unit.id).delete()


def test_dwell(owner: Actor, dress: Expected, clock_at: Clock) -> None:
    with clock_at(NOON):
        received = operations.receive(by=owner, code="A", units=[Counted(line=dress.line)], expected=[dress])
    [unit] = received.arrival.units
    with clock_at(NOON + timedelta(hours=50)), tenancy.entered(owner.shop_id):
        assert (queries.waiting().late, queries.waiting().oldest_at) == (1, NOON)
    with clock_at(NOON + timedelta(hours=50)):
        seen = operations.inspect(by=owner, unit_id=unit.id, findings=[])
    assert seen.dwell(now=NOON + timedelta(days=9)).waiting == timedelta(hours=50)


def test_strangers_and_finance_keep_their_hands_off(owner: Actor, unit: UnitView, other_shop: UUID) -> None:
    finance = Actor(owner.shop_id, "member", None, "Félix", OF_ROLE[Role.FINANCE])
    with pytest.raises(NotAllowed):
        operations.inspect(by=finance, unit_id=unit.id, findings=[])
    stranger = Actor.system(other_shop)
    attempts: list[Callable[[], object]] = [
        lambda: operations.inspect(by=stranger, unit_id=unit.id, findings=[]),
        lambda: operations.undo_last(by=stranger, unit_id=unit.id),
        lambda: operations.redecide_disposition(
            by=stranger, unit_id=unit.id, disposition=Disposition.DONATE, reason="x"
        ),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound, match="unit_unknown"):
            attempt()
