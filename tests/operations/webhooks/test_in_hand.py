"""What one worker has in hand, others leave alone: each outcome counts once, though workers die or clocks are wrong."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from tests.operations.webhooks.conftest import House, Rang
from volte.runtime import clock, tenancy
from volte.webhooks import operations
from volte.webhooks.delivering import fanning, leasing, recording
from volte.webhooks.ports import Answer
from volte.webhooks.queries import DeliveryStatus, PausedBecause, SubscriptionStatus
from volte.webhooks.rules.outcomes import Outcome

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
OK, WAITS = DeliveryStatus.TAKEN, DeliveryStatus.WAITING


def test_a_worker_that_dies_with_it_in_hand_leaves_it_to_the_next(house: House) -> None:
    made = house.subscribe()
    house.happen(Rang("a"))
    now = clock.now()
    with tenancy.everywhere():
        fanning.fan_out(now=now)
        held = leasing.take(now=now, rooms=lambda targets: {target.id: 9 for target in targets})
    assert len(held) == 1
    house.deliver()
    assert house.receiver.got == [], "leased"
    with clock.at(now + leasing.LEASE + timedelta(seconds=1)):
        house.deliver()
    assert [one.status for one in house.deliveries(made)] == [OK]


def test_two_offices_at_once_send_each_once(house: House) -> None:
    """Two workers, side by side, on their own connections."""
    made = house.subscribe()
    house.happen(*(Rang(str(number)) for number in range(150)))
    with ThreadPoolExecutor(2) as workers:
        for done in [workers.submit(house.deliver) for _ in range(2)]:
            done.result(120)
    told = [got.json["data"]["what"] for got in house.receiver.got]
    assert sorted(told, key=int) == [str(number) for number in range(150)]
    assert {one.status for one in house.deliveries(made)} == {OK}


def test_what_is_written_down_is_written_once_though_pausing_fails(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: Any) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(operations, "pause_failing", broken)
    made = house.subscribe()
    house.receiver.says["/shop"] = 410
    house.happen(Rang("a"))
    house.deliver()
    assert house.outcomes(made) == [[Outcome.GONE]]
    assert house.view(made).status is SubscriptionStatus.ON


def test_tries_written_down_twice_are_there_once(house: House) -> None:
    made = house.subscribe()
    house.happen(Rang("a"))
    now = clock.now()
    with tenancy.everywhere():
        fanning.fan_out(now=now)
        (letter,) = leasing.take(now=now, rooms=lambda targets: {target.id: 9 for target in targets})
    tried = [recording.Tried(letter, now, Answer(Outcome.BROKEN, 5, status=500))]
    for _ in range(2):  # the first commit was heard of no more
        with tenancy.everywhere():
            recording.record(tried=tried, now=now)
    assert house.outcomes(made) == [[Outcome.BROKEN]]


@pytest.mark.parametrize("status", [410, 500])
def test_what_an_old_address_says_late_counts_for_nothing_at_the_new_one(house: House, status: int) -> None:
    made = house.subscribe("/old")
    house.happen(Rang("a"))
    now = clock.now()
    with tenancy.everywhere():
        fanning.fan_out(now=now)
        (letter,) = leasing.take(now=now, rooms=lambda targets: {target.id: 9 for target in targets})
    operations.change(by=house.by, subscription_id=made.id, url=house.receiver.url + "/new")
    said = Outcome.GONE if status == 410 else Outcome.BROKEN
    with tenancy.everywhere():
        to_pause = recording.record(tried=[recording.Tried(letter, now, Answer(said, 5, status=status))], now=now)
    view = house.view(made)
    assert (to_pause, view.failing_since) == ([], None)
    assert [one.status for one in house.deliveries(made)] == [WAITS], "it is for the new one to say"
    operations.pause_failing(
        by=house.by, subscription_id=made.id, url=house.receiver.url + "/old", because=PausedBecause.GONE
    )
    assert house.view(made).status is SubscriptionStatus.ON
    with clock.at(now + timedelta(minutes=5)):
        house.deliver()
    assert len(house.receiver.at("/new")) == 1


@pytest.mark.parametrize("minutes", [5, -5])
def test_a_worker_whose_clock_is_wrong_leaves_alone_what_another_has_in_hand(
    house: House, minutes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = house.subscribe()
    house.happen(Rang("in hand"))
    now = clock.now()
    with tenancy.everywhere():
        fanning.fan_out(now=now)
        assert leasing.take(now=now, rooms=lambda targets: {target.id: 9 for target in targets})
    right = clock.now
    monkeypatch.setattr(clock, "now", lambda: right() + timedelta(minutes=minutes))
    house.deliver()
    assert house.receiver.got == []
    house.happen(Rang("free"))
    house.deliver()
    assert [got.json["data"]["what"] for got in house.receiver.got] == ["free"]
    assert sorted(one.status for one in house.deliveries(made)) == sorted([WAITS, OK])
