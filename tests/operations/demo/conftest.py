"""The demo shop played once, inside a transaction that is never committed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from tests.connectors.gateway_fake import FakeGateway
from volte.money.ports import RefundGateway
from volte.project import wiring as project_wiring
from volte.project.demo import world
from volte.project.demo.playing import play
from volte.project.demo.playing.cast import Cast
from volte.project.demo.playing.stage import Case
from volte.project.demo.world import World
from volte.runtime import clock, wiring

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Played:
    world: World
    cast: Cast
    cases: Mapping[str, Case]
    gateway: FakeGateway


@pytest.fixture(scope="package")
def played(django_db_blocker: Any) -> Iterator[Played]:
    project_wiring.connect()
    gateway = FakeGateway()
    wiring.bind(RefundGateway, "simulator", lambda: gateway)

    def charge(charges: Sequence[Mapping[str, Any]]) -> None:
        gateway.charges = {one["id"]: one["amount"] for one in charges}

    made = world.make(now=NOW)
    with django_db_blocker.unblock(), transaction.atomic(), clock.at(NOW):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE volte_app")
        cast, cases = play.play(handle="demo", world=made, charge=charge)
        yield Played(made, cast, cases, gateway)
        transaction.set_rollback(True)
