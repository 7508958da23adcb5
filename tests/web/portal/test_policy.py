"""The public policy: the shop's promise and the law beside it, in the reader's language, from the published version."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.web.portal.conftest import words
from volte.policy import operations as policy


def read(path: str = "/s/maison/policy", language: str = "fr") -> str:
    answer = Client(headers={"Accept-Language": language}).get(path)
    assert answer.status_code == 200
    return words(answer)


def test_the_promise_and_the_law_are_told_apart(portal_shop: UUID) -> None:
    told = read()
    promise, law = told.split("Ce que la loi vous donne", 1)
    assert "Vous avez 30 jours après la réception" in promise
    assert "avec 10 % de plus" in promise
    assert "il a été vendu en vente définitive" in promise
    assert "Point de dépôt gratuit" in promise and "Envoi par vos soins à vos frais" in promise
    assert "Droit de rétractation : 14 jours" in law and "L221-18" in law
    assert "il a été vendu en vente définitive" not in law
    assert "Pendant 24 mois" in law


def test_in_english_too(portal_shop: UUID) -> None:
    told = read(language="en")
    assert "You have 30 days after delivery" in told and "Right to withdraw: 14 days" in told
    assert "it was sold as a final sale" in told


def test_it_changes_with_the_next_version(portal_shop: UUID, owner: Any) -> None:
    from volte.policy.rules.starter import default_policy

    text = default_policy(name="Maison Test", country="FR", currency="EUR", languages=("fr", "en"))
    policy.publish(by=owner, document_text=text.replace("days = 30", "days = 45"))
    told = read()
    assert "Vous avez 45 jours" in told
    assert "Version 2" in told


def test_a_shop_without_a_policy_says_so(shop: UUID) -> None:
    assert Client().get("/s/maison/policy").status_code == 404


@pytest.mark.parametrize("path", ["/s/maison/", "/s/maison/policy"])
def test_every_foot_leads_to_it(portal_shop: UUID, path: str) -> None:
    assert 'href="/s/maison/policy"' in Client().get(path).content.decode()
