"""Credit notes at the desk: listed, taken out, missed with a reason, and reported."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.operations.money.test_notes import BUSINESS, company
from tests.operations.returns.test_journey import react
from tests.web.staff_cases.conftest import MUG, long_ago, seen, words
from volte.catalogue import operations as catalogue
from volte.kit.money import Money
from volte.returns import operations
from volte.returns.views import ReturnView
from volte.runtime.actor import Actor
from volte.runtime.permissions import Role

PAGE = "/staff/finance/credit-notes/"


@pytest.fixture
def boss(browser_of: Callable[[Role], Client]) -> Client:
    return browser_of(Role.OWNER)


@pytest.fixture
def given(owner: Actor, asked: Callable[..., ReturnView], gateway: Any) -> Callable[[], ReturnView]:
    """A gesture of three euros: a promise with a note."""

    def give() -> ReturnView:
        view = asked(MUG)
        operations.goodwill(by=owner, return_id=view.id, amount=Money(300, "EUR"), reason="Merci")
        react()
        return seen(owner, view.id)

    return give


def test_nothing_is_written_until_a_company_is_named(boss: Client, given: Callable[[], ReturnView]) -> None:
    given()
    text = words(boss.get(PAGE))
    assert "nobody has said which company sells" in text and "AV-2026" not in text


def test_a_note_is_listed_taken_out_and_on_its_case(
    boss: Client, owner: Actor, given: Callable[[], ReturnView]
) -> None:
    company(owner, notes_from="2020-01-01")
    view = given()
    answer = boss.get(PAGE)
    text = words(answer)
    assert re.search(r'value="20\d\d-\d\d-01"', answer.content.decode()), "the month before is proposed"
    assert "AV-2026-000001" in text and "#1001" in text and "a consumer" in text and "€3.00" in text
    address = answer.content.decode().split(".pdf")[0].rsplit('"', 1)[1] + ".pdf"
    paper = boss.get(address)
    assert paper.content.startswith(b"%PDF") and "AV-2026-000001.pdf" in paper["Content-Disposition"]
    assert boss.get(address.replace(".pdf", ".xml")).status_code == 404
    case = boss.get(f"/staff/returns/{view.number}/")
    assert "Credit receipt AV-2026-000001" in words(case) and address in case.content.decode()
    assert "Merci" not in words(answer), "why somebody was kind is nobody's business on a credit note"


def test_what_waits_says_why(boss: Client, owner: Actor, order: UUID, given: Callable[[], ReturnView]) -> None:
    company(owner, notes_from="2020-01-01")
    catalogue.take_in(by=owner, document=long_ago(customer={**BUSINESS, "email": "camille@example.com"}))
    given()
    text = words(boss.get(PAGE))
    assert "One note waits" in text and "The number of the invoice" in text


def test_what_is_reported_is_a_table(boss: Client, owner: Actor, given: Callable[[], ReturnView]) -> None:
    company(owner, notes_from="2020-01-01")
    given()
    lines = (
        boss.get(f"{PAGE}e-reporting.csv?since=2026-11-01&until=2026-11-30").content.decode("utf-8-sig").splitlines()
    )
    assert lines[0] == "day,currency,category,rate,net,tax,notes"
    assert lines[1].endswith("EUR,TLB1,20,-2.50,-0.50,1")
    assert boss.get(f"{PAGE}e-reporting.csv?since=2026-11-01").status_code == 422


def test_who_may_not_see_money_sees_none(browser_of: Callable[[Role], Client]) -> None:
    assert browser_of(Role.PICKER).get(PAGE).status_code == 403
