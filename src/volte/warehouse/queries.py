"""Questions about arrivals, units and stock, asked inside an entered shop. Never write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from volte.kit.errors import NotFound
from volte.kit.words import Disposition, Fault
from volte.runtime import clock, late, shop_settings, sql, tenancy
from volte.warehouse.models import Arrival, Inspection, Stock, Unit
from volte.warehouse.rules import disposition as disposition_rules
from volte.warehouse.rules import dwell as dwell_rules
from volte.warehouse.rules import grading
from volte.warehouse.rules.disposition import Circumstances, Proposal
from volte.warehouse.rules.dwell import Dwell
from volte.warehouse.rules.grading import Grade, Graded
from volte.warehouse.rules.inspection import Finding, Group
from volte.warehouse.rules.receiving import Match
from volte.warehouse.rules.states import InspectionKind, UnitStatus
from volte.warehouse.rules.stock import Level


@dataclass(frozen=True, slots=True)
class UnitView:
    """One physical thing as others see it. `grade` and `disposition` are None until there are any."""

    id: UUID
    arrival_id: UUID
    subject_id: UUID | None
    line_id: UUID | None
    sku: str
    title: str
    group: Group
    fault: Fault | None
    match: Match
    status: UnitStatus
    grade: Grade | None
    disposition: Disposition | None
    location: str
    received_at: datetime
    graded_at: datetime | None
    decided_at: datetime | None

    def dwell(self, *, now: datetime) -> Dwell:
        return dwell_rules.dwell(
            received_at=self.received_at, graded_at=self.graded_at, decided_at=self.decided_at, now=now
        )


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A parcel that was opened, its units in the order counted."""

    id: UUID
    code: str
    location: str
    blind: bool
    received_at: datetime
    received_by: str
    units: tuple[UnitView, ...]


@dataclass(frozen=True, slots=True)
class InspectionView:
    """One row of a unit's history."""

    kind: InspectionKind
    findings: tuple[Finding, ...]
    proposed_grade: str
    grade: str
    proposed_disposition: str
    disposition: str
    reason: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the rules say about findings before anybody confirms them."""

    graded: Graded
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Waiting:
    """The pile to look at: how many units, since when the oldest, how many too long."""

    count: int
    oldest_at: datetime | None
    late: int


def unit(*, unit_id: UUID) -> UnitView:
    """One unit; refuses `unit_unknown`."""
    row = Unit.objects.filter(id=unit_id).first()
    if row is None:
        raise NotFound("unit_unknown")
    return view(row)


def units_of_subjects(*, subject_ids: Iterable[UUID]) -> dict[UUID, list[UnitView]]:
    """The units of many subjects, for pages and lists; a subject without units has no entry."""
    found: dict[UUID, list[UnitView]] = {}
    for row in Unit.objects.filter(subject_id__in=list(subject_ids)).order_by("id"):
        found.setdefault(row.subject_id, []).append(view(row))
    return found


def arrival(*, arrival_id: UUID) -> ArrivalView:
    """One arrival; refuses `arrival_unknown`."""
    row = Arrival.objects.filter(id=arrival_id).first()
    if row is None:
        raise NotFound("arrival_unknown")
    return arrival_view(row=row, units=list(Unit.objects.filter(arrival_id=row.id).order_by("id")))


def arrivals_of_code(*, code: str) -> Sequence[ArrivalView]:
    """What was already opened under a code, so that a second scan shows it instead of receiving it twice."""
    rows = list(Arrival.objects.filter(code=code).order_by("id"))
    units: dict[UUID, list[Unit]] = {row.id: [] for row in rows}
    for unit_row in Unit.objects.filter(arrival_id__in=list(units)).order_by("id"):
        units[unit_row.arrival_id].append(unit_row)
    return [arrival_view(row=row, units=units[row.id]) for row in rows]


def came(*, lines: Sequence[UUID]) -> dict[UUID, int]:
    """How many expected units of each line are here already."""
    if late.awaits(Unit):
        late.write()
    return dict(sql.run(_CAME, [tenancy.current(), list(lines), Match.EXPECTED.value]).fetchall())


_CAME = """
SELECT line_id, count(*) FROM volte_warehouse_unit
 WHERE shop_id = %s AND line_id = ANY(%s) AND match = %s GROUP BY line_id
