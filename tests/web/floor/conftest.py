"""A picker at a station, with a device, and returns that may come in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import cast
from tests.operations.returns.conftest import gateway, order, today
from volte.catalogue import operations as catalogue
from volte.kit.words import Method
from volte.returns import operations, queries
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import Role
from volte.warehouse import queries as warehouse
from volte.warehouse.queries import UnitView

__all__ = ["gateway", "order", "today"]


@dataclass
class Page:
    """What came back, as a person reads it."""

    status: int
    html: str
    path: str

    def __contains__(self, words: str) -> bool:
        return words in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.html))

    def fields(self, action: str) -> dict[str, Any]:
        """What the form with this action would send as it stands."""
        for form in re.findall(r"<form\b[^>]*>.*?</form>", self.html, re.S):
            if f'action="{action}"' in form.split(">", 1)[0]:
                return _fields(form)
        raise AssertionError(f"no form sends to {action}")


def _fields(form: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input\b[^>]*>", form):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if "name" not in given or (given.get("type") in ("radio", "checkbox") and " checked" not in tag):
            continue
        found.setdefault(given["name"], []).append(given.get("value", ""))
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


class Device:
    """A scanner with a screen, in the hands of somebody: scans, presses Enter, follows where it leads."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def open(self, path: str) -> Page:
        return self._page(self.client.get(path, follow=True), path)

    def scan(self, code: str) -> Page:
        return self.send("/floor/scan/", {"scan": code})

    def send(self, path: str, fields: dict[str, Any]) -> Page:
        return self._page(self.client.post(path, fields, follow=True), path)

    def enter(self, page: Page, action: str, **changes: Any) -> Page:
        """Send the form of this page as it stands, with these changes."""
        return self.send(action, page.fields(action) | changes)

    def _page(self, response: Any, path: str) -> Page:
        chain = getattr(response, "redirect_chain", [])
        return Page(response.status_code, response.content.decode(), chain[-1][0] if chain else path)


@pytest.fixture
def device_of(order: UUID, shop: UUID, settings: Any) -> Callable[..., Device]:
    """`device_of(Role.PICKER, station="lyon")`: a logged-in device, its shift begun."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

    def make(role: Role, *, name: str = "Inès", station: str | None = "lyon") -> Device:
        email = f"{name.lower()}@example.com"
        people.invite(by=Actor.system(shop), email=email, name=name, role=role, password="une phrase assez longue")
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(Person.objects.get(email=email))
        client.cookies["volte_language"] = "en"
        device = Device(client)
        if station:
            device.send("/floor/shift/", {"station": station})
        return device

    return make


@pytest.fixture
def device(device_of: Callable[..., Device]) -> Device:
    return device_of(Role.PICKER)


@pytest.fixture
def shopper(owner: Actor, order: UUID) -> Actor:
    return Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")


@pytest.fixture
def asked(owner: Actor, order: UUID) -> Callable[..., ReturnView]:
    """`asked(("l1", 2), ("l2", 1))`: an accepted return of these lines, not yet handed over."""

    def make(*lines: tuple[str, int], number: str | None = None, reason: str = "too-small") -> ReturnView:
        order_id = catalogue.take_in(by=owner, document=cast.order(number)).order_id if number else order
        shopper = Actor.shopper(owner.shop_id, order_id=order_id, language="fr", name="Camille")
        items = tuple(WantedItem(line=line, quantity=quantity, reason=reason) for line, quantity in lines)
        wanted = Wanted(items=items, method=Method.DROP_OFF, language="fr")
        return_id = operations.request(by=shopper, order_id=order_id, wanted=wanted)
        with tenancy.entered(owner.shop_id):
            return queries.by_id(return_id=return_id)

    return make


@pytest.fixture
def units_of(owner: Actor) -> Callable[[ReturnView], list[UnitView]]:
    def find(of: ReturnView) -> list[UnitView]:
        with tenancy.entered(owner.shop_id):
            return warehouse.units_of_subjects(subject_ids=[of.id]).get(of.id, [])

    return find


@pytest.fixture
def now_of(owner: Actor) -> Callable[[ReturnView], ReturnView]:
    """The return as it stands now."""

    def find(of: ReturnView) -> ReturnView:
        with tenancy.entered(owner.shop_id):
            return queries.by_id(return_id=of.id)

    return find
