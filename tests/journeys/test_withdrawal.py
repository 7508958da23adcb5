"""Camille withdraws online, without script and without a login, in each language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg
import pytest
from playwright.sync_api import expect

from tests.journeys import cast

if TYPE_CHECKING:
    from tools.stack import Stack

    from tests.journeys.conftest import Window

pytestmark = [pytest.mark.serial, pytest.mark.browser]

WORDS = {
    "fr": (
        "renoncer au contrat ici",
        "Votre nom",
        "Numéro de commande ou de contrat",
        "Adresse e-mail pour l’accusé",
        "confirmer la rétractation",
        "Votre rétractation est bien reçue",
        "Vérifier cet accusé",
    ),
    "en": (
        "withdraw from contract here",
        "Your name",
        "Order or contract number",
        "E-mail address for the receipt",
        "confirm withdrawal",
        "Your withdrawal has reached us",
        "Verify this receipt",
    ),
}


@pytest.fixture(autouse=True)
def _nobody_tried_before(stack: Stack) -> None:
    """All stories come from one address: what the others looked up does not count against Camille."""
    with psycopg.connect(stack.server.url, autocommit=True) as connection:
        connection.execute("DELETE FROM volte_runtime_throttlebucket")


@pytest.mark.parametrize("language", list(WORDS))
def test_two_steps_and_a_receipt(window: Window, order: Callable[..., str], language: str) -> None:
    label, name, contract, email, confirm, done, verify = WORDS[language]
    number = order()
    page = window(viewport={"width": 390, "height": 844}, java_script_enabled=False, locale=language)
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name=label).click()
    page.get_by_label(name).fill("Camille Martin")
    page.get_by_label(contract).fill(number)
    page.get_by_label(email).fill(cast.EMAIL)
    page.get_by_role("main").get_by_role("button", name=label).click()
    expect(page.get_by_text("Robe Inès").first).to_be_visible()
    page.get_by_role("button", name=confirm).click()
    cast.at(page, done)
    page.get_by_text(verify).click()
    digest = page.locator(".digest").inner_text().strip()
    with page.expect_download() as fetched:
        page.get_by_role("link", name=".json").click()
    assert hashlib.sha256(fetched.value.path().read_bytes()).hexdigest() == digest
