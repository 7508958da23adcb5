"""Which shop, which language, and how a page says no."""

from uuid import UUID

import pytest
from django.test import Client

from volte.web.shared import languages

pytestmark = pytest.mark.urls("tests.web.shared.views")


def test_the_shop_and_its_address(client: Client, shop: UUID, other_shop: UUID) -> None:
    assert client.get("/where/").content.decode().startswith("maison ")
    assert client.get("/s/autre/where/").content.decode().endswith("autre fr /s/autre/where/")
    assert client.get("/where/").content.decode().endswith(" /where/")


@pytest.mark.parametrize("path", ["/s/nobody/where/", "/s/autre", "/s/autre/staff/login/", "/s/autre/s/maison/where/"])
def test_addresses_that_lead_nowhere(client: Client, shop: UUID, other_shop: UUID, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"<h1" in answer.content


@pytest.mark.parametrize(
    ("asked", "given"), [("fr-CA,fr;q=0.9", "fr"), ("en-US", "en"), ("de,en;q=0.5", "en"), ("de", "fr"), ("", "fr")]
)
def test_the_language_a_browser_asks_for(client: Client, shop: UUID, asked: str, given: str) -> None:
    answer = client.get("/where/", headers={"Accept-Language": asked})
    assert f" {given} " in answer.content.decode()
    assert answer["Content-Language"] == given
    assert "Accept-Language" in answer["Vary"]


def test_a_choice_is_kept(client: Client, shop: UUID) -> None:
    chosen = client.get("/where/?lang=en", headers={"Accept-Language": "fr"})
    assert chosen.cookies[languages.COOKIE].value == "en"
    assert " en " in client.get("/where/", headers={"Accept-Language": "fr"}).content.decode()
    assert languages.COOKIE not in client.get("/where/?lang=xx").cookies


@pytest.mark.parametrize(
    ("kind", "status"),
    [("notfound", 404), ("notallowed", 403), ("conflict", 409), ("invalid", 422), ("toomany", 429), ("toolarge", 413)],
)
def test_a_refusal_is_a_page_with_a_way_out(client: Client, shop: UUID, kind: str, status: int) -> None:
    answer = client.get(f"/refuse/{kind}/", headers={"Accept-Language": "en"})
    html = answer.content.decode()
    assert answer.status_code == status
    assert 'class="lead"' in html and "Back to the start" in html and '<html lang="en"' in html
    assert answer.get("Retry-After") == ("42" if kind == "toomany" else None)


def test_a_refusal_below_api_is_a_problem(client: Client, shop: UUID) -> None:
    answer = client.get("/api/refuse/conflict/", headers={"Accept-Language": "en"})
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Conflict",
        "status": 409,
        "detail": "A shop called “x” exists already. Choose another handle.",
        "code": "shop_exists",
        "params": {"handle": "x"},
    }


def test_htmx_gets_a_toast(client: Client, shop: UUID) -> None:
    answer = client.get("/refuse/conflict/", headers={"HX-Request": "true", "Accept-Language": "en"})
    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "#said"
    assert b"<html" not in answer.content and b"toast" in answer.content


def test_a_page_that_is_not_there(client: Client, shop: UUID) -> None:
    answer = client.get("/nothing/here/", headers={"Accept-Language": "fr"})
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.content.decode()
    assert "Content-Security-Policy" in answer


def test_a_fault_of_ours_is_calm(client: Client, shop: UUID) -> None:
    client.raise_request_exception = False
    answer = client.get("/fail/")
    assert answer.status_code == 500
    assert "Un souci de notre côté" in answer.content.decode()
    assert "RuntimeError" not in answer.content.decode()


def test_a_stale_form(shop: UUID) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/staff/login/", {"login": "a@b.fr"}, headers={"Accept-Language": "en"})
    assert answer.status_code == 403
    assert "stayed open too long" in answer.content.decode()


def test_before_there_is_any_shop(client: Client, _as_app: None) -> None:
    answer = client.get("/where/")
    assert answer.status_code == 404
    assert b"<h1" in answer.content


def test_staff_pages_send_strangers_to_the_log_in(client: Client, shop: UUID) -> None:
    answer = client.get("/who/")
    assert answer.status_code == 302
    assert answer["Location"] == "/staff/login/?next=/who/"
