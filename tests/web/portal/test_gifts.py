"""A gift at the portal: a code, the articles without a price, and store credit; of the buyer nothing, to the buyer
nothing."""

import re
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.test import Client

from tests.web.portal.conftest import Shopper, _at_noon, portal_shop, shopper, taken_in, words
from volte.kit import ids
from volte.returns import gifts, links, operations
from volte.returns import queries as returns
from volte.runtime import clock, tenancy
from volte.runtime.actor import Actor

__all__ = ["_at_noon", "portal_shop", "shopper"]
NAME, MAIL = "Noor Haddad", "noor@example.org"
# Whatever of the order could say who bought it, for how much, and what else.
BUYERS = ("Camille", "Martin", "camille@", "1001", "Oberkampf", "Tasse", "NOEL", "€", "49,99", "96,88")


@pytest.fixture
def order(portal_shop: UUID, owner: Actor) -> UUID:
    return taken_in(owner)


def code_for(owner: Actor, order: UUID, **units: int) -> str:
    made = operations.make_gift_code(by=owner, order_id=order, units=units or {"l1": 1})
    with tenancy.entered(owner.shop_id):
        code = gifts.by_id(gift_id=made).code
    assert code is not None
    return code


def holding(code: str, language: str = "fr") -> Shopper:
    noor = Shopper(Client(), language)
    assert noor.post("/gift/", {"code": code}).headers["Location"] == "/gift/back/"
    return noor


def refs(noor: Shopper) -> list[str]:
    return re.findall(r'name="line" value="(\w+)"', noor.get("/gift/back/").content.decode())


def sent_back(noor: Shopper, **changes: str) -> Any:
    (ref,) = refs(noor)
    form = {"line": ref, f"quantity-{ref}": "1", f"reason-{ref}": "too-small"}
    check = noor.post("/gift/back/", form)
    assert check.status_code == 200, words(check)
    once = re.search(r'name="once" value="([^"]+)"', check.content.decode())
    assert once is not None
    about = {"go": "1", "once": once.group(1), "way": "drop_off", "name": NAME, "email": MAIL}
    return noor.post("/gift/back/", {**form, **about, **changes})


def clean(page: Any) -> None:
    told = page.content.decode()
    for word in BUYERS:
        assert word not in told, word


def test_from_the_code_to_the_return_without_a_price_or_a_name(order: UUID, owner: Actor) -> None:
    noor = holding(code_for(owner, order))
    articles = noor.get("/gift/back/")
    clean(articles)
    assert "Robe Inès" in words(articles) and "jeudi 19 novembre" not in words(articles)
    (ref,) = refs(noor)
    check = noor.post("/gift/back/", {"line": ref, f"quantity-{ref}": "1", f"reason-{ref}": "too-small"})
    clean(check)
    assert "Un avoir de la valeur payée" in words(check)
    made = sent_back(noor)
    assert made.status_code == 302 and "/returns/R" in made.headers["Location"]
    page = noor.get(made.headers["Location"])
    assert page.status_code == 200
    clean(page)
    assert "Un avoir" in words(page)
    label = noor.get(made.headers["Location"] + "label.pdf")
    assert label.content.startswith(b"%PDF")
    again = noor.get("/gift/back/")
    assert "Il ne reste rien à renvoyer" in words(again)
    for address in ("/order/", "/order/check/", "/order/missing/", "/order/gift/"):
        assert noor.get(address).headers["Location"] == "/gift/back/", "the buyer's pages are not theirs"
    assert noor.get(made.headers["Location"] + "money/").status_code == 302


def test_what_is_missing_is_said_and_nothing_typed_is_lost(order: UUID, owner: Actor) -> None:
    noor = holding(code_for(owner, order))
    assert "Choisissez au moins un article" in words(noor.post("/gift/back/", {}))
    page = sent_back(noor, name="", email=MAIL)
    assert page.status_code == 422 and "Indiquez votre nom" in words(page) and MAIL in page.content.decode()
    assert "Indiquez une adresse" in words(sent_back(noor, email="noor"))
    assert "Choisissez une façon" in words(sent_back(noor, way=""))


def test_a_code_that_opens_nothing_says_why(order: UUID, owner: Actor, other_shop: UUID) -> None:
    noor, code = Shopper(Client(), "en"), code_for(owner, order)
    assert "We do not know this gift code" in words(noor.post("/gift/", {"code": "GF-AAAA-BBBB-CCCC"}))
    assert "Please enter the gift code" in words(noor.post("/gift/", {"code": " "}))
    assert noor.get(f"/gift/{code.lower()}").headers["Location"] == "/gift/back/"
    with tenancy.entered(owner.shop_id):
        (gift,) = gifts.of_order(order_id=order)
    operations.revoke_gift_code(by=owner, gift_id=gift.id)
    assert "it was turned off" in words(noor.get("/gift/back/"))
    assert "it was turned off" in words(noor.post("/gift/", {"code": code}))


