"""Who works where: chosen once a shift by badge or tap, kept with every act, and never more than the device may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.web.floor.conftest import Device
from tests.web.floor.test_boxes import BOX, unit_form
from volte.kit import ids
from volte.returns import queries
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView
from volte.web.floor import badges

Asked = Callable[..., ReturnView]
Units = Callable[[ReturnView], list[UnitView]]


def member(shop: UUID, name: str) -> UUID:
    with tenancy.entered(shop):
        return next(one.id for one in people.members() if one.name == name)


def test_work_begins_with_the_shift(device_of: Callable[..., Device]) -> None:
    device = device_of(Role.PICKER, station=None)
    page = device.open("/floor/")
    assert page.path.startswith("/floor/shift/") and "Entrepôt de Lyon" in page
    assert device.enter(page, "/floor/shift/", station="paris").path == "/floor/"
    assert "Boutique" in device.open("/floor/")


def test_a_badge_and_a_sign_are_scanned(device_of: Callable[..., Device], shop: UUID) -> None:
    device = device_of(Role.PICKER, station=None)
    device_of(Role.PICKER, name="Paul", station=None)
    hello = device.scan(badges.of_member(member_id=member(shop, "Paul")).lower())
    assert "Hello Paul" in hello
    station = device.scan(badges.of_place(shop_id=shop, handle="paris"))
    assert "Station: Boutique" in station and station.path == "/floor/"


def test_the_field_of_the_shift_takes_both_and_enter_alone_says_what_is_missing(
    device_of: Callable[..., Device], shop: UUID
) -> None:
    device = device_of(Role.PICKER, station=None)
    page = device.open("/floor/")
    nothing = device.enter(page, "/floor/shift/")
    assert nothing.path.startswith("/floor/shift/") and "Choose where you work." in nothing
    sign = badges.of_place(shop_id=shop, handle="paris")
    assert device.enter(page, "/floor/shift/", scan=sign).path == "/floor/"


def test_a_sentence_for_a_badge_of_nobody(device: Device) -> None:
    page = device.send("/floor/shift/", {"person": str(ids.new_id()), "station": "lyon"})
    assert page.status == 422 and "This badge belongs to nobody who works here." in page


def test_the_act_carries_the_name_of_the_badge(
    device: Device, device_of: Callable[..., Device], shop: UUID, asked: Asked, units_of: Units
) -> None:
    device_of(Role.PICKER, name="Paul", station=None)
    device.scan(badges.of_member(member_id=member(shop, "Paul")))
    one = asked(("l1", 1))
    bench = device.enter(device.scan(one.parcel_code), BOX)
    device.enter(bench, unit_form(bench))
    with tenancy.entered(shop):
        [look] = warehouse.history(unit_id=units_of(one)[0].id)
    assert look.by_name == "Paul"


def test_a_badge_gives_no_more_than_the_device_has(device_of: Callable[..., Device], shop: UUID, asked: Asked) -> None:
    people.invite(by=Actor.system(shop), email="boss@example.com", name="Odile", role=Role.OWNER, password="x" * 12)
    device = device_of(Role.PICKER)
    device.scan(badges.of_member(member_id=member(shop, "Odile")))
    request: Any = device.client.get("/floor/").wsgi_request
    assert request.actor.name == "Odile"
    assert not any(permission.startswith("money") for permission in request.actor.permissions)


def test_a_shift_ends_by_itself(device: Device) -> None:
    with clock.at(clock.now() + timedelta(hours=13)):
        assert device.open("/floor/").path.startswith("/floor/shift/")


def test_and_by_hand(device: Device) -> None:
    assert device.send("/floor/shift/end/", {}).path == "/floor/shift/"
    assert device.open("/floor/").path.startswith("/floor/shift/")


def test_an_act_sent_late_keeps_its_person_and_place(
    device: Device, device_of: Callable[..., Device], shop: UUID, asked: Asked, units_of: Units
) -> None:
    device_of(Role.PICKER, name="Paul", station=None)
    one = asked(("l1", 1))
    fields = device.scan(one.parcel_code).fields(BOX)
    device.scan(badges.of_member(member_id=member(shop, "Paul")))
    device.scan(badges.of_place(shop_id=shop, handle="paris"))
    device.send(BOX, fields)
    assert units_of(one)[0].location == "lyon"


@pytest.mark.parametrize("path", ["/floor/", "/floor/shift/", "/floor/pile/", "/floor/box/?code=x", "/floor/badges/"])
def test_who_does_not_work_here_stays_out(path: str, device_of: Callable[..., Device]) -> None:
    agent = device_of(Role.AGENT, station=None)
    page = agent.open(path)
    assert page.status == 403 and "This page is not open to you" in page


def test_a_stranger_is_sent_to_the_log_in(device_of: Callable[..., Device]) -> None:
    from django.test import Client

    response = Client().get("/floor/")
    assert response.status_code == 302 and "/staff/login/" in response["Location"]


def test_a_scan_made_without_network_is_told_later(device: Device, asked: Asked, shop: UUID, units_of: Units) -> None:
    one = asked(("l1", 1))
    when = (clock.now() - timedelta(minutes=5)).isoformat()
    fields = {"code": one.parcel_code, "when": when, "key": ids.new_id().hex}
    first = device.client.post("/floor/seen/", fields).json()
    assert device.client.post("/floor/seen/", fields).json() == first
    assert first == {"open": f"/floor/box/?code={one.parcel_code}", "known": True}
    with tenancy.entered(shop):
        seen = queries.by_id(return_id=one.id)
    assert seen.status is Status.IN_TRANSIT and seen.handed_over_at is not None
    assert units_of(one) == []


def test_badges_are_printed(device: Device) -> None:
    page = device.open("/floor/badges/")
    assert "Inès" in page and "Boutique" in page and "<svg" in page.html
