"""The desk of the shop `maison`: a policy that asks a person about dear things, an order, and people with a browser."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import cast
from tests.operations.returns.conftest import PRODUCT, gateway, today
from tests.web.staff_settings.conftest import browser_of, person
from volte.catalogue import operations as catalogue
from volte.kit.words import Method
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.returns import operations, queries
from volte.returns.rules.request import Wanted, WantedItem
from volte.returns.views import ReturnView
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import Role

__all__ = ["browser_of", "gateway", "person", "today"]

DEAR = """
[[rule]]
id = "precious"
when = { price_paid = { over = "20.00" }, fault = "customer" }
then = { approval = "manual" }
"""
DRESS = WantedItem(line="l1", quantity=1, reason="too-small", comment="Elle serre aux épaules.")
MUG = WantedItem(line="l2", quantity=1, reason="changed-mind")


def long_ago(number: str = "1001", **changes: Any) -> dict[str, Any]:
    """Delivered three weeks ago: the right to withdraw is over, so the shop's own rules may ask a person."""
    lines = [{"line": "l1", "quantity": 2}, {"line": "l2", "quantity": 1}]
    sent = {"id": "s1", "lines": lines, "shipped_at": "2026-10-18T10:00:00Z", "delivered_at": "2026-10-20T14:00:00Z"}
    return cast.order(number, **({"placed_at": "2026-10-17T09:30:00Z", "shipments": [sent]} | changes))


@pytest.fixture
def order(owner: Actor, today: datetime, gateway: Any) -> UUID:
    """The order of the cast, in a shop that looks at whatever cost more than twenty euros."""
    text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    with clock.at(datetime(2026, 1, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=text + DEAR)
    catalogue.put_product(by=owner, document=PRODUCT)
    return catalogue.take_in(by=owner, document=long_ago()).order_id


@pytest.fixture
def asked(owner: Actor, order: UUID) -> Callable[..., ReturnView]:
    """`asked(DRESS)`: Camille asks for a return of these items."""

    def make(*items: WantedItem, **changes: Any) -> ReturnView:
        order_id = catalogue.take_in(by=owner, document=long_ago(**changes)).order_id if changes else order
        shopper = Actor.shopper(owner.shop_id, order_id=order_id, language="fr", name="Camille")
        wanted = Wanted(items=items or (DRESS,), method=Method.DROP_OFF, language="fr")
        return seen(owner, operations.request(by=shopper, order_id=order_id, wanted=wanted))

    return make


@pytest.fixture
def agent(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.AGENT)


def seen(by: Actor, return_id: UUID) -> ReturnView:
    """The return as it stands now."""
    with tenancy.entered(by.shop_id):
        return queries.by_id(return_id=return_id)


def words(response: Any) -> str:
    """What a person reads of a page: no tags, spaces as one."""
    html = response.content.decode()
    shown = re.sub(r"<(script|style|template)\b.*?</\1>", " ", html, flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", shown)))


def once(response: Any) -> str:
    """The mark of the sheet on this page."""
    found = re.search(r'name="once" value="([^"]+)"', response.content.decode())
    assert found, "no sheet on this page"
    return found.group(1)


@pytest.fixture
def browser_at(settings: Any) -> Callable[[UUID, Role], Client]:
    """`browser_at(other_shop, Role.OWNER)`: somebody of that shop, logged in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

    def make(shop_id: UUID, role: Role) -> Client:
        email = f"{role.value}-{shop_id.hex[-6:]}@example.com"
        people.invite(by=Actor.system(shop_id), email=email, name="Somebody", role=role, password="une phrase longue")
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(Person.objects.get(email=email))
        client.cookies["volte_language"] = "en"
        return client

    return make
