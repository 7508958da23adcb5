"""What logistics announces."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from volte.runtime.events import Event


@dataclass(frozen=True, slots=True)
class ParcelOpened(Event):
    """A parcel is expected from the shopper; it has a code and, when its method needs one, will get a label."""

    kind: ClassVar[str] = "parcel.opened"
    parcel_id: UUID
    subject_id: UUID
    code: str
    method: str


@dataclass(frozen=True, slots=True)
class ParcelScanned(Event):
    """A new scan was recorded. `at` is its moment (RFC 3339), `status` where the parcel is now by all its scans;
    `handed_over` is true for the scan that first showed the parcel in a carrier's or shop's hands."""

    kind: ClassVar[str] = "parcel.scanned"
    parcel_id: UUID
    subject_id: UUID
    scan: str
    at: str
    status: str
    handed_over: bool


@dataclass(frozen=True, slots=True)
class ParcelLost(Event):
    """By all its scans the parcel is lost now. A later sighting announces itself as `parcel.scanned`."""

    kind: ClassVar[str] = "parcel.lost"
    parcel_id: UUID
    subject_id: UUID
    at: str


@dataclass(frozen=True, slots=True)
class ParcelCancelled(Event):
    """The parcel will not be sent."""

    kind: ClassVar[str] = "parcel.cancelled"
    parcel_id: UUID
    subject_id: UUID
