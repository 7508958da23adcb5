"""What the warehouse announces."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class ArrivalReceived(Event):
    """A parcel was opened; `blind` when nobody had announced it. `units` has one entry for each thing in it (its unit,
    return, item, sku, and how it matches what was announced), `missing` what is still to come."""

    kind: ClassVar[str] = "arrival.received"
    arrival_id: UUID
    code: str
    location: str
    blind: bool
    units: list[dict[str, Any]]
    missing: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class UnitResolved(Event):
    """A unit nobody expected was found to belong to a line of a subject."""

    kind: ClassVar[str] = "unit.resolved"
    unit_id: UUID
    subject_id: UUID
    line_id: UUID


@dataclass(frozen=True, slots=True)
class UnitGraded(Event):
    """A person looked at a unit. `disposition` is empty when a person has yet to decide; `overridden` is true when
    the grade is not the one the findings give, `undo_open` while that person may take it back (ten seconds)."""

    kind: ClassVar[str] = "unit.graded"
    unit_id: UUID
    arrival_id: UUID
    subject_id: UUID | None
    line_id: UUID | None
    sku: str
    match: str
    findings: list[str]
    grade: str
    disposition: str
    overridden: bool
    undo_open: bool = False


@dataclass(frozen=True, slots=True)
class DispositionChanged(Event):
    """It was decided again where a unit goes; `undo_open` while that may be taken back."""

    kind: ClassVar[str] = "unit.disposition_changed"
    unit_id: UUID
    subject_id: UUID | None
    before: str
    disposition: str
    reason: str
    undo_open: bool = False


@dataclass(frozen=True, slots=True)
class InspectionUndone(Event):
    """The last look (`inspected`) or decision (`redecided`) was taken back within ten seconds; after `inspected` the
    unit awaits inspection again and whatever followed from its grade has to be reconsidered."""

    kind: ClassVar[str] = "unit.inspection_undone"
    unit_id: UUID
    subject_id: UUID | None
    line_id: UUID | None
    undone: str


@dataclass(frozen=True, slots=True)
class StockCounted(Event):
    """Somebody said how many lie at a place."""

    kind: ClassVar[str] = "stock.counted"
    sku: str
    location: str
    on_hand: int
    before: int


@dataclass(frozen=True, slots=True)
class StockReserved(Event):
    """Stock was promised to a subject."""

    kind: ClassVar[str] = "stock.reserved"
    reservation_id: UUID
    subject_id: UUID
    sku: str
    location: str
    quantity: int


@dataclass(frozen=True, slots=True)
class StockReleased(Event):
    """A promise ended without goods leaving."""

    kind: ClassVar[str] = "stock.released"
    reservation_id: UUID
    subject_id: UUID
    sku: str
    location: str
    quantity: int


@dataclass(frozen=True, slots=True)
class StockCommitted(Event):
    """The promised goods left."""

    kind: ClassVar[str] = "stock.committed"
    reservation_id: UUID
    subject_id: UUID
    sku: str
    location: str
    quantity: int
