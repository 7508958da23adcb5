"""Aline decides what the rules leave to a person, and Camille reads what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys import cast

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.serial, pytest.mark.browser]

Order = Callable[..., str]
LATE = 20  # days after delivery: the law's two weeks are over, the shop's thirty days are not


def test_a_photo_is_asked_for_and_a_person_says_yes(shopper: Page, agent: Page, order: Order) -> None:
    cast.find_order(shopper, order(delivered=LATE))
    cast.choose(shopper, "Robe Inès")
    cast.say_why(shopper, "Abîmé")
    cast.at(shopper, "Montrez-nous")
    photos = shopper.get_by_label("Photos de « Robe Inès »")
    photos.set_input_files({"name": "trou.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7 no photo at all"})
    cast.go_on(shopper)
    shopper.get_by_role("link", name="n’est pas une image que nous savons ouvrir").wait_for()

    photos.set_input_files({"name": "trou.jpg", "mimeType": "image/jpeg", "buffer": cast.photograph()})
    cast.go_on(shopper)
    cast.ask_for(shopper, "Un remboursement")
    cast.send_by(shopper, "Point de dépôt")
    number = cast.confirm(shopper, "Envoyer ma demande")
    cast.at(shopper, "Nous lisons votre demande")

    cast.open_case(agent, number)
    photo = agent.get_by_role("img", name="Robe Inès, photo 1 du client")
    expect(photo).to_be_visible()
    assert photo.evaluate("image => image.decode().then(() => image.naturalWidth)") == 640
    cast.press(agent, "a", then="Accepter")
    cast.hit(agent, "Enter")
    agent.get_by_text(f"Le retour {number} est accepté.").wait_for()

    shopper.reload()
    cast.at(shopper, "Déposez votre colis au plus tard le")


def test_a_person_says_no_and_why(shopper: Page, agent: Page, order: Order) -> None:
    number = cast.send_back(shopper, order(delivered=LATE))
    cast.at(shopper, "Nous lisons votre demande")

    cast.open_case(agent, number)
    sheet = cast.press(agent, "r", then="Refuser")
    sheet.get_by_role("button", name="Refuser ce retour").click()
    expect(sheet.get_by_label("Ce que Camille")).to_be_focused()
    agent.keyboard.type("La robe a été portée, nous le voyons à l’ourlet.")
    sheet.get_by_role("button", name="Refuser ce retour").click()
    agent.get_by_text(f"Le retour {number} est refusé.").wait_for()

    shopper.reload()
    cast.at(shopper, "Ce retour n’est pas possible")
    cast.reads(shopper, "La robe a été portée, nous le voyons à l’ourlet.")


def test_a_gesture_is_made_and_seen(shopper: Page, agent: Page, order: Order) -> None:
    number = cast.send_back(shopper, order())
    cast.open_case(agent, number)
    sheet = cast.press(agent, "g", then="geste")
    agent.locator("input:focus").wait_for()
    agent.keyboard.type("5,00")
    sheet.get_by_label("La phrase que Camille").fill("Pour l’attente.")
    sheet.get_by_role("button", name="Voir ce que cela fait").click()
    sheet.get_by_role("button", name="Rendre 5,00").click()
    agent.get_by_text("sont en route").wait_for()

    cast.until_said(shopper, "versé")
    cast.reads(shopper, "Un geste de notre part")
    cast.reads(shopper, "5,00")
    cast.reads(shopper, "Pour l’attente.")
    cast.at(shopper, "Déposez votre colis au plus tard le")
