"""A version planned for a day: it holds from that midnight where the shop is, and can be taken back until then."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import Error, connection, transaction
from django.test.utils import CaptureQueriesContext

from volte.kit import time
from volte.kit.errors import Conflict, Invalid, NotFound, Refused
from volte.law.rules import provisions
from volte.policy import operations as policy
from volte.policy import publishing, queries
from volte.policy.models import PolicyVersion, PolicyWithdrawal
from volte.policy.rules.starter import default_policy
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import OutboxEvent

Clock = Callable[[datetime], AbstractContextManager[None]]
STARTER = default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
LONGER, LONGEST = STARTER.replace("days = 30", "days = 45"), STARTER.replace("days = 30", "days = 60")
NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
DAY = date(2026, 12, 1)
MIDNIGHT = datetime(2026, 11, 30, 23, tzinfo=UTC)
"""Where the shop is, in Paris."""


@pytest.fixture(autouse=True)
def afternoon(clock_at: Clock, shop: UUID, owner: Actor) -> object:
    with clock_at(NOW - timedelta(days=300)):
        policy.publish(by=owner, document_text=STARTER)
    with clock_at(NOW):
        yield


def held(shop: UUID, at: datetime) -> int:
    with tenancy.entered(shop):
        return queries.version_in_force(at=at).number


def test_it_holds_from_midnight_where_the_shop_is(shop: UUID, owner: Actor) -> None:
    made = policy.publish(by=owner, document_text=LONGER, on=DAY)
    assert (made.number, made.valid_from, made.published_at) == (2, MIDNIGHT, NOW)
    assert held(shop, NOW) == held(shop, MIDNIGHT - timedelta(microseconds=1)) == 1
    assert held(shop, MIDNIGHT) == held(shop, MIDNIGHT + timedelta(days=900)) == 2
    with tenancy.entered(shop):
        assert [version.number for version in queries.coming(at=NOW)] == [2]
        assert queries.coming(at=MIDNIGHT) == []
        assert publishing.in_force(at=NOW).version == 1
        event = OutboxEvent.objects.filter(kind="policy.published").latest("happened_at")
        assert event.data["valid_from"] == "2026-11-30T23:00:00+00:00"


def test_what_holds_is_still_asked_with_one_statement(shop: UUID, owner: Actor) -> None:
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    held(shop, NOW)
    with tenancy.entered(shop), CaptureQueriesContext(connection) as asked:
        queries.version_in_force(at=NOW)
    assert len(asked) == 1


def test_what_is_published_before_the_day_holds_until_the_day(shop: UUID, owner: Actor, clock_at: Clock) -> None:
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    with clock_at(NOW + timedelta(days=2)):
        policy.publish(by=owner, document_text=LONGEST)
    days = (NOW + timedelta(days=1), NOW + timedelta(days=2), MIDNIGHT)
    assert [held(shop, at) for at in days] == [1, 3, 2]


def test_taken_back_it_never_holds(shop: UUID, owner: Actor, clock_at: Clock) -> None:
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    policy.take_back(by=owner, number=2)
    assert held(shop, MIDNIGHT) == 1
    with pytest.raises(Conflict, match="policy_taken_back"):
        policy.take_back(by=owner, number=2)
    again = policy.publish(by=owner, document_text=LONGER, on=DAY)
    assert (again.number, held(shop, MIDNIGHT)) == (3, 3), "the day is free again, and so is the text"
    with tenancy.entered(shop):
        assert PolicyVersion.objects.count() == 3, "nothing published is ever gone"
        assert OutboxEvent.objects.get(kind="policy.taken_back").data["number"] == 2
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            PolicyWithdrawal.objects.all().delete()
    with clock_at(MIDNIGHT), pytest.raises(Conflict, match="policy_in_force_already"):
        policy.take_back(by=owner, number=3)
    with pytest.raises(Conflict, match="policy_in_force_already"):
        policy.take_back(by=owner, number=1)
    with pytest.raises(NotFound, match="policy_unknown"):
        policy.take_back(by=owner, number=9)


def test_two_for_one_day_are_one_too_many(owner: Actor) -> None:
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    with pytest.raises(Conflict, match="policy_day_taken") as refused:
        policy.publish(by=owner, document_text=LONGEST, on=DAY)
    assert refused.value.params["number"] == 2
    policy.publish(by=owner, document_text=LONGEST, on=DAY + timedelta(days=1))


def test_two_at_the_very_same_time_take_the_same_number(owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    # As a second transaction sees it that began before the first was over.
    monkeypatch.setattr(policy, "_latest_number", lambda: 1)
    monkeypatch.setattr(queries, "coming", lambda at: [])
    with pytest.raises(Conflict, match="policy_published_meanwhile"):
        policy.publish(by=owner, document_text=LONGEST, on=DAY)


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        (LONGER, date(2026, 11, 22), "policy_day_not_ahead"),
        (LONGER, date(2026, 11, 1), "policy_day_not_ahead"),
        (LONGER, date(2028, 12, 31), "policy_day_not_ahead"),
        (STARTER, DAY, "policy_unchanged"),
        (STARTER.replace("days = 30", "days = 7"), DAY, "policy_below_law"),
    ],
)
def test_what_cannot_be_planned(owner: Actor, text: str, day: date, code: str) -> None:
    with pytest.raises(Refused, match=code):
        policy.publish(by=owner, document_text=text, on=day)


def test_the_text_that_holds_may_be_planned_after_another(shop: UUID, owner: Actor) -> None:
    """For the sales alone: other terms from December, those of today again from January."""
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    policy.publish(by=owner, document_text=STARTER, on=date(2027, 1, 15))
    assert held(shop, MIDNIGHT + timedelta(days=60)) == 3


def test_the_first_policy_holds_at_once(other_shop: UUID) -> None:
    with tenancy.entered(other_shop):
        by = Actor.system(other_shop)
        with pytest.raises(Invalid, match="policy_first_is_now"):
            policy.publish(by=by, document_text=STARTER, on=DAY)


def test_the_law_is_that_of_the_day(owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check asks for the provisions of the first day, not of today."""
    asked = []
    real = provisions.statute

    def statute(country: str, day: date, region: str | None) -> object:
        asked.append(day)
        return real(country, day, region)

    monkeypatch.setattr(provisions, "statute", statute)
    policy.publish(by=owner, document_text=LONGER, on=DAY)
    assert set(asked) == {DAY}


@pytest.mark.parametrize(("day", "hour"), [(date(2027, 3, 28), 23), (date(2027, 3, 29), 22), (date(2027, 11, 1), 23)])
def test_midnight_around_the_change_of_clocks(shop: UUID, owner: Actor, day: date, hour: int) -> None:
    made = policy.publish(by=owner, document_text=LONGER, on=day)
    assert made.valid_from.hour == hour
    assert time.local_date(made.valid_from, "Europe/Paris") == day
    assert held(shop, made.valid_from - timedelta(seconds=1)) == 1
