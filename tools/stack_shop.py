"""The shop a `Stack` begins with: a policy, a product with stock, a key for everything. Orders come over the API."""

from datetime import timedelta
from typing import Any

from tests.cast import SETTINGS

from volte.catalogue import operations as catalogue
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.runtime import clock, people, shops
from volte.runtime.actor import Actor
from volte.runtime.permissions import EVERYTHING, Role
from volte.runtime.shop_settings import ShopSettings
from volte.warehouse import operations as warehouse

PASSWORD = "linotte-et-fils-2026"  # noqa: S105  # of a shop that lives for one test


def make() -> dict[str, Any]:
    """Open the shop; its id, a key, and somebody who can log in."""
    with clock.at(clock.now() - timedelta(days=60)):
        shop_id = shops.open_shop(handle="stack", settings=ShopSettings.model_validate(SETTINGS))
        owner = Actor(shop_id, "system", None, "Odile", EVERYTHING, "fr")
        text = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
        policy.publish(by=owner, document_text=text)
    people.invite(by=owner, email="odile@example.com", name="Odile", role=Role.OWNER, password=PASSWORD)
    catalogue.put_product(
        by=owner,
        document={
            "id": "robe-ines",
            "title": "Robe Inès",
            "variants": [
                {"sku": f"ROBE-{size}", "options": {"size": size}, "price": 4999, "currency": "EUR"} for size in "SML"
            ],
        },
    )
    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=1_000)
    key = people.make_key(by=owner, name="Stack", permissions=EVERYTHING)
    return {"shop": str(shop_id), "key": key.secret, "handle": "stack", "password": PASSWORD}
