"""Events reach those who asked for them: signed, once, whatever other receivers do."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from tests.operations.webhooks.conftest import House, Knocked, Rang
from volte.messages import queries as mails
from volte.project import reactions
from volte.runtime import clock, dispatch, feed, people, sealing, tenancy
from volte.runtime.models import OutboxEvent
from volte.runtime.permissions import Role
from volte.webhooks import jobs, operations
from volte.webhooks.delivering import fanning, leasing, recording
from volte.webhooks.models import Attempt, Delivery, Subscription
from volte.webhooks.ports import Answer
from volte.webhooks.queries import DeliveryStatus, PausedBecause, SubscriptionStatus
from volte.webhooks.rules import lanes, schedule
from volte.webhooks.rules.outcomes import Outcome

pytestmark = [pytest.mark.serial, pytest.mark.django_db(transaction=True)]
OK, LOST, WAITS = DeliveryStatus.TAKEN, DeliveryStatus.FAILED, DeliveryStatus.WAITING


def outcomes(house: House, made: operations.SecretShown) -> list[list[Outcome]]:
    return [[attempt.outcome for attempt in one.attempts] for one in house.deliveries(made)]


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
    assert outcomes(house, made) == [[Outcome.BROKEN, Outcome.TAKEN]]
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


@pytest.mark.parametrize("path", ["/hang", "/drip", "/close", "/redirect", "/later"])
def test_one_that_behaves_badly_does_not_slow_the_others(house: House, path: str) -> None:
    bad, good = house.subscribe(path), house.subscribe("/good")
    house.happen(*(Rang(str(number)) for number in range(40)))
    began = time.monotonic()
    house.deliver(seconds=0.3)
    assert len(house.receiver.at("/good")) == 40
    assert time.monotonic() - began < 20
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


def test_rotation_signs_with_both_for_a_day_and_then_with_the_new_one(house: House) -> None:
    old = house.subscribe()
    new = operations.rotate(by=house.by, subscription_id=old.id)
    house.happen(Rang("during"))
    house.deliver()
    during = house.receiver.got[-1]
    for secret in (old.secret, new.secret):
        Webhook(secret).verify(during.body.decode(), during.headers)
    assert house.view(old).overlap_until is not None
    with clock.at(clock.now() + schedule.OVERLAP + timedelta(minutes=1)):
        house.happen(Rang("after"))
        house.deliver()
        assert house.view(old).overlap_until is None
    after = house.receiver.got[-1].headers["webhook-signature"].split(" ")
    assert len(after) == 1


def test_secrets_lie_sealed_and_one_that_no_longer_opens_says_so(house: House, settings: Any) -> None:
    made = house.subscribe()
    with tenancy.entered(house.by.shop_id):
        kept = Subscription.objects.get().secret
    assert made.secret not in kept
    assert made.secret.removeprefix("whsec_") not in kept
    assert sealing.unseal(kept) == made.secret
    settings.SECRET_KEY, before = "another key", settings.SECRET_KEY
    house.happen(Rang("a"))
    house.deliver()
    assert outcomes(house, made) == [[Outcome.NO_SECRET]]
    assert house.receiver.got == []
    settings.SECRET_KEY_FALLBACKS = [before]
    assert sealing.unseal(kept) == made.secret


def test_a_secret_before_that_no_longer_opens_does_not_stop_the_new_one(house: House, settings: Any) -> None:
    old = house.subscribe()
    settings.SECRET_KEY, before = "another key", settings.SECRET_KEY
    settings.SECRET_KEY_FALLBACKS = [before]
    new = operations.rotate(by=house.by, subscription_id=old.id)
    settings.SECRET_KEY_FALLBACKS = []
    house.happen(Rang("a"))
    house.deliver()
    (got,) = house.receiver.got
    assert Webhook(new.secret).verify(got.body.decode(), got.headers) == got.json


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


def test_410_ends_it_at_once(house: House) -> None:
    made = house.subscribe()
    house.receiver.says["/shop"] = 410
    house.happen(Rang("a"))
    house.deliver()
    assert house.view(made).paused_because is PausedBecause.GONE
    assert outcomes(house, made) == [[Outcome.GONE]]


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


def test_a_test_message_arrives_and_shows_its_answer(house: House) -> None:
    made = house.subscribe("/shop", Rang.kind)
    operations.send_test(by=house.by, subscription_id=made.id)
    house.deliver()
    (got,) = house.receiver.got
    assert (got.json["type"], got.json["position"]) == ("webhook.test", None)
    Webhook(made.secret).verify(got.body.decode(), got.headers)
    assert house.deliveries(made)[0].attempts[0].said == '{"received":true}'


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


def test_time_is_ours(house: House) -> None:
    made = house.subscribe()
    moment = datetime(2027, 1, 1, tzinfo=UTC)
    with clock.at(moment):
        house.happen(Rang("a"))
        house.deliver()
    assert house.receiver.got[0].headers["webhook-timestamp"] == str(int(moment.timestamp()))
    assert house.deliveries(made)[0].attempts[0].at == moment


def test_two_offices_at_once_send_each_once(house: House) -> None:
    """Two workers, side by side, on their own connections."""
    made = house.subscribe()
    house.happen(*(Rang(str(number)) for number in range(150)))
    with ThreadPoolExecutor(2) as workers:
        for done in [workers.submit(house.deliver) for _ in range(2)]:
            done.result(30)
    told = [got.json["data"]["what"] for got in house.receiver.got]
    assert sorted(told, key=int) == [str(number) for number in range(150)]
    assert {one.status for one in house.deliveries(made)} == {OK}


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
    assert outcomes(house, made) == [[Outcome.GONE]]
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
    assert outcomes(house, made) == [[Outcome.BROKEN]]


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
