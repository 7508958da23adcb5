"""Odile writes the shop's next policy at the desk alone, without script: mended, tried, compared, tried on the past
and published for a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys import cast
from volte.runtime import clock

if TYPE_CHECKING:
    from playwright.sync_api import Page, StorageState

    from tests.journeys.conftest import Window

pytestmark = [pytest.mark.serial, pytest.mark.browser]


def part(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Politique de retour").get_by_role("link", name=name, exact=True).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer le brouillon").click()


def test_a_policy_from_the_form_to_its_day(
    window: Window, badge: Callable[[str], StorageState], order: Callable[..., str], shopper: Page
) -> None:
    number = order()
    cast.send_back(shopper, number)
    page = window(java_script_enabled=False)
    page.context.add_cookies(badge("odile@example.com")["cookies"])  # type: ignore[arg-type]

    page.goto("/staff/policy/")
    page.get_by_role("link", name="Modifier la politique").click()
    page.get_by_label("Jours", exact=True).fill("7")
    save(page)
    findings = page.get_by_role("region", name="Ce que dit la vérification")
    short = findings.get_by_role("listitem").filter(has_text="7 jours, c’est moins")
    expect(short.get_by_text("L221-18")).to_be_visible()
    part(page, "Publier")
    expect(page.get_by_role("button", name="Publier")).to_have_count(0)

    short.get_by_role("link", name=re.compile("^Le modifier dans le formulaire.*délai")).click()
    expect(page).to_have_url(re.compile("#f-window_days$"))
    page.get_by_label("Jours", exact=True).fill("45")
    page.get_by_label("Bonus sur l’avoir").fill("5 %")
    save(page)
    expect(short).to_have_count(0)

    part(page, "Essayer")
    page.get_by_label("Numéro de commande").fill(number)
    page.get_by_label("Motif").select_option(label="Trop petit")
    page.get_by_role("button", name="Voir la réponse").click()
    expect(page.get_by_text("Réponse différente").first).to_be_visible()

    part(page, "Essai sur le passé")
    page.get_by_role("button", name="Lancer l’essai").click()
    # The page asks again by itself, without a script.
    page.get_by_role("heading", name="Ce que cet essai ne peut pas savoir").wait_for(timeout=60_000)
    expect(page.get_by_text(re.compile("^Avec ce brouillon, aucun des"))).to_be_visible()
    expect(page.get_by_role("table", name="Traités moins bien").get_by_text("Bonus plus petit")).to_be_visible()

    part(page, "Publier")
    expect(page.get_by_role("deletion").filter(has_text="30 jours")).to_be_visible()
    expect(page.get_by_role("insertion").filter(has_text="45 jours").first).to_be_visible()
    day = (clock.now() + timedelta(days=40)).date()
    page.get_by_label("À partir d’un jour choisi").check()
    page.get_by_label("Jour", exact=True).fill(day.isoformat())
    page.get_by_role("button", name="Publier").click()
    expect(page.get_by_text("Programmée")).to_be_visible()

    shopper.goto("/policy")
    expect(shopper.get_by_text(re.compile(f"À partir du .*{day.year}, d’autres conditions"))).to_be_visible()
    expect(shopper.get_by_text("30 jours après la réception").first).to_be_visible()
    shopper.get_by_role("link", name="Lire les prochaines conditions").click()
    expect(shopper.get_by_text("45 jours après la réception").first).to_be_visible()

    page.get_by_role("link", name="La lire ou l’annuler").click()
    page.get_by_role("button", name="Annuler cette version").click()
    expect(page.get_by_text("Annulée", exact=True)).to_be_visible()
    shopper.goto("/policy")
    expect(shopper.get_by_text("d’autres conditions")).to_have_count(0)
