"""Inès at the bench: what comes is received and looked at, whatever it is, with a scanner and few keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys import cast
from tests.live import crowded

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.serial, pytest.mark.browser]

Order = Callable[..., str]
MOST_PRESSES = 5
MOST_SECONDS = 10


def test_a_good_dress_in_few_presses(shopper: Page, picker: Page, order: Order) -> None:
    number = cast.send_back(shopper, order())
    presses = 0
    cast.scan(picker, number)
    began = time.monotonic()
    picker.get_by_role("heading", name="Un article dans ce colis").wait_for()
    for answer in ("Confirmer", "Annuler"):
        presses += 1
        cast.hit(picker, "Enter")
        picker.get_by_role("button", name=answer).wait_for()
    assert time.monotonic() - began < MOST_SECONDS * crowded()
    assert presses <= MOST_PRESSES
    cast.reads(picker, "Robe Inès · A")
    # The field waits for the next parcel already.
    expect(picker.get_by_role("textbox").first).to_be_focused()


def test_a_parcel_nobody_announced_finds_its_return(shopper: Page, picker: Page, order: Order) -> None:
    number = cast.send_back(shopper, order())
    picker.goto("/floor/")
    cast.scan(picker, f"COLIS-{number}")
    picker.get_by_role("heading", name="Personne n’a annoncé ce colis").wait_for()
    picker.get_by_label("Qu’est-ce que c’est ?").fill("robe bleue, taille M")
    picker.get_by_role("button", name="Réceptionner et mettre de côté").click()
    cast.at(picker, "À mettre de côté")
    [aside] = picker.get_by_role("listitem").filter(has_text="robe bleue, taille M").all()
    loose = aside.locator("b").inner_text()
    cast.hit(picker, "Enter")

    # Later the slip turns up: the number written on the dress brings it back, and the slip tells whose it is.
    cast.at(picker, "Scannez un colis")
    cast.scan(picker, loose)
    picker.get_by_text(f"Il porte le numéro {loose}").wait_for()
    cast.scan(picker, number)
    picker.get_by_role("button", name="Il appartient à ce retour").click()
    picker.get_by_text(f"Appartient à {number}").wait_for()
    shopper.reload()
    cast.at(shopper, "Votre colis est arrivé")


def test_something_else_in_the_box(shopper: Page, picker: Page, agent: Page, order: Order) -> None:
    number = cast.send_back(shopper, order())
    cast.scan(picker, number)
    picker.get_by_text("Il y a autre chose dans le colis").click()
    picker.get_by_label("Qu’est-ce que c’est ?").fill("un pull gris")
    picker.get_by_label("Est-ce à la place d’un article ?").select_option(label="À la place de : Robe Inès")
    picker.get_by_role("button", name="Ajouter", exact=True).click()
    picker.get_by_role("region", name="Aussi dans le colis").get_by_text("un pull gris").wait_for()
    picker.get_by_role("button", name="Réceptionner").click()
    picker.get_by_role("heading", name="un pull gris").wait_for()
    expect(picker.get_by_role("main")).to_contain_text("Venu à la place d’un autre article")
    picker.get_by_text("À mettre de côté : une personne décidera").wait_for()
    cast.hit(picker, "Enter")
    picker.get_by_role("button", name="Annuler").wait_for()

    cast.open_case(agent, number)
    cast.reads(agent, "Autre article")
    cast.reads(agent, "un pull gris")
    # Nothing is paid by itself for what is not what was announced.
    shopper.reload()
    assert "versé" not in cast.said(shopper)
