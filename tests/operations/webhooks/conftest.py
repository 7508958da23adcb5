"""A shop whose events go to a receiver of ours, and an office that brings them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

import pytest

from tests.conftest import open_shop
from tests.receiver import Receiver
from volte.connectors.webhooks.http.client import HttpCarrier
from volte.runtime import dispatch, outbox, tenancy
from volte.runtime.actor import Actor
from volte.runtime.events import Event
from volte.webhooks import operations, queries
from volte.webhooks.delivering.office import Office
from volte.webhooks.queries import DeliveryView
from volte.webhooks.rules.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Rang(Event):
    """Something happened that carries one word."""

    kind: ClassVar[str] = "test.bell_rang"
    what: str


@dataclass(frozen=True, slots=True)
class Knocked(Event):
    """Something else happened."""

    kind: ClassVar[str] = "test.door_knocked"
    what: str


@dataclass(frozen=True, slots=True)
class House:
    """The shop and what its tests do all the time."""

    by: Actor
    receiver: Receiver

    def subscribe(self, path: str = "/shop", *kinds: str) -> operations.SecretShown:
        return operations.subscribe(by=self.by, url=self.receiver.url + path, kinds=kinds)

    def happen(self, *events: Event) -> None:
        with tenancy.entered(self.by.shop_id):
            for event in events:
                outbox.announce(event)
        while dispatch.dispatch({}):
            pass

    def deliver(self, *, seconds: float = 10.0) -> None:
        """Bring everything that can be brought now."""
        asyncio.run(_deliver(seconds))

    def deliveries(self, made: operations.SecretShown) -> list[DeliveryView]:
        with tenancy.entered(self.by.shop_id):
            found = queries.deliveries(subscription_id=made.id).deliveries
            return [queries.delivery(delivery_id=one.id) for one in reversed(found)]

    def outcomes(self, made: operations.SecretShown) -> list[list[Outcome]]:
        return [[attempt.outcome for attempt in one.attempts] for one in self.deliveries(made)]

    def view(self, made: operations.SecretShown) -> queries.SubscriptionView:
        with tenancy.entered(self.by.shop_id):
            return queries.subscription(subscription_id=made.id)


async def _deliver(seconds: float) -> None:
    office = Office(HttpCarrier(allowed=operations.allowed(), seconds=seconds))
    await office.until_idle()
    office.stop()
    await office.work()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as made:
        yield made


@pytest.fixture
def house(transactional_db: None, receiver: Receiver, settings: Any) -> House:
    """Real transactions: the office has a thread of its own for rows."""
    settings.WEBHOOKS_ALLOW = "127.0.0.0/8"
    return House(Actor.system(open_shop("maison")), receiver)


@pytest.fixture
def other_house(house: House) -> House:
    return House(Actor.system(open_shop("autre")), house.receiver)


Make = Callable[[], UUID]
