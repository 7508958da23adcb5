"""Camille sends something back, from her phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import cast as cast_of_orders
from tests.journeys import cast

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Window

pytestmark = [pytest.mark.serial, pytest.mark.browser]

Order = Callable[..., str]


def test_a_dress_goes_back_and_the_money_follows(shopper: Page, picker: Page, order: Order) -> None:
    cast.find_order(shopper, order())
    cast.choose(shopper, "Robe Inès")
    cast.say_why(shopper, "Trop petit", comment="Elle serre aux épaules.")
    cast.ask_for(shopper, "Un remboursement")
    cast.send_by(shopper, "Point de dépôt")

    cast.at(shopper, "Tout est juste ?")
    cast.reads(shopper, "Droit de rétractation")
    number = cast.confirm(shopper, re.compile("^Renvoyer cet article, recevoir 40,66"))
    cast.at(shopper, "Déposez votre colis au plus tard le")
    expect(shopper.get_by_role("img", name="Code QR de votre colis")).to_be_visible()

    cast.receive(picker, number)
    cast.hit(picker, "Enter")
    picker.get_by_role("button", name="Annuler").wait_for()

    cast.until_said(shopper, "versé")
    cast.at(shopper, "C’est réglé")
    cast.reads(shopper, "40,66")


def test_without_script_nothing_is_missing(window: Window, order: Order) -> None:
    plain = window(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    number = cast.send_back(plain, order())
    cast.at(plain, "Déposez votre colis au plus tard le")
    plain.get_by_label("Votre message").fill("Puis-je aussi le rapporter à la boutique ?")
    plain.get_by_role("button", name="Envoyer le message").click()
    cast.reads(plain, "Puis-je aussi")
    plain.get_by_role("link", name="Annuler ce retour").click()
    plain.get_by_role("button", name="Annuler ce retour").click()
    cast.at(plain, "Ce retour est annulé")
    assert cast.number_of(plain) == number


def test_another_size_instead(shopper: Page, picker: Page, order: Order) -> None:
    cast.find_order(shopper, order())
    cast.choose(shopper, "Robe Inès")
    cast.say_why(shopper, "Trop petit")
    cast.reads(shopper, "Réservé pour vous")
    cast.ask_for(shopper, "L")
    cast.send_by(shopper, "Point de dépôt")
    cast.reads(shopper, "Échange sans supplément")
    number = cast.confirm(shopper, "Renvoyer cet article")
    cast.reads(shopper, "L’article d’échange, réservé pour vous")

    cast.inspect(picker, number)
    cast.until_said(shopper, "C’est réglé")
    cast.reads(shopper, "Échange")
    assert "versé" not in cast.said(shopper)


def test_store_credit_with_its_bonus(shopper: Page, picker: Page, order: Order) -> None:
    cast.find_order(shopper, order())
    cast.choose(shopper, "Tasse")
    cast.say_why(shopper, "J'ai changé d'avis")
    cast.ask_for(shopper, "Un avoir de")
    cast.send_by(shopper, "Point de dépôt")
    cast.reads(shopper, "Bonus de 10 %")
    number = cast.confirm(shopper, re.compile("recevoir un avoir de"))

    cast.inspect(picker, number)
    cast.until_said(shopper, "Code de votre avoir")
    cast.reads(shopper, "Il reste")


def test_a_question_is_answered(shopper: Page, agent: Page, order: Order) -> None:
    number = cast.send_back(shopper, order())
    shopper.get_by_label("Votre message").fill("Faut-il garder la boîte d’origine ?")
    shopper.get_by_role("button", name="Envoyer le message").click()
    shopper.get_by_role("list", name="Vos échanges").get_by_text("la boîte d’origine").wait_for()

    cast.open_case(agent, number)
    cast.reads(agent, "Faut-il garder la boîte d’origine ?")
    cast.hit(agent, "m")
    agent.locator("textarea:focus").wait_for()
    agent.keyboard.type("Non, un carton solide suffit.")
    agent.get_by_role("button", name="Envoyer à Camille").click()
    agent.get_by_text("est en route").wait_for()

    shopper.reload()
    answered = shopper.get_by_role("list", name="Vos échanges").get_by_role("listitem").last
    expect(answered).to_contain_text("Aline")
    expect(answered).to_contain_text("Non, un carton solide suffit.")


def test_called_off_and_asked_for_again(shopper: Page, order: Order) -> None:
    number = order()
    cast.send_back(shopper, number, "Tasse")
    shopper.get_by_role("link", name="Annuler ce retour").click()
    cast.reads(shopper, "Vous gardez ces articles")
    shopper.get_by_role("button", name="Annuler ce retour").click()
    cast.at(shopper, "Ce retour est annulé")
    assert shopper.get_by_role("link", name="Annuler ce retour").count() == 0

    shopper.get_by_role("link", name="Voir toute la commande").click()
    cast.choose(shopper, "Tasse")
    cast.at(shopper, "Pourquoi ce retour ?")


def test_with_the_keyboard_alone(window: Window, order: Order) -> None:
    page = window()
    page.goto("/")
    cast.tab_to(page, "Numéro de commande")
    page.keyboard.type(order())
    cast.tab_to(page, "Adresse e-mail")
    page.keyboard.type(cast.EMAIL)
    page.keyboard.press("Enter")
    for heading, choice in (
        ("souhaitez", "Robe Inès"),
        ("Pourquoi ce retour ?", "Abîmé"),
        ("Montrez-nous", ""),
        ("à la place ?", "Un remboursement"),
        ("Comment nous le renvoyez", "Point de dépôt"),
    ):
        cast.at(page, heading)
        if not choice:
            cast.tab_to(page, "Plus tard")
        else:
            cast.tab_to(page, choice)
            page.keyboard.press("Space")
            cast.tab_to(page, "Continuer")
        page.keyboard.press("Enter")
    cast.at(page, "Tout est juste ?")
    cast.tab_to(page, "Envoyer ma demande")
    page.keyboard.press("Space")
    cast.at(page, "Montrez-nous ce qui ne va pas")
    cast.tab_to(page, "Annuler ce retour")
    page.keyboard.press("Enter")
    cast.at(page, "Annuler le retour")
    cast.tab_to(page, "Annuler ce retour")
    page.keyboard.press("Enter")
    cast.at(page, "Ce retour est annulé")


def test_a_dearer_size_is_paid_before_it_leaves(shopper: Page, picker: Page, order: Order) -> None:
    """Bought at 44.99, and the other size costs 49.99: to the payment page, away from it, and back again."""
    lines = [cast_of_orders.order()["lines"][0] | {"unit_price": 4499}, cast_of_orders.order()["lines"][1]]
    number = cast.send_back(shopper, order(lines=lines), wish="L")
    cast.inspect(picker, number)
    cast.until_said(shopper, "Il reste 5,00")

    shopper.get_by_role("button", name=re.compile("^Régler 5,00")).click()
    shopper.get_by_role("button", name="Carte refusée par la banque").click()
    cast.at(shopper, "Il reste 5,00")
    cast.reads(shopper, "rien n’a été débité")

    shopper.get_by_role("button", name=re.compile("^Régler 5,00")).click()
    shopper.get_by_role("button", name="Payer 5.00 EUR").click()
    shopper.get_by_text("Merci, la différence est réglée.").wait_for()
    cast.until_said(shopper, "C’est réglé")
    cast.reads(shopper, "Supplément réglé")
