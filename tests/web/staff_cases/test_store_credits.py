"""Store credits at the desk: found by the end of their code, told with their entries, stopped and opened."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from tests.web.staff_cases.conftest import words
from volte.kit import ids
from volte.kit.money import Money
from volte.money import operations as money
from volte.money.queries import CreditView
from volte.money.rules.standing import Subject
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

PAGE = "/staff/finance/credits/"


@pytest.fixture
def credit(owner: Actor) -> CreditView:
    made = money.issue_credit(by=owner, amount=Money(5000, "EUR"), subject=Subject("order", uuid4()))
    return money.spend_credit(by=owner, code=made.code, amount=Money(1250, "EUR"), key="checkout-8812")


def test_found_by_its_end_and_never_shown_whole(browser_of: Callable[[Role], Client], credit: CreditView) -> None:
    boss, ending = browser_of(Role.OWNER), credit.code[-4:]
    page = boss.get(PAGE, {"q": ending.lower()})
    assert f"•••• {ending}" in words(page) and credit.code not in page.content.decode()
    assert "No code ends in ZZZZ" in words(boss.get(PAGE, {"q": "zzzz"}))
    told = boss.get(f"{PAGE}{ids.public('crd', credit.id)}/")
    assert credit.code not in told.content.decode()
    for said in ("Given as a gesture", "Paid checkout-8812", "€37.50", "Store credit owed", "Store credit spent"):
        assert said in words(told)


def test_stopped_with_a_reason_and_opened(browser_of: Callable[[Role], Client], credit: CreditView) -> None:
    boss, address = browser_of(Role.FINANCE), f"{PAGE}{ids.public('crd', credit.id)}/"
    assert "Say why" in words(boss.post(f"{address}block", {"why": ""}, follow=True))
    stopped = words(boss.post(f"{address}block", {"why": "The code was posted"}, follow=True))
    assert "Blocked. Nobody can spend it now." in stopped and "Because: The code was posted" in stopped
    assert "Unblocked. It can be spent again." in words(boss.post(f"{address}opening", {}, follow=True))


def test_an_agent_looks_and_does_not_stop(browser_of: Callable[[Role], Client], credit: CreditView) -> None:
    agent, address = browser_of(Role.AGENT), f"{PAGE}{ids.public('crd', credit.id)}/"
    assert "Block this credit" not in words(agent.get(address))
    assert agent.post(f"{address}block", {"why": "x"}).status_code == 403
    assert agent.get(f"{PAGE}crd_nothing/").status_code == 404
