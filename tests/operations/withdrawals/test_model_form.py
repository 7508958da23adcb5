"""The model form holds every element of Annex I(B) of Directive 2011/83/EU, in its order, and nothing that it does not.

French is the wording of the annex to article R221-1 of the Code de la consommation, English that of the directive.
"""

import pytest

from tests.cast import SETTINGS
from volte.runtime.shop_settings import ShopSettings
from volte.withdrawals import papers

BRAND = {**SETTINGS["brand"], "support_email": "aide@maison.example"}
SHOP = ShopSettings.model_validate({**SETTINGS, "brand": BRAND})

# Element -> the words that make it, as the official texts have them (spaces before signs aside).
ANNEX: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "title": ("Model withdrawal form",),
        "lead": ("complete and return this form only if you wish to withdraw from the contract",),
        "to": ("To:",),
        "notice": (
            "I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale",
            "of the following goods (*)/for the provision of the following service (*)",
        ),
        "ordered": ("Ordered on (*)/received on (*)",),
        "name": ("Name of consumer(s)",),
        "address": ("Address of consumer(s)",),
        "signature": ("Signature of consumer(s) (only if this form is notified on paper)",),
        "date": ("Date",),
        "footnote": ("(*) Delete as appropriate.",),
    },
    "fr": {
        "title": ("formulaire de rétractation",),
        "lead": (
            "Veuillez compléter et renvoyer le présent formulaire",
            "uniquement si vous souhaitez vous rétracter du contrat",
        ),
        "to": ("À l'attention de",),
        "notice": (
            "Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat (*)",
            "portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous",
        ),
        "ordered": ("Commandé le (*)/reçu le (*)",),
        "name": ("Nom du (des) consommateur(s)",),
        "address": ("Adresse du (des) consommateur(s)",),
        "signature": (
            "Signature du (des) consommateur(s)",
            "(uniquement en cas de notification du présent formulaire sur papier)",
        ),
        "date": ("Date",),
        "footnote": ("(*) Rayez la mention inutile.",),
    },
}


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_element_of_the_annex_stands_in_its_place(language: str) -> None:
    form = papers.form(settings=SHOP, language=language)
    elements = (form.title, form.lead, form.to, form.notice, *form.lines, form.footnote)
    annex = ANNEX[language]
    assert len(elements) == len(annex)
    for name, element in zip(annex, elements, strict=True):
        for words in annex[name]:
            assert words in plain(element), name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_more_is_asked_than_the_annex_asks(language: str) -> None:
    """No reason, no order number that is needed, no bank account: what the law does not ask, the form does not."""
    form = papers.form(settings=SHOP, language=language)
    said = plain(" ".join((form.title, form.lead, form.notice, *form.lines))).casefold()
    for word in ("motif", "raison", "reason", "iban", "bancaire", "bank", "telephone", "téléphone"):
        assert word not in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_trader_has_put_in_name_address_and_mail(language: str) -> None:
    shop = papers.form(settings=SHOP, language=language).shop
    place = SHOP.receiving_location()
    assert place is not None
    assert shop[0] == SHOP.brand.name
    assert f"{place.postcode} {place.city}" in shop
    assert SHOP.brand.support_email in shop
