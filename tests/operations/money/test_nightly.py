"""Every night all books of each shop are added up again: kept, told, closed when mended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Index, Q
from django.db.utils import DatabaseError

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import back, subject, wish
from volte.kit.errors import Conflict
from volte.money import jobs, sending, summing, verifications, verify, verifying
from volte.money import operations as money
from volte.money.models import BooksFault, Refund, Verification
from volte.money.rules import nightly
from volte.money.rules.outcomes import OVER, RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.project import schedule
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

# Half past three in Paris, and the night after.
NIGHT = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
Clock = Callable[[datetime], AbstractContextManager[None]]


@pytest.fixture
def paid(owner: Actor, order: OrderMoney, gateway: FakeGateway) -> UUID:
    made = money.promise(by=owner, order=order, wish=wish(back("L", 1)), subject=subject(), key="r1")
    sending.attempt(by=owner, refund_id=made.refunds[0].id)
    return made.refunds[0].id


def changed(owner: Actor, by: int, account: str = "gateway_clearing") -> None:
    """Somebody changes postings behind everybody's back."""
    with tenancy.entered(owner.shop_id), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("RESET ROLE; SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE volte_money_posting SET amount = amount + %s WHERE account = %s", [by, account])
        cursor.execute("SET LOCAL session_replication_role = origin; SET LOCAL ROLE volte_app")


def looked(owner: Actor) -> verifications.VerificationView:
    """The sweep, and the worker's turns behind it."""
    schedule.sweep_books()
    turns(owner)
    with tenancy.entered(owner.shop_id):
        view = verifications.last()
    assert view is not None
    return view


def turns(owner: Actor) -> int:
    with tenancy.entered(owner.shop_id):
        begun = verifications.under_way()
    made = 0
    while begun is not None:
        made += 1
        if not verifying.attempt(by=owner, verification_id=begun):
            break
    return made


def news(owner: Actor) -> list[tuple[str, Any]]:
    with tenancy.entered(owner.shop_id):
        rows = OutboxEvent.objects.filter(kind__startswith="books.").order_by("id")
        return [(row.kind, row.data.get("fresh")) for row in rows]


def test_books_in_order_are_said_to_be_so_once_a_night(
    owner: Actor, other_shop: UUID, paid: UUID, clock_at: Clock
) -> None:
    with clock_at(NIGHT):
        assert looked(owner).in_order
        schedule.sweep_books()
        with tenancy.entered(owner.shop_id):
            assert verifications.under_way() is None and len(verifications.looks(limit=9)) == 1
            assert verifications.last().entries == 2  # type: ignore[union-attr]  # there is one
        with tenancy.entered(other_shop):
            assert verifications.under_way() is not None, "each shop has its own"
    assert news(owner) == []


def test_a_break_is_kept_told_once_and_closed_when_it_is_mended(owner: Actor, paid: UUID, clock_at: Clock) -> None:
    changed(owner, 1)
    with clock_at(NIGHT):
        first = looked(owner)
        assert first.fresh == first.found >= 3 and not first.missed
        with tenancy.entered(owner.shop_id):
            whole = {(one.what, one.where, one.books, one.rows) for one in verify.ledger().discrepancies}
            kept = {(one.what, one.place, one.books, one.rows) for one in verifications.faults()}
        assert kept == whole, "the night finds what the command finds"
    with clock_at(NIGHT + timedelta(days=1)):
        again = looked(owner)
        assert (again.found, again.fresh) == (first.found, 0)
        with tenancy.entered(owner.shop_id):
            assert {one.found_at for one in verifications.faults()} == {NIGHT}
    changed(owner, -1)
    with clock_at(NIGHT + timedelta(days=2)):
        assert looked(owner).in_order
        with tenancy.entered(owner.shop_id):
            assert verifications.open_count() == 0
            ended = {one.resolved_at for one in verifications.closed(limit=99)}
        assert ended == {NIGHT + timedelta(days=2)}
    assert news(owner) == [("books.broken", first.found), ("books.mended", None)]
    changed(owner, 1)
    with clock_at(NIGHT + timedelta(days=3)):
        assert looked(owner).fresh == first.found, "what comes back is news again"
        with tenancy.entered(owner.shop_id):
            assert BooksFault.objects.count() == first.found


