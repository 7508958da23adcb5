"""Asking a carrier outside what it saw of a parcel. The asking holds no transaction; recording is harmless twice."""

from uuid import UUID

from volte.kit.errors import Conflict
from volte.logistics import operations, queries
from volte.logistics.ports import Tracker
from volte.runtime import tenancy, wiring
from volte.runtime.actor import Actor


def follow(*, by: Actor, parcel_id: UUID) -> int:
    """Record everything the carrier saw; how many scans were new. Refuses `parcel_unknown` and `tracking_unknown`."""
    with tenancy.entered(by.shop_id):
        parcel = queries.parcel(parcel_id=parcel_id)
    if not parcel.tracking:
        raise Conflict("tracking_unknown")
    carrier: Tracker = wiring.adapter(Tracker, parcel.carrier)
    seen = carrier.scans(tracking=parcel.tracking)
    recorded = [
        operations.record_scan(by=by, parcel_id=parcel_id, kind=scan.kind, at=scan.at)
        for scan in sorted(seen, key=lambda scan: scan.at)
    ]
    return sum(one.new for one in recorded)
