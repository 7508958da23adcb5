"""The list: who waits and why, found by whatever is at hand, and never more statements than before."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.staff_cases.conftest import DRESS, MUG, seen, words
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime import clock
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role
from volte.warehouse.rules.inspection import Finding
from volte.web.staff.cases import queue


def test_a_stranger_is_asked_to_log_in(client: Client, shop: UUID) -> None:
    assert client.get("/staff/").status_code == 302


def test_what_waits_for_a_person_is_there_with_its_reason(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(DRESS)
    page = agent.get("/staff/")
    assert page.status_code == 200
    assert "Camille Martin" in words(page) and "Robe Inès" in words(page) and "Rule “precious”" in words(page)
    assert f'href="/staff/returns/{view.number}/"' in page.content.decode()


def test_what_the_rules_settle_is_not_in_the_way(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(MUG)
    assert "Nothing here." in words(agent.get("/staff/"))
    assert "Camille Martin" in words(agent.get("/staff/?queue=open"))


def test_counts_stand_beside_the_queues(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    told = words(agent.get("/staff/?queue=all"))
    assert "To decide for a few moments 1" in told or "To decide for a minute 1" in told


@pytest.mark.parametrize("typed", ["{number}", "{lower}", "#1001", "camille@example.com", "Camille", "martin"])
def test_found_by_anything_at_hand(agent: Client, asked: Callable[..., ReturnView], typed: str) -> None:
    view = asked(DRESS)
    written = typed.format(number=view.number, lower=view.number.lower())
    page = agent.get("/staff/", {"q": written})
    assert view.number in page.content.decode()


def test_found_by_the_code_on_the_parcel(agent: Client, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    assert view.parcel_code
    assert view.number in agent.get("/staff/", {"q": view.parcel_code}).content.decode()


def test_a_search_that_finds_nothing_says_what_it_looked_at(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    page = agent.get("/staff/", {"q": "<b>nobody</b>"})
    assert "Nothing found." in words(page)
    assert "<b>nobody" not in page.content.decode()


def test_filters_leave_out(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    assert "Camille" in words(agent.get("/staff/?queue=all&status=requested&method=drop_off"))
    assert "Camille" not in words(agent.get("/staff/?queue=all&status=settled"))
    assert "Camille" not in words(agent.get("/staff/?queue=all&method=store"))


def test_words_the_address_cannot_mean_are_left_out(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    page = agent.get("/staff/?queue=nonsense&status=x&method=y&after=z")
    assert page.status_code == 200 and "Camille Martin" in words(page)


def test_pages_follow_one_another_without_gap_or_repetition(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "PAGE", 2)
    numbers = [asked(DRESS, number=str(place)).number for place in range(3001, 3006)]
    found: list[str] = []
    address = "/staff/"
    for _ in range(3):
        page = agent.get(address)
        found += [row.number for row in page.context["listed"].rows]
        older = page.context["listed"].older
        address = f"/staff/{older}"
    assert found == numbers and older == ""


def test_the_queue_asks_as_much_for_ten_as_for_one(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    agent.get("/staff/")
    with CaptureQueriesContext(connection) as for_one:
        agent.get("/staff/")
    for place in range(4001, 4010):
        asked(DRESS, number=str(place))
    with CaptureQueriesContext(connection) as for_ten:
        page = agent.get("/staff/")
    assert len(page.context["listed"].rows) == 10
    # Session, person, member, shop, list, items, saved views, queues, withdrawals that wait; the rest opens and closes
    # transactions.
    assert len(for_ten) == len(for_one) <= 21


def test_the_script_gets_the_list_alone(agent: Client, asked: Callable[..., ReturnView]) -> None:
    asked(DRESS)
    page = agent.get("/staff/", headers={"HX-Request": "true", "HX-Target": "cases"})
    html = page.content.decode()
    assert "<html" not in html and "Camille Martin" in html
    assert "data-queues" in html, "the counts in the menu are refreshed with the list"


def test_another_shop_sees_none_of_it(
    agent: Client, asked: Callable[..., ReturnView], other_shop: UUID, browser_at: Callable[[UUID, Role], Client]
) -> None:
    view = asked(DRESS)
    elsewhere = browser_at(other_shop, Role.OWNER)
    assert "Camille" not in words(elsewhere.get("/staff/?queue=all"))
    assert "Camille" not in words(elsewhere.get("/staff/", {"q": view.number}))


def test_a_question_waits_for_an_answer(agent: Client, owner: Actor, asked: Callable[..., ReturnView]) -> None:
    view = asked(MUG)
    shopper = Actor.shopper(owner.shop_id, order_id=view.order_id, language="fr", name="Camille")
    operations.ask(by=shopper, return_id=view.id, text="Où est mon colis ?")
    assert seen(owner, view.id).waits_for == "shop"
    assert "The customer has a question" in words(agent.get("/staff/"))


def test_deadlines_say_how_long_is_left_and_what_is_overdue(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: datetime
) -> None:
    view = asked(DRESS)
    operations.approve(by=owner, return_id=view.id)
    box = operations.receive(by=owner, code=view.number, location=None, units=())
    operations.inspect(by=owner, unit_id=box.arrival.units[0].id, findings=(Finding.WRONG_ITEM,))
    deadline = seen(owner, view.id).deadline_at
    assert deadline is not None
    with clock.at(deadline - timedelta(days=3)):
        assert "3 days left" in words(agent.get("/staff/?queue=deadlines"))
    with clock.at(deadline + timedelta(days=2)):
        for page in ("/staff/?queue=deadlines", "/staff/", f"/staff/returns/{view.number}/"):
            assert "2 days late" in words(agent.get(page)), page


def test_the_list_may_show_only_what_is_late_or_soon_due(
    agent: Client, owner: Actor, asked: Callable[..., ReturnView], today: datetime
) -> None:
    view = asked(DRESS)
    deadline = seen(owner, view.id).deadline_at
    assert deadline is not None, "somebody waits for our decision"
    shown = {}
    for before in (timedelta(days=3), timedelta(days=1), timedelta(hours=-1)):
        with clock.at(deadline - before):
            for due in ("late", "soon"):
                shown[due, before] = "Robe Inès" in words(agent.get("/staff/", {"queue": "all", "due": due}))
    assert [seen_then for (due, _), seen_then in shown.items() if due == "late"] == [False, False, True]
    assert [seen_then for (due, _), seen_then in shown.items() if due == "soon"] == [False, True, True]
