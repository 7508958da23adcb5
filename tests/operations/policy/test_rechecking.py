"""The law overtakes a published policy: it takes force, nobody is treated below the law, and its writers are told."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from tests.operations.policy.test_planned import STARTER
from volte.law.rules import provisions
from volte.messages.models import Mail
from volte.policy import operations, queries, rechecking
from volte.project.doctor.checks import database, policies
from volte.returns import jobs
from volte.runtime import clock, people, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import Role

BEFORE = datetime(2026, 11, 1, 9, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 6, 5, tzinfo=UTC)
WEAK = STARTER.replace("window = { days = 30", "window = { days = 7")


@pytest.fixture
def _checked_by_an_older_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is published passes, as if the law that forbids it came later."""
    monkeypatch.setattr(operations, "_checked", lambda policy, day: None)


def _published(owner: Actor, text: str, on: date | None = None) -> None:
    with clock.at(BEFORE):
        operations.publish(by=owner, document_text=text, on=on)


def _fallen(shop: UUID) -> list[tuple[int, date | None]]:
    with clock.at(MORNING), tenancy.entered(shop):
        return [(one.version.number, one.on) for one in rechecking.fallen()]


def test_a_good_policy_has_not_fallen(shop: UUID, owner: Actor) -> None:
    assert _fallen(shop) == []
    _published(owner, STARTER)
    assert _fallen(shop) == []


@pytest.mark.usefixtures("_checked_by_an_older_law")
def test_what_holds_and_what_is_planned_are_checked_by_the_law_of_their_day(shop: UUID, owner: Actor) -> None:
    _published(owner, WEAK)
    assert _fallen(shop) == [(1, None)]
    _published(owner, STARTER, on=date(2026, 11, 20))
    assert _fallen(shop) == [], "the first one holds no more"
    _published(owner, WEAK + "\n# again\n", on=date(2027, 1, 1))
    assert _fallen(shop) == [(3, date(2027, 1, 1))]
    with clock.at(MORNING):
        operations.take_back(by=owner, number=3)
    assert _fallen(shop) == []


@pytest.mark.usefixtures("_checked_by_an_older_law")
def test_another_state_of_the_law_is_asked_anew(shop: UUID, owner: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    _published(owner, WEAK)
    assert _fallen(shop)
    with monkeypatch.context() as patch:
        patch.setattr(rechecking.checking, "findings", lambda **_: ())
        assert _fallen(shop), "remembered for the same law"
        patch.setattr(provisions, "digest", lambda: "other")
        assert _fallen(shop) == []


@pytest.mark.usefixtures("_checked_by_an_older_law")
def test_the_morning_tells_those_who_write_the_policy_and_the_doctor_whoever_asks(
    shop: UUID, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _published(owner, STARTER)
    _published(owner, WEAK, on=date(2027, 1, 1))
    for mail, role in (("lea@maison.example", Role.AGENT), ("sam@maison.example", Role.MANAGER)):
        people.invite(by=owner, email=mail, name=mail[:3], role=role)
    Person.objects.filter(email="sam@maison.example").update(language="en")
    with clock.at(MORNING):
        jobs.tell_mornings()
    with tenancy.entered(shop):
        told = {mail.to_address: mail for mail in Mail.objects.filter(occasion="deadlines_due")}
    text = told["sam@maison.example"].text
    assert "planned for Friday 1 January 2027 (version 2) has fallen below the law in one term" in " ".join(
        text.split()
    )
    assert "/staff/policy/" in told["sam@maison.example"].html
    assert "lea@maison.example" not in told or "(version 2)" not in told["lea@maison.example"].text
    monkeypatch.setattr(database, "why_not", lambda: "")
    with clock.at(MORNING):
        assert [one.code for one in policies.within_the_law()] == ["policy-will-fall"]
        operations.take_back(by=owner, number=2)
        assert [one.code for one in policies.within_the_law()] == ["policies"]


@pytest.mark.usefixtures("_checked_by_an_older_law")
def test_it_takes_force_on_its_day(shop: UUID, owner: Actor) -> None:
    _published(owner, STARTER)
    _published(owner, WEAK, on=date(2026, 11, 20))
    with tenancy.entered(shop):
        assert queries.version_in_force(at=MORNING).number == 2
