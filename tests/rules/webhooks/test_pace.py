"""When tries come again, how long endpoints have, how much room each has."""

from datetime import UTC, datetime, timedelta

from standardwebhooks.webhooks import Webhook

from volte.webhooks.rules import lanes, outcomes, schedule, signing
from volte.webhooks.rules.lanes import Pace
from volte.webhooks.rules.outcomes import Outcome

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
QUICK = timedelta(milliseconds=50)


def wait(tries: int, chance: float = 0.5, asked: int | None = None) -> timedelta:
    return schedule.next_try(tries=tries, now=NOW, chance=chance, asked=asked) - NOW


def test_waits_grow_from_seconds_to_a_day_and_span_a_weekend() -> None:
    waits = [wait(tries) for tries in range(1, schedule.MOST_TRIES)]
    assert waits[0] == timedelta(seconds=10)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=1)
    assert timedelta(days=3) < sum(waits, timedelta(0)) < timedelta(days=5)
    assert not schedule.given_up(tries=schedule.MOST_TRIES - 1)
    assert schedule.given_up(tries=schedule.MOST_TRIES)


def test_what_failed_together_does_not_come_back_together() -> None:
    assert wait(5, chance=0.0) < wait(5) < wait(5, chance=1.0)
    assert wait(5, chance=1.0) <= wait(5) * 1.2


def test_a_receiver_may_ask_for_patience_but_not_for_ever() -> None:
    assert wait(1, asked=120) == timedelta(seconds=120)
    assert wait(1, asked=10**6) == timedelta(hours=1)
    assert wait(9, asked=1) == timedelta(days=1), "sooner than we would come is not heard"


def test_an_endpoint_is_left_alone_after_days_not_hours() -> None:
    assert not schedule.should_pause(failing_since=NOW - timedelta(days=4, hours=23), now=NOW)
    assert schedule.should_pause(failing_since=NOW - timedelta(days=5), now=NOW)


def test_a_failing_lane_tries_once_at_a_time_and_rests() -> None:
    pace = Pace()
    assert lanes.room(pace=pace, under_way=0, in_room=0) == lanes.AT_ONCE
    rests = []
    for _ in range(12):
        pace = pace.after(taken=False, took=QUICK)
        assert lanes.room(pace=pace, under_way=0, in_room=0) == 1
        assert lanes.room(pace=pace, under_way=1, in_room=1) == 0
        rests.append(pace.rest.total_seconds())
    assert rests[:6] == [0, 0, 1, 2, 4, 8]
    assert rests[-1] == 60
    assert lanes.room(pace=pace.after(taken=True, took=QUICK), under_way=0, in_room=0) == lanes.AT_ONCE


def test_one_that_takes_its_time_is_slow_although_it_answers() -> None:
    pace = Pace().after(taken=True, took=timedelta(seconds=9))
    assert pace.slow
    assert pace.rest == timedelta(0)


def test_slow_lanes_never_fill_the_room_of_the_quick_ones() -> None:
    slow, quick = Pace(failures=5), Pace()
    assert lanes.room(pace=slow, under_way=0, in_room=lanes.SLOW_ROOM) == 0
    assert lanes.room(pace=quick, under_way=0, in_room=lanes.QUICK_ROOM - 3) == 3


def test_only_two_hundreds_are_a_yes() -> None:
    told = {status: outcomes.of_status(status) for status in (200, 204, 299, 301, 308, 400, 410, 429, 500, 503)}
    assert [status for status, outcome in told.items() if outcome is Outcome.TAKEN] == [200, 204, 299]
    assert told[301] is told[308] is Outcome.REDIRECTED
    assert told[410] is Outcome.GONE
    assert (told[429], told[503]) == (Outcome.REFUSED, Outcome.BROKEN)


def test_both_secrets_of_an_overlap_verify() -> None:
    old, new = signing.new_secret(), signing.new_secret()
    assert old != new
    body, now = '{"type":"return.approved"}', datetime.now(UTC)
    sent = dict(signing.headers(message_id="evt_1", at=now, body=body, signers=[Webhook(new), Webhook(old)]))
    for secret in (old, new):
        assert Webhook(secret).verify(body, sent) == {"type": "return.approved"}
    assert sent["webhook-signature"].count("v1,") == 2
