"""The online withdrawal function: two steps without login, a receipt at once, and nothing told to strangers."""

import hashlib
import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.portal.conftest import NOW, taken_in
from volte.project.reactions import REACTIONS
from volte.returns import queries as returns
from volte.runtime import clock, dispatch, tenancy
from volte.withdrawals import links, queries
from volte.withdrawals.queries import WithdrawalView
from volte.withdrawals.rules.statement import Standing

PAGE = "/s/maison/withdrawal"
SAID = {"name": "Camille Martin", "contract": "1001", "email": "camille@example.com", "scope": "whole"}


@pytest.fixture
def order(portal_shop: UUID, owner: Any) -> UUID:
    return taken_in(owner)


@pytest.fixture
def client() -> Client:
    return Client(headers={"Accept-Language": "fr"})


def _text(response: HttpResponse) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def _send(client: Client, act: str, **changes: Any) -> Any:
    return client.post(PAGE, {**SAID, "do": act, **changes})


def _all(shop: UUID) -> tuple[WithdrawalView, ...]:
    with tenancy.entered(shop):
        return queries.listed().withdrawals


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("fr", "renoncer au contrat ici", "confirmer la rétractation"),
        ("en", "withdraw from contract here", "confirm withdrawal"),
    ],
)
def test_both_steps_carry_the_labels_of_the_law(order: UUID, language: str, first: str, second: str) -> None:
    client = Client(headers={"Accept-Language": language})
    page = client.get(PAGE)
    assert first in page.content.decode().split("<main")[1]
    assert second in _send(client, "check").content.decode()


@pytest.mark.parametrize("page", ["/s/maison/", "/s/maison/policy", "/s/maison/withdrawal/form", "/s/maison/nowhere"])
def test_every_page_of_the_shop_leads_to_it(order: UUID, client: Client, page: str) -> None:
    written = client.get(page).content.decode()
    assert f'href="{PAGE}"' in written and "renoncer au contrat ici" in written


def test_a_shopper_withdraws_without_login_and_keeps_the_receipt(
    order: UUID, portal_shop: UUID, client: Client
) -> None:
    checked = _send(client, "check")
    assert "ma rétractation du contrat 1001, pour la totalité" in _text(checked) and "Robe Inès" in _text(checked)
    assert _all(portal_shop) == ()
    done = _send(client, "confirm")
    assert done.status_code == 303
    receipt = client.get(done["Location"])
    (said,) = _all(portal_shop)
    words = _text(receipt)
    for told in (said.number, said.digest, "10 novembre 2026 à 11:00:00 (UTC+01:00, Europe/Paris)", "Camille Martin"):
        assert told in words
    assert receipt["Cache-Control"] == "private, no-store"
    pdf = client.get(f"{done['Location']}/receipt.pdf")
    content = client.get(f"{done['Location']}/receipt.json")
    assert pdf.content.startswith(b"%PDF-") and said.number in pdf["Content-Disposition"]
    assert hashlib.sha256(content.content).hexdigest() == said.digest


def test_some_articles_are_chosen_by_who_knows_number_and_address(
    order: UUID, portal_shop: UUID, client: Client
) -> None:
    checked = _send(client, "check", scope="part").content.decode()
    assert 'name="line"' in checked and 'name="quantity-l1"' in checked
    none = _send(client, "confirm", scope="part")
    assert none.status_code == 422 and "Choisissez au moins un article" in _text(none)
    _send(client, "confirm", scope="part", line=["l1"], **{"quantity-l1": "2"})
    (said,) = _all(portal_shop)
    assert [(one.title, one.quantity) for one in said.declared.articles] == [("Robe Inès", 2)]


