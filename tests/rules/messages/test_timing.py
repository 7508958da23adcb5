"""When mails leave, are tried again, and are given up."""

from datetime import UTC, date, datetime, timedelta

from volte.messages.rules import timing

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_the_reminder_comes_on_the_fourth_morning_before_where_the_shop_is() -> None:
    at = timing.remind_at(opened_on=date(2026, 11, 1), last_day=date(2026, 11, 22), zone="Europe/Paris")
    assert at == datetime(2026, 11, 18, 8, tzinfo=UTC)


def test_nobody_is_reminded_of_a_day_they_were_told_this_week() -> None:
    assert timing.remind_at(opened_on=date(2026, 11, 1), last_day=date(2026, 11, 7), zone="Europe/Paris") is None


def test_tries_are_twice_as_far_apart_each_time_and_never_more_than_an_hour() -> None:
    waits = [timing.next_try(attempts=count, now=NOW) - NOW for count in range(1, 12)]
    assert waits[:4] == [timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert waits[-1] == timedelta(hours=1)
    assert waits == sorted(waits)


def test_giving_up_takes_about_four_days() -> None:
    tries = range(1, timing.MOST_ATTEMPTS)
    spent = sum((timing.next_try(attempts=count, now=NOW) - NOW for count in tries), timedelta())
    assert timedelta(days=3, hours=18) < spent < timedelta(days=4, hours=6)
    assert not timing.given_up(attempts=timing.MOST_ATTEMPTS - 1)
    assert timing.given_up(attempts=timing.MOST_ATTEMPTS)
