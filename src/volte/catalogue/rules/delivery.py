"""When had everything of a line arrived?"""

from collections.abc import Iterable
from datetime import datetime

from volte.catalogue.rules.order import Shipment


def delivered_at(*, line_id: str, expected: int, shipments: Iterable[Shipment]) -> datetime | None:
    """The moment the last of `expected` units arrived; None while a unit is on its way, unshipped or untold."""
    moments: list[datetime] = []
    units = 0
    for shipment in shipments:
        here = sum(part.quantity for part in shipment.lines if part.line == line_id)
        if not here:
            continue
        if shipment.delivered_at is None:
            return None
        moments.append(shipment.delivered_at)
        units += here
    return max(moments) if moments and units >= expected else None