def test_a_worker_that_died_is_gone_on_from_and_nothing_is_made_twice(
    owner: Actor, paid: UUID, clock_at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "_TURN_SECONDS", 0.0)
    with clock_at(NIGHT):
        schedule.sweep_books()
        with tenancy.entered(owner.shop_id):
            begun = verifications.under_way()
        assert begun is not None and verifying.attempt(by=owner, verification_id=begun)
        with tenancy.entered(owner.shop_id):
            assert Verification.objects.get(id=begun).done == 1
        with pytest.raises(Conflict, match="verification_moved_on"):
            verifying.record_checks(by=owner, verification_id=begun, done=0, made=())
    with clock_at(NIGHT + timedelta(days=1)):
        schedule.sweep_books()
        assert turns(owner) == len(verify.CHECKS) - 1, "the look of the night before goes on"
        assert looked(owner).began_at == NIGHT + timedelta(days=1), "then tonight's is made"


def test_a_check_that_cannot_be_made_is_named_and_closes_nothing(
    owner: Actor, paid: UUID, clock_at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(owner, 1)
    with clock_at(NIGHT):
        found = looked(owner).found
    check = verify.check

    def slow(what: str, **more: Any) -> verify.Checked:
        if what == "gateway_paid":
            raise DatabaseError("canceling statement due to statement timeout")
        return check(what, **more)

    monkeypatch.setattr(verify, "check", slow)
    with clock_at(NIGHT + timedelta(days=1)):
        view = looked(owner)
        assert view.missed == ("gateway_paid",) and not view.in_order
        with tenancy.entered(owner.shop_id):
            assert verifications.open_count() == found


def test_only_the_first_of_many_are_kept_and_all_are_counted(
    owner: Actor, paid: UUID, clock_at: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(owner, 1, "gateway_clearing")
    changed(owner, 1, "sales_returns")
    monkeypatch.setattr(verifying, "_MOST", 1)
    for night in range(2):
        with clock_at(NIGHT + timedelta(days=night)):
            found = looked(owner).found
            with tenancy.entered(owner.shop_id):
                assert verify.check("entry_postings", most=1, memory="4MB").count == 2
                kept = BooksFault.objects.filter(check_name="entry_postings", resolved_at=None)
                assert kept.count() == 1 and verifications.open_count() < found


def test_somebody_asks_once_at_a_time_and_old_looks_go(owner: Actor, paid: UUID, clock_at: Clock) -> None:
    with clock_at(NIGHT):
        looked(owner)
    with clock_at(NIGHT + timedelta(days=401)):
        begun = money.begin_verification(by=owner)
        with pytest.raises(Conflict, match="verification_under_way"):
            money.begin_verification(by=owner)
        jobs.verify_books(shop=str(owner.shop_id), verification=str(begun))
        with tenancy.entered(owner.shop_id):
            assert [one.id for one in verifications.looks(limit=9)] == [begun]


@pytest.mark.parametrize(
    ("now", "last", "night"),
    [
        (datetime(2026, 11, 23, 1, 59, tzinfo=UTC), date(2026, 11, 22), None),
        (datetime(2026, 11, 23, 2, 0, tzinfo=UTC), date(2026, 11, 22), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 2, 0, tzinfo=UTC), date(2026, 11, 23), None),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), date(2026, 11, 20), None),
        (datetime(2026, 11, 22, 22, 30, tzinfo=UTC), date(2026, 11, 20), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), None, date(2026, 11, 23)),
        # The night in which three o'clock comes twice, and the one in which it is skipped to.
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 24), None),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 28), date(2026, 3, 29)),
    ],
)
def test_a_night_is_due_from_three_in_the_morning_where_the_shop_is(
    now: datetime, last: date | None, night: date | None
) -> None:
    assert nightly.due(now=now, zone="Europe/Paris", last=last) == night


def test_what_is_open_is_everything_that_is_not_over_in_the_words_of_the_indexes() -> None:
    asked = [statuses for _, statuses in summing.OPEN.children]  # type: ignore[misc]  # two lists of statuses
    indexed = {one.name: one.condition for one in Refund._meta.indexes if isinstance(one, Index)}
    assert {status for statuses in asked for status in statuses} == {one.value for one in set(RefundStatus) - OVER}
    assert [Q(status__in=statuses) for statuses in asked] == [
        indexed["money_refund_moving"],
        indexed["money_refund_held_up"],
    ]
