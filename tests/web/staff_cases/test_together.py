"""Several returns, one answer: ticked in the list, shown first, done one by one, and told one by one."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.web.staff_cases.conftest import DRESS, MUG, once, seen, words
from volte.returns import operations
from volte.returns.rules.lifecycle import Status
from volte.returns.rules.request import WantedItem
from volte.returns.views import ReturnView
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

APPROVAL, REFUSAL = "/staff/together/approval", "/staff/together/refusal"
Asked = Callable[..., ReturnView]


@pytest.fixture
def three(asked: Asked) -> list[ReturnView]:
    return [asked(DRESS, number=str(place)) for place in (7001, 7002, 7003)]


def sent(page: Any, agent: Client, path: str, reason: str = "") -> Any:
    """The form of this page, as a person sends it without any script."""
    numbers = re.findall(r'type="hidden" name="number" value="([^"]+)"', page.content.decode())
    return agent.post(path, {"once": once(page), "number": numbers, "reason": reason})


def test_only_what_waits_for_a_yes_or_no_can_be_ticked(agent: Client, asked: Asked) -> None:
    waiting, settled = asked(DRESS, number="7001"), asked(MUG, number="7002")
    html = agent.get("/staff/?queue=all").content.decode()
    assert f'name="number" value="{waiting.number}" form="together"' in html
    assert f'name="number" value="{settled.number}"' not in html


def test_approved_together_each_goes_its_own_way(agent: Client, owner: Actor, three: list[ReturnView]) -> None:
    page = agent.get(APPROVAL, {"number": [view.number for view in three]})
    assert "Approve these 3 returns" in words(page) and "Rule “precious”" in words(page)
    assert [seen(owner, view.id).status for view in three] == [Status.REQUESTED] * 3
    done = sent(page, agent, APPROVAL)
    assert "3 returns approved" in words(done)
    assert [seen(owner, view.id).status for view in three] == [Status.APPROVED] * 3


def test_what_somebody_else_answered_meanwhile_stays_and_says_why(
    agent: Client, owner: Actor, three: list[ReturnView]
) -> None:
    page = agent.get(REFUSAL, {"number": [view.number for view in three]})
    operations.approve(by=owner, return_id=three[1].id)
    done = sent(page, agent, REFUSAL, "L'étiquette a été retirée.")
    told = words(done)
    assert "2 returns refused" in told and "One case is left to look at" in told
    assert f"Case {three[1].number} no longer waits for this answer" in told
    assert [seen(owner, view.id).status for view in three] == [Status.REFUSED, Status.APPROVED, Status.REFUSED]


def test_the_same_sheet_twice_is_one_act(agent: Client, owner: Actor, three: list[ReturnView]) -> None:
    page = agent.get(APPROVAL, {"number": [view.number for view in three]})
    assert words(sent(page, agent, APPROVAL)) == words(sent(page, agent, APPROVAL))


def test_a_refusal_without_a_reason_is_asked_for_one(agent: Client, owner: Actor, three: list[ReturnView]) -> None:
    page = agent.get(REFUSAL, {"number": [view.number for view in three]})
    again = sent(page, agent, REFUSAL, "  ")
    assert again.status_code == 422 and 'aria-invalid="true"' in again.content.decode()
    assert seen(owner, three[0].id).status is Status.REQUESTED


def test_different_questions_are_answered_apart(
    agent: Client, owner: Actor, asked: Asked, three: list[ReturnView]
) -> None:
    torn = asked(WantedItem(line="l2", quantity=1, reason="damaged"), number="7009")
    operations.add_evidence(by=owner, return_id=torn.id, item_id=torn.items[0].id, comment="Ébréchée.", photos=[])
    page = agent.get(APPROVAL, {"number": [three[0].number, three[1].number, torn.number]})
    told = words(page)
    assert "These cases do not ask the same question" in told and "Answer these 2 cases" in told
    assert 'name="once"' not in page.content.decode()


def test_nothing_chosen_is_said(agent: Client) -> None:
    assert "None of the cases chosen" in words(agent.get(APPROVAL))
    assert "None of the cases chosen" in words(agent.post(APPROVAL, {"number": "RAAAA-AAAA"}))


def test_who_may_not_decide_cannot(browser_of: Callable[[Role], Client], three: list[ReturnView]) -> None:
    viewer = browser_of(Role.FINANCE)
    assert viewer.post(APPROVAL, {"number": three[0].number}).status_code == 403
    assert "data-choose" not in viewer.get("/staff/").content.decode()
