"""Which units of a return are due to be settled now?

Each item carries the trigger its decision named. A unit is due once its trigger has fired and it was not settled
before; what an inspection found missing or foreign is never due. Lost parcels are due at once: the risk of the way
back is the shop's once the carrier has the goods, and the carrier's scan is the proof of sending the law asks for.
"""

from dataclasses import dataclass
from typing import assert_never

from volte.kit.words import RefundTrigger, Resolution
from volte.returns.rules.lifecycle import Standing, Whereabouts

IN_KIND = (Resolution.REPLACEMENT, Resolution.REPAIR)
"""The same article, new or mended: nothing is paid by the shop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """An item and how far its goods have come. `accepted_units` passed inspection as what was announced."""

    standing: Standing
    trigger: RefundTrigger
    handed_over: bool
    accepted_units: int


def due(progress: Progress) -> int:
    """How many more units of this item are to be settled now."""
    item = progress.standing
    if not item.is_open:
        return 0
    return max(0, min(_reached(progress), item.quantity - item.rejected) - item.settled)


def _reached(progress: Progress) -> int:
    item = progress.standing
    if item.whereabouts is Whereabouts.KEPT or item.whereabouts is Whereabouts.LOST:
        return item.quantity
    match progress.trigger:
        case RefundTrigger.CARRIER_SCAN:
            return item.quantity if progress.handed_over or item.arrived else 0
        case RefundTrigger.RECEIPT:
            return min(item.quantity, item.arrived)
        case RefundTrigger.INSPECTION:
            return min(item.quantity, progress.accepted_units)
        case _:
            assert_never(progress.trigger)
