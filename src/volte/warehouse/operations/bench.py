"""At the bench: a person looks at a unit, says what it is worth and where it goes, and may think again."""

from collections.abc import Collection
from uuid import UUID

from volte.kit.errors import Conflict, Invalid, NotFound
from volte.kit.words import Disposition
from volte.runtime import clock, hot, outbox
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import events, levels, queries
from volte.warehouse.models import Inspection, Unit
from volte.warehouse.queries import Outlook, UnitView
from volte.warehouse.rules import disposition as disposition_rules
from volte.warehouse.rules import inspection, states, stock
from volte.warehouse.rules.grading import Grade
from volte.warehouse.rules.inspection import Finding
from volte.warehouse.rules.states import InspectionKind, UnitStatus


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
    """Write down what was seen of a unit that awaits inspection, its grade and where it goes; `grade` and
    `disposition` left out are those of the rules. With `restock` its stock rises by one.

    Refuses `unit_unknown`, `unit_already_inspected`, `findings_contradict`, `grade_needs_reason` (another grade than
    the findings give), `destruction_needs_reason`, `restock_needs_sku`.
    """
    row = _locked(unit_id)
    if row.status != UnitStatus.AWAITING:
        raise Conflict("unit_already_inspected")
    found = frozenset(findings)
    outlook, why = _outlook(row, found, grade), (reason or "").strip()[:500]
    if grade not in (None, outlook.graded.grade) and not why:
        raise Invalid("grade_needs_reason", proposed=outlook.graded.grade, chosen=grade)
    chosen = disposition or outlook.proposal.disposition
    _check_choice(row, chosen, found, why)
    now = clock.now()
    row.status, row.grade, row.graded_at = UnitStatus.INSPECTED, grade or outlook.graded.grade, now
    row.disposition, row.decided_at = chosen or "", now if chosen else None
    hot.save(row)
    _note(by, row, InspectionKind.INSPECTED, before="", reason=why, findings=found, outlook=outlook)
    outbox.announce(_graded(by, row, found, outlook), subject_id=row.id)
    _restock(by, row, before=None)
    return queries.view(row)


@operation(Permission.WAREHOUSE_INSPECT, Permission.STOCK_WRITE)
def redecide_disposition(*, by: Actor, unit_id: UUID, disposition: Disposition, reason: str) -> UnitView:
    """Send an inspected unit somewhere else than decided before; stock follows when `restock` is left or chosen.

    Refuses `unit_unknown`, `unit_not_inspected`, `disposition_needs_reason`, `disposition_same`, `restock_needs_sku`
    and `stock_promised` (the unit was restocked and is promised to somebody).
    """
    row, why = _locked(unit_id), reason.strip()[:500]
    if row.status != UnitStatus.INSPECTED:
        raise Conflict("unit_not_inspected")
    if not why:
        raise Invalid("disposition_needs_reason")
    before = _disposition(row)
    if before is disposition:
        raise Conflict("disposition_same", disposition=disposition)
    _check_choice(row, disposition, frozenset(), why)
    row.disposition, row.decided_at = disposition, clock.now()
    hot.save(row)
    _note(by, row, InspectionKind.REDECIDED, before=before or "", reason=why)
    outbox.announce(_changed(by, row, before, why), subject_id=row.id)
    _restock(by, row, before=before)
    return queries.view(row)


@operation(Permission.WAREHOUSE_INSPECT)
def undo_last(*, by: Actor, unit_id: UUID) -> UnitView:
    """Take back one's own last look or decision within ten seconds: by a further row, never by erasing one.

    Refuses `unit_unknown`, `nothing_to_undo`, `undo_too_late` and `stock_promised`.
    """
    row = _locked(unit_id)
    last = Inspection.objects.filter(unit_id=row.id).order_by("-at", "-id").first()
    mine = last is not None and (last.by_kind, last.by_id, last.by_name) == (by.kind, by.id, by.name[:120])
    if last is None or not mine or last.kind == InspectionKind.UNDONE:
        raise Conflict("nothing_to_undo")
    if not states.can_undo(at=last.at, now=clock.now()):
        raise Conflict("undo_too_late", seconds=int(states.UNDO_WITHIN.total_seconds()))
    before = _disposition(row)
    row.disposition, row.decided_at = last.disposition_before, clock.now() if last.disposition_before else None
    if last.kind == InspectionKind.INSPECTED:
        row.status, row.grade, row.graded_at = UnitStatus.AWAITING, "", None
    hot.save(row)
    _note(by, row, InspectionKind.UNDONE, before=before or "")
    told = events.InspectionUndone(
        unit_id=row.id, subject_id=row.subject_id, line_id=row.line_id, undone=str(last.kind)
    )
    outbox.announce(told, subject_id=row.id)
    _restock(by, row, before=before)
    return queries.view(row)