"""


def awaiting_inspection(*, location: str | None = None, after: UUID | None = None, limit: int = 50) -> list[UnitView]:
    """Units nobody looked at yet, the longest waiting first; `after` is the last id of the page before."""
    rows = Unit.objects.filter(status=UnitStatus.AWAITING)
    if location is not None:
        rows = rows.filter(location=location)
    if after is not None:
        last = Unit.objects.filter(id=after).values_list("received_at", flat=True).first()
        rows = rows.filter(Q(received_at__gt=last) | Q(received_at=last, id__gt=after)) if last else rows.none()
    return [view(row) for row in rows.order_by("received_at", "id")[:limit]]


def waiting(*, location: str | None = None) -> Waiting:
    """The size and age of the pile, for queues and the floor's start page."""
    rows = Unit.objects.filter(status=UnitStatus.AWAITING)
    if location is not None:
        rows = rows.filter(location=location)
    late = Q(received_at__lt=clock.now() - dwell_rules.LATE_AFTER)
    found = rows.aggregate(count=Count("id"), oldest=Min("received_at"), late=Count("id", filter=late))
    return Waiting(found["count"], found["oldest"], found["late"])


def history(*, unit_id: UUID) -> Sequence[InspectionView]:
    """Everything seen and decided of a unit, first to last."""
    return [_inspection(row) for row in Inspection.objects.filter(unit_id=unit_id).order_by("at", "id")]


def histories(*, unit_ids: Iterable[UUID]) -> dict[UUID, list[InspectionView]]:
    """The same for many units at once; a unit nobody looked at has no entry."""
    found: dict[UUID, list[InspectionView]] = {}
    for row in Inspection.objects.filter(unit_id__in=list(unit_ids)).order_by("at", "id"):
        found.setdefault(row.unit_id, []).append(_inspection(row))
    return found


def unresolved(*, limit: int = 50) -> list[tuple[UnitView, str]]:
    """Units no return is known for, the longest here first, each with the code of the parcel it came in."""
    loose = Unit.objects.filter(line_id=None, match__in=[Match.UNANNOUNCED, Match.EXTRA]).select_related("arrival")
    return [(view(row), row.arrival.code) for row in loose.order_by("received_at", "id")[:limit]]


def country_of(location: str) -> str:
    """Where a location lies (ISO 3166-1 alpha-2); the shop's own country when it has no such location any more."""
    settings = shop_settings.of_shop(tenancy.current())
    place = settings.location(location)
    return place.country if place else settings.country


def outlook_of(*, seen: UnitView, findings: frozenset[Finding], grade: Grade | None) -> Outlook:
    """The same for a unit already at hand."""
    graded = grading.grade(findings=findings, group=seen.group)
    case = Circumstances(
        grade=grade or graded.grade,
        findings=findings,
        group=seen.group,
        country=country_of(seen.location),
        fault=seen.fault,
        known=bool(seen.sku),
        expected=seen.match is Match.EXPECTED,
    )
    return Outlook(graded, disposition_rules.propose(case))


def stock(*, skus: Iterable[str]) -> dict[str, list[Level]]:
    """The levels of skus at all places; a sku nobody ever counted has no entry."""
    found: dict[str, list[Level]] = {}
    for row in Stock.objects.filter(sku__in=list(skus)).order_by("sku", "location"):
        found.setdefault(row.sku, []).append(row.snapshot())
    return found


def available(*, skus: Iterable[str]) -> dict[str, int]:
    """How many of each sku can be promised now, over all places; a sku nobody ever counted has no entry."""
    return {sku: sum(level.available for level in levels) for sku, levels in stock(skus=skus).items()}


def view(row: Unit) -> UnitView:
    return UnitView(
        id=row.id,
        arrival_id=row.arrival_id,
        subject_id=row.subject_id,
        line_id=row.line_id,
        sku=row.sku,
        title=row.title,
        group=Group(row.group),
        fault=Fault(row.fault) if row.fault else None,
        match=Match(row.match),
        status=UnitStatus(row.status),
        grade=Grade(row.grade) if row.grade else None,
        disposition=Disposition(row.disposition) if row.disposition else None,
        location=row.location,
        received_at=row.received_at,
        graded_at=row.graded_at,
        decided_at=row.decided_at,
    )


def arrival_view(*, row: Arrival, units: Sequence[Unit]) -> ArrivalView:
    shown = tuple(view(unit_row) for unit_row in units)
    return ArrivalView(row.id, row.code, row.location, row.blind, row.received_at, row.received_by, shown)


def _inspection(row: Inspection) -> InspectionView:
    return InspectionView(
        kind=InspectionKind(row.kind),
        findings=tuple(Finding(finding) for finding in row.findings),
        proposed_grade=row.proposed_grade,
        grade=row.grade,
        proposed_disposition=row.proposed_disposition,
        disposition=row.disposition,
        reason=row.reason,
        by_name=row.by_name,
        at=row.at,
    )
