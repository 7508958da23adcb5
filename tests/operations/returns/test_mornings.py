"""Each morning whoever wants it is told what is late, due today and within a week: once, in their language."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.connectors.gateway_fake import FakeGateway
from tests.operations.returns.test_deadlines import sent
from tests.operations.returns.test_desk import asked
from volte.kit.errors import NotFound
from volte.kit.money import Money
from volte.messages.models import Mail
from volte.money import queries as money
from volte.money import sending
from volte.money.rules.summed import DayBooks
from volte.project.doctor.checks import books as doctor_books
from volte.project.doctor.checks import database
from volte.returns import jobs, operations
from volte.returns.models import MorningMail
from volte.runtime import clock, people, shops, tenancy
from volte.runtime.actor import Actor
from volte.runtime.models import Person
from volte.runtime.permissions import OF_ROLE, Morning, Permission, Role, usual_morning

# The law's last day for the return of 10 November is the 24th, a Tuesday; Paris is an hour ahead.
EARLY, MORNING = datetime(2026, 11, 24, 5, 59, tzinfo=UTC), datetime(2026, 11, 24, 6, 5, tzinfo=UTC)
LATER = datetime(2026, 12, 7, 6, 5, tzinfo=UTC)


@pytest.fixture
def team(owner: Actor) -> dict[str, UUID]:
    """An agent who reads French, a manager who reads English, a picker."""
    roles = {"lea@maison.example": Role.AGENT, "sam@maison.example": Role.MANAGER, "pia@maison.example": Role.PICKER}
    made = {mail: people.invite(by=owner, email=mail, name=mail[:3].title(), role=role) for mail, role in roles.items()}
    Person.objects.filter(email="sam@maison.example").update(language="en")
    Person.objects.filter(email="lea@maison.example").update(language="fr")
    return made


def told(owner: Actor) -> dict[str, Mail]:
    with tenancy.entered(owner.shop_id):
        found = Mail.objects.filter(occasion="deadlines_due").order_by("created_at")
        return {mail.to_address: mail for mail in found}


def count(owner: Actor) -> int:
    with tenancy.entered(owner.shop_id):
        return Mail.objects.filter(occasion="deadlines_due").count()


def test_the_morning_is_told_once_to_those_who_decide_each_in_their_language(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    return_id = sent(owner, order, today)
    with tenancy.entered(owner.shop_id):
        number = operations_number(return_id)
    with clock.at(EARLY):
        jobs.tell_mornings()
    assert count(owner) == 0, "before the morning begins"
    with clock.at(MORNING):
        jobs.tell_mornings()
        jobs.tell_mornings()
    found = told(owner)
    assert set(found) == {"lea@maison.example", "sam@maison.example"}, "pickers are not told unless they ask"
    french, english = found["lea@maison.example"], found["sam@maison.example"]
    assert french.subject == "Échéances\u00a0: 1 aujourd’hui"
    assert english.subject == "Deadlines: 1 today"
    for mail in found.values():
        assert number in mail.text and f"/staff/returns/{number}/" in mail.html
        assert "Camille" not in mail.text, "no customer's name lies in mailboxes"
    assert "Rembourser, au plus tard selon la loi" in french.text and "D’ici ce soir" in french.text
    assert "Refund, by law at the latest" in english.text and "By tonight" in english.text


def test_what_is_late_comes_first_with_its_cost_and_the_next_day_is_told_anew(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    sent(owner, order, today)
    with clock.at(MORNING):
        jobs.tell_mornings()
    # Thirteen days late: five per cent more, ten from the twenty-first day on.
    with clock.at(LATER):
        jobs.tell_mornings()
    assert count(owner) == 4
    text = told(owner)["sam@maison.example"].text
    assert "13 days late" in text
    assert "Being late costs" in text and "(5 %)" in text and "(10 %) from Tuesday 15 December 2026" in text


def test_nothing_to_say_is_no_mail_unless_somebody_wants_it_every_morning(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    sam = Actor(owner.shop_id, "member", team["sam@maison.example"], "Sam", frozenset({Permission.RETURNS_READ}))
    people.choose_morning(by=sam, morning=Morning.EVERY)
    with clock.at(MORNING):
        jobs.tell_mornings()
    found = told(owner)
    assert set(found) == {"sam@maison.example"}
    assert found["sam@maison.example"].subject == "No deadlines this week"


def test_the_returns_are_read_once_and_the_history_only_when_somebody_is_told(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    def asked_for() -> tuple[int, int]:
        with clock.at(MORNING), CaptureQueriesContext(connection) as found:
            jobs.tell_mornings()
        said = [each["sql"] for each in found.captured_queries]
        due = [each for each in said if each.startswith("SELECT") and '"deadline_at" <' in each]
        return len(due), sum("from_hand_over" in each for each in said)

    assert asked_for() == (1, 0), "nothing is due, and nobody wants to hear of that"
    with tenancy.entered(owner.shop_id):
        MorningMail.objects.all().delete()
    sent(owner, order, today)
    due, history = asked_for()
    assert (due, history) == (1, 1)


def test_whoever_wants_none_gets_none_and_a_picker_may_ask(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    sent(owner, order, today)
    for name, wish in (("lea", Morning.NEVER), ("sam", Morning.NEVER), ("pia", Morning.WHEN_DUE)):
        who = Actor(owner.shop_id, "member", team[f"{name}@maison.example"], name, frozenset({Permission.RETURNS_READ}))
        people.choose_morning(by=who, morning=wish)
    with clock.at(MORNING):
        jobs.tell_mornings()
    assert set(told(owner)) == {"pia@maison.example"}
    with pytest.raises(NotFound):
        people.choose_morning(by=Actor.system(owner.shop_id), morning=Morning.EVERY)


def test_the_shop_names_the_hour_and_an_afternoon_is_no_morning(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    sent(owner, order, today)
    shops.change_settings(by=owner, changes={"deadlines": {"morning_hour": 9}})
    for hour in (7, 12):
        with clock.at(datetime(2026, 11, 24, hour, 55, tzinfo=UTC)):
            jobs.tell_mornings()
    assert count(owner) == 0
    with clock.at(datetime(2026, 11, 24, 8, 0, tzinfo=UTC)):
        jobs.tell_mornings()
    assert count(owner) == 2


def test_who_waits_for_an_answer_is_on_the_list(
    owner: Actor, order: UUID, today: datetime, team: dict[str, UUID]
) -> None:
    return_id = asked(owner, order)
    shopper = Actor.shopper(owner.shop_id, order_id=order, language="fr", name="Camille")
    operations.ask(by=shopper, return_id=return_id, text="Où en êtes-vous ?")
    # Two working days from Tuesday the 10th (the 11th is a holiday) end on Friday the 13th.
    with clock.at(datetime(2026, 11, 13, 7, 0, tzinfo=UTC)):
        jobs.tell_mornings()
    assert "Answer the customer" in told(owner)["sam@maison.example"].text


def operations_number(return_id: UUID) -> str:
    from volte.returns import queries

    return queries.by_id(return_id=return_id).number


def test_money_that_needs_somebody_is_told_to_whom_may_read_it(
    owner: Actor, order: UUID, gateway: FakeGateway, team: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway.charges["ch_1"] = 8188
    gateway.next.append("fail")
    return_id = asked(owner, order)
    operations.goodwill(by=owner, return_id=return_id, amount=Money(300, "EUR"), reason="merci")
    with tenancy.entered(owner.shop_id):
        [refund] = money.refunds(subject_id=return_id)
    sending.attempt(by=owner, refund_id=refund.id)
    operations.cancel(by=owner, return_id=return_id)
    pia = Actor(owner.shop_id, "member", team["pia@maison.example"], "Pia", frozenset({Permission.RETURNS_READ}))
    people.choose_morning(by=pia, morning=Morning.EVERY)
    with clock.at(MORNING):
        jobs.tell_mornings()
    mails = told(owner)
    assert "One refund was refused by the payment provider" in mails["sam@maison.example"].text
    assert "/staff/finance/" in mails["lea@maison.example"].text
    assert "refusé par le prestataire" in mails["lea@maison.example"].text
    assert mails["sam@maison.example"].subject == "Refunds need you"
    assert "finance" not in mails["pia@maison.example"].text, "a picker hears of no money"
    monkeypatch.setattr(database, "why_not", lambda: "")
    assert [(one.code, one.level.value) for one in doctor_books.balanced()] == [("books-refunds", "warn")]
    monkeypatch.setattr(DayBooks, "balances", lambda self: False)
    assert [one.code for one in doctor_books.balanced()] == ["books-unbalanced", "books-refunds"]


def test_whoever_keeps_the_books_is_told_without_asking() -> None:
    assert usual_morning(OF_ROLE[Role.FINANCE]) is Morning.WHEN_DUE
    assert usual_morning(OF_ROLE[Role.PICKER]) is Morning.NEVER
