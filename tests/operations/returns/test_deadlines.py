"""Deadlines are told of a day before the law's are missed, and once they are: each once."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.operations.returns.test_desk import asked
from volte.logistics.rules.tracking import ScanKind
from volte.returns import due, jobs, operations
from volte.returns.operations import watching
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

# The law's fourteen days from the notice of 10 November end with the 24th in Paris.
LAWFUL = datetime(2026, 11, 24, 23, tzinfo=UTC)


def told(owner: Actor) -> list[tuple[str, str, Any]]:
    with tenancy.entered(owner.shop_id):
        rows = OutboxEvent.objects.filter(kind__startswith="deadline.").order_by("id")
        return [(row.kind, row.data["deadline"], row.data["due_at"]) for row in rows]


def sent(owner: Actor, order: UUID, today: datetime) -> UUID:
    return_id = asked(owner, order)
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.DROPPED_OFF, at=today)
    return return_id


def test_a_deadline_of_the_law_is_told_a_day_ahead_and_when_missed_each_once(
    owner: Actor, order: UUID, today: datetime
) -> None:
    sent(owner, order, today)
    with clock.at(LAWFUL - timedelta(hours=24, seconds=1)):
        jobs.watch_deadlines()
    assert told(owner) == []
    near = ("deadline.near", "refund_law", "2026-11-24T23:00:00Z")
    for hours in (24, 1):
        with clock.at(LAWFUL - timedelta(hours=hours)):
            jobs.watch_deadlines()
    assert told(owner) == [near]
    for hours in (0, 30):
        with clock.at(LAWFUL + timedelta(hours=hours)):
            jobs.watch_deadlines()
    assert told(owner) == [near, ("deadline.missed", "refund_law", "2026-11-24T23:00:00Z")]


def test_somebody_who_waits_for_a_person_too_long_is_a_missed_promise(
    owner: Actor, order: UUID, today: datetime
) -> None:
    return_id = asked(owner, order)
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    operations.ask(by=shopper, return_id=return_id, text="Où en êtes-vous ?")
    # 10 November is a Tuesday, the 11th a holiday: two working days end with Friday the 13th.
    with clock.at(datetime(2026, 11, 13, 22, 59, tzinfo=UTC)):
        jobs.watch_deadlines()
    assert told(owner) == [], "a promise that ends soon is no alarm"
    with clock.at(datetime(2026, 11, 13, 23, 0, tzinfo=UTC)):
        jobs.watch_deadlines()
    assert told(owner) == [("deadline.missed", "question", "2026-11-13T23:00:00Z")]


def test_what_was_paid_meanwhile_is_told_of_no_more(owner: Actor, order: UUID, today: datetime) -> None:
    return_id = sent(owner, order, today)
    with clock.at(LAWFUL), tenancy.entered(owner.shop_id):
        assert due.untold() == [return_id]
    operations.record_scan(by=owner, return_id=return_id, kind=ScanKind.LOST, at=today)
    with clock.at(LAWFUL):
        assert watching.tell_deadlines(by=Actor.system(owner.shop_id), return_id=return_id) == 0
    assert told(owner) == []


def test_the_shop_chooses_how_far_ahead(owner: Actor, order: UUID, today: datetime) -> None:
    sent(owner, order, today)
    shops.change_settings(by=owner, changes={"deadlines": {"near_hours": 72}})
    with clock.at(LAWFUL - timedelta(hours=60)):
        jobs.watch_deadlines()
    assert [kind for kind, _, _ in told(owner)] == ["deadline.near"]
