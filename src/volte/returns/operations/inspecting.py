"""At the bench: a unit was looked at, and the return learns what it means."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from volte.kit.words import Disposition
from volte.returns import rows
from volte.returns.events import ReturnInspected
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import wearing
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse
from volte.warehouse import queries as warehouse_queries
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Finding
from volte.warehouse.rules.receiving import Match
from volte.warehouse.rules.states import InspectionKind

# A person may take the last look back for so long; what follows from it waits until then.
UNDO_WITHIN = timedelta(seconds=10)
# What took an item's place is looked at in its stead; what came on top is no unit of any item.
_OF_THE_ITEM = (Match.EXPECTED, Match.WRONG_ITEM)
_NOT_AS_AGREED = frozenset({Finding.WRONG_ITEM, Finding.NOT_RETURNED})


@operation(Permission.WAREHOUSE_INSPECT)
def inspect(
    *,
    by: Actor,
    unit_id: UUID,
    findings: Collection[Finding],
    grade: Grade | None = None,
    disposition: Disposition | None = None,
    reason: str | None = None,
) -> UnitView:
    """Grade a unit and say where it goes; what is owed for it follows by itself. Refuses what the warehouse refuses."""
    unit = warehouse.inspect(
        by=by, unit_id=unit_id, findings=findings, grade=grade, disposition=disposition, reason=reason
    )
    if unit.subject_id is not None and unit.line_id is not None and unit.match in _OF_THE_ITEM:
        _count(by, unit, frozenset(findings))
    return unit


@operation(Permission.WAREHOUSE_INSPECT)
def undo_inspection(*, by: Actor, unit_id: UUID) -> UnitView:
    """Take back one's last look within ten seconds. Refuses what the warehouse refuses."""
    before = warehouse.undo_last(by=by, unit_id=unit_id)
    of_an_item = before.line_id is not None and before.match in _OF_THE_ITEM
    if before.subject_id is not None and of_an_item and before.grade is None:
        row, items = rows.locked(by=by, return_id=before.subject_id)
        item = next((item for item in items if item.id == before.line_id), None)
        if item is not None and item.inspected > 0:
            item.inspected -= 1
            if wearing.ungraded(item, before) and _passed(before, item):
                item.passed -= 1
            item.passed = max(0, min(item.passed, item.inspected))
            now = clock.now()
            rows.restate(row, items, now=now)
            rows.step(row, "inspection_undone", by=by, now=now)
    return before


def _passed(unit: UnitView, item: ReturnItem) -> bool:
    """Had the look that is taken back found what was agreed? Of two units, the other may be the doubtful one."""
    looks = [one for one in warehouse_queries.history(unit_id=unit.id) if one.kind is InspectionKind.INSPECTED]
    return unit.match is Match.EXPECTED and bool(looks) and _as_agreed(item, frozenset(looks[-1].findings))


def _count(by: Actor, unit: UnitView, findings: frozenset[Finding]) -> None:
    assert unit.subject_id is not None, "asked by inspect"
    row, items = rows.locked(by=by, return_id=unit.subject_id)
    item = next((item for item in items if item.id == unit.line_id), None)
    if item is None or item.inspected >= item.quantity - item.missing:
        return
    item.inspected += 1
    agreed = unit.match is Match.EXPECTED and _as_agreed(item, findings)
    if wearing.graded(by, row, item, unit, agreed=agreed) and agreed:
        item.passed += 1
    now = clock.now()
    row.inspected_at = row.inspected_at or now
    rows.restate(row, items, now=now)
    rows.step(
        row,
        "inspected",
        by=by,
        now=now,
        unit=str(unit.id),
        title=item.title,
        grade=unit.grade.value if unit.grade else None,
        disposition=unit.disposition.value if unit.disposition else None,
    )
    _tell(by, row, unit)


def _tell(by: Actor, row: Return, unit: UnitView) -> None:
    announce(
        ReturnInspected(return_id=row.id, number=row.number, unit_id=unit.id, undo_open=by.kind == "member"),
        subject_id=row.id,
    )


def _as_agreed(item: ReturnItem, findings: frozenset[Finding]) -> bool:
    """Is this what was to come back, in a state that is owed its money without a person looking again?

    A broken seal matters only where the right to withdraw depended on it.
    """
    if findings & _NOT_AS_AGREED:
        return False
    return not (item.decision.get("seal_must_hold") and Finding.SEAL_BROKEN in findings)