def test_codes_are_not_found_by_trying(order: UUID, owner: Actor) -> None:
    thief, code = Shopper(Client()), code_for(owner, order)
    answers = [thief.post("/gift/", {"code": f"GF-AAAA-AAAA-{n:04}"}).status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    assert thief.post("/gift/", {"code": code}).status_code == 429


def test_whoever_holds_the_same_code_sees_no_return_that_is_not_theirs(order: UUID, owner: Actor) -> None:
    code = code_for(owner, order)
    noor = holding(code)
    address = sent_back(noor).headers["Location"]
    other = holding(code)
    assert other.get(address).status_code == 404
    assert other.post(address + "questions/", {"text": "?"}).status_code == 404
    assert noor.get(address).status_code == 200


def test_the_mail_leads_to_the_return_and_to_nothing_of_the_buyers(order: UUID, owner: Actor) -> None:
    number = sent_back(holding(code_for(owner, order))).headers["Location"].split("/")[2]
    with tenancy.entered(owner.shop_id):
        view = returns.by_number(number=number)
    assert view is not None
    token = links.gift_token(shop_id=owner.shop_id, return_id=view.id)
    noor = Shopper(Client())
    came = noor.get(f"/gift/l/{token}?return={number}")
    assert came.headers["Location"] == f"/returns/{number}/"
    assert noor.get(came.headers["Location"]).status_code == 200
    assert noor.get("/order/").headers["Location"] == "/gift/back/"
    assert noor.get(f"/l/{token}").status_code == 404, "no link to the order"
    buyers = links.token(shop_id=owner.shop_id, order_id=order)
    assert Shopper(Client()).get(f"/gift/l/{buyers}").status_code == 404


def test_the_buyer_sees_nothing_of_it(order: UUID, owner: Actor, shopper: Shopper) -> None:
    code = code_for(owner, order, l1=2)
    noor = holding(code)
    address = sent_back(noor).headers["Location"]
    number = address.split("/")[2]
    assert shopper.find().status_code == 302
    told = shopper.get("/order/").content.decode()
    for word in (NAME, "Noor", MAIL, number, "cadeau a", code):
        assert word not in told, word
    assert shopper.get(address).status_code == 404
    assert shopper.get(address + "label.pdf").status_code == 404
    # The other dress is still theirs to send back; then nothing of it is left, and nobody is told why.
    shopper.returned()
    assert "Il ne reste rien à renvoyer de cet article" in words(shopper.get("/order/"))
    assert [one for one in refs_of(shopper)] != []


def refs_of(shopper: Shopper) -> list[str]:
    return shopper.refs()


def test_the_buyer_makes_a_link_from_a_mail_and_takes_it_back(order: UUID, owner: Actor, shopper: Shopper) -> None:
    shopper.find()
    assert "ouvrez votre commande depuis un e-mail" in words(shopper.get("/order/gift/"))
    ref = shopper.refs()[0]
    shopper.post("/order/gift/", {"line": ref, f"quantity-{ref}": "1"})
    with tenancy.entered(owner.shop_id):
        assert gifts.of_order(order_id=order) == [], "a number and a postcode are not enough to give it away"
    shopper.get(f"/l/{links.token(shop_id=owner.shop_id, order_id=order)}")
    assert "C’est un cadeau" in words(shopper.get("/order/"))
    assert "Choisissez au moins un article" in words(shopper.post("/order/gift/", {}))
    shopper.post("/order/gift/", {"line": ref, f"quantity-{ref}": "1"})
    page = shopper.get("/order/gift/")
    with tenancy.entered(owner.shop_id):
        (gift,) = gifts.of_order(order_id=order)
    assert gift.code is not None and gift.code in words(page) and gift.made_by == "shopper"
    before = page.content
    address = re.search(r'data-copy="(http[^"]+/gift/GF-[^"]+)"', page.content.decode())
    assert address is not None
    sent_back(holding_by_link(urlsplit(address.group(1)).path))
    unsigned = re.sub(rb'csrfmiddlewaretoken" value="\w+"', b"", shopper.get("/order/gift/").content)
    assert unsigned == re.sub(rb'csrfmiddlewaretoken" value="\w+"', b"", before), "used or not, it looks the same"
    shopper.post(f"/order/gift/{ids.public('gft', gift.id)}/end/")
    assert gift.code not in words(shopper.get("/order/gift/"))


def holding_by_link(address: str) -> Shopper:
    noor = Shopper(Client())
    assert noor.get(address).status_code == 302
    return noor


def test_another_shop_knows_no_such_code(order: UUID, owner: Actor, other_shop: UUID) -> None:
    with clock.at(clock.now()):
        code = code_for(owner, order)
    page = Shopper(Client()).get(f"/s/autre/gift/{code}")
    assert page.status_code == 404
