"""Who works where until they go home: kept in the session of the device, chosen by badge or tap."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from volte.kit.errors import Invalid
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.people import MemberView
from volte.runtime.permissions import OF_ROLE, Permission
from volte.runtime.shop_settings import Location
from volte.web.shared import here

MAY_WORK = (Permission.WAREHOUSE_RECEIVE, Permission.WAREHOUSE_INSPECT)
_LASTS = timedelta(hours=12)
_KEPT = "floor_shift"


@dataclass(frozen=True, slots=True)
class Shift:
    """`station` is None while nobody chose one of several; `person` is whoever acts on this device."""

    station: Location | None
    person: Actor

    @property
    def station_handle(self) -> str | None:
        return self.station.handle if self.station else None


class FloorRequest(here.StaffRequest):
    """A request of somebody who works on the floor. `actor` is the person of the shift."""

    shift: Shift


def of_request(request: here.StaffRequest) -> Shift:
    """The shift of this device. A form remembers whose it was (`as`, `at`), so that an act sent late keeps its name."""
    kept = _kept(request)
    member = request.POST.get("as") or kept.get("member", "")
    handle = request.POST.get("at") or kept.get("station", "")
    places = request.shop.settings.locations
    station = request.shop.settings.location(handle) if handle else None
    if station is None and len(places) == 1:
        station = places[0]
    return Shift(station, _acting(request, member))


def choose_station(request: here.StaffRequest, *, handle: str) -> None:
    """Refuses `location_unknown`."""
    if request.shop.settings.location(handle) is None:
        raise Invalid("location_unknown", location=handle)
    _keep(request, station=handle)


def choose_person(request: here.StaffRequest, *, member_id: str) -> None:
    """Refuses `badge_unknown` for somebody who does not work on the floor."""
    if not any(str(worker.id) == member_id for worker in workers(request)):
        raise Invalid("badge_unknown")
    _keep(request, member=member_id)


def end(request: here.StaffRequest) -> None:
    request.session.pop(_KEPT, None)


def workers(request: here.StaffRequest) -> list[MemberView]:
    """Members who may receive or inspect, whoever holds the device first."""
    with tenancy.entered(request.shop.id):
        found = [member for member in people.members() if OF_ROLE[member.role].intersection(MAY_WORK)]
    return sorted(found, key=lambda member: member.id != request.actor.id)


def _acting(request: here.StaffRequest, member_id: str) -> Actor:
    """The chosen person, with no more permissions than the device was given."""
    device = request.actor
    if not member_id or member_id == str(device.id):
        return device
    chosen = next((worker for worker in workers(request) if str(worker.id) == member_id), None)
    if chosen is None:
        return device
    return replace(device, id=UUID(member_id), name=chosen.name, permissions=device.permissions & OF_ROLE[chosen.role])


def _kept(request: here.StaffRequest) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(_KEPT, {})
    since = kept.get("since")
    return kept if since and clock.now() - datetime.fromisoformat(since) < _LASTS else {}


def _keep(request: here.StaffRequest, **chosen: str) -> None:
    request.session[_KEPT] = {**_kept(request), **chosen, "since": clock.now().isoformat()}
