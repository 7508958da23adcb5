"""The company behind the shop is named on a page of the settings."""

import re
from uuid import UUID

import pytest
from django.test import Client

from volte.runtime import shop_settings
from volte.runtime.shop_settings import is_luhn

PAGE = "/staff/settings/entity/"
TYPED = {
    "name": "Maison Test SAS",
    "legal": "SAS au capital de 10 000 €",
    "line1": "3 rue du Quai",
    "postcode": "69007",
    "city": "Lyon",
    "country": "fr",
    "siren": "802 954 784",
    "vat_id": "FR 23 802 954 784",
    "note_prefix": "av",
    "notes_from": "2026-11-01",
}


def test_a_company_is_named(boss: Client, shop: UUID) -> None:
    assert re.search(r'value="20\d\d-\d\d-\d\d"', boss.get(PAGE).content.decode())
    assert boss.post(PAGE, TYPED).status_code == 302
    entity = shop_settings.of_shop(shop).entity
    assert entity is not None
    assert (entity.country, entity.siren, entity.vat_id) == ("FR", "802954784", "FR23802954784")
    assert (entity.note_prefix, entity.notes_from.isoformat()) == ("AV", "2026-11-01")
    page = boss.get(PAGE).content.decode()
    assert 'value="FR23802954784"' in page and 'value="2026-11-01"' in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"siren": "802954785"}, "This is no SIREN"),
        ({"siret": "802954784"}, "This is no SIRET"),
        ({"vat_id": "23802954784"}, "two letters for the country"),
        ({"vat_id": ""}, "why none is charged"),
        ({"note_prefix": "Avoirs !"}, "letters, digits or hyphens"),
        ({"notes_from": "soon"}, "Choose a day"),
        ({"country": "France"}, "two letters"),
    ],
)
def test_what_the_register_would_not_know_is_refused(
    boss: Client, shop: UUID, wrong: dict[str, str], said: str
) -> None:
    answer = boss.post(PAGE, {**TYPED, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert shop_settings.of_shop(shop).entity is None


def test_a_company_without_value_added_tax_says_why(boss: Client, shop: UUID) -> None:
    why = "TVA non applicable, art. 293 B du CGI"
    assert boss.post(PAGE, {**TYPED, "vat_id": "", "exemption": why}).status_code == 302
    entity = shop_settings.of_shop(shop).entity
    assert entity is not None and entity.exemption == why


def test_check_digits() -> None:
    assert is_luhn("802954784") and not is_luhn("802954785") and not is_luhn("") and not is_luhn("80295478x")
