"""Parcels nobody announced: listed until somebody says whose they are."""

from collections.abc import Callable
from uuid import UUID

from django.test import Client

from tests.web.staff_cases.conftest import DRESS, MUG, seen, words
from volte.returns import operations
from volte.returns.operations import CountedUnits
from volte.returns.rules.lifecycle import Status
from volte.returns.views import ReturnView
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role


def blind(owner: Actor) -> UUID:
    """A mug in a box without a label."""
    box = operations.receive(by=owner, code="8R00042FR", location=None, units=[CountedUnits(sku="TASSE")])
    return box.arrival.units[0].id


def test_a_box_finds_its_return(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    assert "Every parcel has its return." in words(agent.get("/staff/parcels/"))
    view, unit_id = asked(MUG), blind(owner)
    listed = agent.get("/staff/parcels/")
    assert "TASSE" in words(listed) and "8R00042FR" in words(listed)
    page = agent.get(f"/staff/parcels/{unit_id}/", {"q": "camille@example.com"})
    assert f"?return={view.number}" in page.content.decode()
    page = agent.get(f"/staff/parcels/{unit_id}/", {"return": view.number})
    assert f"Which item of {view.number}, Camille Martin?" in words(page) and "one is still expected" in words(page)
    done = agent.post(f"/staff/parcels/{unit_id}/resolution", {"return": view.number, "line": "l2"}, follow=True)
    assert f"The item now belongs to return {view.number}." in words(done)
    assert seen(owner, view.id).status is Status.ARRIVED


def test_the_item_has_to_be_chosen(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view, unit_id = asked(MUG), blind(owner)
    page = agent.post(f"/staff/parcels/{unit_id}/resolution", {"return": view.number})
    assert page.status_code == 422 and "Choose the item it is." in words(page)
    page = agent.post(f"/staff/parcels/{unit_id}/resolution", {"return": view.number, "line": "l9"})
    assert page.status_code == 422 and "l9" in words(page)


def test_what_was_resolved_is_no_longer_asked(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view, unit_id = asked(MUG), blind(owner)
    form = {"return": view.number, "line": "l2"}
    assert agent.post(f"/staff/parcels/{unit_id}/resolution", form).status_code == 303
    assert agent.post(f"/staff/parcels/{unit_id}/resolution", form).status_code in (404, 409)
    assert "TASSE" not in words(agent.get("/staff/parcels/"))


def test_not_for_everybody(
    browser_of: Callable[[Role], Client],
    owner: Actor,
    asked: Callable[..., ReturnView],
    other_shop: UUID,
    browser_at: Callable[[UUID, Role], Client],
) -> None:
    asked(DRESS)
    unit_id = blind(owner)
    assert browser_of(Role.FINANCE).get("/staff/parcels/").status_code == 403
    elsewhere = browser_at(other_shop, Role.OWNER)
    assert "TASSE" not in words(elsewhere.get("/staff/parcels/"))
    assert elsewhere.get(f"/staff/parcels/{unit_id}/").status_code == 404