@operation(Permission.WAREHOUSE_INSPECT)
def note_sellable(*, by: Actor, unit_id: UUID) -> int | None:
    """What the shop is to hear of this unit now: 1 it can be sold again, -1 it no longer can, 0 nothing new.

    Whoever asks tells it, in the same transaction: it is noted as told. None while the last decision may still be
    taken back: ask again later. Whoever decided may have done so by a clock ahead of ours.
    """
    row = _locked(unit_id)
    last = Inspection.objects.filter(unit_id=row.id).order_by("-at", "-id").first()
    by_hand = last is not None and last.by_kind == "member" and last.kind != InspectionKind.UNDONE
    if last is None:
        return 0
    if by_hand and states.can_undo(at=last.at, now=clock.now()):
        return None
    sellable = row.status == UnitStatus.INSPECTED and _disposition(row) is Disposition.RESTOCK
    change = int(sellable) - int(row.told_sellable)
    if change != 0:
        row.told_sellable = sellable
        hot.save(row)
    return change


def _locked(unit_id: UUID) -> Unit:
    """The unit, held until this transaction ends: two people at one bench act one after the other."""
    row = hot.first(Unit, lock=True, id=unit_id)
    if row is None:
        raise NotFound("unit_unknown")
    return row


def _outlook(row: Unit, found: frozenset[Finding], grade: Grade | None) -> Outlook:
    wrong = inspection.contradiction(found)
    if wrong is not None:
        raise Invalid("findings_contradict", first=wrong.first, second=wrong.second)
    return queries.outlook_of(seen=queries.view(row), findings=found, grade=grade)


def _check_choice(row: Unit, chosen: Disposition | None, found: frozenset[Finding], why: str) -> None:
    if chosen is Disposition.RESTOCK and not row.sku:
        raise Invalid("restock_needs_sku")
    if chosen is not Disposition.DESTROY or why:
        return
    country = queries.country_of(row.location)
    if disposition_rules.reason_asked(chosen=chosen, findings=found, country=country):
        raise Invalid("destruction_needs_reason")


def _disposition(row: Unit) -> Disposition | None:
    return Disposition(row.disposition) if row.disposition else None


def _restock(by: Actor, row: Unit, *, before: Disposition | None) -> None:
    """Let stock follow the decision. The shop hears of it once nobody can take it back (see `note_sellable`)."""
    change = stock.change(before=before, after=_disposition(row))
    if change != 0:
        levels.move_unit(by=by, unit=row, change=change)


def _note(
    by: Actor,
    row: Unit,
    kind: InspectionKind,
    *,
    before: str,
    reason: str = "",
    findings: frozenset[Finding] = frozenset(),
    outlook: Outlook | None = None,
) -> None:
    Inspection.of_shop(
        unit=row,
        kind=kind,
        findings=[finding.value for finding in Finding if finding in findings],
        proposed_grade=outlook.graded.grade if outlook else "",
        grade=row.grade,
        proposed_disposition=(outlook.proposal.disposition or "") if outlook else "",
        disposition_before=before,
        disposition=row.disposition,
        reason=reason,
        by_kind=by.kind,
        by_id=by.id,
        by_name=by.name[:120],
        at=clock.now(),
    ).insert_late()


def _graded(by: Actor, row: Unit, found: frozenset[Finding], outlook: Outlook) -> events.UnitGraded:
    return events.UnitGraded(
        unit_id=row.id,
        arrival_id=row.arrival_id,
        subject_id=row.subject_id,
        line_id=row.line_id,
        sku=row.sku,
        match=row.match,
        findings=[finding.value for finding in Finding if finding in found],
        grade=row.grade,
        disposition=row.disposition,
        overridden=row.grade != outlook.graded.grade,
        undo_open=by.kind == "member",
    )


def _changed(by: Actor, row: Unit, before: Disposition | None, why: str) -> events.DispositionChanged:
    return events.DispositionChanged(
        unit_id=row.id,
        subject_id=row.subject_id,
        before=before or "",
        disposition=row.disposition,
        reason=why,
        undo_open=by.kind == "member",
    )
