"""Events reach those who asked for them: signed, as the feed tells them, again until they are taken."""

from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks.webhooks import Webhook

from tests.operations.webhooks.conftest import House, Knocked, Rang
from volte.runtime import clock, feed, tenancy
from volte.webhooks import jobs, operations
from volte.webhooks.models import Attempt, Delivery, Subscription
from volte.webhooks.queries import DeliveryStatus
from volte.webhooks.rules import schedule
from volte.webhooks.rules.outcomes import Outcome

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
OK, LOST, WAITS = DeliveryStatus.TAKEN, DeliveryStatus.FAILED, DeliveryStatus.WAITING


def test_what_happens_after_subscribing_is_brought_signed_and_as_the_feed_tells_it(house: House) -> None:
    house.happen(Rang("too early"))
    made = house.subscribe()
    house.happen(Rang("one"), Knocked("two"))
    house.deliver()
    # Two on their way at once: which comes first is nobody's promise.
    got, other = sorted(house.receiver.got, key=lambda one: str(one.json["data"]["what"]))
    assert [one.json["data"]["what"] for one in (got, other)] == ["one", "two"]
    assert Webhook(made.secret).verify(got.body.decode(), got.headers) == got.json
    with tenancy.entered(house.by.shop_id):
        entry = feed.page(after=feed.page(limit=1).entries[0].position).entries[0]
    assert got.json["position"] == entry.position
    assert got.headers["webhook-id"] == got.json["id"]
    assert (got.json["type"], got.json["data"]) == (entry.kind, entry.data)
    assert [one.status for one in house.deliveries(made)] == [OK, OK]
    house.deliver()
    assert len(house.receiver.got) == 2, "once"


def test_only_the_kinds_asked_for_are_brought_and_only_to_their_shop(house: House, other_house: House) -> None:
    bells, everything = house.subscribe("/bells", Rang.kind), house.subscribe("/all")
    theirs = other_house.subscribe("/theirs")
    house.happen(Knocked("a"), Rang("b"), Knocked("c"))
    house.deliver()
    assert [got.json["data"]["what"] for got in house.receiver.at("/bells")] == ["b"]
    assert sorted(got.json["data"]["what"] for got in house.receiver.at("/all")) == ["a", "b", "c"]
    assert house.receiver.at("/theirs") == []
    assert len(house.deliveries(bells)) == 1
    assert len(house.deliveries(everything)) == 3
    assert other_house.deliveries(theirs) == []


def test_an_event_committed_late_is_not_missed(house: House) -> None:
    """The cursor follows positions, which are given after commit."""
    made = house.subscribe()
    for number in range(5):
        house.happen(Rang(str(number)))
        house.deliver()
    assert [one.status for one in house.deliveries(made)] == [OK] * 5


def test_a_test_message_arrives_and_shows_its_answer(house: House) -> None:
    made = house.subscribe("/shop", Rang.kind)
    operations.send_test(by=house.by, subscription_id=made.id)
    house.deliver()
    (got,) = house.receiver.got
    assert (got.json["type"], got.json["position"]) == ("webhook.test", None)
    Webhook(made.secret).verify(got.body.decode(), got.headers)
    assert house.deliveries(made)[0].attempts[0].said == '{"received":true}'


def test_time_is_ours(house: House) -> None:
    made = house.subscribe()
    moment = datetime(2027, 1, 1, tzinfo=UTC)
    with clock.at(moment):
        house.happen(Rang("a"))
        house.deliver()
    assert house.receiver.got[0].headers["webhook-timestamp"] == str(int(moment.timestamp()))
    assert house.deliveries(made)[0].attempts[0].at == moment


def test_a_refusal_is_tried_again_under_the_same_id_until_it_is_taken(house: House) -> None:
    made = house.subscribe()
    house.receiver.says["/shop"] = 500
    house.happen(Rang("a"))
    house.deliver()
    (waiting,) = house.deliveries(made)
    assert (waiting.status, waiting.tries) == (WAITS, 1)
    assert waiting.next_try_at is not None
    assert house.view(made).failing_since is not None
    house.deliver()
    assert len(house.receiver.got) == 1, "not before its time"
    house.receiver.says["/shop"] = 200
    with clock.at(waiting.next_try_at + timedelta(seconds=1)):
        house.deliver()
    assert house.outcomes(made) == [[Outcome.BROKEN, Outcome.TAKEN]]
    ids = {got.headers["webhook-id"] for got in house.receiver.got}
    stamps = {got.headers["webhook-timestamp"] for got in house.receiver.got}
    assert (len(ids), len(stamps)) == (1, 2)
    assert house.view(made).failing_since is None
    said = house.deliveries(made)[0].attempts[0]
    assert (said.status, said.said.startswith("no thanks")) == (500, True)


def test_what_is_never_taken_is_given_up_after_days_and_can_be_sent_by_hand(house: House) -> None:
    made = house.subscribe()
    house.receiver.says["/shop"] = 500
    house.happen(Rang("a"))
    now = clock.now()
    for _ in range(schedule.MOST_TRIES):
        with clock.at(now):
            house.deliver()
        now += timedelta(hours=29)
        with tenancy.entered(house.by.shop_id):
            Subscription.objects.update(failing_since=None)  # others are taken meanwhile: no reason to pause
    (lost,) = house.deliveries(made)
    assert (lost.status, len(lost.attempts)) == (LOST, schedule.MOST_TRIES)
    house.receiver.says["/shop"] = 200
    operations.send_again(by=house.by, delivery_id=lost.id)
    house.deliver()
    (again,) = house.deliveries(made)
    assert (again.status, len(again.attempts)) == (OK, schedule.MOST_TRIES + 1)
    assert len({got.headers["webhook-id"] for got in house.receiver.got}) == 1


def test_all_that_failed_since_a_moment_goes_again_and_nothing_else(house: House) -> None:
    made, start = house.subscribe(), clock.now()
    house.happen(*(Rang(str(number)) for number in range(4)))
    house.deliver()
    with tenancy.entered(house.by.shop_id):
        old, newer, *_ = Delivery.objects.order_by("event_id").values_list("id", flat=True)
        Delivery.objects.filter(id=old).update(status="failed", created_at=start - timedelta(days=3))
        Delivery.objects.filter(id=newer).update(status="failed")
    since = start - timedelta(days=1)
    assert operations.send_failed_again(by=house.by, subscription_id=made.id, since=since) == 1
    house.deliver()
    assert len(house.receiver.got) == 5
    assert [one.status for one in house.deliveries(made)] == [LOST, OK, OK, OK]


def test_old_deliveries_are_forgotten_lost_ones_later(house: House) -> None:
    made = house.subscribe()
    house.happen(*(Rang(str(number)) for number in range(3)))
    house.deliver()
    with tenancy.entered(house.by.shop_id):
        lost, *_ = Delivery.objects.order_by("event_id").values_list("id", flat=True)
        Delivery.objects.filter(id=lost).update(status="failed")
    with clock.at(clock.now() + schedule.KEEP_DELIVERED + timedelta(days=1)):
        jobs.forget_old()
    assert [one.id for one in house.deliveries(made)] == [lost]
    operations.remove(by=house.by, subscription_id=made.id)
    with clock.at(clock.now() + schedule.KEEP_FAILED + timedelta(days=1)):
        jobs.forget_old()
    with tenancy.entered(house.by.shop_id):
        assert not Subscription.objects.exists()
        assert not Attempt.objects.exists()
