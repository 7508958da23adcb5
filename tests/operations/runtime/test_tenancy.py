"""Two shops never see one another, whichever lock is picked."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from volte.kit.errors import Conflict, NotAllowed
from volte.runtime import outbox, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.events import Event
from volte.runtime.models import AuditEntry, OutboxEvent
from volte.runtime.permissions import EVERYTHING, Permission, Role


@dataclass(frozen=True, slots=True)
class SomethingHappened(Event):
    kind: ClassVar[str] = "test.happened"
    what: str
    thing_id: UUID


def test_no_shop_no_rows(shop: UUID) -> None:
    with pytest.raises(tenancy.NoShopEntered):
        list(OutboxEvent.objects.all())


def test_a_shop_sees_only_its_own_even_in_raw_sql(shop: UUID, other_shop: UUID) -> None:
    with tenancy.entered(shop):
        outbox.announce(SomethingHappened(what="x", thing_id=shop))
        assert OutboxEvent.objects.count() == 1
    with tenancy.entered(other_shop):
        assert OutboxEvent.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM volte_runtime_outboxevent")
            assert cursor.fetchone() == (0,)


def test_writing_into_another_shop_is_refused_by_the_database(shop: UUID, other_shop: UUID) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), tenancy.entered(shop):
        AuditEntry(shop_id=other_shop, operation="x", actor_kind="system", actor_name="", at="2026-01-01T00:00Z").save()


def test_one_piece_of_work_enters_one_shop(shop: UUID, other_shop: UUID) -> None:
    with tenancy.entered(shop), pytest.raises(tenancy.AnotherShopEntered), tenancy.entered(other_shop):
        pass


def test_keys_are_shown_once_and_hashed(owner: Actor) -> None:
    shown = people.make_key(by=owner, name="Till", permissions=[Permission.RETURNS_READ])
    actor = people.actor_of_key(shown.secret)
    assert actor.shop_id == owner.shop_id
    assert actor.permissions == {Permission.RETURNS_READ}
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(k)::text FROM volte_runtime_apikey k")
        assert all(shown.secret not in row[0] for row in cursor.fetchall())


def test_a_key_without_permission_is_refused_and_nothing_written(owner: Actor) -> None:
    shown = people.make_key(by=owner, name="Reader", permissions=[Permission.RETURNS_READ])
    reader = people.actor_of_key(shown.secret)
    with pytest.raises(NotAllowed):
        people.make_key(by=reader, name="More", permissions=[Permission.RETURNS_READ])


def test_an_account_of_another_shop_is_not_taken_over(owner: Actor, other_shop: UUID) -> None:
    other = Actor(other_shop, "member", None, "Autre", EVERYTHING)
    people.invite(by=other, email="anna@example.com", name="Anna", role=Role.OWNER, password="known-to-the-other")
    with pytest.raises(Conflict) as refusal:
        people.invite(by=owner, email="Anna@example.com", name="Anna", role=Role.OWNER)
    assert refusal.value.code == "person_elsewhere"
