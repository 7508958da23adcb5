"""A dearer exchange at the shop's door: to the payment page and back."""

from typing import Any
from uuid import UUID

import pytest

from tests.connectors.payment_fake import FakePayments
from tests.web.portal.conftest import Shopper, one_dress, taken_in, words
from volte.money.ports import PaymentGateway
from volte.project import reactions
from volte.returns import operations, queries
from volte.runtime import dispatch, tenancy, wiring
from volte.runtime.actor import Actor


@pytest.fixture
def payments(portal_shop: UUID) -> FakePayments:
    fake = FakePayments()
    wiring.bind(PaymentGateway, "simulator", lambda: fake)
    return fake


@pytest.fixture
def number(shopper: Shopper, owner: Any, payments: FakePayments) -> str:
    """A dress came back for the larger one, which costs 5.00 more."""
    taken_in(owner, **one_dress())
    shopper.find()
    made = shopper.returned(reason="too-small", instead="exchange ROBE-L")
    with tenancy.entered(owner.shop_id):
        view = queries.by_number(number=made)
    assert view is not None
    machine = Actor(owner.shop_id, "key", None, "WMS", owner.permissions)
    box = operations.receive(by=machine, code=view.parcel_code, location=None, units=())
    operations.inspect(by=machine, unit_id=box.arrival.units[0].id, findings=())
    while dispatch.dispatch(reactions.REACTIONS):
        pass
    return made


def test_the_page_says_what_is_left_to_pay_and_leads_there(shopper: Shopper, number: str) -> None:
    page = shopper.get(f"/returns/{number}/")
    read = words(page)
    assert "Il reste 5,00 € à régler pour votre échange" in read
    assert "Régler 5,00 €" in read
    assert "form-action 'self' https://pay.example;" in page["Content-Security-Policy"]
    answer = shopper.post(f"/returns/{number}/payment/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("https://pay.example/cs_volte-")


def test_paid_it_says_so_and_asks_for_nothing_more(shopper: Shopper, number: str, payments: FakePayments) -> None:
    url = shopper.post(f"/returns/{number}/payment/")["Location"]
    payments.pay(url)
    back = payments.pages[url.rpartition("/")[2]][0].paid_url
    assert back.endswith(f"/s/maison/returns/{number}/?payment=done")
    page = shopper.get(back[back.index("/s/") :])
    read = words(page)
    assert "Merci, la différence est réglée. Votre échange part." in read
    assert "Régler 5,00 €" not in read
    assert "pay.example" not in page["Content-Security-Policy"]


def test_not_yet_confirmed_it_says_not_to_pay_twice(shopper: Shopper, number: str) -> None:
    shopper.post(f"/returns/{number}/payment/")
    assert "Inutile de payer une seconde fois" in words(shopper.get(f"/returns/{number}/?payment=done"))


def test_left_or_declined_it_says_that_nothing_was_charged(shopper: Shopper, number: str) -> None:
    read = words(shopper.get(f"/returns/{number}/?payment=left"))
    assert "rien n’a été débité" in read
    assert "Régler 5,00 €" in read


def test_without_the_provider_the_page_comes_back_with_a_sentence(
    shopper: Shopper, number: str, payments: FakePayments
) -> None:
    payments.silent = True
    answer = shopper.post(f"/returns/{number}/payment/")
    assert answer.status_code == 409
    assert "La page de paiement ne répond pas" in words(answer)


def test_nothing_due_nothing_to_pay(shopper: Shopper, owner: Any, payments: FakePayments) -> None:
    taken_in(owner)
    shopper.find()
    made = shopper.returned()
    assert "pay.example" not in shopper.get(f"/returns/{made}/")["Content-Security-Policy"]
    assert shopper.post(f"/returns/{made}/payment/").status_code == 409
