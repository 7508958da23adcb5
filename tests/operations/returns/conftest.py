"""A shop with a policy, an order, stock to exchange against, and a gateway that does as it is told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from tests import cast
from tests.connectors.gateway_fake import FakeGateway
from volte.catalogue import operations as catalogue
from volte.money.ports import RefundGateway
from volte.policy import operations as policy
from volte.policy.rules import starter
from volte.project import wiring as project_wiring
from volte.runtime import clock, wiring
from volte.runtime.actor import Actor
from volte.warehouse import operations as warehouse

TODAY = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def today() -> Iterator[datetime]:
    """It is 10 November 2026, five days after the parcel came."""
    with clock.at(TODAY):
        yield TODAY


@pytest.fixture
def gateway() -> FakeGateway:
    project_wiring.connect()
    fake = FakeGateway()
    wiring.bind(RefundGateway, "simulator", lambda: fake)
    return fake


@pytest.fixture
def order(owner: Actor, today: datetime, gateway: FakeGateway) -> UUID:
    """The order of the cast, a policy for its shop, and size L in stock."""
    with clock.at(datetime(2026, 1, 1, tzinfo=UTC)):
        policy.publish(by=owner, document_text=_policy())
    catalogue.put_product(by=owner, document=PRODUCT)
    warehouse.set_on_hand(by=owner, sku="ROBE-L", location="lyon", on_hand=2)
    return catalogue.take_in(by=owner, document=cast.order()).order_id


PRODUCT: dict[str, Any] = {
    "id": "robe-ines",
    "title": "Robe Inès",
    "variants": [
        {"sku": "ROBE-M", "options": {"size": "M"}, "price": 4999, "currency": "EUR"},
        {"sku": "ROBE-L", "options": {"size": "L"}, "price": 5499, "currency": "EUR"},
    ],
}


def _policy() -> str:
    return starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
