"""People of the shop `maison`, with a browser each."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from volte.runtime import people
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import Role

PASSWORD = "une phrase assez longue"


@pytest.fixture
def person(shop: UUID, settings: object) -> Callable[[Role], Person]:
    """`person(Role.AGENT)`: somebody of the shop who can log in with PASSWORD."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]

    def make(role: Role) -> Person:
        email = f"{role.value}@example.com"
        system = Actor.system(shop)
        people.invite(by=system, email=email, name=role.value.title(), role=role, password=PASSWORD)
        return Person.objects.get(email=email)

    return make


@pytest.fixture
def browser_of(person: Callable[[Role], Person]) -> Callable[[Role], Client]:
    """A logged-in browser of somebody with this role, reading English."""

    def make(role: Role) -> Client:
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(person(role))
        client.cookies["volte_language"] = "en"
        return client

    return make


@pytest.fixture
def boss(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.OWNER)
