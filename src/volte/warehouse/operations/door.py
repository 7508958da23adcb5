"""At the door: a parcel is opened and every physical thing in it becomes a unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from volte.kit import ids
from volte.kit.errors import Conflict, Invalid, TooLarge
from volte.runtime import clock, outbox, shop_settings, sql
from volte.runtime.actor import Actor
from volte.runtime.operation import operation
from volte.runtime.permissions import Permission
from volte.warehouse import events, queries
from volte.warehouse.models import Arrival, Unit
from volte.warehouse.queries import ArrivalView, UnitView
from volte.warehouse.rules import receiving
from volte.warehouse.rules.receiving import Counted, Expected, Match, Reception, Seen
from volte.warehouse.rules.states import UnitStatus

MOST_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Received:
    """What was made of a parcel: the arrival with one unit per thing, and what is still to come."""

    arrival: ArrivalView
    missing: tuple[Expected, ...]


@operation(Permission.WAREHOUSE_RECEIVE)
def receive(
    *, by: Actor, code: str, location: str | None = None, units: Sequence[Counted], expected: Sequence[Expected] = ()
) -> Received:
    """Open a parcel. `expected` are the lines agreed under this code or named by its things, with all units agreed:
    what came before is taken away here, under a lock, so two pickers cannot receive the same unit twice. Without any
    the arrival is blind: it is received all the same. `location` left out is the receiving location.

    Refuses `location_unknown`, `unit_count_invalid`, `arrival_too_large`; never a code.
    """
    if any(thing.quantity < 1 for thing in units):
        raise Invalid("unit_count_invalid")
    if sum(thing.quantity for thing in units) > MOST_UNITS:
        raise TooLarge("arrival_too_large", most=MOST_UNITS)
    place, now = _place(by, location), clock.now()
    arrival = Arrival.of_shop(
        code=ids.tidy_number(code)[:80],
        location=place,
        blind=not expected,
        received_at=now,
        received_by=by.name[:120],
    )
    reception = receiving.compare(expected=_open(expected), counted=units, announced=bool(expected))
    rows = [_unit(arrival, seen, now) for seen in reception.units]
    for row in (arrival, *rows):
        row.insert_late()
    outbox.announce(_told(arrival, rows, reception), subject_id=arrival.id)
    return Received(queries.arrival_view(row=arrival, units=rows), reception.missing)


@operation(Permission.WAREHOUSE_RECEIVE, Permission.RETURNS_APPROVE)
def resolve_blind(*, by: Actor, unit_id: UUID, line: Expected) -> UnitView:
    """Say to which line a unit belongs that nobody expected: it counts as expected while the line is open, else as
    extra. Refuses `unit_unknown` and `unit_already_resolved`."""
    before = queries.unit(unit_id=unit_id)
    match = Match.EXPECTED if _open([line])[0].quantity else Match.EXTRA
    loose = Unit.objects.filter(id=unit_id, line_id=None, match__in=[Match.UNANNOUNCED, Match.EXTRA])
    changed = loose.update(
        subject_id=line.subject,
        line_id=line.line,
        sku=before.sku or line.sku,
        title=before.title or line.title,
        group=line.group,
        fault=line.fault or "",
        match=match,
    )
    if changed != 1:
        raise Conflict("unit_already_resolved")
    told = events.UnitResolved(unit_id=unit_id, subject_id=line.subject, line_id=line.line)
    outbox.announce(told, subject_id=unit_id)
    return queries.unit(unit_id=unit_id)


def _place(by: Actor, handle: str | None) -> str:
    settings = shop_settings.of_shop(by.shop_id)
    place = settings.location(handle) if handle else settings.receiving_location()
    if place is None:
        raise Invalid("location_unknown", location=handle or "")
    return place.handle


def _open(agreed: Sequence[Expected]) -> tuple[Expected, ...]:
    """What is still open of the agreed lines, with the lines locked until this transaction ends."""
    if not agreed:
        return ()
    lines = list({line.line for line in agreed})
    # Locks of the lines' own numbers: there may be no row yet to lock. Sorted, so that two boxes cannot deadlock.
    keys = sorted(line.int & (2**63 - 1) for line in lines)
    sql.run("SELECT pg_advisory_xact_lock(line) FROM unnest(%s::bigint[]) AS line", [keys])
    return receiving.still_open(agreed=agreed, came=queries.came(lines=lines))


def _unit(arrival: Arrival, seen: Seen, now: datetime) -> Unit:
    return Unit.of_shop(
        arrival=arrival,
        subject_id=seen.subject,
        line_id=seen.line,
        sku=seen.sku,
        title=seen.title,
        group=seen.group,
        fault=seen.fault or "",
        match=seen.match,
        status=UnitStatus.AWAITING,
        location=arrival.location,
        received_at=now,
    )


def _told(arrival: Arrival, rows: Sequence[Unit], reception: Reception) -> events.ArrivalReceived:
    units: list[dict[str, Any]] = [
        {"unit": row.id, "subject": row.subject_id, "line": row.line_id, "sku": row.sku, "match": row.match}
        for row in rows
    ]
    missing: list[dict[str, Any]] = [
        {"subject": line.subject, "line": line.line, "sku": line.sku, "quantity": line.quantity}
        for line in reception.missing
    ]
    return events.ArrivalReceived(
        arrival_id=arrival.id,
        code=arrival.code,
        location=arrival.location,
        blind=arrival.blind,
        units=units,
        missing=missing,
    )
