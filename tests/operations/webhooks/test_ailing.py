"""Endpoints that behave badly, for a moment or for days: others do not wait, people are told, nothing is lost."""

import time
from datetime import timedelta

import pytest

from tests.operations.webhooks.conftest import House, Rang
from volte.messages import queries as mails
from volte.project import reactions
from volte.runtime import clock, dispatch, people, tenancy
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import Role
from volte.webhooks import jobs, operations
from volte.webhooks.models import Subscription
from volte.webhooks.queries import DeliveryStatus, PausedBecause, SubscriptionStatus
from volte.webhooks.rules import lanes
from volte.webhooks.rules.outcomes import Outcome

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
OK, WAITS = DeliveryStatus.TAKEN, DeliveryStatus.WAITING


@pytest.mark.parametrize("path", ["/hang", "/drip", "/close", "/redirect", "/later"])
def test_one_that_behaves_badly_does_not_slow_the_others(house: House, path: str) -> None:
    bad, good = house.subscribe(path), house.subscribe("/good")
    house.happen(*(Rang(str(number)) for number in range(40)))
    began = time.monotonic()
    house.deliver(seconds=2.0)
    assert len(house.receiver.at("/good")) == 40
    assert time.monotonic() - began < 30, "forty such answers one after the other"
    assert {one.status for one in house.deliveries(good)} == {OK}
    tried = [one for one in house.deliveries(bad) if one.attempts]
    assert tried
    assert all(one.status is WAITS for one in tried)
    assert len(house.receiver.at(path)) <= lanes.AT_ONCE + 5, "then one at a time, with rests"


def test_what_waits_behind_a_failing_endpoint_stays_in_the_feed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("volte.webhooks.delivering.fanning.PILE", 5)
    monkeypatch.setattr("volte.webhooks.delivering.fanning.EVENTS", 5)
    made = house.subscribe()
    house.receiver.says["/shop"] = 503
    house.happen(*(Rang(str(number)) for number in range(60)))
    house.deliver()
    assert len(house.deliveries(made)) < 40
    house.receiver.says["/shop"] = 200
    with clock.at(clock.now() + timedelta(hours=1)):
        house.deliver()
    told = {got.json["data"]["what"] for got in house.receiver.got}
    assert told == {str(number) for number in range(60)}, "nothing is lost"


def test_days_of_failing_pause_the_endpoint_aloud_and_nothing_is_lost(house: House) -> None:
    people.invite(by=house.by, email="odile@example.com", name="Odile", role=Role.OWNER)
    people.invite(by=house.by, email="paul@example.com", name="Paul", role=Role.PICKER)
    made = house.subscribe()
    house.receiver.says["/shop"] = 500
    start = clock.now()
    house.happen(Rang("a"))
    house.deliver()
    with clock.at(start + timedelta(days=6)):
        house.deliver()
        view = house.view(made)
        assert (view.status, view.paused_because) == (SubscriptionStatus.PAUSED, PausedBecause.FAILING)
        with tenancy.entered(house.by.shop_id):
            told = OutboxEvent.objects.get(kind="webhook.paused").data
        assert (told["subscription_id"], told["because"]) == (str(made.id), "failing")
        dispatch.dispatch(reactions.REACTIONS)
        with tenancy.entered(house.by.shop_id):
            (mail,) = mails.outbox().mails
        assert (mail.to_address, mail.subject_kind) == ("odile@example.com", "webhook")
        house.happen(Rang("b"))
        house.deliver()
        assert len(house.receiver.got) == 2, "nothing is sent while it is paused"
        house.receiver.says["/shop"] = 200
        operations.resume(by=house.by, subscription_id=made.id)
        house.deliver()
    assert {"a", "b"} <= {got.json["data"].get("what") for got in house.receiver.got[2:]}


def test_a_day_of_failing_is_told_once_each_time_it_begins(house: House) -> None:
    people.invite(by=house.by, email="odile@example.com", name="Odile", role=Role.OWNER)
    people.invite(by=house.by, email="paul@example.com", name="Paul", role=Role.PICKER)
    made, start = house.subscribe(), clock.now()
    house.receiver.says["/shop"] = 500
    house.happen(Rang("a"))
    house.deliver()

    def told(hours: int) -> int:
        with clock.at(start + timedelta(hours=hours)):
            jobs.tell_failing()
            jobs.tell_failing()
            dispatch.dispatch(reactions.REACTIONS)
        with tenancy.entered(house.by.shop_id):
            found = [mail for mail in mails.outbox().mails if mail.occasion == "endpoint_failing"]
        assert {mail.to_address for mail in found} <= {"odile@example.com"}
        return len(found)

    assert [told(23), told(25), told(60)] == [0, 1, 1]
    house.receiver.says["/shop"] = 200
    with clock.at(start + timedelta(hours=61)):
        house.deliver()
        house.receiver.says["/shop"] = 500
        house.happen(Rang("b"))
        house.deliver()
    assert house.view(made).failing_since == start + timedelta(hours=61)
    assert [told(62), told(86)] == [1, 2]


def test_410_ends_it_at_once(house: House) -> None:
    made = house.subscribe()
    house.receiver.says["/shop"] = 410
    house.happen(Rang("a"))
    house.deliver()
    assert house.view(made).paused_because is PausedBecause.GONE
    assert house.outcomes(made) == [[Outcome.GONE]]


def test_resuming_from_now_leaves_aside_what_was_missed(house: House) -> None:
    made = house.subscribe()
    operations.pause(by=house.by, subscription_id=made.id)
    house.happen(Rang("missed"))
    house.deliver()
    operations.resume(by=house.by, subscription_id=made.id, from_now=True)
    house.happen(Rang("new"))
    house.deliver()
    assert [got.json["data"]["what"] for got in house.receiver.got] == ["new"]


def test_a_removed_one_gets_nothing_and_its_secrets_are_forgotten(house: House) -> None:
    made = house.subscribe()
    house.happen(Rang("a"))
    operations.remove(by=house.by, subscription_id=made.id)
    house.deliver()
    assert house.receiver.got == []
    with tenancy.entered(house.by.shop_id):
        assert Subscription.objects.get().secret == ""
