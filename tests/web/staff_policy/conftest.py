"""The desk of `maison`, whose starter policy holds since January."""

from datetime import UTC, datetime

import pytest

from tests.operations.returns.conftest import gateway, order, today
from tests.web.staff_settings.conftest import browser_of, person
from volte.policy import operations
from volte.policy.queries import PublishedPolicy
from volte.policy.rules import starter
from volte.runtime import clock
from volte.runtime.actor import Actor

__all__ = ["browser_of", "gateway", "order", "person", "today"]
STARTER = starter.default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))


@pytest.fixture
def first(owner: Actor) -> PublishedPolicy:
    with clock.at(datetime(2026, 1, 1, tzinfo=UTC)):
        return operations.publish(by=owner, document_text=STARTER)