def test_a_stranger_learns_nothing_of_an_order(order: UUID, client: Client, portal_shop: UUID) -> None:
    """The pages of an order of somebody else and of one that does not exist are the same, to the letter."""

    def seen(number: str) -> str:
        other = {"contract": number, "email": "paul@example.com", "scope": "part", "words": "la robe"}
        checked = _send(client, "check", **other)
        receipt = client.get(_send(client, "confirm", **other)["Location"])
        return re.sub(r"W\w{4}-\w{4}|[0-9a-f]{64}|\d\d:\d\d:\d\d", "", _text(checked) + _text(receipt)).replace(
            number, ""
        )

    assert seen("1001") == seen("9999")
    while dispatch.dispatch(REACTIONS):
        continue
    assert {said.attention for said in _all(portal_shop)} == {"unknown_order", "other_person"}


def test_sent_twice_the_first_receipt_answers(order: UUID, portal_shop: UUID, client: Client) -> None:
    first = client.get(_send(client, "confirm")["Location"])
    with clock.at(NOW + timedelta(hours=2)):
        again = client.get(_send(client, "confirm")["Location"])
    repeated, counts = _all(portal_shop)
    assert (repeated.standing, repeated.first_id) == (Standing.REPEATED, counts.id)
    assert counts.digest in _text(first) and counts.digest in _text(again)
    assert "déjà déclarée" in _text(again) and "déjà déclarée" not in _text(first)
    while dispatch.dispatch(REACTIONS):
        continue
    with tenancy.entered(portal_shop):
        assert len(returns.of_order(order_id=order)) == 1


def test_too_many_are_recorded_all_the_same_and_one_click_sends_the_receipt(
    order: UUID, portal_shop: UUID, client: Client
) -> None:
    for place in range(9):
        last = _send(client, "confirm", contract=f"unbekannt {place}", email=f"somebody{place}@example.com")
    assert last.status_code == 303
    page = client.get(last["Location"])
    held = _all(portal_shop)[0]
    assert held.held and "Votre rétractation est enregistrée" in _text(page) and held.number in _text(page)
    assert client.post(f"{last['Location']}/confirmation").status_code == 303
    assert not _all(portal_shop)[0].held
    assert "Votre rétractation est bien reçue" in _text(client.get(last["Location"]))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Indiquez votre nom"),
        ({"contract": " "}, "Indiquez le numéro de commande"),
        ({"email": "camille"}, "Cette adresse n’est pas complète"),
        ({"contract": "1002", "scope": "part"}, "Dites quels articles"),
        ({"scope": "part", "words": "x" * 4001}, "4 001 caractères, 4 000 au plus"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    order: UUID, portal_shop: UUID, client: Client, changes: dict[str, str], words: str
) -> None:
    for act in ("check", "confirm"):
        page = _send(client, act, **changes)
        assert page.status_code == 422 and words in _text(page)
        for typed in {**SAID, **changes}.values():
            assert typed.strip() in page.content.decode()
    assert _all(portal_shop) == ()


def test_a_link_of_another_shop_or_a_forged_one_opens_nothing(
    order: UUID, other_shop: UUID, client: Client, portal_shop: UUID
) -> None:
    token = _send(client, "confirm")["Location"].rpartition("/")[2]
    assert client.get(f"/s/autre/withdrawal/receipts/{token}").status_code == 404
    assert client.get(f"{PAGE}/receipts/{token}x").status_code == 404
    (said,) = _all(portal_shop)
    with clock.at(NOW):
        fresh = links.token(shop_id=portal_shop, withdrawal_id=said.id)
    assert client.get(f"{PAGE}/receipts/{fresh}").status_code == 200


@pytest.mark.parametrize(("language", "title"), [("fr", "Je/nous (*)"), ("en", "I/We (*)")])
def test_the_model_form_is_a_page_and_a_paper(order: UUID, language: str, title: str) -> None:
    client = Client(headers={"Accept-Language": language})
    page = _text(client.get(f"{PAGE}/form"))
    assert title in page and "Maison Test" in page and "3 rue du Quai" in page
    assert client.get(f"{PAGE}/form.pdf").content.startswith(b"%PDF-")


def test_the_statement_moves_nothing_before_it_is_confirmed(order: UUID, client: Client, portal_shop: UUID) -> None:
    back = _send(client, "edit", scope="part", words="la robe bleue")
    assert "la robe bleue" in back.content.decode()
    assert _all(portal_shop) == ()
