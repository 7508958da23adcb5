"""A box arrives: whatever code it carries, whatever is in it, it has a path."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from volte.logistics import operations as logistics
from volte.returns import expected, rows
from volte.returns.events import ReturnArrived
from volte.returns.models import Return, ReturnItem
from volte.returns.operations import settling
from volte.returns.rules.lifecycle import Whereabouts
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.outbox import announce
from volte.runtime.permissions import Permission
from volte.warehouse import operations as warehouse
from volte.warehouse.operations import Received
from volte.warehouse.queries import UnitView
from volte.warehouse.rules.receiving import Match


@dataclass(frozen=True, slots=True)
class CountedUnits:
    """What a person counted: units of a line, of a sku, or of nobody knows what (`title`: in their words).
    `return_number` names another return of the same box."""

    line: str = ""
    sku: str = ""
    quantity: int = 1
    return_number: str = ""
    title: str = ""


@operation(Permission.WAREHOUSE_RECEIVE)
def receive(*, by: Actor, code: str, location: str | None, units: Sequence[CountedUnits]) -> Received:
    """Open a box. `code` is a label, a return number, or something nobody knows: then the arrival is blind.

    Without `units` everything expected under the code is taken as counted. Refuses `return_unknown` for a unit that
    names one, `line_unknown`, `location_unknown`, `quantity_invalid`; never the code of the box.
    """
    return _open(by, code, location, units)


@operation(Permission.WAREHOUSE_RECEIVE)
def receive_empty(*, by: Actor, code: str, location: str | None) -> Received:
    """Open a box in which nothing was. Refuses `location_unknown`; never the code of the box."""
    return _open(by, code, location, None)


def _open(by: Actor, code: str, location: str | None, units: Sequence[CountedUnits] | None) -> Received:
    """`units` is None for a box that holds nothing, empty for one that holds what it should."""
    everything = units is not None and not units
    units = units or ()
    main, named = expected.locked(by=by, code=code, numbers={one.return_number for one in units if one.return_number})
    involved = {found.row.id: found for found in (main, *named.values()) if found is not None}
    counted = [expected.counted(one, named.get(one.return_number) or main) for one in units]
    if everything and main is not None:
        counted = expected.everything(main)
    agreed = [line for found in involved.values() for line in found.lines]
    received = warehouse.receive(by=by, code=code, location=location, units=counted, expected=agreed)
    for return_id in sorted(involved):
        _arrive(by, return_id, [unit for unit in received.arrival.units if unit.subject_id == return_id])
    return received


@operation(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def resolve_blind(*, by: Actor, unit_id: UUID, return_number: str, line: str) -> UnitView:
    """Say to which return a unit belongs that nobody expected. Refuses `return_unknown`, `line_unknown`."""
    found = expected.locked_as(by=by, number=return_number)
    wanted = expected.line_of(found, line)
    unit = warehouse.resolve_blind(by=by, unit_id=unit_id, line=wanted)
    _arrive(by, found.row.id, [unit])
    return unit


def _arrive(by: Actor, return_id: UUID, units: Sequence[UnitView]) -> None:
    """Count what came for one return."""
    row, items = rows.locked(by=by, return_id=return_id)
    now = clock.now()
    came = [unit for unit in units if unit.match is Match.EXPECTED]
    for item in items:
        count = sum(1 for unit in came if unit.line_id == item.id)
        if count:
            item.arrived += count
            item.whereabouts = Whereabouts.ARRIVED.value
    _parcel_came(by, row)
    _none_came(items)
    row.doubt = _doubt(row, items, {unit.match for unit in units})
    rows.restate(row, items, now=now)
    complete = not any(rows.absent_units(item) for item in items)
    other = len(units) - len(came)
    rows.step(
        row, "arrived", by=by, now=now, units=len(came), other=other or None, complete=complete, doubt=row.doubt or None
    )
    announce(ReturnArrived(return_id=row.id, number=row.number, complete=complete), subject_id=row.id)
    if settling.is_due(row, items):
        settling.settle_due(by=Actor.system(by.shop_id), return_id=row.id)


def _doubt(row: Return, items: Sequence[ReturnItem], matches: set[Match]) -> str:
    """What a person has to see to: of several things the one that says most. A later box may bring what was missing."""
    if Match.WRONG_ITEM in matches:
        return "wrong_item"
    if any(rows.absent_units(item) for item in items):
        return row.doubt if row.doubt == "wrong_item" else "incomplete"
    if matches & {Match.EXTRA, Match.UNANNOUNCED}:
        return "extra"
    return row.doubt if row.doubt in ("extra", "exchange") else ""


def _none_came(items: Sequence[ReturnItem]) -> None:
    """The box is here and held nothing that was announced: nobody is to be asked to hand it over again."""
    if any(item.arrived for item in items):
        return
    for item in items:
        if rows.standing(item).is_open and item.whereabouts == Whereabouts.WITH_CUSTOMER.value:
            item.whereabouts = Whereabouts.TRAVELLING.value


def _parcel_came(by: Actor, row: Return) -> None:
    """What lies open before us was delivered, whether a carrier said so or not."""
    now = clock.now()
    if row.handed_over_at is None:
        row.handed_over_at = now
    if row.arrived_at is None:
        row.arrived_at = now
    if row.parcel_id is not None:
        logistics.record_delivery(by=by, parcel_id=row.parcel_id, at=clock.now())
