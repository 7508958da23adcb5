"""Camille with her order of two dresses and a mug, at the shop's door, five days after delivery."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import cast
from volte.catalogue import operations as catalogue
from volte.policy import operations as policy
from volte.policy.rules.starter import default_policy
from volte.project import wiring
from volte.runtime import clock
from volte.warehouse import operations as warehouse

BEFORE = datetime(2026, 10, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 10, 10, tzinfo=UTC)

DRESS = {
    "id": "robe-ines",
    "title": "Robe Inès",
    "category": ["Femme", "Robes"],
    "variants": [
        {"sku": "ROBE-S", "price": 4999, "options": {"size": "S"}},
        {"sku": "ROBE-M", "price": 4999, "options": {"size": "M"}},
        {"sku": "ROBE-L", "price": 5499, "options": {"size": "L"}},
    ],
}


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def too_late_to_withdraw() -> Iterator[None]:
    """Within the shop's thirty days, after the law's fourteen."""
    with clock.at(NOW + timedelta(days=12)):
        yield


@pytest.fixture
def portal_shop(shop: UUID, owner: Any) -> UUID:
    """`maison` with its starter policy in force, a dress in three sizes, and stock of two of them."""
    wiring.connect()
    with clock.at(BEFORE):
        text = default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
        policy.publish(by=owner, document_text=text)
        catalogue.put_product(by=owner, document=DRESS)
        for sku in ("ROBE-S", "ROBE-L"):
            warehouse.set_on_hand(by=owner, sku=sku, location="lyon", on_hand=3)
    return shop


def taken_in(owner: Any, number: str = "1001", **changes: Any) -> UUID:
    return catalogue.take_in(by=owner, document=cast.order(number, **changes)).order_id


def one_dress(**changes: Any) -> dict[str, Any]:
    """What makes an order of a single line."""
    line = cast.order()["lines"][0] | {"quantity": 1} | changes
    shipment = cast.order()["shipments"][0] | {"lines": [{"line": "l1", "quantity": 1}]}
    return {"lines": [line], "shipments": [shipment]}


@dataclass
class Shopper:
    """Somebody with a browser. Pages are read as text; forms are sent with the fields they hold."""

    client: Client
    language: str = "fr"

    def get(self, address: str, **more: Any) -> HttpResponse:
        return self.client.get(address, headers={"accept-language": self.language}, **more)

    def post(self, address: str, data: Any = None, **more: Any) -> HttpResponse:
        return self.client.post(address, data or {}, headers={"accept-language": self.language}, **more)

    def find(self, number: str = "1001", proof: str = "75011") -> HttpResponse:
        return self.post("/", {"number": number, "proof": proof})

    def refs(self) -> list[str]:
        """How the order's page names the lines that may be chosen."""
        html = self.get("/order/").content.decode()
        found = re.findall(r'<input type="checkbox" name="line" value="(\w+)"([^>]*)>', html)
        return [ref for ref, rest in found if "disabled" not in rest]

    def choose(self, *refs: str, **quantities: str) -> HttpResponse:
        return self.post("/order/", {"line": list(refs), **{f"quantity-{ref}": n for ref, n in quantities.items()}})

    def seen(self) -> str:
        """What the last page hands back when it is confirmed."""
        html = self.get("/order/check/").content.decode()
        found = re.search(r'name="seen" value="([^"]+)"', html)
        assert found is not None, html
        return unescape(found.group(1))

    def through(self, *, reason: str = "changed-mind", instead: str = "refund", way: str = "drop_off") -> str:
        """All the way to the last page with the first line; what it would confirm."""
        ref = self.refs()[0]
        self.choose(ref)
        self.post("/order/reasons/", {f"reason-{ref}": reason})
        self.post("/order/instead/", {f"instead-{ref}": instead})
        self.post("/order/way/", {"way": way})
        return self.seen()

    def confirm(self, seen: str) -> HttpResponse:
        return self.post("/order/check/", {"seen": seen})

    def returned(self, **choices: str) -> str:
        """A return made; its number."""
        answer = self.confirm(self.through(**choices))
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"].rstrip("/").rpartition("/")[2])


@pytest.fixture
def shopper(portal_shop: UUID, client: Client) -> Shopper:
    return Shopper(client)


@pytest.fixture
def order_id(portal_shop: UUID, owner: Any) -> UUID:
    return taken_in(owner)


def words(answer: HttpResponse) -> str:
    """What somebody reads: no tags, plain spaces, curled apostrophes."""
    text = unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))
    return re.sub(r"\s+", " ", text.replace("\u2060", "").replace("'", "’"))
