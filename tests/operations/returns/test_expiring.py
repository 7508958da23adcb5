"""A return expires when nothing was sent by its last day, which no short-lived label brings before the law's."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from tests.operations.returns.test_desk import asked, see
from volte.returns import jobs
from volte.returns.models import Return
from volte.returns.rules.lifecycle import Status
from volte.runtime import clock, shops, tenancy
from volte.runtime.actor import Actor

# Fourteen days after the notice of 10 November end with the 24th; Paris is an hour ahead.
LAWFUL_END = datetime(2026, 11, 24, 23, tzinfo=UTC)


def night(at: datetime) -> None:
    with clock.at(at):
        jobs.expire_due()


def test_a_label_that_lives_five_days_gives_fourteen_all_the_same(owner: Actor, order: UUID, today: datetime) -> None:
    shops.change_settings(by=owner, changes={"label_days": 5})
    return_id = asked(owner, order)
    assert see(owner, return_id).last_day == date(2026, 11, 24)
    night(LAWFUL_END - timedelta(seconds=1))
    assert see(owner, return_id).status is Status.APPROVED
    night(LAWFUL_END)
    assert see(owner, return_id).status is Status.EXPIRED


@pytest.mark.parametrize(("at", "status"), [(-1, Status.APPROVED), (0, Status.EXPIRED)])
def test_one_approved_before_with_an_earlier_last_day_waits_for_the_laws(
    owner: Actor, order: UUID, today: datetime, at: int, status: Status
) -> None:
    return_id = asked(owner, order)
    with tenancy.entered(owner.shop_id):
        Return.objects.filter(id=return_id).update(last_day=date(2026, 11, 15))
    night(LAWFUL_END + timedelta(seconds=at))
    assert see(owner, return_id).status is status


def test_a_label_that_lives_longer_is_good_for_as_long(owner: Actor, order: UUID, today: datetime) -> None:
    shops.change_settings(by=owner, changes={"label_days": 30})
    return_id = asked(owner, order)
    night(LAWFUL_END + timedelta(days=15))
    assert see(owner, return_id).status is Status.APPROVED
    night(LAWFUL_END + timedelta(days=16))
    assert see(owner, return_id).status is Status.EXPIRED
