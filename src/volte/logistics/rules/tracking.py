"""Where is a parcel, given everything that was ever scanned?

The answer depends on the *set* of scans only: repeated scans and scans that reach us in the wrong order change nothing.
Precedence: delivered beats everything; lost beats the rest unless the parcel was seen at a later moment; otherwise the
furthest point counts. A parcel that was cancelled and travels all the same is where the scans say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# A scanner's clock may run ahead of ours by this much before we call the moment a mistake.
CLOCK_SLACK = timedelta(hours=1)


class ScanKind(StrEnum):
    """What a carrier or a shop saw."""

    DROPPED_OFF = "dropped_off"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    LOST = "lost"


class ParcelStatus(StrEnum):
    """Where a parcel is."""

    EXPECTED = "expected"
    DROPPED_OFF = "dropped_off"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    LOST = "lost"
    CANCELLED = "cancelled"


# The only statuses that can be cancelled: nobody has the parcel in hand yet.
CANCELLABLE = frozenset({ParcelStatus.EXPECTED})


@dataclass(frozen=True, slots=True)
class Scan:
    """One sighting: what, and when by the scanner's clock (aware UTC)."""

    kind: ScanKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Journey:
    """The whole way so far. Each moment is the first one of its kind; `handed_over_at` is the first sighting of any
    kind but lost, the moment a refund on carrier scan counts from."""

    status: ParcelStatus
    handed_over_at: datetime | None
    delivered_at: datetime | None
    lost_at: datetime | None
    last_seen_at: datetime | None


def journey(scans: Iterable[Scan], *, cancelled: bool = False) -> Journey:
    """Fold scans in any order, with any repetition, into one journey."""
    seen = sorted(set(scans), key=lambda scan: scan.at)
    sightings = [scan for scan in seen if scan.kind is not ScanKind.LOST]
    losses = [scan.at for scan in seen if scan.kind is ScanKind.LOST]
    delivered = [scan.at for scan in sightings if scan.kind is ScanKind.DELIVERED]
    return Journey(
        status=_status(sightings, losses, cancelled=cancelled),
        handed_over_at=sightings[0].at if sightings else None,
        delivered_at=delivered[0] if delivered else None,
        lost_at=losses[0] if losses else None,
        last_seen_at=sightings[-1].at if sightings else None,
    )


def _status(sightings: list[Scan], losses: list[datetime], *, cancelled: bool) -> ParcelStatus:
    kinds = {scan.kind for scan in sightings}
    if ScanKind.DELIVERED in kinds:
        return ParcelStatus.DELIVERED
    if losses and (not sightings or sightings[-1].at <= losses[-1]):
        return ParcelStatus.LOST
    if ScanKind.IN_TRANSIT in kinds:
        return ParcelStatus.IN_TRANSIT
    if ScanKind.DROPPED_OFF in kinds:
        return ParcelStatus.DROPPED_OFF
    return ParcelStatus.CANCELLED if cancelled else ParcelStatus.EXPECTED


def believable(at: datetime, *, now: datetime) -> bool:
    """Can this moment have happened already, allowing for a clock that runs a little ahead?"""
    return at <= now + CLOCK_SLACK
