"""Coming in: the number and what only its owner knows, or a signed link; nothing for somebody who guesses."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import signing
from django.test import Client

from tests import cast
from tests.conftest import open_shop
from tests.web.portal.conftest import NOW, Shopper, words
from volte.catalogue import operations as catalogue
from volte.returns import links
from volte.runtime import clock
from volte.web.portal import finding


def test_the_front_page_asks_for_number_and_proof_in_the_readers_language(shopper: Shopper) -> None:
    page = shopper.get("/")
    assert page.status_code == 200
    assert "Faire un retour" in words(page)
    assert "Où trouver mon numéro de commande" in words(page)
    shopper.language = "en"
    assert "Send something back" in words(shopper.get("/"))


@pytest.mark.parametrize("proof", ["camille@example.com", " CAMILLE@Example.com ", "75011", "75 011"])
def test_email_or_postcode_opens_the_order(shopper: Shopper, order_id: UUID, proof: str) -> None:
    answer = shopper.find("#1001", proof)
    assert (answer.status_code, answer["Location"]) == (302, "/order/")
    cookie = answer.cookies["volte_order_maison"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"]
    assert order_id.hex not in cookie.value or ":" in cookie.value
    assert "Robe Inès" in words(shopper.get("/order/"))


def test_unknown_and_mismatched_look_the_same(shopper: Shopper, order_id: UUID) -> None:
    unknown, mismatched = shopper.find("4711", "75012"), shopper.find("1001", "75012")
    assert unknown.status_code == mismatched.status_code == 422
    assert "Ce numéro ne correspond pas" in words(unknown)
    assert words(unknown).replace("4711", "1001") == words(mismatched)
    assert "volte_order_maison" not in unknown.cookies
    assert 'value="75012"' in mismatched.content.decode(), "what was typed stays"


def test_unknown_and_mismatched_cost_the_same(
    shopper: Shopper, order_id: UUID, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(9) as unknown:
        shopper.find("4711", "75012")
    with django_assert_num_queries(len(unknown.captured_queries)):
        shopper.find("1001", "75012")


def test_empty_fields_are_said_beside_them(shopper: Shopper) -> None:
    page = shopper.post("/", {"number": " ", "proof": ""})
    assert page.status_code == 422
    assert "Indiquez le numéro de votre commande." in words(page)
    assert page.content.decode().count('aria-invalid="true"') == 2


@pytest.mark.parametrize(
    ("number", "status"),
    [("1" * 100_000, 422), ("1001\0", 422), ("é" * 300, 422), ("' OR 1=1 --", 422), ("\ud83d", 422)],
)
def test_broken_numbers_are_refused_kindly(shopper: Shopper, order_id: UUID, number: str, status: int) -> None:
    raw = number.encode("utf-8", "surrogatepass")
    answer = shopper.client.post(
        "/",
        b"proof=75011&number=" + raw.replace(b"\0", b"%00").replace(b" ", b"+"),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == status


def test_guessing_numbers_is_stopped_by_visitor(shopper: Shopper, order_id: UUID) -> None:
    answers = [shopper.find(str(number), "75011").status_code for number in range(5000, 5000 + finding.PER_VISITOR)]
    assert set(answers) == {422}
    stopped = shopper.find("1001", "75011")
    assert stopped.status_code == 429
    assert int(stopped["Retry-After"]) > 0
    assert 'value="1001"' in stopped.content.decode()
    with clock.at(NOW + finding.TRIES + timedelta(seconds=1)):
        assert shopper.find("1001", "75011").status_code == 302


@pytest.mark.parametrize(("trust", "status"), [("", 429), ("1", 302)])
def test_a_forged_address_is_no_new_visitor(
    shopper: Shopper, order_id: UUID, settings: Any, trust: str, status: int
) -> None:
    settings.TRUSTED_PROXIES = trust
    for number in range(finding.PER_VISITOR):
        told = {"X-Forwarded-For": f"198.51.100.{number}"}
        shopper.client.post("/", {"number": str(5000 + number), "proof": "75011"}, headers=told)
    last = shopper.client.post("/", {"number": "1001", "proof": "75011"}, headers={"X-Forwarded-For": "203.0.113.9"})
    assert last.status_code == status


def test_guessing_proofs_of_one_number_is_stopped_from_anywhere(shopper: Shopper, order_id: UUID) -> None:
    for place in range(finding.PER_NUMBER):
        answer = shopper.client.post(
            "/", {"number": "1001", "proof": f"{75000 + place}x"}, headers={}, REMOTE_ADDR=f"192.0.2.{place}"
        )
        assert answer.status_code == 422
    last = shopper.client.post("/", {"number": "1001", "proof": "75011"}, REMOTE_ADDR="192.0.2.200")
    assert last.status_code == 429


def test_a_link_from_a_mail_opens_order_return_or_label(shopper: Shopper, portal_shop: UUID, order_id: UUID) -> None:
    token = links.token(shop_id=portal_shop, order_id=order_id)
    assert shopper.get(f"/s/maison/l/{token}")["Location"] == "/s/maison/order/"
    assert shopper.get(f"/l/{token}?return=R2345-6789")["Location"] == "/returns/R2345-6789/"
    assert shopper.get(f"/l/{token}?label=R2345-6789")["Location"] == "/returns/R2345-6789/label.pdf"
    assert shopper.get(f"/l/{token}?return=//evil.example/")["Location"] == "/order/"
    assert "Robe Inès" in words(shopper.get("/order/"))


def test_forged_and_foreign_links_open_nothing(
    shopper: Shopper, portal_shop: UUID, order_id: UUID, other_shop: UUID
) -> None:
    token = links.token(shop_id=portal_shop, order_id=order_id)
    foreign = links.token(shop_id=other_shop, order_id=order_id)
    for bad in (token[:-2], token.replace(":", ";"), foreign, "x" * 5000, signing.dumps(["a", "b"])):
        page = shopper.get(f"/l/{bad}")
        assert page.status_code == 404, bad
        assert "Ce lien ne fonctionne pas" in words(page)
        assert "volte_order_maison" not in page.cookies
    assert shopper.get("/order/").status_code == 302


def test_an_expired_link_says_so(shopper: Shopper, portal_shop: UUID, order_id: UUID, monkeypatch: Any) -> None:
    token = links.token(shop_id=portal_shop, order_id=order_id)
    monkeypatch.setattr(links, "LASTS", timedelta(seconds=-1))
    page = shopper.get(f"/l/{token}")
    assert page.status_code == 403
    assert "Ce lien a expiré" in words(page)


def test_a_cookie_of_another_shop_or_a_forged_one_opens_nothing(shopper: Shopper, owner: Any, order_id: UUID) -> None:
    open_shop("ailleurs")
    shopper.find()
    mine = shopper.client.cookies["volte_order_maison"].value
    stranger = Shopper(Client())
    stranger.client.cookies["volte_order_ailleurs"] = mine
    assert "first" in stranger.get("/s/ailleurs/order/")["Location"]
    stranger.client.cookies["volte_order_maison"] = mine[:-1] + ("a" if mine[-1] != "a" else "b")
    assert "first" in stranger.get("/s/maison/order/")["Location"]
    stranger.client.cookies["volte_order_maison"] = "nonsense"
    assert "first" in stranger.get("/s/maison/order/")["Location"]


def test_leaving_forgets_the_order_and_the_draft(shopper: Shopper, order_id: UUID) -> None:
    shopper.find()
    shopper.choose(shopper.refs()[0])
    assert shopper.post("/leave/")["Location"] == "/"
    page = shopper.get("/order/", follow=True)
    assert "Retrouvez d’abord votre commande" in words(page)
    shopper.find()
    assert "checked" not in shopper.get("/order/").content.decode()


def test_two_orders_with_one_number_are_told_apart_by_proof(shopper: Shopper, owner: Any, order_id: UUID) -> None:
    address = {"postcode": "69001", "country": "FR"}
    document = cast.order("2001", placed_at="2026-10-20T09:30:00Z", shipping_address=address) | {"number": "#1001"}
    catalogue.take_in(by=owner, document=document)
    shopper.find("1001", "69001")
    assert "20 octobre 2026" in words(shopper.get("/order/"))
    shopper.find("1001", "75011")
    assert "2 novembre 2026" in words(shopper.get("/order/"))


@pytest.mark.parametrize("address", ["/", "/s/maison/"])
def test_everything_a_page_asks_for_is_there_and_ours(shopper: Shopper, address: str) -> None:
    html = shopper.get(address).content.decode()
    wanted = re.findall(r'<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"', html)
    assert len(wanted) >= 4
    for each in wanted:
        assert each.startswith("/") and not each.startswith("//"), each
        assert shopper.get(each).status_code == 200, each


def test_behind_a_proxy_that_speaks_https_every_cookie_says_so(shopper: Shopper, order_id: UUID, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    shopper.get("/")
    shopper.find()
    assert shopper.client.cookies
    assert all(cookie["secure"] for cookie in shopper.client.cookies.values())
