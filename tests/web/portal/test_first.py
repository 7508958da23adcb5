"""The exchange that leaves first, at the shop's door and at the desk: terms, page of the card, and how it stands."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.connectors.hold_fake import FakeHolds
from tests.connectors.payment_fake import FakePayments
from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from tests.web.staff_settings.conftest import browser_of, person
from volte.money.ports import HoldGateway, PaymentGateway
from volte.project import reactions
from volte.runtime import dispatch, shops, wiring
from volte.runtime.permissions import Role

__all__ = ["browser_of", "person"]


@pytest.fixture
def cards(portal_shop: UUID, owner: Any) -> FakeHolds:
    fake = FakeHolds()
    pages = FakePayments()
    wiring.bind(PaymentGateway, "simulator", lambda: pages)
    wiring.bind(HoldGateway, "simulator", lambda: fake)
    shops.change_settings(by=owner, changes={"exchanges": {"instant": True}})
    return fake


@pytest.fixture
def number(shopper: Shopper, owner: Any, cards: FakeHolds) -> str:
    taken_in(owner, **one_dress())
    shopper.find()
    return shopper.returned(reason="too-small", instead="exchange ROBE-L")


def react() -> None:
    while dispatch.dispatch(reactions.REACTIONS):
        pass


def agreed(shopper: Shopper, number: str, cards: FakeHolds) -> str:
    """They agree on the page of the card; what they read when they come back."""
    url = shopper.post(f"/returns/{number}/hold/")["Location"]
    cards.agree(url)
    back = cards.pages[url.rpartition("/")[2]][0].paid_url
    shopper.get(back[back.index("/s/") :])
    react()
    return words(shopper.get(f"/returns/{number}/"))


def test_the_terms_stand_above_the_button_and_once_agreed_the_day(
    shopper: Shopper, number: str, cards: FakeHolds
) -> None:
    page = shopper.get(f"/returns/{number}/")
    read = words(page)
    assert "c’est une empreinte bancaire, pas un débit" in read
    assert read.index("sont débités et vous gardez les deux") < read.index("Accepter l’empreinte de")
    assert "form-action 'self' https://pay.example;" in page["Content-Security-Policy"]
    held = agreed(shopper, number, cards)
    assert "Renvoyez votre article pour qu’il nous parvienne au plus tard" in held
    assert "Empreinte de" in held and "Accepter l’empreinte" not in held
    assert f"/returns/{number}/cancellation/" not in shopper.get(f"/returns/{number}/").content.decode()
    assert shopper.post(f"/returns/{number}/hold/").status_code == 409


def test_who_leaves_the_page_has_the_ordinary_exchange(shopper: Shopper, number: str) -> None:
    read = words(shopper.get(f"/returns/{number}/?hold=left"))
    assert "Aucune empreinte n’a été prise et rien n’a été débité" in read


def test_a_shop_without_it_does_not_speak_of_it(shopper: Shopper, number: str, owner: Any) -> None:
    shops.change_settings(by=owner, changes={"exchanges": {"instant": False}})
    assert "empreinte" not in words(shopper.get(f"/returns/{number}/"))
    assert shopper.post(f"/returns/{number}/hold/").status_code == 409


def test_the_case_shows_it_and_its_people_charge_with_a_reason(
    shopper: Shopper, number: str, cards: FakeHolds, browser_of: Callable[[Role], Client]
) -> None:
    agreed(shopper, number, cards)
    desk = browser_of(Role.OWNER)
    assert "would be charged now" in words(desk.get(f"/staff/returns/{number}/"))
    sheet = f"/staff/returns/{number}/hold/charge"
    assert desk.get(sheet).status_code == 200
    assert desk.post(sheet, {"once": "a", "reason": "", "amount": ""}).status_code == 422
    assert desk.post(sheet, {"once": "b", "reason": "Keeps both", "amount": "9999"}).status_code == 422
    assert desk.post(sheet, {"once": "c", "reason": "Keeps both", "amount": ""}).status_code == 303
    assert desk.post(f"/staff/returns/{number}/hold/release", {"once": "d", "reason": "No"}).status_code == 409
