"""Withdrawals at the desk: those that wait, what proves one, and what a person says about it."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import cast
from tests.operations.withdrawals.conftest import react
from volte.catalogue import operations as catalogue
from volte.runtime import tenancy
from volte.runtime.actor import Actor
from volte.withdrawals import operations, queries
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Declared, Standing


def _declared(owner: Actor, *, email: str = "camille@example.com", contract: str = "1002") -> WithdrawalView:
    said = Declared("Camille Martin", contract, email, "fr")
    made = operations.declare(by=Actor.visitor(owner.shop_id, language="fr"), declared=said)
    react()
    return _now(owner, made.statement.id)


def _now(owner: Actor, withdrawal_id: UUID) -> WithdrawalView:
    with tenancy.entered(owner.shop_id):
        return queries.by_id(withdrawal_id=withdrawal_id)


def _words(page: HttpResponse) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.content.decode())))


@pytest.fixture
def bought(owner: Actor, order: UUID) -> UUID:
    return catalogue.take_in(by=owner, document=cast.order("1002")).order_id


def test_what_waits_is_listed_with_its_reason_and_counted_in_the_menu(
    agent: Client, owner: Actor, bought: UUID
) -> None:
    said = _declared(owner, email="paul@example.com")
    page = agent.get("/staff/withdrawals/")
    assert said.number in _words(page) and "is not the buyer’s" in _words(page)
    assert '<span class="desk-count">1</span></a></li>' in page.content.decode()


def test_a_person_recognises_the_order_and_it_counts_from_its_moment(agent: Client, owner: Actor, bought: UUID) -> None:
    said = _declared(owner, email="paul@example.com")
    page = agent.get(f"/staff/withdrawals/{said.number}/")
    assert said.digest in _words(page) and "The content is what the hash says" in _words(page)
    done = agent.post(f"/staff/withdrawals/{said.number}/recognition", {"order": "1002", "line": ["l2"]})
    assert done.status_code == 303
    now = _now(owner, said.id)
    assert (now.standing, [one["line"] for one in now.outcome]) == (Standing.ACCEPTED, ["l2"])
    again = agent.post(f"/staff/withdrawals/{said.number}/recognition", {"order": "1002"})
    assert again.status_code == 409 and "has been dealt with already" in _words(again)


def test_the_case_it_opened_shows_the_statement_and_its_hash(agent: Client, owner: Actor, bought: UUID) -> None:
    said = _declared(owner)
    page = agent.get(f"/staff/withdrawals/{said.number}/")
    (case,) = re.findall(r'href="(/staff/returns/R[^"]+/)"', page.content.decode())
    words = _words(agent.get(case))
    assert said.number in words and said.digest in words
    assert f"Withdrawal {said.number} declared" in words


def test_an_answer_is_sent_and_closes_it(agent: Client, owner: Actor, bought: UUID) -> None:
    said = _declared(owner, contract="9999")
    done = agent.post(f"/staff/withdrawals/{said.number}/answer", {"text": "Quel est votre numéro ?"})
    assert done.status_code == 303
    assert (_now(owner, said.id).standing, _now(owner, said.id).answer) == (Standing.SETTLED, "Quel est votre numéro ?")


def test_the_receipt_and_the_statement_can_be_fetched(agent: Client, owner: Actor, bought: UUID) -> None:
    said = _declared(owner)
    assert agent.get(f"/staff/withdrawals/{said.number}/file.pdf").content.startswith(b"%PDF-")
    assert agent.get(f"/staff/withdrawals/{said.number}/file.json").content.decode() == said.content
    assert agent.get("/staff/withdrawals/WNOBODY/").status_code == 404


def test_a_stranger_sees_nothing(client: Client, owner: Actor, bought: UUID) -> None:
    said = _declared(owner)
    assert client.get(f"/staff/withdrawals/{said.number}/").status_code == 302
