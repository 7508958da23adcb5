"""What the stories need besides the shop of the Stack: its people, a rule that asks a person, another shop, old links.

Runs inside the Stack: `stack.python("… town.make()")`.
"""

import time
from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import UUID

from tests.cast import SETTINGS
from tests.live import recent_order
from volte.catalogue import operations as catalogue
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.returns import links
from volte.runtime import clock, people, shops
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING, Role
from volte.runtime.shop_settings import ShopSettings

PASSWORD = "linotte-et-fils-2026"
PEOPLE = {"aline@example.com": ("Aline", Role.AGENT), "ines@example.com": ("Inès", Role.PICKER)}
# A person decides about dear things, where the law leaves the shop a choice.
DEAR = """
[[rule]]
id = "dear"
when = { price_paid = { over = "20.00" } }
then = { approval = "manual" }
"""


def make(shop_id: str) -> dict[str, Any]:
    """Words of links to an order: a good one, one from more than two months ago, one of the shop next door."""
    owner = _system(UUID(shop_id))
    with clock.at(clock.now() - timedelta(days=59)):
        policy.publish(by=owner, document_text=_policy("Maison Test") + DEAR)
    for email, (name, role) in PEOPLE.items():
        people.invite(by=owner, email=email, name=name, role=role, password=PASSWORD)
    old = catalogue.take_in(by=owner, document=recent_order("6001")).order_id
    with mock.patch("time.time", return_value=time.time() - (links.LASTS + timedelta(minutes=1)).total_seconds()):
        expired = links.token(shop_id=owner.shop_id, order_id=old)
    good = links.token(shop_id=owner.shop_id, order_id=old)
    return {"good": good, "expired": expired, **_next_door()}


def _next_door() -> dict[str, str]:
    """The shop `autre` with an order of a number that the first shop does not know."""
    neighbour = _system(shops.open_shop(handle="autre", settings=ShopSettings.model_validate(SETTINGS)))
    with clock.at(clock.now() - timedelta(days=60)):
        policy.publish(by=neighbour, document_text=_policy("Autre"))
    order_id = catalogue.take_in(by=neighbour, document=recent_order("9001")).order_id
    return {"next_door": links.token(shop_id=neighbour.shop_id, order_id=order_id)}


def _policy(name: str) -> str:
    return starter.default_policy(name=name, country="FR", currency="EUR", languages=("fr", "en"))


def _system(shop_id: UUID) -> Actor:
    return Actor(shop_id, "system", None, "Odile", EVERYTHING, "fr")
