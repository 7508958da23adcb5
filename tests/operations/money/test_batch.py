"""Planned refunds leave together; one that fails does not hold back the others for long."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.money.conftest import back, subject, wish
from volte.money import jobs, queries, sending
from volte.money import operations as money
from volte.money.ports import GatewayUnreachable
from volte.money.rules.outcomes import RefundStatus
from volte.money.rules.standing import OrderMoney
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor


def promise_two(owner: Actor, order: OrderMoney) -> list[UUID]:
    refunds = []
    for place in (1, 2):
        made = money.promise(by=owner, order=order, wish=wish(back("S", place)), subject=subject(), key=f"k{place}")
        refunds.append(made.refunds[0].id)
    return refunds


def queued(owner: Actor) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name FROM procrastinate_jobs WHERE status = 'todo' AND args->>'shop' = %s ORDER BY id",
            [str(owner.shop_id)],
        )
        return [row[0] for row in cursor.fetchall()]


def statuses(owner: Actor, refund_ids: list[UUID]) -> list[RefundStatus]:
    with tenancy.entered(owner.shop_id):
        return [queries.refund(refund_id=each).status for each in refund_ids]


def test_two_promises_wait_for_one_job_that_sends_both(owner: Actor, order: OrderMoney) -> None:
    refunds = promise_two(owner, order)
    assert queued(owner) == ["money.jobs.attempt_planned"]
    jobs.attempt_planned(shop=str(owner.shop_id))
    assert statuses(owner, refunds) == [RefundStatus.SUCCEEDED] * 2


def test_when_the_gateway_is_away_each_gets_a_job_of_its_own(
    owner: Actor, order: OrderMoney, monkeypatch: pytest.MonkeyPatch
) -> None:
    refunds = promise_two(owner, order)

    def away(_self: object, **_: object) -> None:
        raise GatewayUnreachable("away")

    with monkeypatch.context() as broken:
        broken.setattr(FakeGateway, "refund", away)
        jobs.attempt_planned(shop=str(owner.shop_id))
    assert statuses(owner, refunds) == [RefundStatus.SENDING, RefundStatus.PLANNED]
    assert queued(owner) == ["money.jobs.attempt_planned", *["money.jobs.attempt_refund"] * 2]
    for each in refunds:
        jobs.attempt_refund(shop=str(owner.shop_id), refund=str(each))
    assert statuses(owner, refunds) == [RefundStatus.SUCCEEDED] * 2


def test_what_a_dead_worker_left_in_the_middle_is_asked_about(owner: Actor, order: OrderMoney) -> None:
    """The worker wrote down that it was about to call, and died; its job is taken back and run again."""
    (refund, other) = promise_two(owner, order)
    began = datetime(2026, 11, 10, 9, tzinfo=UTC)
    with clock.at(began):
        sending.begin_attempt(by=owner, refund_id=refund)
    with clock.at(began + timedelta(seconds=10)):
        jobs.attempt_planned(shop=str(owner.shop_id))
    assert statuses(owner, [refund, other]) == [RefundStatus.SENDING, RefundStatus.SUCCEEDED]
    with clock.at(began + timedelta(seconds=30)):
        jobs.attempt_planned(shop=str(owner.shop_id))
    assert statuses(owner, [refund, other]) == [RefundStatus.SUCCEEDED] * 2
