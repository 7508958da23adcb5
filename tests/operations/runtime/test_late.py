"""Rows that wait for the end of the transaction: together, in order, or not at all, and never missed by a reader."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import DataError
from django.test.utils import CaptureQueriesContext

from volte.runtime import clock, hot, late, outbox, sql, tenancy
from volte.runtime.events import Event
from volte.runtime.models import AuditEntry, OutboxEvent


@dataclass(frozen=True, slots=True)
class Noted(Event):
    kind: ClassVar[str] = "test.noted"
    what: str


def kept() -> list[str]:
    return [row.data["what"] for row in OutboxEvent.objects.filter(kind="test.noted").order_by("id")]


def audit(name: str = "x") -> AuditEntry:
    return AuditEntry.of_shop(operation=name, actor_kind="system", actor_name="", at=clock.now())


def test_all_that_waits_is_one_statement_in_the_order_it_came(shop: UUID) -> None:
    with CaptureQueriesContext(connection) as asked, tenancy.entered(shop):
        outbox.announce(Noted(what="a"))
        audit().insert_late()
        outbox.announce(Noted(what="b"))
    written = [query["sql"] for query in asked if "INSERT" in query["sql"]]
    assert len(written) == 1
    with tenancy.entered(shop):
        assert kept() == ["a", "b"]
        assert AuditEntry.objects.count() == 1


def test_who_fails_writes_nothing(shop: UUID) -> None:
    with pytest.raises(ZeroDivisionError), tenancy.entered(shop):
        outbox.announce(Noted(what="a"))
        raise ZeroDivisionError
    with tenancy.entered(shop):
        assert kept() == []
        assert not late.awaits(OutboxEvent)


def test_a_reader_in_the_same_transaction_sees_what_waits(shop: UUID) -> None:
    with tenancy.entered(shop):
        outbox.announce(Noted(what="a"))
        assert kept() == ["a"]
        outbox.announce(Noted(what="b"))
    with tenancy.entered(shop):
        assert kept() == ["a", "b"]


def test_what_is_undone_by_a_savepoint_is_not_written(shop: UUID) -> None:
    with tenancy.entered(shop):
        outbox.announce(Noted(what="before"))
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            outbox.announce(Noted(what="undone"))
            raise ZeroDivisionError
        outbox.announce(Noted(what="after"))
    with tenancy.entered(shop):
        assert kept() == ["before", "after"]


def test_a_change_that_waits_is_not_changed_again_where_it_may_be_undone(shop: UUID) -> None:
    with tenancy.entered(shop):
        outbox.announce(Noted(what="a"))
    with tenancy.entered(shop):
        row = hot.rows(OutboxEvent)[0]
        row.failures = 1
        hot.save(row)
        with pytest.raises(RuntimeError, match="savepoint"), transaction.atomic():
            row.failures = 2
            hot.save(row)
        row.failures = 1
    with tenancy.entered(shop):
        assert hot.rows(OutboxEvent)[0].failures == 1


def test_what_is_prepared_does_not_grow_without_end(shop: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "MOST_PREPARED", 5)

    def prepared() -> int:
        (count,) = sql.run("SELECT count(*) FROM pg_prepared_statements", once=True).fetchone()
        return int(count)

    with tenancy.entered(shop):
        before = prepared()
        for number in range(20):
            assert sql.run(f"SELECT {number} + %s::int", [1]).fetchone() == (number + 1,)  # a number
        assert prepared() <= before + 5


def test_too_long_is_refused_and_not_cut(shop: UUID) -> None:
    with pytest.raises(DataError), tenancy.entered(shop):
        audit("x" * 121).insert_late()


def test_settings_are_read_once_and_again_after_a_change(shop: UUID, owner: object) -> None:
    from volte.runtime import shop_settings, shops
    from volte.runtime.actor import Actor

    assert isinstance(owner, Actor)
    with tenancy.entered(shop), CaptureQueriesContext(connection) as asked:
        before = shop_settings.of_shop(shop)
        assert shop_settings.of_shop(shop) is before
        assert len(asked) == 1
        shops.change_settings(by=owner, changes={"label_days": before.label_days + 1})
        assert shop_settings.of_shop(shop).label_days == before.label_days + 1
